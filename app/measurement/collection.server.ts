import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { evidenceName } from "#app/kernel/evidence";
import { minor, sumKnown } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import type { Reader } from "#db/client.server";
import { departments, kpis, people, quarterTotals, reports, restatements, useCases } from "#db/schema.server";
import { addProgress, dueIn, type Progress, progressByOwner } from "./due.server";
import { knownQuarters } from "./quarters.server";

export interface OwnerProgress extends Progress {
  ownerId: number;
  owner: string;
}

export interface DepartmentProgress extends Progress {
  /** Null: cases without a department. */
  department: Told | null;
  departmentId: number | null;
  /** Those who still owe a value, the most first. */
  late: OwnerProgress[];
}

/** The collection of a quarter, department by department. Three queries. */
export async function readCollection(db: Reader, quarter: Quarter) {
  const rows = await progressByOwner(db, quarter);
  const names = rows.length
    ? await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(inArray(people.id, [...new Set(rows.map(({ ownerId }) => ownerId))]))
    : [];
  const places = await db.select({ id: departments.id, name: departments.name }).from(departments);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const ids = [...new Set(rows.map(({ departmentId }) => departmentId))];
  const byDepartment: DepartmentProgress[] = ids.map((departmentId) => {
    const own = rows.filter((row) => row.departmentId === departmentId);
    return {
      departmentId,
      department: places.find(({ id }) => id === departmentId)?.name ?? null,
      ...addProgress(own),
      late: own
        .filter(({ missing, sentBack }) => missing + sentBack > 0)
        .map((row) => ({ ...row, owner: nameOf.get(row.ownerId) ?? "" }))
        .sort((a, b) => b.missing + b.sentBack - (a.missing + a.sentBack) || a.owner.localeCompare(b.owner)),
    };
  });
  byDepartment.sort((a, b) => b.missing + b.sentBack - (a.missing + a.sentBack));
  return { byDepartment, total: addProgress(byDepartment) };
}

export type Collection = Awaited<ReturnType<typeof readCollection>>;

/** What stands above every page of a quarter. Two queries. */
export async function readQuarterHead(db: Reader, quarter: Quarter) {
  const known = await knownQuarters(db);
  const state = known.find((row) => row.quarter === quarter) ?? {
    quarter,
    status: "open" as const,
    closedBy: null,
    closedAt: null,
    hash: null,
    version: 0,
  };
  const [closer] = state.closedBy
    ? await db.select({ name: people.name }).from(people).where(eq(people.id, state.closedBy))
    : [];
  return {
    ...state,
    closer: closer?.name ?? null,
    known: known.map(({ quarter: of, status }) => ({ quarter: of, status })),
  };
}

export type QuarterHead = Awaited<ReturnType<typeof readQuarterHead>>;

const SHOWN = 100;

/** KPIs that are due and have no report: what the checklist lists, and what finance may restate after the close. */
export async function readMissing(db: Reader, quarter: Quarter) {
  return db
    .select({
      kpiId: kpis.id,
      name: kpis.name,
      reference: useCases.reference,
      title: useCases.title,
      owner: people.name,
      department: departments.name,
    })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(reports, and(eq(reports.kpiId, kpis.id), eq(reports.quarter, quarter)))
    .where(and(dueIn(quarter), isNull(reports.id)))
    .orderBy(asc(people.nameFolded), asc(useCases.id), asc(kpis.id))
    .limit(SHOWN);
}

/** The restatements of a quarter, oldest first. */
export async function readRestatements(db: Reader, quarter: Quarter) {
  return db
    .select({
      id: restatements.id,
      reportId: restatements.reportId,
      kpi: kpis.name,
      unit: kpis.unit,
      reference: useCases.reference,
      oldActual: restatements.oldActual,
      newActual: restatements.newActual,
      oldRealisedMinor: restatements.oldRealisedMinor,
      newRealisedMinor: restatements.newRealisedMinor,
      reason: restatements.reason,
      on: restatements.on,
      by: people.name,
    })
    .from(restatements)
    .innerJoin(reports, eq(reports.id, restatements.reportId))
    .innerJoin(kpis, eq(kpis.id, reports.kpiId))
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .innerJoin(people, eq(people.id, restatements.byId))
    .where(eq(restatements.quarter, quarter))
    .orderBy(asc(restatements.id));
}

/** What the quarter's reports and costs add up to; null where there is none. */
export async function readQuarterTotals(db: Reader, quarter: Quarter) {
  const [row] = await db
    .select({
      declared: quarterTotals.declaredMinor,
      estimated: quarterTotals.estimatedMinor,
      measured: quarterTotals.measuredMinor,
      validated: quarterTotals.validatedMinor,
      cost: quarterTotals.costMinor,
      valued: quarterTotals.valuedReports,
      entries: quarterTotals.costEntries,
    })
    .from(quarterTotals)
    .where(and(eq(quarterTotals.departmentId, WHOLE), eq(quarterTotals.quarter, quarter)));
  const known = row && row.valued > 0 ? row : null;
  const grades = ([0, 1, 2, 3] as const).map((grade) => ({
    grade,
    amount: known && minor(known[evidenceName(grade)]),
  }));
  return {
    grades,
    realised: sumKnown(grades.map(({ amount }) => amount)),
    proven: known && minor(known.measured + known.validated),
    cost: row && row.entries > 0 ? minor(row.cost) : null,
  };
}

export type QuarterTotals = Awaited<ReturnType<typeof readQuarterTotals>>;
