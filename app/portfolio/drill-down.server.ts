import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { MEASURED } from "#app/kernel/evidence";
import { minor } from "#app/kernel/money";
import { PROMISED_STAGES } from "#app/use-cases/promise";
import type { Reader } from "#db/client.server";
import { caseQuarters, costs, departments, forecasts, kpis, people, reports, useCases } from "#db/schema.server";
import type { Filters } from "./filters";

const PAGE = 50;

/** Cases of a department; 0 is of none, null is all. To be used with `useCases` joined. */
export function inDepartment(departmentId: number | null): SQL | undefined {
  if (departmentId === null) return undefined;
  return departmentId === 0 ? isNull(useCases.departmentId) : eq(useCases.departmentId, departmentId);
}

const place = ({ departmentId, case: reference }: Filters): (SQL | undefined)[] => [
  inDepartment(departmentId),
  reference === null ? undefined : eq(useCases.reference, reference),
];

type Quartered = typeof reports.quarter | typeof costs.quarter | typeof caseQuarters.quarter | typeof forecasts.quarter;

const inTime = (column: Quartered, { quarter, until }: Filters): (SQL | undefined)[] => [
  quarter === null ? undefined : eq(column, quarter),
  until === null ? undefined : lte(column, until),
];

function ofEvidence({ evidence }: Filters): SQL | undefined {
  if (evidence === null) return undefined;
  if (evidence === "proven") return gte(reports.evidence, MEASURED);
  return eq(reports.evidence, Number(evidence) as 0 | 1 | 2 | 3);
}

