import { type CriterionScores, resultOf } from "#app/assessment/score";
import { addDays } from "#app/kernel/day";
import { addQuarters, quarterOf } from "#app/kernel/quarter";
import { assessments } from "#db/schema.server";
import { Dice } from "./dice";
import { atWork } from "./entering";
import type { Estimate } from "./estimating";
import { writtenPromise } from "./estimating";
import type { Ground, Numbers } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";
import { remark, say } from "./texts";

const ASSESSED = new Set(["approved", "poc", "pilot", "production", "retired", "stopped", "on-hold", "rejected"]);
const SCREENED = new Set([...ASSESSED, "assessment"]);

/** How many members have scored it: two or three of what was arbitrated here, none of what came with a register. */
function assessors(plan: CasePlan, dice: Dice): number {
  if (plan.stage === "assessment") return dice.of([0, 0, 1, 1, 2]);
  if (plan.entry !== "form" || !ASSESSED.has(plan.stage ?? "")) return 0;
  if (plan.stage === "rejected" || plan.stage === "on-hold") return dice.chance(0.4) ? 2 : 0;
  return dice.chance(0.3) ? 3 : 2;
}

/** The committee's scores, of which the case's two axes are worked out as the product does. */
export function assess(ground: Ground, plan: CasePlan, growing: Growing, numbers: Numbers, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "scores", plan.at);
  const { useCase, standing } = growing;
  const count = Math.min(assessors(plan, dice), ground.committee.length);
  if (count === 0) return;
  const { modelId, criteria } = ground.scoring;
  // What most agree on: a case that is good for one is rarely bad for all others.
  const leaning = 3 + 0.8 * dice.bell();
  const hardness = 2.8 + 0.8 * dice.bell();
  const given = new Map<number, CriterionScores & { scores: number[] }>(
    criteria.map(({ id, axis, weight }) => [id, { criterionId: id, axis, weight, scores: [] }]),
  );
  const first = dice.whole(0, ground.committee.length - 1);
  for (let turn = 0; turn < count; turn++) {
    const id = numbers.take(assessments);
    const assessorId = ground.committee[(first + turn) % ground.committee.length] ?? 0;
    const on = addDays(plan.createdOn, dice.whole(5, 40));
    const submittedAt = atWork(on < ground.calendar.today ? on : ground.calendar.today, dice);
    const comment = dice.chance(0.2) ? remark(dice) : null;
    const plain = { round: 1, superseded: false, conflicted: false, abstained: false, unscored: null };
    sheaf.assessments.push({ id, useCaseId: useCase.id, assessorId, modelId, submittedAt, comment, ...plain });
    for (const { id: criterionId, axis } of criteria) {
      const about = axis === "value" ? leaning : hardness;
      const score = Math.max(1, Math.min(5, Math.round(about + 0.8 * dice.bell())));
      sheaf.assessmentScores.push({ assessmentId: id, criterionId, score, comment: null });
      given.get(criterionId)?.scores.push(score);
    }
  }
  const { value, complexity, contested } = resultOf([...given.values()]);
  Object.assign(standing, { value, complexity, contested, assessments: count });
}

/** Its business case, one of those that were reckoned beforehand: a simulation takes some ten milliseconds. */
export function estimate(
  ground: Ground,
  plan: CasePlan,
  growing: Growing,
  estimates: readonly Estimate[],
  sheaf: Sheaf,
): void {
  const dice = new Dice(ground.seed, "estimate", plan.at);
  const { useCase, standing, people } = growing;
  const due = ASSESSED.has(plan.stage ?? "") ? (plan.entry === "form" ? 0.95 : 0.4) : 0.55;
  if (!SCREENED.has(plan.stage ?? "") || !dice.chance(due)) return;
  const firstQuarter = addQuarters(quarterOf(plan.createdOn, ground.calendar.fiscalFirstMonth), 1);
  const { draft, promise } = dice.of(estimates);
  const decided = ASSESSED.has(plan.stage ?? "") && plan.stage !== "on-hold";
  sheaf.businessCases.push({
    useCaseId: useCase.id,
    number: 1,
    estimatorId: people[1] ?? null,
    firstQuarter,
    horizonQuarters: draft.horizonQuarters,
    discountRate: draft.discountRate,
    lines: draft.lines,
    scenarios: null,
    note: null,
    frozenAt: decided ? useCase.updatedAt : null,
    createdAt: useCase.createdAt,
    updatedAt: useCase.updatedAt,
  });
  Object.assign(standing, promise.standing);
  sheaf.forecasts.push(...writtenPromise(promise, useCase.id, firstQuarter));
}

