import { type Evidence, evidenceName } from "#app/kernel/evidence";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { defineKpi, editKpi, type KpiDefinition } from "#app/measurement/define-kpi.server";
import { kpiById } from "#app/measurement/kpi.server";
import { KPI_TEMPLATES } from "#app/measurement/kpi-templates";
import {
  type Grounds,
  groundsOf,
  type Ready,
  type Report,
  type Reporting,
  readied,
  reportable,
  writeReady,
} from "#app/measurement/report.server";
import { type ListedReport, readKpis, readReports } from "#app/measurement/report-list.server";
import { reportById } from "#app/measurement/report-parties.server";
import { WHOLE_SHARE } from "#app/measurement/shares";
import type { Actor } from "#app/people/roles";
import { openCase, refuseHidden } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { listKpiTemplates as listTemplates } from "./kpi-templates";
import * as contracts from "./measurement";
import { reads, writes } from "./operation.server";
import { at, RefusedAt, Turned } from "./problem";
import { gradeOf, type InMoney, orNothing, USUAL_PAGE } from "./shapes";

/** A page asks for one more than it shows, which tells whether another follows. */
function pageFrom<Row>(rows: readonly Row[], limit: number, idOf: (row: Row) => number) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last ? String(idOf(last)) : null };
}

function placeFrom(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
}

const perUnit = (amount: number | null, currency: string) => (amount === null ? null : { minor: amount, currency });

type KpiRow = Awaited<ReturnType<typeof readKpis>>[number];

function kpiAnswer({ kpi, reference, owner }: KpiRow, currency: string) {
  const { useCaseId: _, ownerId, valuePerUnitMinor, ...rest } = kpi;
  return {
    ...rest,
    useCase: reference,
    owner: { id: ownerId, name: owner },
    valuePerUnit: perUnit(valuePerUnitMinor, currency),
  };
}

async function oneKpi(db: Reader, actor: Actor & { personId: number }, id: number, currency: string) {
  const [row] = await readKpis(db, actor.personId, { id }, { after: 0, limit: 1 });
  if (!row) throw new Refusal(404, "measurement.refusal.no-kpi");
  return kpiAnswer(row, currency);
}

export const listKpis = reads(contracts.listKpis, async (db, { query, actor, organisation }) => {
  const { limit = USUAL_PAGE, after, useCase, owner, dueIn, missingIn } = query;
  const useCaseId = useCase === undefined ? undefined : (await openCase(db, actor, useCase)).id;
  const ownerId = owner === "me" ? actor.personId : owner;
  const page = { after: placeFrom(after), limit: limit + 1 };
  const rows = await readKpis(db, actor.personId, { useCaseId, ownerId, dueIn, missingIn }, page);
  const { shown, next } = pageFrom(rows, limit, ({ kpi }) => kpi.id);
  return { items: shown.map((row) => kpiAnswer(row, organisation.currency)), next };
});

export const listKpiTemplates = reads(listTemplates, async () => ({
  items: KPI_TEMPLATES.map((template) => ({ ...template })),
}));

export const readKpi = reads(contracts.readKpi, async (db, { parameters, actor, organisation }) => {
  refuseHidden(actor, await kpiById(db, parameters.id));
  return oneKpi(db, actor, parameters.id, organisation.currency);
});

/** @throws RefusedAt when the amount is in another currency: nobody converts it silently. */
function inCurrency(amount: { minor: number; currency: string } | null | undefined, currency: string) {
  if (!amount) return null;
  if (amount.currency === currency) return amount.minor;
  throw new RefusedAt(new Refusal(409, "api.refusal.other-currency", { currency }), ["valuePerUnit", "currency"]);
}

/** @throws RefusedAt when what is said does not go together */
function definitionOf(said: contracts.KpiSaid, currency: string): KpiDefinition {
  const { baselinePeriod, baselineMethod, target, valuePerUnit, isGuardrail, limit, lastQuarter, ...rest } = said;
  const definition: KpiDefinition = {
    ...rest,
    baselinePeriod: baselinePeriod ?? null,
    baselineMethod: orNothing(baselineMethod),
    target: target ?? null,
    valuePerUnitMinor: inCurrency(valuePerUnit, currency),
    isGuardrail: isGuardrail ?? false,
    limit: limit ?? null,
    lastQuarter: lastQuarter ?? null,
  };
  const wrong = (field: string, key: Key) => new RefusedAt(new Refusal(409, key), [field]);
  if (!orNothing(definition.name)) throw wrong("name", "desk.input.required");
  if (definition.isGuardrail && definition.limit === null) throw wrong("limit", "measurement.error.limit-needed");
  if (definition.lastQuarter !== null && definition.lastQuarter < definition.firstQuarter) {
    throw wrong("lastQuarter", "measurement.error.last-before-first");
  }
  return definition;
}

