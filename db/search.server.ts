/**
 * Full-text search over use cases: FTS5 on SQLite, a tsvector on PostgreSQL. All that differs by engine is here.
 * Both engines get the same folded words, so that they find the same cases: accents, case and punctuation do not count.
 */
import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { fold } from "#app/kernel/told";
import type { About } from "#app/use-cases/similar/concepts";
import { forgetAbouts, indexAbouts } from "./abouts.server";
import type { Reader, Writer } from "./client.server";
import { idsOf } from "./id-list.server";

// The search tables are made by hand in the migrations: a virtual table is none of drizzle's.
const fts = sqliteTable("use_case_search", { id: integer("rowid"), body: text("body").notNull() });
const vectors = sqliteTable("use_case_search", {
  id: integer("use_case_id").primaryKey(),
  body: text("body").notNull(),
});

const MAXIMUM_WORDS = 12;
const MAXIMUM_LETTERS = 60;

/** The words of a text as both engines know them: letters and digits, folded. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.slice(0, MAXIMUM_LETTERS));
}

/** What finds a case: its words, and what it is about. */
interface Findable {
  texts: readonly string[];
  about: About[];
}

/** A case's words as they are kept. */
export const bodyOf = ({ texts }: Pick<Findable, "texts">): string => wordsOf(texts.join(" ")).join(" ");

/** The words that are kept of each of these cases. */
export async function bodiesOf(db: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  const table = db.engine === "sqlite" ? fts : vectors;
  const rows = await db
    .select({ id: table.id, body: table.body })
    .from(table)
    .where(inArray(table.id, [...ids]));
  return new Map(rows.flatMap(({ id, body }) => (id === null ? [] : [[id, body] as const])));
}

/** Makes a case findable by this, instead of that by which it was. */
export function indexCase(tx: Writer, useCaseId: number, found: Findable): Promise<void> {
  return indexCases(tx, [{ useCaseId, texts: found }]);
}

/** The same for some hundreds of cases at once. `areNew`: none of them was findable before. */
export async function indexCases(
  tx: Writer,
  cases: readonly { useCaseId: number; texts: Findable }[],
  { areNew = false } = {},
): Promise<void> {
  if (cases.length === 0) return;
  const entries = cases.map(({ useCaseId, texts }) => ({ id: useCaseId, body: bodyOf(texts) }));
  const about = cases.map(({ useCaseId, texts }) => ({ useCaseId, about: texts.about }));
  await indexAbouts(tx, about, { areNew });
  if (tx.engine === "sqlite") {
    const ids = entries.map(({ id }) => id);
    if (!areNew) await tx.delete(fts).where(inArray(fts.id, ids));
    await tx.insertMany(fts, entries);
  } else if (areNew) {
    await tx.insertMany(vectors, entries);
  } else {
    const body = sql`excluded.body`;
    await tx.insert(vectors).values(entries).onConflictDoUpdate({ target: vectors.id, set: { body } });
  }
}

export async function forgetCase(tx: Writer, useCaseId: number): Promise<void> {
  await forgetAbouts(tx, [useCaseId]);
  if (tx.engine === "sqlite") await tx.delete(fts).where(eq(fts.id, useCaseId));
  else await tx.delete(vectors).where(eq(vectors.id, useCaseId));
}

/** The ids of the cases that hold every word of what was typed, or a word that begins with it: a subquery for `IN`. */
export function idsMatching(engine: Reader["engine"], typed: string): SQL {
  const words = [...new Set(wordsOf(typed))].slice(0, MAXIMUM_WORDS);
  if (words.length === 0) return sql`(SELECT 0 AS id)`;
  if (engine === "sqlite") {
    const query = words.map((word) => `"${word}"*`).join(" ");
    return sql`(SELECT rowid AS id FROM use_case_search WHERE use_case_search MATCH ${query})`;
  }
  const query = words.map((word) => `${word}:*`).join(" & ");
  return sql`(SELECT use_case_id AS id FROM use_case_search WHERE words @@ to_tsquery('simple', ${query}))`;
}

/** The same cases as a list. */
export const casesMatching = (db: Reader, typed: string): Promise<Uint32Array> =>
  idsOf(db, sql`SELECT id FROM ${idsMatching(db.engine, typed)} AS matching`);
