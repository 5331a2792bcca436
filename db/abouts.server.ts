/** What cases are about, and the way back from a meaning to its cases: tables that both engines read alike. */
import { inArray, sql } from "drizzle-orm";
import { type About, LEXICON } from "#app/use-cases/similar/concepts";
import type { Writer } from "./client.server";
import { caseAbouts, caseConcepts, conceptCounts } from "./schema.server";

/** Under this name stands how many cases there are: no meaning has no letters. */
export const ALL_CASES = "";
const AT_ONCE = 500;

/** Each meaning of a case once, whatever the language and the place. */
export function conceptsOf(about: readonly About[]): string[] {
  return [...new Set(about.flatMap(({ title, need }) => [...title, ...need]))];
}

export async function indexAbouts(
  tx: Writer,
  cases: readonly { useCaseId: number; about: About[] }[],
  { areNew }: { areNew: boolean },
): Promise<void> {
  const gone = areNew
    ? new Map<string, number>()
    : await takeOut(
        tx,
        cases.map(({ useCaseId }) => useCaseId),
      );
  const changes = new Map([...gone].map(([concept, count]) => [concept, -count]));
  const rows = cases.flatMap(({ useCaseId, about }) => conceptsOf(about).map((concept) => ({ concept, useCaseId })));
  for (const { concept } of rows) changes.set(concept, (changes.get(concept) ?? 0) + 1);
  changes.set(ALL_CASES, (changes.get(ALL_CASES) ?? 0) + cases.length);
  // In the order of the index that they go into.
  rows.sort((a, b) => (a.concept < b.concept ? -1 : a.concept > b.concept ? 1 : a.useCaseId - b.useCaseId));
  await tx.insertMany(
    caseAbouts,
    cases.map(({ useCaseId, about }) => ({ useCaseId, about, lexicon: LEXICON })),
  );
  if (rows.length > 0) await tx.insertMany(caseConcepts, rows);
  await count(tx, changes);
}

export async function forgetAbouts(tx: Writer, ids: readonly number[]): Promise<void> {
  const gone = await takeOut(tx, ids);
  await count(tx, new Map([...gone].map(([concept, cases]) => [concept, -cases])));
}

/** Takes cases out of the index, and says how often each meaning stood in them. */
async function takeOut(tx: Writer, ids: readonly number[]): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  const before = await tx
    .delete(caseAbouts)
    .where(inArray(caseAbouts.useCaseId, [...ids]))
    .returning();
  for (const { useCaseId, about } of before) {
    const concepts = conceptsOf(about);
    if (concepts.length > 0) {
      const own = sql`${caseConcepts.useCaseId} = ${useCaseId}`;
      await tx.delete(caseConcepts).where(sql`${own} and ${inArray(caseConcepts.concept, concepts)}`);
    }
    for (const concept of [ALL_CASES, ...concepts]) gone.set(concept, (gone.get(concept) ?? 0) + 1);
  }
  return gone;
}

async function count(tx: Writer, changes: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...changes].filter(([, cases]) => cases !== 0).map(([concept, cases]) => ({ concept, cases }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insert(conceptCounts)
      .values(rows.slice(from, from + AT_ONCE))
      .onConflictDoUpdate({
        target: conceptCounts.concept,
        set: { cases: sql`${conceptCounts.cases} + excluded.cases` },
      });
  }
}
