import { type SQL, sql } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { idsMatching } from "#db/search.server";
import type { HiddenScores } from "../hidden-scores.server";
import { type Facet, type ListQuery, NONE } from "./query";

export interface DepartmentName {
  id: number;
  name: Told;
}

/** Who reads the list, and when: their own drafts are on it, and some scores may be hidden from them. */
export interface ListReader {
  personId: number;
  hidden: HiddenScores;
  today: Day;
  /** All departments, in the order of their names as the reader reads them. */
  departments: readonly DepartmentName[];
}

const listed = (values: readonly (string | number)[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

function anyOf(column: SQL, values: readonly string[], as: (text: string) => string | number = String): SQL[] {
  if (values.length === 0) return [];
  const known = values.filter((value) => value !== NONE).map(as);
  const parts = [
    ...(known.length === 1 ? [sql`${column} = ${known[0]}`] : []),
    ...(known.length > 1 ? [sql`${column} IN (${listed(known)})`] : []),
    ...(known.length < values.length ? [sql`${column} IS NULL`] : []),
  ];
  return [parts.length === 1 && parts[0] ? parts[0] : sql`(${sql.join(parts, sql` OR `)})`];
}

const TAGGED = sql.raw("SELECT use_case_id FROM case_tags");

function withTag(values: readonly string[]): SQL[] {
  if (values.length === 0) return [];
  const known = values.filter((value) => value !== NONE).map(Number);
  const parts = [
    ...(known.length > 0 ? [sql`u.id IN (${TAGGED} WHERE tag_id IN (${listed(known)}))`] : []),
    ...(known.length < values.length ? [sql`u.id NOT IN (${TAGGED})`] : []),
  ];
  return [sql`(${sql.join(parts, sql` OR `)})`];
}

/** Drafts are those of their author and co-author alone. */
export const isSeenBy = (personId: number): SQL =>
  sql`(u.stage IS NULL OR u.stage <> 'draft' OR u.author_id = ${personId} OR u.co_author_id = ${personId})`;

/** The reader's own drafts, by who wrote them: of all drafts of the register they are few. */
export function isOwnDraft(personId: number): SQL {
  const parts = ["author_id", "co_author_id"].map(
    (column) => sql`SELECT id FROM use_cases WHERE ${sql.identifier(column)} = ${personId} AND stage = 'draft'`,
  );
  return sql`u.id IN (${sql.join(parts, sql` UNION `)})`;
}

function isParty(personId: number): SQL {
  // Each part by its own index, which an OR of the four would not take on both engines.
  const columns = ["author_id", "co_author_id", "owner_id", "technical_owner_id"];
  const parts = columns.map((column) => sql`SELECT id FROM use_cases WHERE ${sql.identifier(column)} = ${personId}`);
  return sql`u.id IN (${sql.join(parts, sql` UNION `)})`;
}

/** The filters by a case's own marks and its tags, as conditions on `u`. */
export function marksOf({ stage, department, aiType, source, campaign, tag }: Pick<ListQuery, Facet>): SQL[] {
  return [
    ...anyOf(sql`u.stage`, stage),
    ...anyOf(sql`u.department_id`, department, Number),
    ...anyOf(sql`u.ai_type`, aiType),
    ...anyOf(sql`coalesce(u.external_source, u.source)`, source),
    ...anyOf(sql`u.campaign_id`, campaign, Number),
    ...withTag(tag),
  ];
}

/** The cases of a view, as conditions on `use_cases u`. */
export function conditionsOf(
  engine: Reader["engine"],
  query: ListQuery,
  { personId, today }: Pick<ListReader, "personId" | "today">,
): SQL[] {
  const { q, stage, owner, mine, older } = query;
  return [
    ...(stage.length === 1 && stage[0] === "draft" ? [isOwnDraft(personId)] : []),
    ...(stage.length === 0 || (stage.length > 1 && stage.includes("draft")) ? [isSeenBy(personId)] : []),
    ...marksOf(query),
    // A few cases of many: by their own index, not by walking the whole order.
    ...anyOf(sql`owner_id`, ownerOf(owner), Number).map((is) => sql`u.id IN (SELECT id FROM use_cases WHERE ${is})`),
    ...(mine ? [isParty(personId)] : []),
    ...(older === null ? [] : [sql`u.stage_since <= ${addDays(today, -older)}`]),
    ...(query.case.length > 0 ? [sql`u.id IN (${listed(query.case.map(Number))})`] : []),
    ...(q ? [sql`u.id IN ${idsMatching(engine, q)}`] : []),
  ];
}

/** A name that nobody was found by filters nothing: the page says so beside it. */
const ownerOf = (owner: string | null): string[] =>
  owner !== null && (owner === NONE || /^\d{1,15}$/.test(owner)) ? [owner] : [];
