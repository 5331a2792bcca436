import { EVIDENCE_GRADES } from "#app/kernel/evidence";
import { minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import { speechFor } from "#app/locales/speech";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { readCasesAsOf } from "#app/portfolio/as-of.server";
import { readChanges as readMoves } from "#app/portfolio/changes/read-changes.server";
import type { Against } from "#app/portfolio/dashboard";
import { type FiguresAnswer, readDashboard as read } from "#app/portfolio/dashboard.server";
import { figureFile } from "#app/portfolio/files/figure-file.server";
import type { Filters } from "#app/portfolio/filters";
import { readPastDashboard as readPast } from "#app/portfolio/past.server";
import { starFile } from "#app/portfolio/star/write-star.server";
import type { Figures } from "#app/portfolio/sums";
import * as contracts from "./dashboard";
import { gives, reads } from "./operation.server";
import type { InMoney } from "./shapes";

const figuresIn = (money: InMoney, of: Figures) => ({
  realised: money(of.realised),
  proven: money(of.proven),
  provenShare: of.provenShare,
  cost: money(of.cost),
  runCost: money(of.runCost),
  roi: of.roi,
  provenRoi: of.provenRoi,
  forecast: money(of.forecast),
  forecastCost: money(of.forecastCost),
  forecastRoi: of.forecastRoi,
  reports: of.reports,
});

type Grades = readonly (number | null)[];

function partIn(money: InMoney, of: Figures & { grades: Grades }) {
  const [declared = null, estimated = null, measured = null, validated = null] = EVIDENCE_GRADES.map(({ grade }) =>
    money(of.grades[grade] ?? null),
  );
  return { ...figuresIn(money, of), byEvidence: { declared, estimated, measured, validated } };
}

function line<Value>({ value, previous, lastYear, promised }: Against, as: (amount: number | null) => Value) {
  return { value: as(value), previousQuarter: as(previous), lastYear: as(lastYear), promised: as(promised) };
}

/** 0 is of no department. */
const departmentOf = ({ departmentId, name }: { departmentId: number | null; name: Told | null }) =>
  departmentId && name ? { id: departmentId, name } : null;

/** The figures of a dashboard, of today or of a past day. */
function allFiguresIn(money: InMoney, page: FiguresAnswer) {
  const { against, cumulative, byDepartment } = page;
  const amount = (value: number | null) => money(value === null ? null : minor(value));
  const ratio = (value: number | null) => value;
  const inMoney = (row: (typeof page.top)[number]) => ({
    useCase: row.reference,
    title: row.title,
    realised: money(row.realised),
    proven: money(row.proven),
    cost: money(row.cost),
  });
  return {
    figures: partIn(money, byDepartment.whole),
    against: {
      realised: line(against.realised, amount),
      proven: line(against.proven, amount),
      cost: line(against.cost, amount),
      roi: line(against.roi, ratio),
      provenRoi: line(against.provenRoi, ratio),
      cumulativeRoi: line(against.cumulativeRoi, ratio),
      cumulativeProvenRoi: line(against.cumulativeProvenRoi, ratio),
      provenShare: line(against.provenShare, ratio),
    },
    cumulative: { ...figuresIn(money, cumulative), first: cumulative.first },
    quarters: page.series.map((of) => ({ quarter: of.quarter, ...partIn(money, of) })),
    departments: byDepartment.lines.map((of) => ({ department: departmentOf(of), ...partIn(money, of) })),
    changes: page.changes.map((of) => ({ department: departmentOf(of), difference: money(of.difference) })),
    top: page.top.map(inMoney),
    bottom: page.bottom.map(inMoney),
  };
}

export const readDashboard = reads(contracts.readDashboard, async (db, { query, actor, money, when }) => {
  permit(actor, "dashboard.read", NO_PARTIES);
  const departmentId = query.department === "none" ? 0 : (query.department ?? null);
  const page = await read(db, { quarter: query.quarter ?? null, departmentId }, when.quarter);
  return {
    quarter: page.quarter,
    status: page.status,
    department: page.departments.find(({ id }) => id === departmentId) ?? null,
    ...allFiguresIn(money, page),
    brokenGuardrails: page.broken.map((row) => ({
      report: row.reportId,
      useCase: row.reference,
      kpi: row.kpi,
      unit: row.unit,
      limit: row.limit,
      actual: row.actual,
    })),
    withoutReport: page.silent.map((row) => ({ department: departmentOf(row), liveUseCases: row.cases })),
    pipeline: page.pipeline.map(({ stage, cases, valued, npv }) => ({
      stage,
      useCases: cases,
      valued,
      npv: money(npv),
    })),
  };
});

export const readPastDashboard = reads(
  contracts.readPastDashboard,
  async (db, { query, actor, money, when, organisation }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const departmentId = query.department === "none" ? 0 : (query.department ?? null);
    const asked = { quarter: query.quarter ?? null, departmentId, asOf: query.on };
    const page = await readPast(db, asked, organisation, when);
    if (page.tooLate) throw new Refusal(400, "portfolio.past.to-come");
    return {
      ...{ asOf: page.asOf, since: page.since, quarter: page.quarter, closed: page.closed },
      department: page.departments.find(({ id }) => id === departmentId) ?? null,
      ...allFiguresIn(money, page),
    };
  },
);

export const readPastCases = reads(contracts.readPastCases, async (db, { query, actor, money, when }) => {
  permit(actor, "dashboard.read", NO_PARTIES);
  if (query.on > when.today) throw new Refusal(400, "portfolio.past.to-come");
  const filters: Filters = {
    ...{ quarter: query.quarter ?? null, until: query.until ?? null, evidence: null, case: query.useCase ?? null },
    ...{ asOf: query.on, departmentId: query.department === "none" ? 0 : (query.department ?? null) },
  };
  const { rows, total, next } = await readCasesAsOf(db, filters, query.on, query.after ?? null);
  const inMoney = (of: typeof total) => ({
    realised: money(of.realised),
    proven: money(of.proven),
    cost: money(of.cost),
  });
  return {
    asOf: query.on,
    total: inMoney(total),
    items: rows.map((row) => ({
      useCase: row.reference,
      title: row.title,
      ...inMoney(row),
      realisedNow: money(row.realisedNow),
    })),
    next,
  };
});

export const readChanges = reads(contracts.readChanges, async (db, { query, actor, money, when, organisation }) => {
  permit(actor, "dashboard.read", NO_PARTIES);
  const departmentId = query.department === "none" ? 0 : (query.department ?? null);
  const { quarter = null, kind = null, after = null } = query;
  const { fiscalFirstMonth } = organisation;
  const asked = { quarter, departmentId, kind, after };
  const found = await readMoves(db, asked, { current: when.quarter, fiscalFirstMonth });
  return {
    quarter: found.quarter,
    previousQuarter: found.before,
    department: found.departments.find(({ id }) => id === departmentId) ?? null,
    steps: found.steps.map((step) => ({ step: step.kind, amount: money(step.value), level: step.total })),
    restated: { reports: found.restated.reports, difference: money(found.restated.difference) },
    kinds: found.sums.map((sum) => ({ kind: sum.kind, useCases: sum.cases, difference: money(sum.difference) })),
    items: found.cases.map((row) => ({
      useCase: row.reference,
      title: row.title,
      kind: row.kind,
      before: money(row.before),
      now: money(row.now),
      difference: money(row.difference),
      why: row.why && {
        kpi: row.why.kpi,
        unit: row.why.unit,
        from: row.why.from,
        to: row.why.to,
        otherTerms: row.why.otherTerms,
        difference: money(row.why.difference),
        otherKpis: row.why.others,
        report: row.why.reportId,
        note: row.why.note,
      },
      left: row.left,
    })),
    next: found.next,
  };
});

export const exportFigures = gives(
  contracts.exportFigures,
  async (db, { query, actor, organisation, locale, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const { view = "figures", format = "csv", kind = null, useCase, ...of } = query;
    const filters: Filters = {
      ...{ quarter: of.quarter ?? null, until: of.until ?? null, evidence: of.evidence ?? null, case: useCase ?? null },
      asOf: null,
      departmentId: of.department === "none" ? 0 : (of.department ?? null),
    };
    const { currency, timeZone, fiscalFirstMonth } = organisation;
    const speech = speechFor(locale, currency, timeZone);
    return figureFile(db, { view, format }, { filters, kind, speech, when, fiscalFirstMonth });
  },
);

export const exportStar = gives(
  contracts.exportStar,
  async (database, { query, actor, organisation, locale, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    return starFile(database, { organisation, format: query.format ?? "parquet", locale, now: when.now });
  },
);
