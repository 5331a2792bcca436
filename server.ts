/** The HTTP process: opens the database, serves the site, and ends in good order. Nothing of the product. */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { countMails } from "#app/people/mail-content.server";
import { type Database, DatabaseProblem } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { keptSecret } from "#db/secret.server";
import { readEnvironment } from "./environment";
import { logger } from "./http/log";
import { metrics } from "./http/metrics";
import { siteOf } from "./http/site";
import type { Runner } from "./jobs/again";
import { JOBS } from "./jobs/jobs";
import { startJobs } from "./jobs/runner";

const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** A connection on which nothing moves, such as a reader who takes a byte a minute. */
const SILENCE_TIMEOUT_MS = 120_000;
/** Longer than proxies keep an idle connection: whoever closes first must not be the one who is being written to. */
const KEEP_ALIVE_MS = 65_000;
/** How long requests in flight may take to end before the process does. */
const GRACE_MS = 10_000;
/** How long it goes on taking requests after it was told to end: what was sent meanwhile is answered, `/readyz` says so. */
const DRAIN_MS = 400;
/** And for how long at most while there are always some under way. */
const PATIENCE_MS = 5_000;

// Whoever read the log may go away; the process goes on.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const clock = () => new Date();
  const log = logger(environment.logLevel, (line) => process.stderr.write(line), clock);
  const database = await openDatabase(environment.databaseUrl);
  const secret = environment.sessionSecret ?? (await keptSecret(database, () => randomBytes(32).toString("base64url")));
  const folder = process.env.CASEBOOK_BUILD ?? "build";
  const buildFile = resolve(folder, "server", "index.js");
  if (!existsSync(buildFile)) throw new Error(`There is no build in ${folder}: run npm run build first.`);
  const build: ServerBuild = await import(pathToFileURL(buildFile).href);
  // What writes and sends mail is loaded where there is somewhere to send it.
  const startPost = environment.mail && (await import("./mail/runner")).startPost;

  let stopping = false;
  const counts = metrics({ token: environment.metricsToken, proxied: environment.trustProxy > 0 }, () =>
    countMails(database),
  );
  const site = siteOf({
    environment,
    folder,
    build,
    database,
    secret,
    log,
    metrics: counts,
    clock,
    stopping: () => stopping,
  });
  const server = createServer(site);
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
  const open = new Set<Socket>();
  const answering = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    answering.add(socket);
    response.on("close", () => answering.delete(socket));
  });
  let jobs: Runner | undefined;
  let post: Runner | undefined;
  server.listen(environment.port, environment.host, () => {
    process.stdout.write(`Casebook is ready: ${environment.publicUrl}\n`);
    process.send?.("ready");
    // The build's own copy of its modules serves the pages: only it can look ahead for them.
    const { lookAhead } = build.entry.module as { lookAhead?: (database: Database) => Promise<unknown> };
    lookAhead?.(database).catch((problem: unknown) => {
      // Whoever asks first reads it then, and is told what is wrong.
      if (!stopping) log({ level: "warn", message: "looking ahead failed", problem: String(problem) });
    });
    const holder = `${hostname()} ${process.pid} ${randomUUID()}`;
    jobs = startJobs({ database, jobs: JOBS, holder, clock, log, counted: counts.ran });
    const { mail, publicUrl } = environment;
    if (mail && startPost) {
      post = startPost({ database, post: { ...mail, publicUrl }, secret, clock, log, counted: counts.posted });
    }
  });

  const silent = new Set<Socket>();
  /**
   * Only who waits for an answer is waited for: neither a connection kept for later nor one that says nothing. At its
   * second look, so that what was sent and not yet read becomes a request first.
   */
  const hangUp = () => {
    for (const socket of open) {
      if (answering.has(socket)) silent.delete(socket);
      else if (silent.has(socket)) socket.destroy();
      else silent.add(socket);
    }
  };
  const stop = () => {
    // Ctrl-C reaches the whole process group, and npm and `npm start` pass it on: the same signal comes several times.
    if (stopping) return;
    stopping = true;
    const worked = Promise.all([jobs?.stop(), post?.stop()]);
    const told = performance.now();
    const closing = setInterval(() => {
      const since = performance.now() - told;
      // The listening socket takes with it whoever knocked and was not let in yet: it closes in a quiet moment.
      if (since < DRAIN_MS || (answering.size > 0 && since < PATIENCE_MS)) return;
      clearInterval(closing);
      server.close(async () => {
        await worked;
        await database.close();
        process.exit(0);
      });
      setInterval(hangUp, 50).unref();
    }, 50);
    // An answer that will not end does not hold the process up.
    setTimeout(() => process.exit(0), GRACE_MS).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  // Whoever started this process is gone: nothing is left behind that holds the port.
  process.on("disconnect", stop);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

start().catch((problem: unknown) => {
  if (problem instanceof DatabaseProblem || (problem instanceof Error && problem.name === "EnvironmentProblem")) {
    fail(problem.message);
  }
  fail(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
});
