/** A POC as it runs: its seal, its weeks, its rounds and its amendments; and the models of what is live. */
import { pocById, startPoc, termsOf } from "#app/delivery/poc.server";
import { askAmendment, signAmendment } from "#app/delivery/running/amend.server";
import { checkIn, endIteration, openIteration } from "#app/delivery/running/check-in.server";
import { switchModel } from "#app/delivery/trying/switch-model.server";
import { type Scene, told } from "./cast";
import type { Amendment, CaseStory, CheckIn, Iteration, ModelSwitch, Poc } from "./story/types";

/** Sealed by whoever defined it. */
export async function beginPoc({ tx, cast, when }: Scene, poc: Poc): Promise<void> {
  const { id: pocId, version } = await pocById(tx, cast.id(poc));
  await startPoc(tx, cast.actor(poc.by), { pocId, version }, when);
}

export async function reportWeek({ tx, cast, when }: Scene, poc: Poc, week: CheckIn): Promise<void> {
  const { spent: spentMinor, ...said } = week;
  await checkIn(tx, cast.actor(poc.by), { pocId: cast.id(poc), ...said, spentMinor, reason: null }, when);
}

export async function beginRound({ tx, cast, when }: Scene, poc: Poc, iteration: Iteration): Promise<void> {
  const { question, from: startedOn } = iteration;
  const { id } = await openIteration(tx, cast.actor(poc.by), { pocId: cast.id(poc), question, startedOn }, when);
  cast.put(iteration, id);
}

export async function endRound({ tx, cast, when }: Scene, poc: Poc, iteration: Iteration): Promise<void> {
  const learnt = told(iteration.learnt, "what an iteration taught");
  const endedOn = told(iteration.to, "the end of an iteration");
  await endIteration(tx, cast.actor(poc.by), { iterationId: cast.id(iteration), endedOn, learnt }, when);
}

export async function amend({ tx, cast, when }: Scene, poc: Poc, amendment: Amendment): Promise<void> {
  const stored = await pocById(tx, cast.id(poc));
  const { version } = stored;
  const wish = { ...termsOf(stored), ...amendment.change };
  const asked = { pocId: stored.id, version, reason: amendment.reason, wish };
  cast.put(amendment, (await askAmendment(tx, cast.actor(poc.by), asked, when)).id);
}

export async function signAmended({ tx, cast, when }: Scene, amendment: Amendment): Promise<void> {
  const answer = { amendmentId: cast.id(amendment), verdict: "yes" as const, note: null };
  await signAmendment(tx, cast.actor(amendment.signedBy), answer, when);
}

export async function changeModel({ tx, cast, when }: Scene, useCase: CaseStory, change: ModelSwitch): Promise<void> {
  const { on, by, from, to, reason, material } = change;
  const [kpiBefore, kpiAfter] = change.kpi;
  const [guardrailBefore, guardrailAfter] = change.guardrail;
  const [costBefore, costAfter] = change.cost;
  const said = {
    ...{ useCaseId: cast.id(useCase), from: { modelId: cast.id(`model:${from}`), name: "" } },
    ...{ toModelId: cast.id(`model:${to}`), toName: null, on, reason, material },
    ...{ kpiBefore, kpiAfter, guardrailBefore, guardrailAfter, costBefore, costAfter },
  };
  await switchModel(tx, cast.actor(by), said, when);
}
