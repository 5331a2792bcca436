/** Cases that share what is told of a need: a bounded look into the index, however many cases there are. */
import { inArray, type SQL, sql } from "drizzle-orm";
import { ALL_CASES, conceptsOf } from "#db/abouts.server";
import type { Reader } from "#db/client.server";
import { caseConcepts, conceptCounts } from "#db/schema.server";
import type { About } from "./concepts";
import { type Rarity, tellingOf } from "./likeness";

/** Entries of the index that are looked at: what bounds the time, whatever the size of the register. */
const LOOKED_AT = 6_000;
/** Of the rarest meanings at least so many newest cases each, even where all the rest is spent. */
const LEAST_EACH = 400;
const MEANINGS = 16;
const CANDIDATES = 40;

/** How rare these meanings are in the register. */
export async function rarityOf(db: Reader, concepts: readonly string[]): Promise<Rarity> {
  const rows = await db
    .select()
    .from(conceptCounts)
    .where(inArray(conceptCounts.concept, [ALL_CASES, ...concepts]));
  const counts = new Map(rows.map(({ concept, cases }) => [concept, cases]));
  return { cases: counts.get(ALL_CASES) ?? 0, casesWith: (concept) => counts.get(concept) ?? 0 };
}

/** The ids of the cases that share the most with what is told, the most telling meanings first. */
export async function sharing(db: Reader, about: readonly About[], rarity: Rarity): Promise<number[]> {
  const telling = conceptsOf(about)
    .map((concept) => ({ concept, weight: tellingOf(concept, rarity), cases: rarity.casesWith(concept) }))
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.weight - a.weight || a.cases - b.cases)
    .slice(0, MEANINGS);
  let left = LOOKED_AT;
  const parts: SQL[] = [];
  for (const { concept, weight, cases } of telling) {
    const taken = Math.min(cases, left);
    if (taken < Math.min(cases, LEAST_EACH)) break;
    left -= taken;
    // The newest first, where there are more than can be looked at.
    parts.push(sql`select * from (
      select ${caseConcepts.useCaseId} as id, ${weight} + 0.0 as weight from ${caseConcepts}
      where ${caseConcepts.concept} = ${concept} order by ${caseConcepts.useCaseId} desc limit ${taken}) as part`);
  }
  if (parts.length === 0) return [];
  const rows = await db.rows<{ id: number }>(
    sql`select id from (${sql.join(parts, sql` union all `)}) as shared
      group by id order by sum(weight) desc, id desc limit ${CANDIDATES}`,
  );
  return rows.map(({ id }) => Number(id));
}
