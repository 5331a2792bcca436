/** Keeps the columns of a database's cases fresh in this process: before each use, what changed since the last is read. */
import { setImmediate as breath } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { type Marked, Marks } from "./marks";

/** A reading of so many holds up others for some milliseconds. */
const AT_ONCE = 1_000;

/** `number` is null where nothing changed; the register's name is told all the same. */
type Changed = Marked & Record<string, unknown> & { register: number; number: number | null };

/** The cases that changed after that number, in the order in which they did, with how they stand now. One query. */
const changedSince = (number: number) => sql`
  SELECT r.register AS register, c.number AS number, c.use_case_id AS id, CASE WHEN u.id IS NULL THEN 0 ELSE 1 END AS there, u.stage AS stage,
    u.department_id AS department, u.ai_type AS "aiType", coalesce(u.external_source, u.source) AS source,
    u.campaign_id AS campaign, u.author_id AS author, u.co_author_id AS "coAuthor", u.owner_id AS owner,
    u.technical_owner_id AS "technicalOwner", CAST(replace(u.stage_since, '-', '') AS bigint) AS since, u.updated_at AS updated,
    u.title_folded AS "titleFolded", s.value AS value, s.complexity AS complexity, s.npv_minor AS npv,
    s.realised_minor AS realised,
    (SELECT string_agg(CAST(t.tag_id AS text), ',') FROM case_tags t WHERE t.use_case_id = c.use_case_id) AS tags
  FROM (SELECT coalesce((SELECT number FROM case_changes WHERE use_case_id = 0), 0) AS register) AS r
  LEFT JOIN (SELECT use_case_id, number FROM case_changes WHERE number > ${number} ORDER BY number LIMIT ${AT_ONCE}) AS c ON 1 = 1
  LEFT JOIN use_cases u ON u.id = c.use_case_id
  LEFT JOIN standings s ON s.use_case_id = c.use_case_id`;

class Kept {
  marks = new Marks();
  #register: number | null = null;
  #known = 0;
  #now: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  /** Resolves when all that was committed before this call is in the columns. */
  refresh(db: Reader): Promise<void> {
    if (this.#next) return this.#next;
    if (!this.#now) return this.#begin(db);
    // What is being read now may have begun before the caller's own write: one more reading serves all who wait.
    this.#next = this.#now.catch(() => undefined).then(() => this.#begin(db));
    return this.#next;
  }

  #begin(db: Reader): Promise<void> {
    this.#next = null;
    this.#now = this.#read(db).finally(() => {
      this.#now = null;
    });
    return this.#now;
  }

  async #read(db: Reader): Promise<void> {
    for (;;) {
      const rows = await db.rows<Changed>(changedSince(this.#known));
      const register = rows[0]?.register ?? 0;
      if (register !== this.#register) {
        const isFirst = this.#register === null;
        this.#register = register;
        this.#known = 0;
        this.marks = new Marks();
        if (!isFirst) continue;
      }
      for (const row of rows) {
        if (row.number === null) continue;
        this.marks.put(row);
        this.#known = Math.max(this.#known, row.number);
      }
      if (rows.length < AT_ONCE) return;
      await breath();
    }
  }
}

const kept = new WeakMap<Reader["select"], Kept>();

/** All cases as they stood when this was called, or later: what was committed before is in them. */
export async function freshMarks(db: Reader): Promise<Marks> {
  // What a transaction has written may yet be taken back: it is kept for nobody.
  const known = ("writes" in db ? undefined : kept.get(db.select)) ?? new Kept();
  if (!("writes" in db)) kept.set(db.select, known);
  await known.refresh(db);
  return known.marks;
}
