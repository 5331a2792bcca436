/** The look into the index of meanings, in each engine's own quickest way: both find the same cases in the same order. */
import { type SQL, sql } from "drizzle-orm";
import type { About } from "#app/use-cases/similar/concepts";
import { ALL_CASES } from "./abouts.server";
import type { Reader } from "./client.server";
import { prepared } from "./prepared.server";
import { caseAbouts, caseConcepts, conceptCounts, useCases } from "./schema.server";

/** One meaning of which the newest cases are looked at, `taken` of them, each for so much. */
export interface Posting {
  concept: string;
  weight: number;
  taken: number;
}

export interface Sharing {
  id: number;
  reference: string;
  stage: string | null;
  departmentId: number | null;
  about: About[];
}

/** One text with all the words in it: a list of hundreds of parameters would take longer to read than to answer. */
function amongWords(engine: Reader["engine"]): SQL {
  const words = sql.placeholder("words");
  return engine === "sqlite"
    ? sql`${conceptCounts.concept} in (select value from json_each(${words}))`
    : sql`${conceptCounts.concept} = any (array(select jsonb_array_elements_text(${words}::jsonb)))`;
}

const counted = prepared<{ words: string }, typeof conceptCounts.$inferSelect>((db) =>
  db.select().from(conceptCounts).where(amongWords(db.engine)),
);

/** In how many cases each of these meanings stands; under `ALL_CASES` how many cases there are. */
export async function countsOf(db: Reader, concepts: readonly string[]): Promise<Map<string, number>> {
  const rows = await counted(db, { words: JSON.stringify([ALL_CASES, ...concepts]) });
  return new Map(rows.map(({ concept, cases }) => [concept, cases]));
}

/** A branch for each meaning: SQLite knows no lateral join, and reads branches as fast. */
function entriesOfSqlite(postings: readonly Posting[]): SQL {
  const parts = postings.map(
    ({ concept, weight, taken }) => sql`select * from (
      select ${caseConcepts.useCaseId} as id, ${weight} + 0.0 as weight from ${caseConcepts}
      where ${caseConcepts.concept} = ${concept} order by ${caseConcepts.useCaseId} desc limit ${taken})`,
  );
  return sql.join(parts, sql` union all `);
}

/** One lateral join, with weights that are floats: a parameter beside a number would be summed as a decimal, thrice as slow. */
function entriesOfPostgres(postings: readonly Posting[]): SQL {
  return sql`select unnest(array(
        select ${caseConcepts.useCaseId} from ${caseConcepts} where ${caseConcepts.concept} = asked.concept
        order by ${caseConcepts.useCaseId} desc limit asked.taken
      )) as id, asked.weight as weight
    from jsonb_to_recordset(${JSON.stringify(postings)}::jsonb) as asked(concept text, weight float8, taken int)`;
}

/** The cases that share the most with what is asked, the most telling first, and what they are about. */
export async function sharingMost(db: Reader, postings: readonly Posting[], most: number): Promise<Sharing[]> {
  if (postings.length === 0) return [];
  const entries = db.engine === "sqlite" ? entriesOfSqlite(postings) : entriesOfPostgres(postings);
  const rows = await db.rows<Omit<Sharing, "about"> & { about: string }>(sql`
    select ${useCases.id} as id, ${useCases.reference} as reference, ${useCases.stage} as stage,
      ${useCases.departmentId} as "departmentId", ${caseAbouts.about} as about
    from (select id from (${entries}) as entries group by id order by sum(weight) desc, id desc limit ${most}) as shared
    inner join ${useCases} on ${useCases.id} = shared.id
    inner join ${caseAbouts} on ${caseAbouts.useCaseId} = shared.id`);
  return rows.map(({ about, ...row }) => ({ ...row, about: JSON.parse(about) as About[] }));
}
