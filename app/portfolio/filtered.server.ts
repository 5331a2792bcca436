import { and, eq, gt, gte, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { MEASURED } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import type { Reader } from "#db/client.server";
import { type caseQuarters, costs, type forecasts, quarterTotals, reports, useCases } from "#db/schema.server";
import type { Filters } from "./filters";

export const PAGE = 50;

/** Cases of a department; 0 is of none, null is all. To be used with `useCases` joined. */
export function inDepartment(departmentId: number | null): SQL | undefined {
  if (departmentId === null) return undefined;
  return departmentId === 0 ? isNull(useCases.departmentId) : eq(useCases.departmentId, departmentId);
}

export const place = ({ departmentId, case: reference }: Filters): (SQL | undefined)[] => [
  inDepartment(departmentId),
  reference === null ? undefined : eq(useCases.reference, reference),
];

type Quartered =
  | typeof reports.quarter
  | typeof costs.quarter
  | typeof caseQuarters.quarter
  | typeof forecasts.quarter
  | typeof quarterTotals.quarter;

export const inTime = (column: Quartered, { quarter, until }: Filters): (SQL | undefined)[] => [
  quarter === null ? undefined : eq(column, quarter),
  until === null ? undefined : lte(column, until),
];

export function ofEvidence({ evidence }: Filters): SQL | undefined {
  if (evidence === null) return undefined;
  if (evidence === "proven") return gte(reports.evidence, MEASURED);
  return eq(reports.evidence, Number(evidence) as 0 | 1 | 2 | 3);
}

export const total = (column: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
export const count = sql<number>`count(*)`.mapWith(Number);

/** The amount and the id after which a page begins: `-1200~34`. */
export function cursorFrom(text: string | null): { amount: number; id: number } | null {
  const parts = /^(-?\d{1,16})~(\d{1,12})$/.exec(text ?? "");
  return parts ? { amount: Number(parts[1]), id: Number(parts[2]) } : null;
}

export const after = (
  amount: SQL | typeof reports.realisedMinor | typeof costs.amountMinor,
  id: Parameters<typeof sql>[1],
  text: string | null,
) => {
  const cursor = cursorFrom(text);
  return cursor
    ? sql`(${amount} < ${cursor.amount} or (${amount} = ${cursor.amount} and ${id} > ${cursor.id}))`
    : undefined;
};

/** What is kept of the filters' quarters and department; of one case nothing is. One query. */
export async function keptOf(db: Reader, filters: Filters) {
  const own = quarterTotals;
  const realised = sql`${own.declaredMinor} + ${own.estimatedMinor} + ${own.measuredMinor} + ${own.validatedMinor}`;
  const [kept] = await db
    .select({
      realised: total(realised),
      reports: total(own.reports),
      inMoney: total(own.valuedReports),
      cost: total(own.costMinor),
      entries: total(own.costEntries),
      forecast: total(own.forecastBenefitMinor),
      forecastCost: total(own.forecastCostMinor),
    })
    .from(own)
    .where(and(eq(own.departmentId, filters.departmentId ?? WHOLE), ...inTime(own.quarter, filters)));
  if (!kept) throw new Error("A sum always answers a row");
  return kept;
}

/** Fewer rows than this are read and put in order sooner than they are found among all. */
const FEW = 10_000;

const ORDERED = {
  reports: { rows: reports, amount: reports.realisedMinor, kept: quarterTotals.valuedReports },
  costs: { rows: costs, amount: costs.amountMinor, kept: quarterTotals.costEntries },
} as const;

/**
 * The rows of the page that begins after the cursor, as a condition: the largest of each quarter, from the end of its
 * index, among which the page is. Where few rows are meant, those. At most one query.
 */
export async function largest(
  db: Reader,
  what: keyof typeof ORDERED,
  filters: Filters,
  { meant, cursor, many, page = PAGE }: { meant: SQL | undefined; cursor: string | null; many: number; page?: number },
): Promise<SQL | undefined> {
  const { rows, amount, kept } = ORDERED[what];
  const onward = and(isNotNull(amount), after(amount, rows.id, cursor));
  if (filters.case !== null || many < FEW) return and(meant, onward);
  const quarters = filters.quarter === null ? await quartersMeant(db, kept, filters) : [filters.quarter];
  const joined = filters.departmentId === null ? sql`` : sql` join ${useCases} on ${useCases.id} = ${rows.useCaseId}`;
  const ends = quarters.map(
    (quarter) => sql`select * from (select ${rows.id} as id from ${rows}${joined}
      where ${and(eq(rows.quarter, quarter), meant, onward)} order by ${amount} desc, ${rows.id} limit ${page + 1}) as found`,
  );
  return ends.length ? sql`${rows.id} in (${sql.join(ends, sql` union all `)})` : sql`1 = 0`;
}

async function quartersMeant(
  db: Reader,
  kept: typeof quarterTotals.valuedReports | typeof quarterTotals.costEntries,
  filters: Filters,
): Promise<Quarter[]> {
  const found = await db
    .select({ quarter: quarterTotals.quarter })
    .from(quarterTotals)
    .where(and(eq(quarterTotals.departmentId, WHOLE), gt(kept, 0), ...inTime(quarterTotals.quarter, filters)));
  return found.map(({ quarter }) => quarter);
}
