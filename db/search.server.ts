/**
 * Full-text search over use cases: FTS5 on SQLite, a tsvector on PostgreSQL. All that differs by engine is here.
 * Both engines get the same folded words, so that they find the same cases: accents, case and punctuation do not count.
 */
import { eq, type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { fold } from "#app/kernel/told";
import type { Reader, Writer } from "./client.server";

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

/** Makes a case findable by these texts, instead of those by which it was. */
export async function indexCase(tx: Writer, useCaseId: number, texts: readonly (string | null | undefined)[]) {
  const body = wordsOf(texts.filter(Boolean).join(" ")).join(" ");
  if (tx.engine === "sqlite") {
    await tx.delete(fts).where(eq(fts.id, useCaseId));
    await tx.insert(fts).values({ id: useCaseId, body });
  } else {
    await tx.insert(vectors).values({ id: useCaseId, body }).onConflictDoUpdate({ target: vectors.id, set: { body } });
  }
}

export async function forgetCase(tx: Writer, useCaseId: number): Promise<void> {
  if (tx.engine === "sqlite") await tx.delete(fts).where(eq(fts.id, useCaseId));
  else await tx.delete(vectors).where(eq(vectors.id, useCaseId));
}

/** The ids of the cases that hold every word of what was typed, or a word that begins with it: a subquery for `IN`. */
export function idsMatching(engine: Reader["engine"], typed: string): SQL {
  const words = [...new Set(wordsOf(typed))].slice(0, MAXIMUM_WORDS);
  if (words.length === 0) return sql`(SELECT 0)`;
  if (engine === "sqlite") {
    const query = words.map((word) => `"${word}"*`).join(" ");
    return sql`(SELECT rowid FROM use_case_search WHERE use_case_search MATCH ${query})`;
  }
  const query = words.map((word) => `${word}:*`).join(" & ");
  return sql`(SELECT use_case_id FROM use_case_search WHERE words @@ to_tsquery('simple', ${query}))`;
}

/** Ids of the cases that share most of these words, the likest first. */
export async function idsSharing(db: Reader, words: readonly string[], limit: number): Promise<number[]> {
  const some = [...new Set(words.flatMap(wordsOf))].slice(0, MAXIMUM_WORDS);
  if (some.length === 0) return [];
  const found =
    db.engine === "sqlite"
      ? await db.rows<{ id: number }>(
          sql`SELECT rowid AS id FROM use_case_search
              WHERE use_case_search MATCH ${some.map((word) => `"${word}"`).join(" OR ")} ORDER BY rank LIMIT ${limit}`,
        )
      : await db.rows<{ id: number }>(
          sql`SELECT use_case_id AS id FROM use_case_search, to_tsquery('simple', ${some.join(" | ")}) AS query
              WHERE words @@ query ORDER BY ts_rank(words, query) DESC, use_case_id LIMIT ${limit}`,
        );
  return found.map(({ id }) => id);
}