const WHERE = say("Hébergement du groupe, en France", "Group hosting, in France");
const WHO = say("L’équipe du projet et l’exploitant", "The project team and the operator");
const USE = say("Préparer une proposition qu’une personne valide", "Preparing a proposal that a person validates");
const BASIS = say("Article 50 : transparence envers l’utilisateur.", "Article 50: transparency towards the user.");

/** Screening, the three data questions, the AI Act's class and who reviews: as far as its stage asks for. */
export function safeguard(ground: Ground, plan: CasePlan, { useCase, matter }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "trust", plan.at);
  const stage = plan.stage ?? "";
  if (plan.entry === "import" || !SCREENED.has(stage)) return;
  const on = useCase.stageSince ?? plan.createdOn;
  const tried = ["poc", "pilot", "production", "retired", "stopped"].includes(stage);
  const rolledOut = ["pilot", "production", "retired"].includes(stage);
  const customerFacing = dice.chance(0.22);
  sheaf.trustCards.push({
    useCaseId: useCase.id,
    prohibitedPractice: false,
    customerFacing,
    humanInTheLoop: customerFacing || dice.chance(0.85),
    augmentOrReplace: "augment",
    redLineException: null,
    screenedBy: dice.of(ground.committee),
    screenedOn: plan.createdOn,
    dataWhere: tried ? WHERE : null,
    dataWho: tried ? WHO : null,
    dataUse: tried ? USE : null,
    personalData: dice.chance(0.4),
    ...cardOf(new Dice(ground.seed, "card", plan.at), { tried, rolledOut, reviewers: matter.people }),
    aiActClass: rolledOut ? (dice.chance(0.07) ? "high" : dice.chance(0.35) ? "limited" : "minimal") : null,
    aiActBasis: rolledOut ? BASIS : null,
    aiActConfirmedBy: rolledOut ? dice.of(ground.reviewers.legal) : null,
    aiActConfirmedOn: rolledOut ? on : null,
  });
}

const TO = say("L’éditeur du modèle, par son API", "The model’s vendor, by its API");
const BY = say("Clauses contractuelles, sans réutilisation", "Contract clauses, without reuse");
const EXPLAINED = say("Les sources sont affichées à côté de la proposition", "The sources stand beside the proposal");
const LIMITS = say("Se trompe sur les demandes en plusieurs parties", "Errs on requests in several parts");
const WATCHED = say("Part des propositions corrigées", "Share of proposals that are corrected");
const BEYOND = say("Au-delà d’une sur cinq", "Beyond one in five");

/** What the rest of the card says: nothing before something is tried, and not everything after it. */
function cardOf(
  dice: Dice,
  { tried, rolledOut, reviewers }: { tried: boolean; rolledOut: boolean; reviewers: number },
) {
  const transfer = tried ? dice.chance(0.4) : null;
  const watched = rolledOut && dice.chance(0.7);
  return {
    transfer,
    transferTo: transfer ? TO : null,
    transferCountry: transfer ? dice.of(["Irlande", "France", "États-Unis"]) : null,
    transferBasis: transfer ? BY : null,
    humanReviewer: rolledOut ? `${reviewers} relecteurs` : null,
    reviewMoment: rolledOut ? (dice.chance(0.8) ? ("before" as const) : ("after" as const)) : null,
    reviewShare: rolledOut ? dice.of([1, 1, 0.5, 0.2]) : null,
    explainability: rolledOut && dice.chance(0.6) ? EXPLAINED : null,
    knownLimits: rolledOut && dice.chance(0.6) ? LIMITS : null,
    monitoringWhat: watched ? WATCHED : null,
    monitoringBy: watched ? "Équipe support" : null,
    monitoringEvery: watched ? dice.of(["weekly", "monthly"] as const) : null,
    monitoringThreshold: watched ? BEYOND : null,
  };
}
