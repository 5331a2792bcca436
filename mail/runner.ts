import type { Database } from "#db/client.server";
import type { Log } from "../http/log";
import { again, type Pace, type Runner } from "../jobs/again";
import { type Post, type Posted, sendDue } from "./round";

/** Milliseconds. */
const PACE: Pace = { first: 8_000, between: 60_000 };

interface Surroundings {
  database: Database;
  post: Post;
  secret: string;
  clock: () => Date;
  log: Log;
  counted(posted: Posted): void;
  pace?: Pace;
}

/** Looks once a minute whether a mail is due, for as long as the process serves. */
export function startPost({ database, post, secret, clock, log, counted, pace = PACE }: Surroundings): Runner {
  const heard = (posted: Posted) => {
    counted(posted);
    const well = posted.outcome === "sent" || posted.outcome === "dropped";
    log({ level: well ? "info" : "warn", ...posted });
  };
  return again(pace, (stopping) =>
    sendDue(database, { post, secret, clock, heard, stopping }).catch((problem: unknown) =>
      log({
        level: "error",
        message: "Could not look for mail",
        problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
      }),
    ),
  );
}
