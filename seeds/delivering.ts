/** POCs with their attempts and verdicts, sign-offs, the AI Act's class and the human reviewer. */
import { giveVerdict, savePoc } from "#app/delivery/poc.server";
import { answerSignOff, requestSignOff } from "#app/delivery/sign-offs.server";
import { addAttempt } from "#app/delivery/trying/attempt.server";
import { addDays } from "#app/kernel/day";
import { confirmAnswers, saveAnswers } from "#app/safeguards/ai-act/classification.server";
import { changeObligation, obligationsOfCase } from "#app/safeguards/ai-act/obligations.server";
import { confirmAiActClass, saveTrustCard } from "#app/safeguards/trust-card.server";
import { type Scene, told } from "./cast";
import type { AiAct, Attempt, CaseStory, Person, Poc, SignOff } from "./story/types";

/** Every team of the story went through the house's own training before its case was classed. */
const TRAINED = {
  fr: "Module « L’IA au quotidien » suivi par l’équipe ; attestations au service formation.",
  en: "Module “AI day by day” followed by the team; certificates with the training department.",
};

/** A reviewer is given two weeks. */
const DAYS_TO_ANSWER = 14;

export async function definePoc(
  { tx, cast, when }: Scene,
  people: readonly Person[],
  useCase: CaseStory,
  poc: Poc,
): Promise<void> {
  const actor = cast.actor(poc.by);
  const useCaseId = cast.id(useCase);
  const { hypothesis, startsOn, endsOn, peopleCap, budgetCap, kpi, dataWhere, dataWho, dataUse } = poc;
  const { name: kpiName, unit: kpiUnit, direction, baseline, threshold } = kpi;
  const team = poc.team.map(({ person: key, role }) => {
    const { name, departments } = told(
      people.find((one) => one.key === key),
      key,
    );
    // The story's data scientists and architects are the ones who belong to no department.
    return { name, role, side: departments.length ? ("business" as const) : ("technical" as const) };
  });
  const { id } = await savePoc(
    tx,
    actor,
    {
      ...{ useCaseId, hypothesis, startsOn, endsOn, peopleCap, budgetCapMinor: budgetCap, team },
      ...{ kpiName, kpiUnit, direction, baseline, threshold },
      personDaysCap: poc.personDaysCap ?? null,
      // Where the story names nobody, the data are those of the business: its owner answers for them.
      dataOwner: cast.actor(poc.dataOwner ?? told(useCase.owner, `the owner of ${useCase.key}`)).name,
      oneFunctionReason: poc.oneFunctionReason ?? null,
      guardrailName: poc.guardrail?.name ?? null,
      guardrailUnit: poc.guardrail?.unit ?? null,
      guardrailDirection: poc.guardrail?.direction ?? null,
      guardrailLimit: poc.guardrail?.limit ?? null,
      vendorId: cast.id(`vendor:${poc.vendor}`),
      modelId: cast.id(`model:${poc.model}`),
    },
    when,
  );
  cast.put(poc, id);
  await saveTrustCard(tx, actor, { useCaseId, dataWhere, dataWho, dataUse }, when);
}

export async function tryOut({ tx, cast, when }: Scene, poc: Poc, attempt: Attempt): Promise<void> {
  const { on, label, model, runCost, result, guardrail } = attempt;
  const tried = { label, modelId: cast.id(`model:${model}`), runCostMinor: runCost, result, guardrail, on };
  const { id } = await addAttempt(
    tx,
    cast.actor(poc.by),
    {
      ...{ pocId: cast.id(poc), ...tried },
      costPerUnit: attempt.unitCost?.price ?? null,
      costUnit: attempt.unitCost?.unit ?? null,
      volumePerQuarter: attempt.unitCost?.volume ?? null,
      ...{ sampleSize: attempt.sampleSize ?? null, method: attempt.method ?? null, iterationId: null },
      ...{ guardrailValue: attempt.guardrailValue ?? null, guardrailMet: attempt.guardrailMet ?? null },
      components: (attempt.components ?? []).map(({ model: key, vendor, ...one }) => ({
        ...one,
        modelId: key ? cast.id(`model:${key}`) : null,
        vendorId: vendor ? cast.id(`vendor:${vendor}`) : null,
      })),
    },
    when,
  );
  cast.put(attempt, id);
}

export async function concludePoc({ tx, cast, when }: Scene, poc: Poc): Promise<void> {
  const { outcome, by, result, learning } = told(poc.verdict, "a verdict");
  const { reason = null } = told(poc.verdict, "a verdict");
  // What is scaled is the attempt that measured what the verdict says.
  const kept = outcome === "scale" ? poc.attempts.findLast((one) => one.result === result) : undefined;
  const attemptId = kept ? cast.id(kept) : null;
  const given = { pocId: cast.id(poc), verdict: outcome, result, attemptId, learning, reason };
  await giveVerdict(tx, cast.actor(by), given, when);
}

export async function askSignOff({ tx, cast, when }: Scene, useCase: CaseStory, signOff: SignOff): Promise<void> {
  const { kind, requestedBy, requestedOn } = signOff;
  const asked = { useCaseId: cast.id(useCase), kind, dueOn: addDays(requestedOn, DAYS_TO_ANSWER) };
  cast.put(signOff, (await requestSignOff(tx, cast.actor(requestedBy), asked, when)).id);
}

export async function signOff({ tx, cast, when }: Scene, asked: SignOff): Promise<void> {
  const { yes, by, note, conditions, asked: askedOf = [] } = told(asked.answer, "an answer");
  const verdict = yes ? ("yes" as const) : ("no" as const);
  await answerSignOff(
    tx,
    cast.actor(by),
    {
      ...{ signOffId: cast.id(asked), verdict, note, conditions },
      asked: askedOf.map(({ text, owner, dueOn }) => ({ text, ownerId: cast.personId(owner), dueOn })),
    },
    when,
  );
}

export async function classify({ tx, cast, when }: Scene, useCase: CaseStory, aiAct: AiAct): Promise<void> {
  const useCaseId = cast.id(useCase);
  const { answers } = aiAct;
  if (answers) {
    const team = cast.actor(told(useCase.owner, `the owner of ${useCase.key}`));
    const { version } = await saveAnswers(tx, team, { useCaseId, answers, why: null, version: 0 }, when);
    await confirmAnswers(tx, cast.actor(aiAct.by), { useCaseId, version }, when);
    const owed = await obligationsOfCase(tx, useCaseId, when.today);
    for (const { id, version: from } of owed.filter(({ provision }) => provision === "art-4")) {
      const done = { id, version: from, state: "done" as const, note: TRAINED };
      await changeObligation(tx, team, done, when);
    }
    return;
  }
  const said = { useCaseId, aiActClass: aiAct.class, aiActBasis: aiAct.basis };
  await confirmAiActClass(tx, cast.actor(aiAct.by), said, when);
}

/** The business owner names who looks at what the AI proposes. */
export async function nameReviewer({ tx, cast, when }: Scene, useCase: CaseStory): Promise<void> {
  const { person } = told(useCase.humanReviewer, "a human reviewer");
  const owner = cast.actor(told(useCase.owner, `the owner of ${useCase.key}`));
  const humanReviewer = cast.actor(person).name;
  await saveTrustCard(tx, owner, { useCaseId: cast.id(useCase), humanReviewer }, when);
}
