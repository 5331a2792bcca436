import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  attemptComponents,
  attempts,
  people,
  pocAmendments,
  pocCheckIns,
  pocIterations,
  pocs,
} from "#db/schema.server";

/** The rows of each key, in the order in which they come. */
function gathered<Row, Id>(rows: readonly Row[], key: (row: Row) => Id): (id: Id) => Row[] {
  const by = new Map<Id, Row[]>();
  for (const row of rows) {
    const own = by.get(key(row));
    if (own) own.push(row);
    else by.set(key(row), [row]);
  }
  return (id) => by.get(id) ?? [];
}

async function withAll(db: Reader, all: (typeof pocs.$inferSelect)[]) {
  if (all.length === 0) return [];
  const ids = all.map(({ id }) => id);
  const tried = await db
    .select()
    .from(attempts)
    .where(inArray(attempts.pocId, ids))
    .orderBy(asc(attempts.on), asc(attempts.id));
  const parts = tried.length
    ? await db
        .select()
        .from(attemptComponents)
        .where(
          inArray(
            attemptComponents.attemptId,
            tried.map(({ id }) => id),
          ),
        )
        .orderBy(asc(attemptComponents.id))
    : [];
  const amended = await db
    .select()
    .from(pocAmendments)
    .where(inArray(pocAmendments.pocId, ids))
    .orderBy(asc(pocAmendments.id));
  const rounds = await db
    .select()
    .from(pocIterations)
    .where(inArray(pocIterations.pocId, ids))
    .orderBy(asc(pocIterations.startedOn), asc(pocIterations.id));
  const weeks = await db
    .select()
    .from(pocCheckIns)
    .where(inArray(pocCheckIns.pocId, ids))
    .orderBy(asc(pocCheckIns.on), asc(pocCheckIns.id));
  const named = new Set(
    [
      ...all.flatMap(({ startedById, verdictById }) => [startedById, verdictById]),
      ...amended.flatMap(({ askedById, signedById }) => [askedById, signedById]),
      ...weeks.flatMap(({ byId, correctedById }) => [byId, correctedById]),
    ].filter((id) => id !== null),
  );
  const names = new Map(
    named.size
      ? (
          await db
            .select({ id: people.id, name: people.name })
            .from(people)
            .where(inArray(people.id, [...named]))
        ).map(({ id, name }) => [id, name])
      : [],
  );
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const partsOf = gathered(parts, ({ attemptId }) => attemptId);
  const triedOf = gathered(tried, ({ pocId }) => pocId);
  const amendedOf = gathered(amended, ({ pocId }) => pocId);
  const roundsOf = gathered(rounds, ({ pocId }) => pocId);
  const weeksOf = gathered(weeks, ({ pocId }) => pocId);
  return all.map((poc) => ({
    ...poc,
    startedBy: nameOf(poc.startedById),
    verdictBy: nameOf(poc.verdictById),
    attempts: triedOf(poc.id).map((attempt) => ({ ...attempt, components: partsOf(attempt.id) })),
    amendments: amendedOf(poc.id).map((one) => ({
      ...one,
      askedBy: nameOf(one.askedById),
      signedBy: nameOf(one.signedById),
    })),
    iterations: roundsOf(poc.id),
    checkIns: weeksOf(poc.id).map((one) => ({
      ...one,
      by: nameOf(one.byId),
      correctedBy: nameOf(one.correctedById),
    })),
  }));
}
export type PocRecord = Awaited<ReturnType<typeof withAll>>[number];

/** Every POC of a case with all that happened in it, the newest first. */
export async function pocsOfCase(db: Reader, useCaseId: number): Promise<PocRecord[]> {
  return withAll(db, await db.select().from(pocs).where(eq(pocs.useCaseId, useCaseId)).orderBy(desc(pocs.id)));
}
