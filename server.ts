/** The HTTP process: static files, headers, limits, Remix. Nothing of the product. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import { DatabaseProblem } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { keptSecret } from "#db/secret.server";
import { readEnvironment } from "./environment";
import { remix } from "./http/remix";

const MAXIMUM_BODY_BYTES = 60 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** A connection on which nothing moves, such as a reader who takes a byte a minute. */
const SILENCE_TIMEOUT_MS = 120_000;
/** Longer than proxies keep an idle connection: whoever closes first must not be the one who is being written to. */
const KEEP_ALIVE_MS = 65_000;

function log(entry: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment.databaseUrl);
  const secret = environment.sessionSecret ?? (await keptSecret(database, () => randomBytes(32).toString("base64url")));
  const folder = process.env.CASEBOOK_BUILD ?? "build";
  const buildFile = resolve(folder, "server", "index.js");
  if (!existsSync(buildFile)) throw new Error(`There is no build in ${folder}: run npm run build first.`);
  const build: ServerBuild = await import(pathToFileURL(buildFile).href);

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", environment.trustProxy);
  app.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  app.get("/readyz", async (_request, response) => {
    const ready = await database.rows(readyQuery).then(
      () => true,
      () => false,
    );
    response
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready\n" : "the database does not answer\n");
  });
  app.use(
    helmet({
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
      strictTransportSecurity: environment.secure,
      referrerPolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
  );
  app.use(
    "/assets",
    compression(),
    express.static(join(folder, "client", "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  // Named one by one: looking on the disk for a file of each page's name would cost every page.
  const files = readdirSync(join(folder, "client"), { withFileTypes: true }).filter((entry) => entry.isFile());
  app.get(
    files.map(({ name }) => `/${name}`),
    express.static(join(folder, "client"), { maxAge: "1h", index: false, redirect: false }),
  );
  app.use((request, response, next) => {
    const { "content-length": length, "transfer-encoding": chunked } = request.headers;
    // Without a length nothing tells a small form from an endless one; browsers always send it.
    const [status, sentence] =
      chunked && !length
        ? [411, "Send the length of the content.\n"]
        : Number(length ?? 0) > MAXIMUM_BODY_BYTES
          ? [413, "This is larger than 60 MB.\n"]
          : [200, ""];
    if (status === 200) return next();
    response.status(status).set("Connection", "close").type("text").send(sentence);
  });
  app.use((request, response, next) => {
    // Remix compares the origin with whatever host the last proxy wrote and breaks with a fault; reception decides instead.
    response.locals.origin = request.headers.origin ?? null;
    delete request.headers.origin;
    if (!environment.trustProxy) delete request.headers["x-forwarded-host"];
    next();
  });
  app.all(
    "*",
    remix({
      build,
      secret,
      version: () => database.version(),
      clock: () => new Date(),
      contextOf: (request, response) => ({
        database,
        secret,
        address: request.ip ?? "unknown",
        secure: environment.secure || request.secure,
        origin: response.locals.origin,
        publicOrigin: environment.publicOrigin,
        clock: () => new Date(),
        log,
      }),
    }),
  );

  // What did not even become a request: an address or a host that cannot be read. Express would show the stack.
  app.use((problem: Error & { status?: number }, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(problem);
    const status = problem.message === "Invalid URL" ? 400 : (problem.status ?? 500);
    if (status >= 500) log({ level: "error", path: request.path, message: problem.message, stack: problem.stack });
    const sentence =
      status >= 500 ? "This did not work, and is logged." : status === 404 ? "Not found." : "This cannot be read.";
    response.status(status).type("text").send(`${sentence}\n`);
  });

  const server = createServer(app);
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.timeout = SILENCE_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on("error", (problem: NodeJS.ErrnoException) => {
    fail(
      problem.code === "EADDRINUSE"
        ? `Port ${environment.port} is taken: stop the program that uses it, or set PORT to another one.`
        : problem.code === "EACCES"
          ? `Port ${environment.port} needs more rights than this user has: set PORT to one above 1023.`
          : problem.message,
    );
  });
  server.listen(environment.port, environment.host, () => {
    process.stdout.write(`Casebook is ready: ${environment.publicUrl}\n`);
    process.send?.("ready");
  });

  let stopping = false;
  const stop = () => {
    // Ctrl-C reaches the whole process group, and npm and `npm start` pass it on: the same signal comes several times.
    if (stopping) return;
    stopping = true;
    server.close(() => void database.close().then(() => process.exit(0)));
    server.closeIdleConnections();
    // A connection that will not end does not hold the process up.
    setTimeout(() => process.exit(0), 2_000).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  // Whoever started this process is gone: nothing is left behind that holds the port.
  process.on("disconnect", stop);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const { sql } = await import("drizzle-orm");
const readyQuery = sql`select 1 as ready`;

start().catch((problem: unknown) => {
  if (problem instanceof DatabaseProblem || (problem instanceof Error && problem.name === "EnvironmentProblem")) {
    fail(problem.message);
  }
  fail(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
});
