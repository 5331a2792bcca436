import type { Database } from "#db/client.server";
import type { Log } from "../http/log";
import type { Runner } from "../jobs/runner";
import { type Post, type Posted, sendDue } from "./round";

/** Milliseconds. */
const PACE = { first: 8_000, between: 60_000 };

interface Surroundings {
  database: Database;
  post: Post;
  secret: string;
  clock: () => Date;
  log: Log;
  counted(posted: Posted): void;
  pace?: typeof PACE;
}

/** Looks once a minute whether a mail is due, for as long as the process serves. */
export function startPost({ database, post, secret, clock, log, counted, pace = PACE }: Surroundings): Runner {
  let stopping = false;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const heard = (posted: Posted) => {
    counted(posted);
    const well = posted.outcome === "sent" || posted.outcome === "dropped";
    log({ level: well ? "info" : "warn", ...posted });
  };
  const look = async () => {
    await sendDue(database, { post, secret, clock, heard, stopping: () => stopping }).catch((problem: unknown) =>
      log({
        level: "error",
        message: "Could not look for mail",
        problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
      }),
    );
    if (!stopping) next(pace.between);
  };
  const next = (milliseconds: number) => {
    timer = setTimeout(() => {
      looking = look();
    }, milliseconds).unref();
  };
  next(pace.first);
  return {
    stop: () => {
      stopping = true;
      clearTimeout(timer);
      return looking;
    },
  };
}
