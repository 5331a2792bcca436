/** What answers HTTP: who may connect how, files, limits, headers, a line in the log for each request; then Remix. */
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import { sql } from "drizzle-orm";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import type { Database } from "#db/client.server";
import { loggedPath } from "../app/door.server";
import type { Environment } from "../environment";
import { apiLimits } from "./limits";
import type { Log } from "./log";
import type { Metrics } from "./metrics";
import { isForPrograms, sayNo } from "./no";
import { remix } from "./remix";

export const MAXIMUM_BODY_BYTES = 60 * 1024 * 1024;

/** What is asked all the time and tells nothing: files, and whether the process is well. */
const QUIET = /^\/(assets\/|healthz$|readyz$|metrics$)/;

const METHODS = ["GET", "HEAD", "POST"];
/** Each operation of the API says by itself which of these it takes. */
const METHODS_FOR_PROGRAMS = [...METHODS, "PATCH", "PUT", "DELETE"];

export interface Site {
  environment: Pick<Environment, "trustProxy" | "secure" | "publicOrigin" | "apiRequestsAMinute" | "mail">;
  /** Where the built client is. */
  folder: string;
  build: ServerBuild;
  database: Database;
  secret: string;
  log: Log;
  metrics: Metrics;
  clock: () => Date;
  /** Whether the process is about to end: it then asks to be sent nothing more. */
  stopping: () => boolean;
}

const content = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      // Said again for each kind, so that none of them follows when the default is widened one day.
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Said by `secure` below, where people come over https.
  strictTransportSecurity: false,
  referrerPolicy: { policy: "same-origin" },
  xFrameOptions: { action: "deny" },
});

export function siteOf({ environment, folder, build, database, secret, log, metrics, clock, stopping }: Site): Express {
  const site = express();
  site.disable("x-powered-by");
  site.disable("etag");
  site.set("trust proxy", environment.trustProxy);
  site.use(watch(log, metrics));
  site.use((request, response, next) => {
    // A connection that stays open would bring a request to a process that is gone.
    if (stopping()) response.set("Connection", "close");
    const methods = isForPrograms(request) ? METHODS_FOR_PROGRAMS : METHODS;
    if (methods.includes(request.method)) {
      next();
    } else {
      response.set("Allow", methods.join(", "));
      sayNo(request, response, 405);
    }
  });

  site.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  site.get("/readyz", async (_request, response) => {
    const problem = stopping()
      ? "this process is about to end"
      : await database.rows(sql`select 1 as ready`).then(
          () => null,
          () => "the database does not answer",
        );
    response
      .status(problem ? 503 : 200)
      .type("text")
      .send(`${problem ?? "ready"}\n`);
  });
  site.get("/metrics", metrics.page);

  site.use(content);
  if (environment.secure) site.use(helmet.strictTransportSecurity());
  site.use(
    "/assets",
    compression(),
    express.static(join(folder, "client", "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  // Named one by one: looking on the disk for a file of each page's name would cost every page.
  const files = readdirSync(join(folder, "client"), { withFileTypes: true }).filter((entry) => entry.isFile());
  site.get(
    files.map(({ name }) => `/${name}`),
    express.static(join(folder, "client"), { maxAge: "1h", index: false, redirect: false }),
  );
  site.use(limitBody);
  for (const limit of apiLimits(environment.apiRequestsAMinute)) {
    site.use((request, response, next) => (isForPrograms(request) ? limit(request, response, next) : next()));
  }
  site.use((request, response, next) => {
    // Remix compares the origin with whatever host the last proxy wrote and breaks with a fault; reception decides instead.
    response.locals.origin = request.headers.origin ?? null;
    delete request.headers.origin;
    if (!environment.trustProxy) delete request.headers["x-forwarded-host"];
    next();
  });
  site.all(
    "*",
    remix({
      build,
      secret,
      clock,
      version: () => database.version(),
      contextOf: (request, response) => ({
        database,
        secret,
        address: request.ip ?? "unknown",
        secure: environment.secure || request.secure,
        origin: response.locals.origin,
        publicOrigin: environment.publicOrigin,
        mails: environment.mail !== null,
        caller: response.locals.caller,
        clock,
        log,
      }),
    }),
  );

  // What did not even become a request: an address or a host that cannot be read. Express would show the stack.
  site.use((problem: Error & { status?: number }, request: Request, response: Response, next: NextFunction) => {
    const status = problem.message === "Invalid URL" ? 400 : (problem.status ?? 500);
    const { id } = response.locals.caller;
    if (status >= 500) log({ level: "error", request: id, path: loggedPath(request.originalUrl), ...told(problem) });
    if (response.headersSent) return next(problem);
    sayNo(request, response, status >= 500 ? 500 : status === 404 ? 404 : 400);
  });
  return site;
}

const told = ({ message, stack }: Error) => ({ message, stack });

/** Gives each request an id, and writes a line when it is answered. */
function watch(log: Log, metrics: Metrics): express.RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    const caller = { id: randomUUID().slice(0, 8), personId: null as number | null };
    response.locals.caller = caller;
    response.setHeader("X-Request-Id", caller.id);
    response.on("close", () => {
      const milliseconds = performance.now() - from;
      const { method } = request;
      const route = String(response.locals.route ?? "other");
      const status = response.statusCode;
      metrics.answered({ method, route, status, seconds: milliseconds / 1000 });
      log({
        level: QUIET.test(request.path) ? "debug" : "info",
        request: caller.id,
        method,
        path: loggedPath(request.originalUrl),
        status,
        ms: Math.round(milliseconds * 10) / 10,
        ...(caller.personId !== null && { person: caller.personId }),
        ...(!response.writableFinished && { abandoned: true }),
      });
    });
    next();
  };
}

/** @throws nothing: answers 411 or 413 itself. */
function limitBody(request: Request, response: Response, next: NextFunction): void {
  const { "content-length": length, "transfer-encoding": chunked } = request.headers;
  // Without a length nothing tells a small form from an endless one; browsers always send it.
  const status = chunked && !length ? 411 : Number(length ?? 0) > MAXIMUM_BODY_BYTES ? 413 : null;
  if (status === null) {
    next();
  } else {
    response.set("Connection", "close");
    sayNo(request, response, status);
  }
}
