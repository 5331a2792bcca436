/** What holds for the register as a whole: its quarters, and the sums that are kept over all cases. */
import { desc, eq, sql } from "drizzle-orm";
import { addDays, startOfDay } from "#app/kernel/day";
import { addQuarters, firstDayOf, type Quarter, quarterRange } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import { hashAtClose } from "#app/measurement/closing.server";
import { type Change, recordAll } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { rebuildRollups } from "#app/use-cases/rebuild-ledger.server";
import type { Database, Writer } from "#db/client.server";
import { people, personRoles, quarters } from "#db/schema.server";
import { countAnew } from "#db/statistics.server";
import { bookByDay } from "./day-book";
import type { Calendar } from "./plan";

const DAYS_TO_CLOSE = 35;

/** The quarters before those of the demonstration are closed; the last one that is over is in review. */
export async function beginQuarters(tx: Writer, { first, current, fiscalFirstMonth }: Calendar): Promise<void> {
  const known = new Set((await tx.select({ quarter: quarters.quarter }).from(quarters)).map(({ quarter }) => quarter));
  const [finance] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(eq(personRoles.role, "finance"))
    .orderBy(desc(people.id))
    .limit(1);
  const last = addQuarters(current, -1);
  const rows = quarterRange(first, last)
    .filter((quarter) => !known.has(quarter))
    .map((quarter) => {
      const closedOn = addDays(firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth), DAYS_TO_CLOSE);
      return quarter === last
        ? { quarter, status: "in-review" as const, closedBy: null, closedAt: null }
        : { quarter, status: "closed" as const, closedBy: finance?.id ?? null, closedAt: startOfDay(closedOn, "UTC") };
    });
  await tx.insertMany(quarters, rows);
}

const numberOf = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 10 + Number(quarter.slice(6));

/** Adds up what dashboards read, and freezes the closed quarters anew, with what was planted in them. */
export async function settle(database: Database, when: When): Promise<void> {
  await database.write(async (tx) => {
    await bookByDay(tx);
    await rebuildRollups(tx, when.today);
    const closed = await tx.select().from(quarters).where(eq(quarters.status, "closed")).orderBy(quarters.quarter);
    const changes: Change[] = [];
    for (const { quarter, hash: before } of closed) {
      const hash = await hashAtClose(tx, quarter);
      if (hash === before) continue;
      await tx
        .update(quarters)
        .set({ hash, version: sql`${quarters.version} + 1` })
        .where(eq(quarters.quarter, quarter));
      changes.push({ subject: "quarter", subjectId: numberOf(quarter), after: { quarter, status: "closed", hash } });
    }
    await recordAll(tx, permit(CASEBOOK, "quarter.close", {}), changes, when);
    await countAnew(tx);
  });
}