export const createKpi = writes(contracts.createKpi, async (tx, { parameters, body, actor, organisation, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const definition = definitionOf(body, organisation.currency);
  const id = await defineKpi(tx, actor, { useCaseId: useCase.id, ...definition }, when);
  return oneKpi(tx, actor, id, organisation.currency);
});

export const updateKpi = writes(
  contracts.updateKpi,
  async (tx, { parameters, body, actor, organisation, version, when }) => {
    const found = await kpiById(tx, parameters.id);
    refuseHidden(actor, found);
    const { id: kpiId, useCaseId: _, version: __, valuePerUnitMinor, ...before } = found.kpi;
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const said = { ...before, valuePerUnit: perUnit(valuePerUnitMinor, organisation.currency), ...given };
    const definition = definitionOf(said, organisation.currency);
    await editKpi(tx, actor, { kpiId, version, ...definition }, when);
    return oneKpi(tx, actor, kpiId, organisation.currency);
  },
);

function reportAnswer({ report, kpi, unit, reference, by }: ListedReport, money: InMoney, currency: string) {
  const { direction, baseline, valuePerUnitMinor, attribution, share } = report;
  return {
    id: report.id,
    version: report.version,
    kpi: { id: report.kpiId, name: kpi, unit },
    useCase: reference,
    quarter: report.quarter,
    actual: report.actual,
    unavailableBecause: report.unavailableBecause,
    evidence: evidenceName(report.evidence),
    source: report.source,
    note: report.note,
    realised: money(report.realisedMinor),
    terms: {
      direction,
      baseline,
      valuePerUnit: perUnit(valuePerUnitMinor, currency),
      attribution,
      share: share / WHOLE_SHARE,
    },
    broken: report.broken,
    reportedBy: { id: report.reportedBy, name: by },
    reportedOn: report.reportedOn,
    review: report.review,
  };
}

export const listReports = reads(contracts.listReports, async (db, { query, actor, money, organisation }) => {
  const { limit = USUAL_PAGE, after, quarter, useCase, kpi, department, evidence } = query;
  const filter = {
    quarter,
    useCaseId: useCase === undefined ? undefined : (await openCase(db, actor, useCase)).id,
    kpiId: kpi,
    departmentId: department === "none" ? null : department,
    evidence: evidence && gradeOf(evidence),
  };
  const rows = await readReports(db, actor.personId, filter, { after: placeFrom(after), limit: limit + 1 });
  const { shown, next } = pageFrom(rows, limit, ({ report }) => report.id);
  return { items: shown.map((row) => reportAnswer(row, money, organisation.currency)), next };
});

export const readReport = reads(contracts.readReport, async (db, { parameters, actor, money, organisation }) => {
  refuseHidden(actor, await reportById(db, parameters.id));
  const [row] = await readReports(db, actor.personId, { ids: [parameters.id] }, { after: 0, limit: 1 });
  if (!row) throw new Refusal(404, "measurement.refusal.no-report");
  return reportAnswer(row, money, organisation.currency);
});

const same = (a: Told | null, b: Told | null) => (a?.fr ?? "") === (b?.fr ?? "") && (a?.en ?? "") === (b?.en ?? "");

/** Whether a report says what is stored already: it is then left alone, and stays as finance left it. */
function saysTheSame(said: Reporting, stored: Report | null): boolean {
  if (!stored || said.actual !== stored.actual) return false;
  if (!same(said.source, stored.source) || !same(said.note, stored.note)) return false;
  return said.actual === null
    ? same(said.unavailableBecause, stored.unavailableBecause)
    : said.evidence === Math.min(stored.evidence, 2);
}

function actualOf(said: contracts.ReportSaid, grounds: Grounds): number | null {
  if (!said.sameAsLast) return said.actual ?? null;
  const last = grounds.expected.get(said.kpiId)?.last ?? null;
  if (last === null) throw new Refusal(409, "measurement.error.nothing-before");
  return last;
}

const reportingOf = (said: contracts.ReportSaid, quarter: Reporting["quarter"], actual: number | null): Reporting => ({
  kpiId: said.kpiId,
  quarter,
  actual,
  unavailableBecause: actual === null ? orNothing(said.unavailableBecause) : null,
  evidence: gradeOf(said.evidence ?? "declared") as Evidence,
  source: orNothing(said.source),
  note: orNothing(said.note),
  ...(said.version !== undefined && { version: said.version || null }),
});

export const writeReports = writes(contracts.writeReports, async (tx, { body, actor, money, organisation, when }) => {
  const { quarter } = body;
  const asked = body.reports.map(({ kpiId }) => kpiId);
  const grounds = await groundsOf(tx, quarter, asked);
  const ready: Ready[] = [];
  for (const [place, said] of body.reports.entries()) {
    await at(["reports", place], async () => {
      const reporting = reportingOf(said, quarter, actualOf(said, grounds));
      if (saysTheSame(reporting, grounds.stored.get(said.kpiId) ?? null)) reportable(grounds, actor, said.kpiId);
      else ready.push(readied(grounds, actor, reporting, when));
    });
  }
  await writeReady(tx, ready, when);
  const rows = await readReports(tx, actor.personId, { kpiIds: asked, quarter }, { after: 0, limit: asked.length });
  const byKpi = new Map(rows.map((row) => [row.report.kpiId, row]));
  const reports = asked.flatMap((id) => {
    const row = byKpi.get(id);
    return row ? [reportAnswer(row, money, organisation.currency)] : [];
  });
  return { quarter, written: ready.length, unchanged: asked.length - ready.length, reports };
});
