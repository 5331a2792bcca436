import { asc, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import { readTotals } from "../dashboard.server";
import type { Filters } from "../filters";
import { type Figures, figuresOf, gradesOf, type Sums } from "../sums";

/** The figures of one department in one quarter. */
export interface FigureRow extends Figures {
  quarter: Quarter;
  /** 0: cases without a department. */
  departmentId: number;
  name: Told | null;
  grades: Sums["grades"] | readonly [null, null, null, null];
}

/** What each department brought, cost and promised, quarter by quarter: they add up to the dashboard. Two queries. */
export async function readFigures(
  db: Reader,
  { quarter, departmentId }: Pick<Filters, "quarter" | "departmentId">,
): Promise<FigureRow[]> {
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  const where = departmentId === null ? sql`department_id <> ${WHOLE}` : sql`department_id = ${departmentId}`;
  const rows = await readTotals(db, quarter === null ? where : sql`${where} and quarter = ${quarter}`);
  return rows
    .map((sums) => ({
      quarter: sums.quarter,
      departmentId: sums.departmentId,
      name: offered.find(({ id }) => id === sums.departmentId)?.name ?? null,
      grades: gradesOf(sums),
      ...figuresOf(sums),
    }))
    .sort((a, b) => a.quarter.localeCompare(b.quarter) || a.departmentId - b.departmentId);
}
