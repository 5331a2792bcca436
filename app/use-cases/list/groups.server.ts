import { sql } from "drizzle-orm";
import { type Minor, minor } from "#app/kernel/money";
import type { Reader } from "#db/client.server";
import { conditionsOf, type ListReader } from "./conditions.server";
import type { Facets } from "./facets";
import { groupOf, type Placed } from "./group";
import { GROUPS, type Group } from "./order";
import { isFiltered, type ListQuery, NONE } from "./query";

/** What stands over a group: how many cases of the view it has, and what they promise and brought together. */
export interface GroupTotals {
  /** A stage or a department's id; `none` is not known. */
  value: string;
  cases: number;
  npvMinor: Minor | null;
  realisedMinor: Minor | null;
}

/** The groups that stand on a page. At most one query. */
export async function readGroups(
  db: Reader,
  query: ListQuery,
  reader: ListReader,
  facets: Facets,
  rows: readonly Placed[],
): Promise<GroupTotals[]> {
  const { group } = query;
  if (group === null || rows.length === 0) return [];
  const values = [...new Set(rows.map((row) => groupOf(group, row)))];
  const sums = await readSums(db, query, group, values, reader);
  return values.map((value) => ({
    value,
    cases: facets[group].find((choice) => choice.value === value)?.cases ?? 0,
    npvMinor: sums.get(value)?.npvMinor ?? null,
    realisedMinor: sums.get(value)?.realisedMinor ?? null,
  }));
}

type SumRow = { value: string | null; npv: number | null; realised: number | null };

const listed = (values: readonly (string | number)[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** Stages and departments as kept sums name them, where those that are not known have a name as well. */
const keptNames = (of: Group, values: readonly string[]): (string | number)[] =>
  values.map((value) => (of === "stage" ? (value === NONE ? "" : value) : value === NONE ? 0 : Number(value)));

const COLUMN = { stage: sql.raw("stage"), department: sql.raw("department_id") } as const;

async function readSums(
  db: Reader,
  query: ListQuery,
  group: Group,
  values: readonly string[],
  reader: ListReader,
): Promise<Map<string, Pick<GroupTotals, "npvMinor" | "realisedMinor">>> {
  const chosen = { ...query, [group]: values };
  const isKept = !isFiltered({ ...query, stage: [], department: [] });
  const found = isKept
    ? GROUPS.filter((of) => chosen[of].length > 0).map(
        (of) => sql`${COLUMN[of]} IN (${listed(keptNames(of, chosen[of]))})`,
      )
    : conditionsOf(db.engine, chosen, reader);
  const where = sql.join(found, sql` AND `);
  // Kept sums cost the same however large the register is; with other filters on, what is left is added up.
  const rows = await db.rows<SumRow>(
    isKept
      ? sql`SELECT CAST(${COLUMN[group]} AS text) AS value, sum(npv) AS npv, nullif(sum(realised), 0) AS realised FROM (
            SELECT stage, department_id, npv_minor AS npv, NULL AS realised FROM case_values WHERE valued > 0
            UNION ALL SELECT stage, department_id, NULL,
              declared_minor + estimated_minor + measured_minor + validated_minor FROM rollups WHERE valued_reports > 0
          ) AS kept WHERE ${where} AND stage <> 'draft' GROUP BY 1`
      : sql`SELECT CAST(u.${COLUMN[group]} AS text) AS value, sum(s.npv_minor) AS npv, sum(s.realised_minor) AS realised
          FROM use_cases u JOIN standings s ON s.use_case_id = u.id WHERE ${where} GROUP BY 1`,
  );
  const amount = (sum: number | null) => (sum === null ? null : minor(Number(sum)));
  return new Map(
    rows.map(({ value, npv, realised }) => [
      value === null || value === "" || value === "0" ? NONE : value,
      { npvMinor: amount(npv), realisedMinor: amount(realised) },
    ]),
  );
}
