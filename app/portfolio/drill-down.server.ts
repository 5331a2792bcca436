import { and, asc, desc, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { minor } from "#app/kernel/money";
import { PROMISED_STAGES } from "#app/use-cases/promise";
import type { Reader } from "#db/client.server";
import { caseQuarters, costs, departments, forecasts, kpis, people, reports, useCases } from "#db/schema.server";
import { count, cursorFrom, inTime, keptOf, largest, ofEvidence, PAGE, place, total } from "./filtered.server";
import type { Filters } from "./filters";

async function sumsOfReports(db: Reader, { case: reference, departmentId }: Filters, meant: SQL | undefined) {
  const sums = db
    .select({
      realised: total(reports.realisedMinor),
      reports: count,
      inMoney: sql<number>`count(${reports.realisedMinor})`.mapWith(Number),
    })
    .from(reports);
  const joined =
    reference === null && departmentId === null ? sums : sums.innerJoin(useCases, eq(useCases.id, reports.useCaseId));
  const [row] = await joined.where(meant);
  return row ?? { realised: 0, reports: 0, inMoney: 0 };
}

/** The reports behind a number, largest first, one page, with the exact total of all pages. At most four queries. */
export async function readReportsBehind(db: Reader, filters: Filters, cursor: string | null, size = PAGE) {
  const meant = and(...inTime(reports.quarter, filters), ...place(filters), ofEvidence(filters));
  const kept = filters.case === null ? await keptOf(db, filters) : null;
  const sums = kept && filters.evidence === null ? kept : await sumsOfReports(db, filters, meant);
  const shown = await largest(db, "reports", filters, { meant, cursor, many: kept?.inMoney ?? 0, page: size });
  const found = await db
    .select({
      id: reports.id,
      quarter: reports.quarter,
      actual: reports.actual,
      evidence: reports.evidence,
      realised: reports.realisedMinor,
      share: reports.share,
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
    .where(shown)
    .orderBy(desc(reports.realisedMinor), asc(reports.id))
    .limit(size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return {
    rows,
    /** Null where no report is worth money. */
    total: sums.inMoney ? minor(sums.realised) : null,
    reports: sums.reports,
    inMoney: sums.inMoney,
    next: found.length > size && last ? `${last.realised}~${last.id}` : null,
  };
}

async function sumsOfCosts(db: Reader, meant: SQL | undefined) {
  const [row] = await db
    .select({ cost: total(costs.amountMinor), entries: count })
    .from(costs)
    .innerJoin(useCases, eq(useCases.id, costs.useCaseId))
    .where(meant);
  return row ?? { cost: 0, entries: 0 };
}

/** The costs behind a number, largest first. At most three queries. */
export async function readCostsBehind(db: Reader, filters: Filters, cursor: string | null, size = PAGE) {
  const meant = and(...inTime(costs.quarter, filters), ...place(filters));
  const kept = filters.case === null ? await keptOf(db, filters) : null;
  const sums = kept ?? (await sumsOfCosts(db, meant));
  const shown = await largest(db, "costs", filters, { meant, cursor, many: kept?.entries ?? 0, page: size });
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
    .where(shown)
    .orderBy(desc(costs.amountMinor), asc(costs.id))
    .limit(size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return {
    rows,
    /** Null where no cost was entered. */
    total: sums.entries ? minor(sums.cost) : null,
    entries: sums.entries,
    next: found.length > size && last ? `${last.amount}~${last.id}` : null,
  };
}

/** What one case promises and brought. Two queries. */
async function sumsOfCase(db: Reader, filters: Filters, promised: SQL | undefined) {
  const [planned] = await db
    .select({ forecast: total(forecasts.benefitMinor), forecastCost: total(forecasts.costMinor) })
    .from(forecasts)
    .innerJoin(useCases, eq(useCases.id, forecasts.useCaseId))
    .where(promised);
  const [brought] = await db
    .select({ realised: total(caseQuarters.realisedMinor), inMoney: total(caseQuarters.valuedReports) })
    .from(caseQuarters)
    .innerJoin(useCases, eq(useCases.id, caseQuarters.useCaseId))
    .where(and(...inTime(caseQuarters.quarter, filters), ...place(filters)));
  return { forecast: 0, forecastCost: 0, realised: 0, inMoney: 0, ...planned, ...brought };
}

/** The cases behind a promise, largest promise first, each with what it brought and cost. Four queries. */
export async function readCasesBehind(db: Reader, filters: Filters, cursor: string | null, size = PAGE) {
  const promised = total(forecasts.benefitMinor);
  const cut = cursorFrom(cursor);
  const stands = sql`coalesce(${forecasts.standsIn}, ${useCases.stage})`;
  const meant = and(inArray(stands, [...PROMISED_STAGES]), ...inTime(forecasts.quarter, filters), ...place(filters));
  const [promising] = await db
    .select({ cases: count })
    .from(useCases)
    .where(
      and(
        ...place(filters),
        exists(
          db
            .select({ one: sql`1` })
            .from(forecasts)
            .where(
              and(
                eq(forecasts.useCaseId, useCases.id),
                inArray(stands, [...PROMISED_STAGES]),
                ...inTime(forecasts.quarter, filters),
              ),
            ),
        ),
      ),
    );
  const cases = promising?.cases ?? 0;
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
    .limit(size + 1);
  const page = found.slice(0, size);
  const kept = {
    realised: total(caseQuarters.realisedMinor),
    valued: total(caseQuarters.valuedReports),
    cost: total(caseQuarters.costMinor),
    spent: total(caseQuarters.costEntries),
  };
  const whole = filters.case === null ? await keptOf(db, filters) : await sumsOfCase(db, filters, meant);
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
      forecast: cases ? minor(whole.forecast) : null,
      forecastCost: cases ? minor(whole.forecastCost) : null,
      /** Of all cases, those without a promise too. */
      realised: whole.inMoney ? minor(whole.realised) : null,
    },
    cases,
    next: found.length > size && last ? `${last.forecast}~${last.id}` : null,
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
