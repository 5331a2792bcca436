/** What Prometheus reads: requests by route, how long they took, the database's share of it, and how the process fares. */
import { timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { listenTo, writersWaiting } from "#db/meter.server";

/** Seconds. Pages aim at 20 ms, writes at 10 ms. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export interface Metrics {
  /** One answered request; `route` is a route's name, never an address with somebody's id in it. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** A job that this process ran. */
  ran(job: { name: string; outcome: string }): void;
  /** A mail that this process tried to send. */
  posted(mail: { outcome: string }): void;
  /** The page at `/metrics`. */
  page: RequestHandler;
}

export interface Readers {
  /** Lets a reader in from anywhere; where there is one, everybody needs it. */
  token: string | undefined;
  /** A proxy stands in front: then every caller seems to come from this machine. */
  proxied: boolean;
}

/** How the queue of mail stands, asked when somebody reads the metrics. */
type MailCounts = () => Promise<{ waiting: number; retrying: number; givenUp: number }>;

export function metrics(readers: Readers, mailCounts: MailCounts): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "casebook_http_requests_total",
    help: "Requests answered.",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "casebook_http_request_duration_seconds",
    help: "From a request's arrival to the end of its answer.",
    labelNames: ["method", "route"],
    buckets: BUCKETS,
    registers,
  });
  const jobs = new Counter({
    name: "casebook_job_runs_total",
    help: "Jobs that this process ran: done, failed, or lost to another process.",
    labelNames: ["name", "outcome"],
    registers,
  });
  const posted = new Counter({
    name: "casebook_mails_total",
    help: "Mails that this process tried: sent, later, given-up, perhaps-sent, or dropped because they were read.",
    labelNames: ["outcome"],
    registers,
  });
  new Gauge({
    name: "casebook_mail_queue",
    help: "Mails in the queue: waiting (retrying among them), and given up in the last 30 days.",
    labelNames: ["state"],
    registers,
    async collect() {
      // A database that is away is told elsewhere, and takes the other figures with it no more than this one.
      const counts = await mailCounts().catch(() => null);
      this.reset();
      if (!counts) return;
      this.set({ state: "waiting" }, counts.waiting);
      this.set({ state: "retrying" }, counts.retrying);
      this.set({ state: "given-up" }, counts.givenUp);
    },
  });
  const statements = new Histogram({
    name: "casebook_database_statement_duration_seconds",
    help: "One statement, of a page or inside a write.",
    buckets: BUCKETS,
    registers,
  });
  const writes = new Histogram({
    name: "casebook_database_write_duration_seconds",
    help: "One write transaction, from its turn to its end.",
    buckets: BUCKETS,
    registers,
  });
  const waits = new Histogram({
    name: "casebook_database_write_wait_seconds",
    help: "How long a write waited for its turn.",
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: "casebook_database_writers",
    help: "Writes that wait for their turn or are at work now.",
    registers,
    collect() {
      this.set(writersWaiting());
    },
  });
  listenTo({
    statement: (milliseconds) => statements.observe(milliseconds / 1000),
    write: (waited, took) => {
      waits.observe(waited / 1000);
      writes.observe(took / 1000);
    },
  });
  return {
    answered: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    ran: ({ name, outcome }) => jobs.inc({ name, outcome }),
    posted: ({ outcome }) => posted.inc({ outcome }),
    page: async (request, response) => {
      if (!mayRead(request, readers)) {
        response.status(403).type("text").send("Metrics are for this machine, or for who has METRICS_TOKEN.\n");
        return;
      }
      response.type(register.contentType).send(await register.metrics());
    },
  };
}

/** Without a token only who asks for this machine by its own name, from itself and directly. */
function mayRead(request: Request, { token, proxied }: Readers): boolean {
  if (token !== undefined) {
    const given = /^Bearer (.+)$/.exec(request.get("Authorization") ?? "")?.[1] ?? "";
    const [ours, theirs] = [Buffer.from(token), Buffer.from(given)];
    return ours.length === theirs.length && timingSafeEqual(ours, theirs);
  }
  const passedOn = Object.keys(request.headers).some((name) => PASSED_ON.test(name));
  const here = /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? "");
  const itself = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(request.headers.host ?? "");
  return !proxied && !passedOn && here && itself;
}

/** What proxies add to a request, one or the other. */
const PASSED_ON = /^(x-forwarded-.*|x-real-ip|x-client-ip|x-original-.*|forwarded|via|cf-.*|true-client-ip)$/;
