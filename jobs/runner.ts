import type { Database } from "#db/client.server";
import type { Log } from "../http/log";
import { again, type Pace, type Runner } from "./again";
import { type Job, MINUTE_MS } from "./job";
import { type Ran, runDue } from "./run-due";

/** Milliseconds. A start has better things to do than what can wait for a few seconds. */
const PACE: Pace = { first: 5_000, between: MINUTE_MS };

interface Surroundings {
  database: Database;
  jobs: readonly Job[];
  holder: string;
  clock: () => Date;
  log: Log;
  counted(ran: Ran): void;
  pace?: Pace;
}

/** Looks once a minute whether something is due, for as long as the process serves. What fails is logged and tried again. */
export function startJobs({ database, jobs, holder, clock, log, counted, pace = PACE }: Surroundings): Runner {
  const heard = (ran: Ran) => {
    counted(ran);
    log({
      level: ran.outcome === "done" ? "info" : ran.outcome === "lost" ? "warn" : "error",
      job: ran.name,
      outcome: ran.outcome,
      ...told(ran.problem),
    });
  };
  return again(pace, (stopping) =>
    runDue(database, jobs, { holder, clock, heard, stopping }).catch((problem) =>
      log({ level: "warn", message: "Could not look what is due", ...told(problem) }),
    ),
  );
}

function told(problem: unknown): Record<string, unknown> {
  if (problem === undefined) return {};
  return problem instanceof Error ? { problem: problem.message, stack: problem.stack } : { problem: String(problem) };
}
