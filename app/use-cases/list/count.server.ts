import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { conditionsOf, isOwnDraft, type ListReader, marksOf } from "./conditions.server";
import {
  addFacets,
  type Cell,
  type Choice,
  countFacets,
  type Facets,
  type Found,
  facetsOf,
  foundFacets,
  keptValue,
  type Only,
  onlyFilter,
  type Total,
} from "./facets";
import { FACETS, type Facet, type ListQuery, NONE } from "./query";

type CellRow = Cell & Record<string, unknown>;
const NO_FACETS = { stage: [], department: [], aiType: [], source: [], campaign: [], tag: [] } as const;

const allOf = (conditions: readonly SQL[]) => sql.join([...conditions, sql`1 = 1`], sql` AND `);

/** The choices of the filters: from kept counts, or counted over what a search found or the reader has. */
export async function readFacets(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const { q, mine, owner, older } = query;
  const kept = !q && !mine && owner === null && older === null && query.case.length === 0;
  const only = kept ? onlyFilter(query) : undefined;
  if (only === undefined) {
    if (!kept || query.tag.length > 0) return foundFacets(await countFound(db, query, reader), query);
    const counted = addFacets(countFacets(await readKinds(db, query), query), await ownDrafts(db, query, reader));
    return { ...counted, tag: await countTags(db, query, reader) };
  }
  return addFacets(facetsOf(await readTotals(db, only), only), await ownDrafts(db, query, reader));
}

const VALUES: Record<Facet, SQL> = {
  stage: sql`u.stage`,
  department: sql`CAST(u.department_id AS text)`,
  aiType: sql`u.ai_type`,
  source: sql`coalesce(u.external_source, u.source)`,
  campaign: sql`CAST(u.campaign_id AS text)`,
  tag: sql`CAST(c.tag_id AS text)`,
};

/**
 * Each filter counted over the cases that pass the others. The cases are found once, and the database adds them up: the
 * thousands that a search may find come back as some dozens of rows.
 */
function countFound(db: Reader, query: ListQuery, reader: ListReader): Promise<Found[]> {
  if (isByAgeAlone(query)) return countByAge(db, query, reader);
  const found = conditionsOf(db.engine, { ...query, ...NO_FACETS }, reader);
  const counts = FACETS.map((facet) => {
    const others = marksOf({ ...query, [facet]: [] });
    const from = facet === "tag" ? sql`found u JOIN case_tags c ON c.use_case_id = u.id` : sql`found u`;
    return sql`SELECT ${sql.raw(`'${facet}'`)} AS facet, coalesce(${VALUES[facet]}, '') AS value, count(*) AS cases
      FROM ${from} WHERE ${allOf(others)} GROUP BY 2`;
  });
  return db.rows<Found & Record<string, unknown>>(
    sql`WITH found AS MATERIALIZED (SELECT u.id, u.stage, u.department_id, u.ai_type, u.external_source, u.source, u.campaign_id
        FROM use_cases u WHERE ${allOf(found)}) ${sql.join(counts, sql` UNION ALL `)}`,
  );
}

/** No other filter than an age and marks: the kinds of cases are added up in the order of one index, none of them read. */
const isByAgeAlone = ({ q, mine, owner, older, case: cases }: ListQuery): boolean =>
  older !== null && !q && !mine && owner === null && cases.length === 0;

function countByAge(db: Reader, query: ListQuery, reader: ListReader): Promise<Found[]> {
  const found = conditionsOf(db.engine, { ...query, ...NO_FACETS }, reader);
  const tagged = marksOf({ ...query, ...NO_FACETS, tag: query.tag });
  const counts = FACETS.map((facet) => {
    const name = sql.raw(`'${facet}'`);
    if (facet !== "tag") {
      const others = marksOf({ ...query, [facet]: [], tag: [] });
      return sql`SELECT ${name} AS facet, coalesce(${VALUES[facet]}, '') AS value, sum(u.cases) AS cases
        FROM kinds u WHERE ${allOf(others)} GROUP BY 2`;
    }
    return sql`SELECT ${name} AS facet, ${VALUES.tag} AS value, count(*) AS cases
      FROM use_cases u JOIN case_tags c ON c.use_case_id = u.id
      WHERE ${allOf([...found, ...marksOf({ ...query, tag: [] })])} GROUP BY 2`;
  });
  return db.rows<Found & Record<string, unknown>>(
    sql`WITH kinds AS MATERIALIZED (
          SELECT u.stage, u.department_id, u.ai_type, u.external_source, u.source, u.campaign_id, count(*) AS cases
          FROM use_cases u WHERE ${allOf([...found, ...tagged])} GROUP BY 1, 2, 3, 4, 5, 6)
        ${sql.join(counts, sql` UNION ALL `)}`,
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

const COLUMNS = {
  stage: "stage",
  department: "CAST(department_id AS text)",
  aiType: "ai_type",
  source: "source",
  campaign: "CAST(campaign_id AS text)",
} as const;

/**
 * The kinds that fail at most one of the filters: all others count nowhere. Raw, because there may be thousands: drizzle
 * would spend longer on shaping them than the database on reading.
 */
function readKinds(db: Reader, query: ListQuery): Promise<Cell[]> {
  const kept = (facet: keyof typeof COLUMNS, value: string) =>
    facet === "campaign" && value === NONE ? "0" : keptValue(facet, value);
  const failed = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const facet = name as keyof typeof COLUMNS;
    if (query[facet].length === 0) return [];
    const values = query[facet].map((value) => sql`${kept(facet, value)}`);
    return [sql`CASE WHEN ${sql.raw(column)} IN (${sql.join(values, sql`, `)}) THEN 0 ELSE 1 END`];
  });
  const few = failed.length > 0 ? sql` AND ${sql.join(failed, sql` + `)} <= 1` : sql``;
  return db.rows<CellRow>(
    sql`SELECT stage, department_id AS "departmentId", ai_type AS "aiType", source, campaign_id AS "campaignId", cases
        FROM case_counts WHERE cases > 0 AND stage <> 'draft'${few}`,
  );
}

/** Drafts are counted for those who see them, and kept in no total. */
async function ownDrafts(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const conditions = conditionsOf(db.engine, { ...query, ...NO_FACETS, tag: query.tag, stage: ["draft"] }, reader);
  const drafts = await db.rows<CellRow>(
    sql`SELECT 'draft' AS "stage", coalesce(u.department_id, 0) AS "departmentId", coalesce(u.ai_type, '') AS "aiType",
          coalesce(u.external_source, u.source, '') AS "source", coalesce(u.campaign_id, 0) AS "campaignId", 1 AS "cases"
        FROM use_cases u WHERE ${isOwnDraft(reader.personId)} AND ${allOf(conditions)}`,
  );
  return countFacets(drafts, query);
}
