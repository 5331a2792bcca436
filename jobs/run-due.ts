import { whenAt } from "#app/kernel/when";
import { readOrganisation } from "#app/people/organisation.server";
import type { Database } from "#db/client.server";
import type { Job } from "./job";
import { dueAmong, finish, giveBack, LeaseLost, take } from "./lease";

export interface Ran {
  name: string;
  /** `lost`: it took longer than its lease, and somebody else does it; nothing of it was kept here. */
  outcome: "done" | "failed" | "lost";
  problem?: unknown;
}

export interface Worker {
  /** Names this process among all that ever serve this database. */
  holder: string;
  clock: () => Date;
  heard(ran: Ran): void;
  /** Whether to begin no more: the process is about to end. */
  stopping(): boolean;
}

/** Where nobody has set it up yet: what is forgotten then depends on no calendar. */
const NO_CALENDAR = { timeZone: "UTC", fiscalFirstMonth: 1 };

/** Does what is due and nobody else is at, one after the other. @throws when the database cannot even be asked */
export async function runDue(database: Database, all: readonly Job[], worker: Worker): Promise<void> {
  const { holder, clock, heard, stopping } = worker;
  for (const job of await dueAmong(database, all, clock())) {
    if (stopping()) return;
    if (!(await take(database, job.name, holder, clock()))) continue;
    heard(await runOne(database, job, worker));
  }
}

async function runOne(database: Database, job: Job, { holder, clock }: Worker): Promise<Ran> {
  const { name } = job;
  try {
    await database.write(async (tx) => {
      await job.work(tx, whenAt(clock(), (await readOrganisation(tx)) ?? NO_CALENDAR));
      await finish(tx, job, holder, clock());
    });
    return { name, outcome: "done" };
  } catch (problem) {
    if (problem instanceof LeaseLost) return { name, outcome: "lost" };
    // Where this cannot be written either, the lease runs out by itself.
    await giveBack(database, name, holder, clock()).catch(() => undefined);
    return { name, outcome: "failed", problem };
  }
}
