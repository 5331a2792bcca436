import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { indexAbouts } from "#db/abouts.server";
import type { Reader, Writer } from "#db/client.server";
import { caseAbouts, caseConcepts, conceptCounts, useCases } from "#db/schema.server";
import { readBookmark, setBookmark } from "./bookmark.server";
import { aboutOf, LEXICON } from "./concepts";
import { dictionary } from "./dictionary";

/** Under this name stands with which lexicon all cases were read. */
export const INDEXED_WITH = "similar.indexed-with";
/** Few enough that others who write hardly wait. */
const AT_ONCE = 500;

/** Cases that no lexicon was read for yet, or an older one: those of a database from before, or after a new version. */
async function indexSome(tx: Writer, after: number): Promise<number | null> {
  const rows = await tx
    .select({ id: useCases.id, title: useCases.title, need: useCases.need })
    .from(useCases)
    .leftJoin(caseAbouts, eq(caseAbouts.useCaseId, useCases.id))
    .where(and(gt(useCases.id, after), or(isNull(caseAbouts.lexicon), ne(caseAbouts.lexicon, LEXICON))))
    .orderBy(asc(useCases.id))
    .limit(AT_ONCE);
  if (rows.length === 0) return null;
  const abouts = rows.map((row) => ({ useCaseId: row.id, about: aboutOf(row) }));
  await indexAbouts(tx, abouts, { areNew: false });
  return rows.at(-1)?.id ?? null;
}

/** Reads what is not read yet, some cases at each run. Nobody's act: what is kept follows from what people wrote. */
export async function indexCasesLeft(tx: Writer): Promise<void> {
  // So that it is read before the first who types has to wait for it.
  dictionary();
  if ((await readBookmark(tx, INDEXED_WITH)) === String(LEXICON)) return;
  if ((await indexSome(tx, 0)) === null) await setBookmark(tx, INDEXED_WITH, String(LEXICON));
}

/** Reads all cases anew. @returns how many */
export async function rebuildAbouts(tx: Writer): Promise<number> {
  await tx.delete(caseConcepts).where(sql`true`);
  await tx.delete(conceptCounts).where(sql`true`);
  await tx.delete(caseAbouts).where(sql`true`);
  let last: number | null = 0;
  while (last !== null) last = await indexSome(tx, last);
  const [all] = await tx
    .select({ cases: conceptCounts.cases })
    .from(conceptCounts)
    .where(eq(conceptCounts.concept, ""));
  return all?.cases ?? 0;
}

export interface MisreadConcept {
  concept: string;
  kept: number;
  counted: number;
}

const AT_MOST = 20;

/** Meanings of which the kept count is not the number of their cases; under "" the number of cases that were read. */
export async function checkAbouts(db: Reader): Promise<MisreadConcept[]> {
  const rows = await db.rows<MisreadConcept & Record<string, unknown>>(sql`
    select concept, sum(kept) as kept, sum(counted) as counted from (
      select concept, cases as kept, 0 as counted from concept_counts
      union all select concept, 0, count(*) from case_concepts group by concept
      union all select '', 0, count(*) from case_abouts
    ) as both_sides
    group by concept having sum(kept) <> sum(counted) order by concept limit ${AT_MOST}`);
  return rows.map(({ concept, kept, counted }) => ({ concept, kept: Number(kept), counted: Number(counted) }));
}
