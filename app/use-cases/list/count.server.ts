import { type SQL, sql } from "drizzle-orm";
import { addDays } from "#app/kernel/day";
import type { Reader } from "#db/client.server";
import { conditionsOf, isOwnDraft, type ListReader, marksOf } from "./conditions.server";
import {
  addFacets,
  type Cell,
  type Choice,
  countFacets,
  type Facets,
  facetsOf,
  inOrder,
  keptValue,
  type Only,
  onlyFilter,
  type Total,
} from "./facets";
import { type KindColumns, readKindsOf } from "./kinds.server";
import { type ListQuery, NONE } from "./query";

type CellRow = Cell & Record<string, unknown>;
const NO_FACETS = { stage: [], department: [], aiType: [], source: [], campaign: [], tag: [] } as const;

const allOf = (conditions: readonly SQL[]) => sql.join([...conditions, sql`1 = 1`], sql` AND `);

/** The choices of the filters: from kept counts, or counted over what a search found or the reader has. */
export async function readFacets(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const { q, mine, owner, older } = query;
  const kept = !q && !mine && owner === null && older === null && query.case.length === 0;
  const only = kept ? onlyFilter(query) : undefined;
  if (only === undefined) {
    if (!kept || query.tag.length > 0) return countFound(db, query, reader);
    const counted = addFacets(countFacets(await readKinds(db, query), query), await ownDrafts(db, query, reader));
    return { ...counted, tag: await countTags(db, query, reader) };
  }
  return addFacets(facetsOf(await readTotals(db, only), only), await ownDrafts(db, query, reader));
}

const OF_CASES: KindColumns = {
  stage: sql`coalesce(u.stage, '')`,
  departmentId: sql`coalesce(u.department_id, 0)`,
  aiType: sql`coalesce(u.ai_type, '')`,
  source: sql`coalesce(u.external_source, u.source, '')`,
  campaignId: sql`coalesce(u.campaign_id, 0)`,
  cases: sql`1`,
};

/** Each filter counted over the cases that pass the others: the cases are found once, and their kinds added up here. */
async function countFound(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const others = { ...query, ...NO_FACETS, tag: query.tag };
  const { older } = others;
  // The ages of many cases are read beside their marks in one index, not by going from each age to its case.
  const aged = older === null || !isByAgeAlone(query) ? [] : [isOlder(older, reader)];
  const found = conditionsOf(db.engine, aged.length > 0 ? { ...others, older: null } : others, reader);
  const counted = query.tag.length === 0 ? allOf(marksOf(query)) : null;
  const { cells, tags } = await readKindsOf(
    db,
    OF_CASES,
    sql`use_cases u WHERE ${allOf([...found, ...aged])}`,
    counted,
  );
  // Beside chosen tags, the others are counted over more cases than those that have them.
  const tag = counted ? inOrder(tags) : await countTags(db, query, reader);
  return { ...countFacets(cells, query), tag };
}

/** No other filter than an age and marks, which most cases pass. */
const isByAgeAlone = ({ q, mine, owner, tag, case: cases }: ListQuery): boolean =>
  !q && !mine && owner === null && tag.length === 0 && cases.length === 0;

const isOlder = (days: number, { today }: ListReader): SQL =>
  sql`coalesce(u.stage_since, '9999-12-31') <= ${addDays(today, -days)}`;

/** A case has several tags: each is counted over the cases that pass all the other filters. */
async function countTags(db: Reader, query: ListQuery, reader: ListReader): Promise<Choice[]> {
  const found = conditionsOf(db.engine, { ...query, tag: [] }, reader);
  // The cases first, then their tags, which SQLite keeps to in a cross join: all tags of the register are read otherwise.
  return db.rows<Choice & Record<string, unknown>>(
    sql`SELECT CAST(c.tag_id AS text) AS value, count(*) AS cases FROM use_cases u CROSS JOIN case_tags c
        WHERE c.use_case_id = u.id AND ${allOf(found)} GROUP BY 1 ORDER BY 2 DESC, 1`,
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

const OF_COUNTS: KindColumns = {
  stage: sql`stage`,
  departmentId: sql`department_id`,
  aiType: sql`ai_type`,
  source: sql`source`,
  campaignId: sql`campaign_id`,
  cases: sql`cases`,
};

/** The kinds that fail at most one of the filters: all others count nowhere. */
async function readKinds(db: Reader, query: ListQuery): Promise<Cell[]> {
  const kept = (facet: keyof typeof COLUMNS, value: string) =>
    facet === "campaign" && value === NONE ? "0" : keptValue(facet, value);
  const failed = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const facet = name as keyof typeof COLUMNS;
    if (query[facet].length === 0) return [];
    const values = query[facet].map((value) => sql`${kept(facet, value)}`);
    return [sql`CASE WHEN ${sql.raw(column)} IN (${sql.join(values, sql`, `)}) THEN 0 ELSE 1 END`];
  });
  const few = failed.length > 0 ? sql` AND ${sql.join(failed, sql` + `)} <= 1` : sql``;
  const from = sql`case_counts WHERE cases > 0 AND stage <> 'draft'${few}`;
  return (await readKindsOf(db, OF_COUNTS, from, null)).cells;
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
