/** Some hundreds of cases at once: their rows are put together, then written table by table. */
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { When } from "#app/kernel/when";
import { type Change, recordAll } from "#app/people/audit.server";
import type { Act } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { searchTexts } from "#app/use-cases/content";
import { takeReferences } from "#app/use-cases/enter.server";
import type { Writer } from "#db/client.server";
import {
  assessmentScores,
  assessments,
  businessCases,
  caseQuarters,
  caseTags,
  comments,
  costs,
  forecasts,
  incidentCosts,
  incidents,
  kpis,
  pocCheckIns,
  pocs,
  reports,
  risks,
  signOffs,
  stageChanges,
  standings,
  trustCards,
  useCaseDataSets,
  useCaseModels,
  useCases,
  useCaseVendors,
} from "#db/schema.server";
import { indexCases } from "#db/search.server";
import { assess, estimate, safeguard } from "./arbitrating";
import { checkIn } from "./checking-in";
import { signOff, tryOut } from "./delivering";
import { Dice } from "./dice";
import { discuss, enter, moveOn } from "./entering";
import type { Estimate } from "./estimating";
import { type Ground, Numbers } from "./ground";
import { mark } from "./marking";
import { measure } from "./measuring";
import type { CasePlan } from "./plan";
import { foresee, goWrong } from "./safeguarding";
import { emptySheaf, type Sheaf } from "./sheaf";
import { equip } from "./supplying";

/** In an order in which each row comes after those that it points at. */
const TABLES: readonly [table: SQLiteTable, name: keyof Sheaf][] = [
  [useCases, "useCases"],
  [standings, "standings"],
  [stageChanges, "stageChanges"],
  [comments, "comments"],
  [caseTags, "caseTags"],
  [trustCards, "trustCards"],
  [risks, "risks"],
  [incidents, "incidents"],
  [incidentCosts, "incidentCosts"],
  [assessments, "assessments"],
  [assessmentScores, "assessmentScores"],
  [businessCases, "businessCases"],
  [forecasts, "forecasts"],
  [pocs, "pocs"],
  [pocCheckIns, "pocCheckIns"],
  [useCaseVendors, "useCaseVendors"],
  [useCaseModels, "useCaseModels"],
  [useCaseDataSets, "useCaseDataSets"],
  [signOffs, "signOffs"],
  [kpis, "kpis"],
  [reports, "reports"],
  [costs, "costs"],
  [caseQuarters, "caseQuarters"],
];

export interface Growth {
  ground: Ground;
  plans: readonly CasePlan[];
  estimates: readonly Estimate[];
  /** The ids of the cases planted so far, by their place in the plans. */
  planted: number[];
}

/** Plants the cases of one stretch of the plans, in one transaction. */
export async function grow(tx: Writer, growth: Growth, some: readonly CasePlan[], when: When): Promise<void> {
  const { ground, estimates, planted } = growth;
  const numbers = await Numbers.of(tx, [useCases, assessments, kpis, incidents, pocs]);
  const references = await takeReferences(tx, some.length);
  const sheaf = emptySheaf();
  for (const [place, plan] of some.entries()) {
    const id = numbers.take(useCases);
    planted[plan.at] = id;
    const growing = enter(ground, plan, { id, reference: references[place] ?? "", mergeInto: into(growth, plan) });
    moveOn(ground, plan, growing, sheaf);
    discuss(ground, plan, growing, sheaf);
    mark(ground, plan, growing, sheaf);
    assess(ground, plan, growing, numbers, sheaf);
    estimate(ground, plan, growing, estimates, sheaf);
    safeguard(ground, plan, growing, sheaf);
    foresee(ground, plan, growing, sheaf);
    if (tryOut(ground, plan, growing, numbers, sheaf)) checkIn(ground, plan, growing, sheaf);
    equip(ground, plan, growing, sheaf);
    signOff(ground, plan, growing, sheaf);
    const onIncidents = goWrong(ground, plan, growing, numbers, sheaf);
    measure(ground, plan, growing, numbers, sheaf, onIncidents);
    sheaf.useCases.push(growing.useCase);
    sheaf.standings.push(growing.standing);
  }
  for (const [table, name] of TABLES) await tx.insertMany(table, sheaf[name]);
  await indexCases(
    tx,
    sheaf.useCases.map((row) => ({
      useCaseId: row.id,
      texts: searchTexts(row.reference, row, [row.externalId, row.aiType]),
    })),
    { areNew: true },
  );
  await numbers.settle(tx);
  await tell(tx, sheaf, when);
}

/** An earlier case that has not gone up in another one itself. */
function into({ ground, plans, planted }: Growth, plan: CasePlan): number | null {
  if (plan.stage !== "merged") return null;
  const dice = new Dice(ground.seed, "into", plan.at);
  for (let tries = 0; tries < 20; tries++) {
    const at = dice.whole(0, plan.at - 1);
    const stage = plans[at]?.stage;
    if (stage && stage !== "merged" && stage !== "draft" && stage !== "rejected") return planted[at] ?? null;
  }
  return null;
}

/** Into the audit log, as the installation's own doing: each case, each of its moves, its KPIs, and its reports by quarter. */
async function tell(tx: Writer, sheaf: Sheaf, when: When): Promise<void> {
  const write = (act: Act, changes: readonly Change[]) => recordAll(tx, permit(CASEBOOK, act, {}), changes, when);
  const entered = sheaf.useCases.map(({ id, reference, title, departmentId, ownerId, source, aiType }) => ({
    ...{ subject: "use-case", subjectId: id, useCaseId: id },
    after: { reference, title, departmentId, ownerId, source, aiType },
  }));
  await write("use-case.import", entered);
  const moved = sheaf.stageChanges.map(({ useCaseId, from, to, on, reason, learning }) => ({
    ...{ subject: "use-case", subjectId: useCaseId, useCaseId },
    before: { stage: from },
    after: { stage: to, on, reason, learning },
  }));
  await write("use-case.move", moved);
  const defined = sheaf.kpis.map(({ id, useCaseId, name, unit, direction, baseline, target, ownerId }) => ({
    ...{ subject: "kpi", subjectId: id, useCaseId },
    after: { name, unit, direction, baseline, target, ownerId },
  }));
  await write("kpi.define", defined);
  const reported = sheaf.caseQuarters
    .filter((kept) => kept.reports > 0)
    .map(({ useCaseId, quarter, realisedMinor }) => ({
      ...{ subject: "use-case", subjectId: useCaseId, useCaseId },
      after: { quarter, amountMinor: realisedMinor },
    }));
  await write("report.write", reported);
}
