/** KPIs, reports and what finance said of them, costs, and the quarters that are collected and closed. */
import { MEASURED, VALIDATED } from "#app/kernel/evidence";
import { readinessOf } from "#app/measurement/closing.server";
import { setCost } from "#app/measurement/costs.server";
import { defineKpi as define } from "#app/measurement/define-kpi.server";
import { covers } from "#app/measurement/quarter-life";
import { writeReport } from "#app/measurement/report.server";
import { restateReport } from "#app/measurement/restate.server";
import { reviewReport } from "#app/measurement/review.server";
import { closeQuarter, startCollecting, startReview } from "#app/measurement/run-quarter.server";
import { caseById } from "#app/use-cases/cases.server";
import { comment } from "#app/use-cases/talk/comment.server";
import { type Scene, told } from "./cast";
import type { CaseStory, Cost, Key, Kpi, QuarterStory, Report, Restatement, Story } from "./story/types";

/** Finance's second reviewer runs the quarters. */
const CONTROLLER: Key = "sophie";

export async function defineKpi({ tx, cast, when }: Scene, useCase: CaseStory, kpi: Kpi): Promise<void> {
  const owner = cast.actor(told(useCase.owner, `the owner of ${useCase.key}`));
  const { name, unit, direction, baseline, target, attribution, guardrail, limit, firstQuarter, lastQuarter } = kpi;
  const id = await define(
    tx,
    owner,
    {
      ...{ useCaseId: cast.id(useCase), name, unit, direction, target, attribution, limit, firstQuarter, lastQuarter },
      baseline: baseline.value,
      baselinePeriod: baseline.period,
      baselineMethod: baseline.method,
      ownerId: cast.personId(kpi.owner),
      valuePerUnitMinor: kpi.valuePerUnit,
      overTime: kpi.aggregation,
      isGuardrail: guardrail,
    },
    when,
  );
  cast.put(kpi, id);
}

/** Nobody reports «validated»: such a figure was measured, and finance's review raises it. */
export async function report({ tx, cast, when }: Scene, kpi: Kpi, said: Report): Promise<void> {
  const { quarter, actual, unavailableBecause, source, note, by } = said;
  const evidence = said.evidence === VALIDATED ? MEASURED : said.evidence;
  const written = { kpiId: cast.id(kpi), quarter, actual, unavailableBecause, evidence, source, note };
  cast.put(said, await writeReport(tx, cast.actor(by), written, when));
}

export async function review({ tx, cast, when }: Scene, said: Report): Promise<void> {
  const { by, verdict, note } = told(said.review, "a review");
  const accepted = said.evidence === VALIDATED ? ("validate" as const) : ("accept" as const);
  const spoken = verdict === "sent-back" ? ("send-back" as const) : accepted;
  await reviewReport(tx, cast.actor(by), { reportId: cast.id(said), verdict: spoken, note }, when);
}

export async function restate({ tx, cast, when }: Scene, kpi: Kpi, said: Restatement): Promise<void> {
  const { quarter, newActual: actual, newEvidence: evidence, reason, by } = said;
  await restateReport(tx, cast.actor(by), { kpiId: cast.id(kpi), quarter, actual, evidence, reason }, when);
}

export async function spend({ tx, cast, when }: Scene, useCase: CaseStory, cost: Cost): Promise<void> {
  const { quarter, kind, amount, note, by } = cost;
  const entry = { useCaseId: cast.id(useCase), quarter, kind, amountMinor: amount, note };
  await setCost(tx, cast.actor(by), entry, when);
}

export async function collect({ tx, cast, when }: Scene, { quarter }: QuarterStory): Promise<void> {
  await startCollecting(tx, cast.actor(CONTROLLER), { quarter }, when);
}

export async function startReviewing({ tx, cast, when }: Scene, { quarter }: QuarterStory): Promise<void> {
  await startReview(tx, cast.actor(CONTROLLER), { quarter }, when);
}

export async function close({ tx, cast, when }: Scene, { quarter, closedBy }: QuarterStory): Promise<void> {
  const actor = cast.actor(told(closedBy, `who closed ${quarter}`));
  const { missing, waiting, sentBack } = await readinessOf(tx, quarter);
  if (missing + waiting + sentBack > 0) throw new Error(`Something is left open in ${quarter}`);
  // Two KPIs of customer service may count the same hours, and nobody has decided yet: the story leaves that to who looks.
  await closeQuarter(tx, actor, { quarter, despite: true }, when);
}

/** What was said of a silent department stands on the cases that it has not reported on. */
export async function remind(
  { tx, cast, when }: Scene,
  { cases }: Story,
  { quarter }: QuarterStory,
  { department, note }: QuarterStory["silent"][number],
): Promise<void> {
  const due = (kpi: Kpi) => covers(kpi, quarter) && !kpi.reports.some((one) => one.quarter === quarter);
  for (const useCase of cases.filter((one) => one.department === department && one.kpis.some(due))) {
    await comment(tx, cast.actor(CONTROLLER), await caseById(tx, cast.id(useCase)), note, when);
  }
}
