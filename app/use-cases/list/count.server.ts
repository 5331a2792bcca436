import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { conditionsOf, type ListReader } from "./conditions.server";
import {
  addFacets,
  type Cell,
  type Choice,
  countFacets,
  type Facets,
  facetsOf,
  keptValue,
  type Only,
  onlyFilter,
  type Total,
} from "./facets";
import type { ListQuery } from "./query";

type CellRow = Cell & Record<string, unknown>;
const NO_MARKS = { stage: [], department: [], aiType: [], source: [], campaign: [] } as const;
const NO_FACETS = { ...NO_MARKS, tag: [] } as const;

const allOf = (conditions: readonly SQL[]) => sql.join([...conditions, sql`1 = 1`], sql` AND `);

/** The choices of the filters: from kept counts, or counted over what a search found or the reader has. */
export async function readFacets(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const { q, mine, owner, older } = query;
  const kept = !q && !mine && owner === null && older === null && query.case.length === 0;
  const only = kept ? onlyFilter(query) : undefined;
  if (only === undefined) {
    const counted =
      kept && query.tag.length === 0
        ? addFacets(countFacets(await readKinds(db), query), await ownDrafts(db, query, reader))
        : countFacets(await countCells(db, query, reader), query);
    return { ...counted, tag: await countTags(db, query, reader) };
  }
  return addFacets(facetsOf(await readTotals(db, only), only), await ownDrafts(db, query, reader));
}

/** Counted over the cases that pass all filters but the marks, which the counting turns round. */
function countCells(db: Reader, query: ListQuery, reader: ListReader): Promise<Cell[]> {
  const found = conditionsOf(db.engine, { ...query, ...NO_MARKS }, reader);
  return db.rows<CellRow>(
    sql`SELECT coalesce(u.stage, '') AS "stage", coalesce(u.department_id, 0) AS "departmentId", coalesce(u.ai_type, '') AS "aiType",
          coalesce(u.external_source, u.source, '') AS "source", coalesce(u.campaign_id, 0) AS "campaignId", count(*) AS "cases"
        FROM use_cases u WHERE ${allOf(found)} GROUP BY 1, 2, 3, 4, 5`,
  );
}

/** A case has several tags: each is counted over the cases that pass all the other filters. */
async function countTags(db: Reader, query: ListQuery, reader: ListReader): Promise<Choice[]> {
  const found = conditionsOf(db.engine, { ...query, tag: [] }, reader);
  return db.rows<Choice & Record<string, unknown>>(
    sql`SELECT CAST(c.tag_id AS text) AS value, count(*) AS cases FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id
        WHERE ${allOf(found)} GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}

/** The kept counts by one mark, and those beside the values that are chosen. */
function readTotals(db: Reader, only: Only | null): Promise<Total[]> {
  const among = only?.values.map((value) => sql`${keptValue(only.facet, value)}`) ?? [];
  const beside = only
    ? sql` UNION ALL SELECT "within", among, facet, value, cases FROM facet_counts
          WHERE "within" = ${only.facet} AND among IN (${sql.join(among, sql`, `)})`
    : sql``;
  return db.rows<Total & Record<string, unknown>>(
    sql`SELECT "within", among, facet, value, cases FROM facet_counts WHERE "within" = '' AND among = ''${beside}`,
  );
}

/** Every kind. Raw, because there may be thousands: drizzle would spend longer on shaping them than the database on reading. */
function readKinds(db: Reader): Promise<Cell[]> {
  return db.rows<CellRow>(
    sql`SELECT stage, department_id AS "departmentId", ai_type AS "aiType", source, campaign_id AS "campaignId", cases
        FROM case_counts WHERE cases > 0 AND stage <> 'draft'`,
  );
}

/** Drafts are counted for those who see them, and kept in no total. */
async function ownDrafts(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const conditions = conditionsOf(db.engine, { ...query, ...NO_FACETS, tag: query.tag, stage: ["draft"] }, reader);
  const parts = ["author_id", "co_author_id"].map(
    (column) => sql`SELECT id FROM use_cases WHERE ${sql.identifier(column)} = ${reader.personId} AND stage = 'draft'`,
  );
  const drafts = await db.rows<CellRow>(
    sql`SELECT 'draft' AS "stage", coalesce(u.department_id, 0) AS "departmentId", coalesce(u.ai_type, '') AS "aiType",
          coalesce(u.external_source, u.source, '') AS "source", coalesce(u.campaign_id, 0) AS "campaignId", 1 AS "cases"
        FROM use_cases u WHERE u.id IN (${sql.join(parts, sql` UNION `)}) AND ${allOf(conditions)}`,
  );
  return countFacets(drafts, query);
}
