/** Whether the search finds each case by what it says now: its words, and what it is about. */
import { asc, eq, gt, sql } from "drizzle-orm";
import { conceptsOf } from "#db/abouts.server";
import type { Reader, Writer } from "#db/client.server";
import { caseAbouts, caseConcepts, useCases } from "#db/schema.server";
import { bodiesOf, bodyOf, indexCases } from "#db/search.server";
import { searchTexts } from "./content";
import { readBookmark } from "./similar/bookmark.server";
import { LEXICON } from "./similar/concepts";
import { INDEXED_WITH } from "./similar/index-cases.server";

/** Something by which the search would miss a case, or find one for what it no longer says. */
export interface Misfound {
  /** The case's reference, or the meaning whose cases are not those that are about it. */
  of: string;
  what: "words" | "meanings" | "way back";
}

const AT_ONCE = 500;
const AT_MOST = 20;

type Read = Awaited<ReturnType<typeof someCases>>[number];

function someCases(db: Reader, after: number) {
  return db
    .select({ row: useCases, about: caseAbouts.about, lexicon: caseAbouts.lexicon })
    .from(useCases)
    .leftJoin(caseAbouts, eq(caseAbouts.useCaseId, useCases.id))
    .where(gt(useCases.id, after))
    .orderBy(asc(useCases.id))
    .limit(AT_ONCE);
}

const findableOf = ({ row }: Pick<Read, "row">) => searchTexts(row.reference, row, [row.externalId, row.aiType]);
/** The order of a case's texts says nothing to the search. */
const sorted = (body: string) => [...new Set(body.split(" "))].sort().join(" ");

/**
 * Reads all cases and compares what the search knows of each with what it says. Cases that wait to be read, after an
 * upgrade, are none that went wrong. One pass over the cases and one over the index, some hundreds at a time.
 */
export async function checkIndex(db: Reader): Promise<Misfound[]> {
  const allRead = (await readBookmark(db, INDEXED_WITH)) === String(LEXICON);
  const found: Misfound[] = [];
  const expected = new Map<string, { cases: number; ids: number }>();
  let after = 0;
  for (let some = await someCases(db, after); some.length > 0; some = await someCases(db, after)) {
    const bodies = await bodiesOf(
      db,
      some.map(({ row }) => row.id),
    );
    for (const one of some) {
      const { row, about, lexicon } = one;
      const findable = findableOf(one);
      if (sorted(bodies.get(row.id) ?? "") !== sorted(bodyOf(findable)))
        found.push({ of: row.reference, what: "words" });
      const stale =
        about === null ? allRead : lexicon === LEXICON && JSON.stringify(about) !== JSON.stringify(findable.about);
      if (stale) found.push({ of: row.reference, what: "meanings" });
      for (const concept of conceptsOf(about ?? [])) {
        const { cases, ids } = expected.get(concept) ?? { cases: 0, ids: 0 };
        expected.set(concept, { cases: cases + 1, ids: ids + row.id });
      }
    }
    after = some.at(-1)?.row.id ?? 0;
  }
  return [...found, ...(await wrongWays(db, expected))].slice(0, AT_MOST);
}

/** Meanings that lead to other cases than those that are about them: told by how many, and by the sum of their ids. */
async function wrongWays(db: Reader, expected: Map<string, { cases: number; ids: number }>): Promise<Misfound[]> {
  const rows = await db
    .select({
      concept: caseConcepts.concept,
      cases: sql<number>`count(*)`.mapWith(Number),
      ids: sql<number>`sum(${caseConcepts.useCaseId})`.mapWith(Number),
    })
    .from(caseConcepts)
    .groupBy(caseConcepts.concept);
  const wrong: Misfound[] = [];
  for (const { concept, cases, ids } of rows) {
    const right = expected.get(concept);
    if (right?.cases !== cases || right.ids !== ids) wrong.push({ of: concept, what: "way back" });
    expected.delete(concept);
  }
  return [...wrong, ...[...expected.keys()].map((concept): Misfound => ({ of: concept, what: "way back" }))];
}

/** Makes the words anew by which each case is found. @returns how many cases */
export async function rebuildWords(tx: Writer): Promise<number> {
  let count = 0;
  let after = 0;
  for (let some = await someCases(tx, after); some.length > 0; some = await someCases(tx, after)) {
    await indexCases(
      tx,
      some.map((one) => ({ useCaseId: one.row.id, texts: findableOf(one) })),
    );
    count += some.length;
    after = some.at(-1)?.row.id ?? 0;
  }
  return count;
}
