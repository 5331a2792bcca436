import { and, asc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Evidence } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { kpis, people, reports, useCases } from "#db/schema.server";
import { dueIn } from "./due.server";

/**
 * Cases that are listed to a reader: their own drafts, and all that is no draft. To be used with `useCases` joined.
 * Who asks for one case, or one thing of it, was let in at its door (`refuseHidden`), which knows more than its author.
 */
const listedTo = (personId: number) =>
  or(isNull(useCases.stage), ne(useCases.stage, "draft"), eq(useCases.authorId, personId));

export interface ReportFilter {
  ids?: readonly number[];
  /** KPIs that the reader has opened already. */
  kpiIds?: readonly number[];
  quarter?: Quarter | undefined;
  useCaseId?: number | undefined;
  kpiId?: number | undefined;
  /** Null: cases without a department. */
  departmentId?: number | null | undefined;
  evidence?: Evidence | undefined;
}

const inOf = (departmentId: number | null | undefined): SQL | undefined => {
  if (departmentId === undefined) return undefined;
  return departmentId === null ? isNull(useCases.departmentId) : eq(useCases.departmentId, departmentId);
};

/** Reports with their KPI, case and reporter, by id, after one of them. One query. */
export async function readReports(
  db: Reader,
  personId: number,
  filter: ReportFilter,
  page: { after: number; limit: number },
) {
  const { ids, kpiIds, quarter, useCaseId, kpiId, departmentId, evidence } = filter;
  return db
    .select({ report: reports, kpi: kpis.name, unit: kpis.unit, reference: useCases.reference, by: people.name })
    .from(reports)
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .innerJoin(kpis, eq(kpis.id, reports.kpiId))
    .innerJoin(people, eq(people.id, reports.reportedBy))
    .where(
      and(
        gt(reports.id, page.after),
        ids && inArray(reports.id, [...ids]),
        kpiIds && inArray(reports.kpiId, [...kpiIds]),
        quarter && eq(reports.quarter, quarter),
        useCaseId === undefined ? undefined : eq(reports.useCaseId, useCaseId),
        kpiId === undefined ? undefined : eq(reports.kpiId, kpiId),
        inOf(departmentId),
        evidence === undefined ? undefined : eq(reports.evidence, evidence),
        ids === undefined && kpiIds === undefined && useCaseId === undefined ? listedTo(personId) : undefined,
      ),
    )
    .orderBy(asc(reports.id))
    .limit(page.limit);
}

export type ListedReport = Awaited<ReturnType<typeof readReports>>[number];

export interface KpiFilter {
  id?: number;
  useCaseId?: number | undefined;
  ownerId?: number | undefined;
  /** Due in this quarter: it covers it, and its case is live. */
  dueIn?: Quarter | undefined;
  /** Due in this quarter, and not reported. */
  missingIn?: Quarter | undefined;
}

/** KPIs with their case and owner, by id, after one of them. One query. */
export async function readKpis(
  db: Reader,
  personId: number,
  filter: KpiFilter,
  page: { after: number; limit: number },
) {
  const { id, useCaseId, ownerId, dueIn: due, missingIn } = filter;
  return db
    .select({ kpi: kpis, reference: useCases.reference, owner: people.name })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .where(
      and(
        gt(kpis.id, page.after),
        id === undefined ? undefined : eq(kpis.id, id),
        useCaseId === undefined ? undefined : eq(kpis.useCaseId, useCaseId),
        ownerId === undefined ? undefined : eq(kpis.ownerId, ownerId),
        due && dueIn(due),
        missingIn && dueIn(missingIn),
        missingIn &&
          sql`not exists (select 1 from ${reports} where ${reports.kpiId} = ${kpis.id} and ${reports.quarter} = ${missingIn})`,
        id === undefined && useCaseId === undefined ? listedTo(personId) : undefined,
      ),
    )
    .orderBy(asc(kpis.id))
    .limit(page.limit);
}
