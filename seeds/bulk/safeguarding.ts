/** What may go wrong with the cases of a large register, and what did. */

import { addDays, type Day } from "#app/kernel/day";
import { type Minor, minor } from "#app/kernel/money";
import { addQuarters, firstDayOf, type Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Severity } from "#app/safeguards/incidents/incident";
import { levelOf, type Mark, REVIEW_DAYS, type RiskCategory, standingScore } from "#app/safeguards/risks/risk";
import { incidents } from "#db/schema.server";
import { Dice } from "./dice";
import type { Ground, Numbers } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";
import { say } from "./texts";

const AT_RISK = new Set(["approved", "poc", "pilot", "production", "on-hold", "stopped", "retired"]);

/** Risks that such cases have, with what is usually done against each. */
const RISKS: readonly { category: RiskCategory; title: Told; mitigation: Told }[] = [
  {
    category: "quality",
    title: say("Une réponse inventée est envoyée sans être relue", "An invented answer is sent without review"),
    mitigation: say("Relecture avant envoi, et sources affichées", "Review before sending, and sources shown"),
  },
  {
    category: "data",
    title: say("Des données de clients sortent du périmètre prévu", "Customer data leaves its intended perimeter"),
    mitigation: say("Masquage avant l’appel, et droits revus", "Masking before the call, and rights reviewed"),
  },
  {
    category: "vendor",
    title: say(
      "Le fournisseur change son prix ou retire son modèle",
      "The vendor changes its price or withdraws its model",
    ),
    mitigation: say("Un second modèle essayé sur le même indicateur", "A second model tried on the same KPI"),
  },
  {
    category: "bias",
    title: say("Certains publics sont moins bien servis", "Some groups are served less well"),
    mitigation: say("Mesure par groupe chaque trimestre", "Measured by group each quarter"),
  },
  {
    category: "people",
    title: say("L’équipe cesse de vérifier ce que l’outil propose", "The team stops checking what the tool proposes"),
    mitigation: say("Cas pièges glissés chaque mois", "Trap cases slipped in each month"),
  },
  {
    category: "security",
    title: say(
      "Une consigne cachée dans un document détourne l’outil",
      "An instruction hidden in a document hijacks the tool",
    ),
    mitigation: say("Documents filtrés, actions limitées", "Documents filtered, actions limited"),
  },
];

const marked = (value: number): Mark => Math.max(1, Math.min(5, Math.round(value))) as Mark;

/** One to three risks of a case that somebody looked at closely; some are reviewed in time, and some are not. */
export function foresee(ground: Ground, plan: CasePlan, { useCase, people }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "risks", plan.at);
  if (plan.entry === "import" || !AT_RISK.has(plan.stage ?? "") || !dice.chance(0.75)) return;
  const { today } = ground.calendar;
  const first = dice.whole(0, RISKS.length - 1);
  for (let turn = 0; turn < dice.whole(1, 3); turn++) {
    const { category, title, mitigation } = RISKS[(first + turn) % RISKS.length] ?? dice.of(RISKS);
    const [likelihood, impact] = [marked(2.6 + dice.bell()), marked(3 + dice.bell())];
    const told = dice.chance(0.7);
    const done = told && dice.chance(0.5) ? dice.day(plan.createdOn, today) : null;
    const weighed = {
      likelihood,
      impact,
      residualLikelihood: told ? marked(likelihood - dice.whole(0, 2)) : null,
      residualImpact: told ? marked(impact - dice.whole(0, 1)) : null,
      mitigationDoneOn: done,
    };
    const score = standingScore(weighed);
    const ownerId = dice.of(people);
    const days = REVIEW_DAYS[levelOf(score)];
    const closed = dice.chance(0.12);
    const reviewOn = addDays(today, dice.whole(-30, days));
    sheaf.risks.push({
      useCaseId: useCase.id,
      ...{ title, description: null, category, ownerId, ...weighed },
      mitigation: told ? mitigation : null,
      mitigationOwnerId: told ? dice.of(people) : null,
      mitigationDueOn: told ? addDays(plan.createdOn, 60) : null,
      ...{ score, reviewOn },
      // Whoever grows a register is not told of each overdue look of the past.
      remindedOf: reviewOn,
      state: closed ? "closed" : "open",
      stateOn: plan.createdOn,
      stateById: ownerId,
      stateReason: closed ? say("Ne peut plus arriver", "Cannot happen any more") : null,
      createdById: ownerId,
      createdOn: plan.createdOn,
    });
  }
}

const INCIDENTS: readonly { title: Told; cause: Told; correction: Told }[] = [
  {
    title: say("Réponses fausses pendant une matinée", "Wrong answers during a morning"),
    cause: say("Un document périmé dans la base", "An outdated document in the base"),
    correction: say("Document retiré, contrôle hebdomadaire", "Document removed, weekly check"),
  },
  {
    title: say("Service indisponible chez le fournisseur", "The vendor’s service was unavailable"),
    cause: say("Panne du fournisseur", "Outage at the vendor"),
    correction: say("Bascule manuelle écrite et essayée", "Manual fallback written and tried"),
  },
  {
    title: say("Des envois doublés à des clients", "Messages sent twice to customers"),
    cause: say("Une tâche relancée deux fois", "A job started twice"),
    correction: say("Envoi rendu unique", "Sending made unique"),
  },
];

export interface Spent {
  quarter: Quarter;
  amountMinor: Minor;
}

/** One live case in six had an incident. @returns what they cost, for the case's costs to hold */
export function goWrong(
  ground: Ground,
  plan: CasePlan,
  { useCase, people }: Growing,
  numbers: Numbers,
  sheaf: Sheaf,
): Spent[] {
  const dice = new Dice(ground.seed, "incidents", plan.at);
  if (plan.quarters === 0 || !dice.chance(1 / 6)) return [];
  const quarter = addQuarters(plan.reportsFrom, dice.whole(0, plan.quarters - 1));
  const startedOn: Day = addDays(firstDayOf(quarter, ground.calendar.fiscalFirstMonth), dice.whole(0, 80));
  if (startedOn >= ground.calendar.today) return [];
  const id = numbers.take(incidents);
  const { title, cause, correction } = dice.of(INCIDENTS);
  const costMinor = dice.chance(0.6) ? minor(dice.whole(2, 80) * 10_000) : null;
  const by = dice.of(people);
  const closedOn = addDays(startedOn, 6);
  const closed = closedOn < ground.calendar.today;
  sheaf.incidents.push({
    ...{ id, useCaseId: useCase.id, title, what: title },
    severity: dice.of<Severity>([2, 3, 3, 4, 4]),
    ...{ startedOn, startedTime: null, detectedOn: startedOn, detectedTime: null },
    ...{ endedOn: startedOn, endedTime: null, quarter, affected: null },
    affectedCount: dice.whole(0, 400),
    ...{ personalData: dice.chance(0.1), authorityToldOn: null, authorityWhyNot: null },
    ...{ seriousness: "no", marketToldOn: null, cause, correction },
    ...{ riskId: null, vendorId: null, modelId: null },
    hoursLost: dice.whole(1, 60),
    costMinor,
    state: closed ? "closed" : "open",
    closedOn: closed ? closedOn : null,
    closedById: closed ? by : null,
    closedReason: closed ? correction : null,
    ...{ loggedById: by, loggedOn: startedOn },
  });
  if (costMinor === null) return [];
  sheaf.incidentCosts.push({
    ...{ incidentId: id, quarter, amountMinor: costMinor, note: null, enteredBy: by, enteredOn: startedOn },
  });
  return [{ quarter, amountMinor: costMinor }];
}
