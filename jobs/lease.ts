/** Which process does a job: whoever writes its name first, until the job is done or the lease has run out. */
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import type { Database, Reader, Writer } from "#db/client.server";
import { jobs } from "#db/schema.server";
import { type Job, MINUTE_MS } from "./job";

/** How long a process that died keeps the others waiting; clocks may differ by less than this. */
export const LEASE_MS = 10 * MINUTE_MS;
/** After work that failed: soon, though not at every look. */
export const RETRY_MS = 5 * MINUTE_MS;

const NEVER_HELD = new Date(0);

/** The process that holds no lease (any more) on a job that it was about to finish. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/** Those whose time has come and that nobody is at. One query, and no write where there is nothing to do. */
export async function dueAmong(db: Reader, all: readonly Job[], now: Date): Promise<Job[]> {
  const known = await db
    .select({ name: jobs.name, dueAt: jobs.dueAt, heldUntil: jobs.heldUntil })
    .from(jobs)
    .where(
      inArray(
        jobs.name,
        all.map(({ name }) => name),
      ),
    );
  return all.filter(({ name }) => {
    const row = known.find((each) => each.name === name);
    return !row || (row.dueAt <= now && row.heldUntil <= now);
  });
}

/** Takes a job that is due and free; false when somebody else was faster. */
export async function take(database: Database, name: string, holder: string, now: Date): Promise<boolean> {
  const heldUntil = new Date(now.getTime() + LEASE_MS);
  const taken = await database.write(async (tx) => {
    await tx.insert(jobs).values({ name, holder: "", heldUntil: NEVER_HELD, dueAt: now }).onConflictDoNothing();
    return tx
      .update(jobs)
      .set({ holder, heldUntil })
      .where(and(eq(jobs.name, name), lte(jobs.dueAt, now), lte(jobs.heldUntil, now)))
      .returning({ name: jobs.name });
  });
  return taken.length > 0;
}

const heldBy = (name: string, holder: string) => and(eq(jobs.name, name), eq(jobs.holder, holder));

/**
 * Notes that a job was done, in the transaction that did it: both are kept or neither.
 * @throws LeaseLost when another process has taken it meanwhile: then it does the work, and this transaction must end
 */
export async function finish(tx: Writer, { name, every }: Job, holder: string, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + every);
  const done = await tx
    .update(jobs)
    .set({ holder: "", heldUntil: NEVER_HELD, dueAt, lastRanAt: now, runs: sql`${jobs.runs} + 1` })
    .where(heldBy(name, holder))
    .returning({ name: jobs.name });
  if (done.length === 0) throw new LeaseLost(`Another process took ${name} over`);
}

/** Gives a job back that failed: anybody may try it again, a little later. */
export async function giveBack(database: Database, name: string, holder: string, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + RETRY_MS);
  await database.write((tx) =>
    tx.update(jobs).set({ holder: "", heldUntil: NEVER_HELD, dueAt }).where(heldBy(name, holder)),
  );
}
