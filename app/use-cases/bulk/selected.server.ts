import { and, eq, inArray, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { findPerson } from "#app/people/find-person.server";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { people, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import { conditionsOf, type ListReader } from "../list/conditions.server";
import type { ListQuery } from "../list/query";
import { isStage } from "../stages";
import { TAG_LETTERS, tagNamed } from "../tags/tag-names";
import { type BulkChange, type BulkKind, MOST_CASES, type Seen } from "./bulk-input";
import { type Plan, type Planned, planOf } from "./plan";

/** What a later room knows of the gate that a case passes when it is screened: how many requirements are missing, by case. */
export interface Screening {
  missing(db: Reader, ids: readonly number[]): Promise<Map<number, number>>;
  /** Moves cases that were planned to be, and answers the version of each. */
  move(tx: Writer, actor: Actor, ids: readonly number[]): Promise<Map<number, number>>;
  /** Takes one back to where it waited. */
  moveBack(tx: Writer, actor: Actor, id: number): Promise<void>;
}

const AT_ONCE = 1_000;

export function inParts<One>(all: readonly One[], size = AT_ONCE): One[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** The change that a form asks for. @throws Refusal 409 where no one person, or no tag, is meant */
export async function changeAsked(db: Reader, kind: BulkKind, to: string): Promise<BulkChange> {
  if (kind === "screen") return { kind };
  if (kind === "assign") {
    const person = await findPerson(db, to);
    if (!person) throw new Refusal(409, "list.refusal.nobody-to-assign");
    return { kind, ownerId: person.id, owner: person.name };
  }
  const tag = tagNamed(to);
  if (!tag || tag.name.length > TAG_LETTERS) throw new Refusal(409, "list.refusal.no-tag", { letters: TAG_LETTERS });
  return { kind, tag: tag.name };
}

/** The same from a preview, which names the owner by id. @throws Refusal 409 where they are there no more */
export async function changeMeant(db: Reader, kind: BulkKind, to: string): Promise<BulkChange> {
  if (kind !== "assign" || !/^\d{1,15}$/.test(to)) return changeAsked(db, kind, to);
  const [person] = await db
    .select({ ownerId: people.id, owner: people.name })
    .from(people)
    .where(and(eq(people.id, Number(to)), eq(people.active, true)));
  if (!person) throw new Refusal(409, "list.refusal.nobody-to-assign");
  return { kind, ...person };
}

/** The cases of a view, oldest first. @throws Refusal 409 where they are more than one act may change */
export async function selectedIn(db: Reader, query: ListQuery, reader: ListReader, kind: BulkKind): Promise<number[]> {
  const conditions = conditionsOf(db.engine, query, reader);
  const most = MOST_CASES[kind];
  const rows = await db.rows<{ id: number }>(
    sql`SELECT u.id AS id FROM use_cases u WHERE ${sql.join([...conditions, sql`1 = 1`], sql` AND `)} ORDER BY u.id LIMIT ${most + 1}`,
  );
  if (rows.length > most) throw new Refusal(409, "list.refusal.too-many-cases", { most });
  return rows.map(({ id }) => id);
}

const listed = (ids: readonly number[]) =>
  sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );

export type BulkCase = Planned & { title: (typeof useCases.$inferSelect)["title"] };

/** These cases with all that a plan must know of them. Three queries for each thousand. */
export async function readPlanned(
  db: Reader,
  ids: readonly number[],
  change: BulkChange,
  screening: Screening,
): Promise<BulkCase[]> {
  const found: BulkCase[] = [];
  const folded = "tag" in change ? (tagNamed(change.tag)?.folded ?? "") : "";
  for (const part of inParts(ids)) {
    const rows = await db
      .select({
        id: useCases.id,
        version: useCases.version,
        reference: useCases.reference,
        title: shownTitle,
        stage: useCases.stage,
        authorId: useCases.authorId,
        coAuthorId: useCases.coAuthorId,
        ownerId: useCases.ownerId,
        technicalOwnerId: useCases.technicalOwnerId,
        departmentId: useCases.departmentId,
      })
      .from(useCases)
      .where(inArray(useCases.id, part))
      .orderBy(useCases.id);
    const tags =
      "tag" in change
        ? await db.rows<{ id: number; tags: number; tagged: number }>(
            sql`SELECT c.use_case_id AS id, count(*) AS tags, sum(CASE WHEN t.folded = ${folded} THEN 1 ELSE 0 END) AS tagged
                FROM case_tags c JOIN tags t ON t.id = c.tag_id WHERE c.use_case_id IN (${listed(part)}) GROUP BY 1`,
          )
        : [];
    const tagsOf = new Map(tags.map((row) => [row.id, row]));
    const waiting = rows.filter(({ stage }) => stage === "submitted").map(({ id }) => id);
    const missing = change.kind === "screen" ? await screening.missing(db, waiting) : new Map<number, number>();
    for (const row of rows) {
      found.push({
        ...row,
        stage: isStage(row.stage) ? row.stage : null,
        tagged: Number(tagsOf.get(row.id)?.tagged ?? 0) > 0,
        tags: Number(tagsOf.get(row.id)?.tags ?? 0),
        missing: missing.get(row.id) ?? 0,
      });
    }
  }
  return found;
}

/** What the act would do to the cases of a view now. */
export async function previewBulk(
  db: Reader,
  actor: Actor,
  asked: { query: ListQuery; change: BulkChange },
  reader: ListReader,
  screening: Screening,
): Promise<Plan<BulkCase>> {
  const { query, change } = asked;
  const ids = await selectedIn(db, query, reader, change.kind);
  return planOf(actor, change, await readPlanned(db, ids, change, screening));
}

/** The same as it was previewed, looked at again: what changed since is left. */
export async function planAgain(
  tx: Writer,
  actor: Actor,
  asked: { cases: readonly Seen[]; change: BulkChange },
  screening: Screening,
): Promise<Plan<BulkCase>> {
  const { cases, change } = asked;
  const most = MOST_CASES[change.kind];
  if (cases.length > most) throw new Refusal(409, "list.refusal.too-many-cases", { most });
  const seen = new Map(cases.map(({ id, version }) => [id, version]));
  return planOf(actor, change, await readPlanned(tx, [...seen.keys()], change, screening), seen);
}
