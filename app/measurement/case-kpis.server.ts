import { asc, eq } from "drizzle-orm";
import { isProven } from "#app/kernel/evidence";
import { minor, type NOTHING } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { sinceStart } from "#app/use-cases/ledger.server";
import type { Reader } from "#db/client.server";
import { caseQuarters, costs, kpis, people, reports } from "#db/schema.server";
import { overTime } from "./over-time";
import { COST_KINDS, type CostKind } from "./postings";
import { covers, quarterToReport } from "./quarter-life";
import { knownQuarters } from "./quarters.server";
import { progressToTarget } from "./realised";
import { returnOn } from "./returns";
import { WHOLE_SHARE } from "./shares";
import { sharesAt } from "./shares.server";

type KpiRow = Omit<typeof kpis.$inferSelect, "useCaseId"> & { owner: string };
type ReportRow = typeof reports.$inferSelect;

function kpiView(kpi: KpiRow, share: number, all: readonly ReportRow[], toReport: Quarter) {
  const own = all.filter((report) => report.kpiId === kpi.id);
  const latest = own.findLast((report) => report.actual !== null) ?? null;
  const money = own.flatMap(({ realisedMinor }) => (realisedMinor === null ? [] : [realisedMinor]));
  const proven = own.filter(({ evidence }) => isProven(evidence));
  const sum = (amounts: readonly number[]) => minor(amounts.reduce((total, amount) => total + amount, 0));
  return {
    ...kpi,
    share,
    latest: latest && {
      id: latest.id,
      quarter: latest.quarter,
      actual: latest.actual,
      evidence: latest.evidence,
      realisedMinor: latest.realisedMinor,
      broken: latest.broken,
      terms: termsOf(latest),
    },
    reports: own.map(({ id, quarter, actual, evidence, realisedMinor, share, review, broken, unavailableBecause }) => ({
      id,
      share,
      quarter,
      actual,
      evidence,
      realisedMinor,
      review,
      broken,
      unavailableBecause,
    })),
    sinceStart: overTime(
      own.map(({ actual }) => actual),
      kpi.overTime,
    ),
    progress: progressToTarget(latest?.actual ?? null, kpi),
    // Before the first report in money, nothing is known of what it brought.
    realisedMinor: kpi.valuePerUnitMinor === null || money.length === 0 ? null : sum(money),
    provenMinor: money.length === 0 ? null : sum(proven.map(({ realisedMinor }) => realisedMinor ?? 0)),
    toReport: covers(kpi, toReport) && !own.some(({ quarter }) => quarter === toReport) ? toReport : null,
  };
}

/** The terms that a report was valued with. */
export function termsOf(
  report: Pick<ReportRow, "direction" | "baseline" | "valuePerUnitMinor" | "attribution" | "share">,
) {
  const { direction, baseline, valuePerUnitMinor, attribution, share } = report;
  return { direction, baseline, valuePerUnitMinor, attribution, share };
}

/** All that the KPIs page of a case shows. Six queries. */
export async function readCaseKpis(db: Reader, useCaseId: number, current: Quarter) {
  const rows = await db
    .select({
      id: kpis.id,
      name: kpis.name,
      unit: kpis.unit,
      direction: kpis.direction,
      baseline: kpis.baseline,
      baselinePeriod: kpis.baselinePeriod,
      baselineMethod: kpis.baselineMethod,
      target: kpis.target,
      ownerId: kpis.ownerId,
      valuePerUnitMinor: kpis.valuePerUnitMinor,
      attribution: kpis.attribution,
      overTime: kpis.overTime,
      isGuardrail: kpis.isGuardrail,
      limit: kpis.limit,
      firstQuarter: kpis.firstQuarter,
      lastQuarter: kpis.lastQuarter,
      version: kpis.version,
      owner: people.name,
    })
    .from(kpis)
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .where(eq(kpis.useCaseId, useCaseId))
    .orderBy(asc(kpis.isGuardrail), asc(kpis.id));
  const written = await db
    .select()
    .from(reports)
    .where(eq(reports.useCaseId, useCaseId))
    .orderBy(asc(reports.quarter), asc(reports.id));
  const spent = await db.select().from(costs).where(eq(costs.useCaseId, useCaseId)).orderBy(asc(costs.quarter));
  const kept = await db.select().from(caseQuarters).where(eq(caseQuarters.useCaseId, useCaseId));
  const quarters = await knownQuarters(db);
  const toReport = quarterToReport(quarters, current);
  const closed = quarters.filter(({ status }) => status === "closed").map(({ quarter }) => quarter);

  const shares = await sharesAt(
    db,
    rows.map(({ id }) => id),
    current,
  );
  const { realisedMinor: realised, provenMinor: proven, costMinor: cost } = sinceStart(kept);
  return {
    kpis: rows.map((kpi) => kpiView(kpi, shares.get(kpi.id) ?? WHOLE_SHARE, written, toReport)),
    totals: { realised, proven, cost, roi: returnOn(realised, cost), provenRoi: returnOn(proven, cost) },
    costs: costTable(spent),
    quarters: { toReport, closed, current },
  };
}

/** Costs by quarter, a column for each kind; null is nothing entered. */
function costTable(spent: readonly (typeof costs.$inferSelect)[]) {
  const quarters = [...new Set(spent.map(({ quarter }) => quarter))];
  return quarters.map((quarter) => {
    const own = spent.filter((row) => row.quarter === quarter);
    const amounts = Object.fromEntries(
      COST_KINDS.map((kind) => [kind, own.find((row) => row.kind === kind)?.amountMinor ?? null]),
    ) as Record<CostKind, typeof NOTHING | null>;
    const entries = Object.fromEntries(own.map(({ kind, version, note }) => [kind, { version, note }])) as Partial<
      Record<CostKind, { version: number; note: Told | null }>
    >;
    return { quarter, amounts, entries, total: minor(own.reduce((total, { amountMinor }) => total + amountMinor, 0)) };
  });
}

export type CaseKpis = Awaited<ReturnType<typeof readCaseKpis>>;
export type KpiView = CaseKpis["kpis"][number];
