/** What is kept of the cases by one mark and by two, and of what they promise: how it follows from the kinds and from the cases. */
import { sql } from "drizzle-orm";
import type { Reader, Writer } from "#db/client.server";

/** The marks of a case that it has one of, as totals keep them; campaigns only where there is one. */
const MARKS = [
  ["stage", "stage", "true"],
  ["department", "CAST(department_id AS text)", "true"],
  ["aiType", "ai_type", "true"],
  ["source", "source", "true"],
  ["campaign", "CAST(campaign_id AS text)", "campaign_id <> 0"],
] as const;

const KINDS = "case_counts WHERE stage <> 'draft'";

const TAGGED = `(SELECT c.tag_id, coalesce(u.stage, '') AS stage, coalesce(u.department_id, 0) AS department_id,
  coalesce(u.ai_type, '') AS ai_type, coalesce(u.external_source, u.source, '') AS source,
  coalesce(u.campaign_id, 0) AS campaign_id FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id) AS tagged
  WHERE stage <> 'draft'`;

const NO_MARK = ["", "''", "true"] as const;

/** Each mark alone and beside each other one, and each tag alone and beside each mark. */
const COUNTED = [
  ...[NO_MARK, ...MARKS].flatMap(([within, among, where]) =>
    MARKS.filter(([facet]) => facet !== within).map(
      ([facet, value, there]) =>
        `SELECT '${within}' AS w, ${among} AS among, '${facet}' AS facet, ${value} AS value, cases FROM ${KINDS} AND ${where} AND ${there}`,
    ),
  ),
  ...[NO_MARK, ...MARKS].map(
    ([within, among, where]) =>
      `SELECT '${within}', ${among}, 'tag', CAST(tag_id AS text), 1 FROM ${TAGGED} AND ${where}`,
  ),
  ...MARKS.map(
    ([facet, value, where]) =>
      `SELECT 'tag', CAST(tag_id AS text), '${facet}', ${value}, 1 FROM ${TAGGED} AND ${where}`,
  ),
];

/** The counts of the list's filters, from the counts of the kinds and from the tags. */
const FACETS = sql.raw(
  `SELECT w AS "within", among, facet, value, sum(cases) AS cases FROM (${COUNTED.join(" UNION ALL ")}) AS counted_marks
  GROUP BY 1, 2, 3, 4`,
);

/** What the cases of each stage and department promise. */
const VALUES = sql`
  SELECT coalesce(u.stage, '') AS stage, coalesce(u.department_id, 0) AS department_id, count(*) AS valued,
    sum(s.npv_minor) AS npv_minor
  FROM standings s JOIN use_cases u ON u.id = s.use_case_id WHERE s.npv_minor IS NOT NULL GROUP BY 1, 2`;

/** Cases of which no change was ever noted: no list would know of them. */
const UNNOTED = sql`SELECT id FROM use_cases WHERE id NOT IN (SELECT use_case_id FROM case_changes)`;

/** How many cases a stage has, how many of them promise something, and how much; drafts are their author’s alone. */
export interface StageTotal {
  /** Null is not known. */
  stage: string | null;
  cases: number;
  valued: number;
  npvMinor: number;
}

/** The totals of each stage, from what is kept: the cost does not grow with the cases. One query. */
export async function stageTotals(db: Reader, departmentId: number | null): Promise<StageTotal[]> {
  const here = departmentId === null ? sql`true` : sql`department_id = ${departmentId}`;
  const [within, among] = departmentId === null ? ["", ""] : ["department", String(departmentId)];
  const rows = await db.rows<Record<string, string | number>>(sql`
    SELECT stage, sum(cases) AS cases, sum(valued) AS valued, sum(npv) AS npv FROM (
      SELECT value AS stage, cases, 0 AS valued, 0 AS npv FROM facet_counts
        WHERE "within" = ${within} AND among = ${among} AND facet = 'stage'
      UNION ALL SELECT stage, 0, sum(valued), sum(npv_minor) FROM case_values WHERE stage <> 'draft' AND ${here} GROUP BY stage
    ) AS kept GROUP BY stage HAVING sum(cases) > 0`);
  return rows.map((row) => ({
    stage: row.stage === "" ? null : String(row.stage),
    cases: Number(row.cases),
    valued: Number(row.valued),
    npvMinor: Number(row.npv),
  }));
}

/** A kept total that is not what it stands for, and by how much. */
export interface MiskeptTotal {
  kept: "facet_counts" | "case_values" | "case_changes";
  of: string;
  off: number;
}

const AT_MOST = 20;

/** Proves the kept totals, given that the kinds were proved: see `checkCounts`. */
export async function checkTotals(db: Reader): Promise<MiskeptTotal[]> {
  const facets = await db.rows<Record<string, string | number>>(sql`
    SELECT "within", among, facet, value, sum(cases) AS off FROM (
      SELECT "within", among, facet, value, cases FROM facet_counts
      UNION ALL SELECT "within", among, facet, value, -cases FROM (${FACETS}) AS counted
    ) AS both_sides GROUP BY 1, 2, 3, 4 HAVING sum(cases) <> 0 ORDER BY 1, 2, 3, 4 LIMIT ${AT_MOST}`);
  const values = await db.rows<Record<string, string | number>>(sql`
    SELECT stage, department_id, sum(valued) AS valued, sum(npv_minor) AS off FROM (
      SELECT stage, department_id, valued, npv_minor FROM case_values
      UNION ALL SELECT stage, department_id, -valued, -npv_minor FROM (${VALUES}) AS summed
    ) AS both_sides GROUP BY 1, 2 HAVING sum(valued) <> 0 OR sum(npv_minor) <> 0 ORDER BY 1, 2 LIMIT ${AT_MOST}`);
  const unnoted = await db.rows<{ id: number }>(sql`${UNNOTED} ORDER BY 1 LIMIT ${AT_MOST}`);
  return [
    ...unnoted.map(({ id }): MiskeptTotal => ({ kept: "case_changes", of: `case ${id}`, off: -1 })),
    ...facets.map(({ within, among, facet, value, off }): MiskeptTotal => {
      const of = within ? `${facet} ${value || "unknown"} of ${within} ${among || "unknown"}` : `${facet} ${value}`;
      return { kept: "facet_counts", of, off: Number(off) };
    }),
    ...values.map(({ stage, department_id: department, valued, off }): MiskeptTotal => {
      const of = `stage ${stage || "unknown"}, department ${department || "none"}`;
      return { kept: "case_values", of, off: Number(off) || Number(valued) };
    }),
  ];
}

/** Works the kept totals out anew, once the kinds were counted. */
export async function rebuildTotals(tx: Writer): Promise<void> {
  for (const table of ["facet_counts", "case_values"]) {
    await tx.rows(sql`DELETE FROM ${sql.identifier(table)} RETURNING 1`);
  }
  await tx.rows(sql`INSERT INTO facet_counts ("within", among, facet, value, cases) ${FACETS} RETURNING 1`);
  await tx.rows(sql`INSERT INTO case_values (stage, department_id, valued, npv_minor) ${VALUES} RETURNING 1`);
  // Under another name the register is read anew by every process that knows it.
  await tx.rows(sql`UPDATE case_changes SET number = number - 1 WHERE use_case_id = 0 RETURNING 1`);
  await tx.rows(sql`INSERT INTO case_changes (use_case_id, number) SELECT id,
    coalesce((SELECT max(number) FROM case_changes WHERE number > 0), 0) + row_number() OVER (ORDER BY id) FROM (${UNNOTED}) AS unnoted RETURNING 1`);
}