const total = (column: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
const count = sql<number>`count(*)`.mapWith(Number);

/** The amount and the id after which a page begins: `-1200~34`. */
export function cursorFrom(text: string | null): { amount: number; id: number } | null {
  const parts = /^(-?\d{1,16})~(\d{1,12})$/.exec(text ?? "");
  return parts ? { amount: Number(parts[1]), id: Number(parts[2]) } : null;
}

const after = (
  amount: SQL | typeof reports.realisedMinor | typeof costs.amountMinor,
  id: Parameters<typeof sql>[1],
  text: string | null,
) => {
  const cursor = cursorFrom(text);
  return cursor
    ? sql`(${amount} < ${cursor.amount} or (${amount} = ${cursor.amount} and ${id} > ${cursor.id}))`
    : undefined;
};

/** The reports behind a number, largest first, one page, with the exact total of all pages. Two queries. */
export async function readReportsBehind(db: Reader, filters: Filters, cursor: string | null) {
  const meant = and(...inTime(reports.quarter, filters), ...place(filters), ofEvidence(filters));
  const [sums] = await db
    .select({
      realised: total(reports.realisedMinor),
      reports: count,
      inMoney: sql<number>`count(${reports.realisedMinor})`.mapWith(Number),
    })
    .from(reports)
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .where(meant);
  const found = await db
    .select({
      id: reports.id,
      quarter: reports.quarter,
      actual: reports.actual,
      evidence: reports.evidence,
      realised: reports.realisedMinor,
      review: reports.review,
      kpi: kpis.name,
      unit: kpis.unit,
      owner: people.name,
      reference: useCases.reference,
      title: useCases.title,
      department: departments.name,
    })
    .from(reports)
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .innerJoin(kpis, eq(kpis.id, reports.kpiId))
    .innerJoin(people, eq(people.id, reports.reportedBy))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .where(and(meant, isNotNull(reports.realisedMinor), after(reports.realisedMinor, reports.id, cursor)))
    .orderBy(desc(reports.realisedMinor), asc(reports.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    rows,
    /** Null where no report is worth money. */
    total: sums?.inMoney ? minor(sums.realised) : null,
    reports: sums?.reports ?? 0,
    inMoney: sums?.inMoney ?? 0,
    next: found.length > PAGE && last ? `${last.realised}~${last.id}` : null,
  };
}

/** The costs behind a number, largest first. Two queries. */
export async function readCostsBehind(db: Reader, filters: Filters, cursor: string | null) {
  const meant = and(...inTime(costs.quarter, filters), ...place(filters));
  const [sums] = await db
    .select({ cost: total(costs.amountMinor), entries: count })
    .from(costs)
    .innerJoin(useCases, eq(useCases.id, costs.useCaseId))
    .where(meant);
  const found = await db
    .select({
      id: costs.id,
      quarter: costs.quarter,
      kind: costs.kind,
      amount: costs.amountMinor,
      note: costs.note,
      enteredBy: people.name,
      enteredOn: costs.enteredOn,
      reference: useCases.reference,
      title: useCases.title,
    })
    .from(costs)
    .innerJoin(useCases, eq(useCases.id, costs.useCaseId))
    .innerJoin(people, eq(people.id, costs.enteredBy))
    .where(and(meant, after(costs.amountMinor, costs.id, cursor)))
    .orderBy(desc(costs.amountMinor), asc(costs.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    rows,
    /** Null where no cost was entered. */
    total: sums?.entries ? minor(sums.cost) : null,
    entries: sums?.entries ?? 0,
    next: found.length > PAGE && last ? `${last.amount}~${last.id}` : null,
  };
}

/** The cases behind a promise, largest promise first, each with what it brought and cost. Four queries. */
export async function readCasesBehind(db: Reader, filters: Filters, cursor: string | null) {
  const promised = total(forecasts.benefitMinor);
  const cut = cursorFrom(cursor);
  const meant = and(
    inArray(useCases.stage, [...PROMISED_STAGES]),
    ...inTime(forecasts.quarter, filters),
    ...place(filters),
  );
  const [sums] = await db
    .select({
      forecast: promised,
      forecastCost: total(forecasts.costMinor),
      cases: sql<number>`count(distinct ${useCases.id})`.mapWith(Number),
    })
    .from(forecasts)
    .innerJoin(useCases, eq(useCases.id, forecasts.useCaseId))
    .where(meant);
  const found = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      forecast: promised,
      forecastCost: total(forecasts.costMinor),
    })
    .from(forecasts)
    .innerJoin(useCases, eq(useCases.id, forecasts.useCaseId))
    .where(meant)
    .groupBy(useCases.id, useCases.reference, useCases.title)
    .having(
      cut
        ? sql`sum(${forecasts.benefitMinor}) < ${cut.amount} or (sum(${forecasts.benefitMinor}) = ${cut.amount} and ${useCases.id} > ${cut.id})`
        : undefined,
    )
    .orderBy(desc(promised), asc(useCases.id))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const kept = {
    realised: total(caseQuarters.realisedMinor),
    valued: total(caseQuarters.valuedReports),
    cost: total(caseQuarters.costMinor),
    spent: total(caseQuarters.costEntries),
  };
  const [whole] = await db
    .select(kept)
    .from(caseQuarters)
    .innerJoin(useCases, eq(useCases.id, caseQuarters.useCaseId))
    .where(and(...inTime(caseQuarters.quarter, filters), ...place(filters)));
  const ids = page.map(({ id }) => id);
  const brought = ids.length
    ? await db
        .select({ id: caseQuarters.useCaseId, ...kept })
        .from(caseQuarters)
        .where(and(inArray(caseQuarters.useCaseId, ids), ...inTime(caseQuarters.quarter, filters)))
        .groupBy(caseQuarters.useCaseId)
    : [];
  const last = page.at(-1);
  return {
    rows: page.map((row) => {
      const own = brought.find(({ id }) => id === row.id);
      return {
        reference: row.reference,
        title: row.title,
        forecast: minor(row.forecast),
        forecastCost: minor(row.forecastCost),
        realised: own?.valued ? minor(own.realised) : null,
        cost: own?.spent ? minor(own.cost) : null,
      };
    }),
    total: {
      forecast: sums?.cases ? minor(sums.forecast) : null,
      forecastCost: sums?.cases ? minor(sums.forecastCost) : null,
      /** Of all cases, those without a promise too. */
      realised: whole?.valued ? minor(whole.realised) : null,
    },
    cases: sums?.cases ?? 0,
    next: found.length > PAGE && last ? `${last.forecast}~${last.id}` : null,
  };
}

/** The name of what is filtered: its department and its case. Two queries. */
export async function readFilterNames(db: Reader, filters: Filters) {
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  const [found] = filters.case
    ? await db
        .select({ reference: useCases.reference, title: useCases.title })
        .from(useCases)
        .where(eq(useCases.reference, filters.case))
    : [];
  return { departments: offered, case: found ?? null };
}

export type FilterNames = Awaited<ReturnType<typeof readFilterNames>>;
