import { SIGN_OFF_KINDS } from "#app/delivery/sign-offs";
import { addDays } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { pocs } from "#db/schema.server";
import { Dice } from "./dice";
import type { Ground, Numbers } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";
import { LEARNINGS, say } from "./texts";

const DAYS_TO_ANSWER = 14;
const KPI = say("Temps par dossier", "Time per file");
const ROLE = say("Référent métier", "Business lead");
const BUILDER = say("Science des données", "Data science");

/** The POC of a case that came that far, with its verdict once it went on. @returns whether there is one */
export function tryOut(
  ground: Ground,
  plan: CasePlan,
  { useCase, people, matter }: Growing,
  numbers: Numbers,
  sheaf: Sheaf,
): boolean {
  const dice = new Dice(ground.seed, "poc", plan.at);
  const { stage } = plan;
  const over = stage === "pilot" || stage === "production" || stage === "retired";
  if (plan.entry !== "form" || !(over || stage === "poc" || stage === "stopped")) return false;
  const vendor = dice.among(ground.vendors);
  if (dice.chance(0.8)) sheaf.useCaseVendors.push({ useCaseId: useCase.id, vendorId: vendor.id });
  const since = useCase.stageSince ?? plan.createdOn;
  const startsOn = addDays(stage === "poc" ? since : plan.createdOn, stage === "poc" ? 3 : 30);
  const endsOn = addDays(startsOn, dice.whole(28, 70));
  const threshold = Math.max(1, Math.round(matter.minutes * 0.7));
  const ended = over || stage === "stopped";
  sheaf.pocs.push({
    id: numbers.take(pocs),
    useCaseId: useCase.id,
    hypothesis: say(
      `Le temps par dossier passe de ${matter.minutes} à ${threshold} minutes sans erreur de plus.`,
      `Time per file goes from ${matter.minutes} to ${threshold} minutes without one error more.`,
    ),
    startsOn,
    endsOn,
    peopleCap: dice.whole(3, 9),
    budgetCapMinor: minor(dice.whole(8, 60) * 100_000),
    personDaysCap: null,
    dataOwner: `P-${people[0] ?? 0}`,
    oneFunctionReason: null,
    ...{ guardrailName: null, guardrailUnit: null, guardrailDirection: null, guardrailLimit: null },
    ...{ followsId: null, startedOn: startsOn <= ground.calendar.today ? startsOn : null },
    ...{ startedById: people[0] ?? null, verdictById: ended ? (people[0] ?? null) : null, verdictReason: null },
    team: [
      { name: `P-${people[0] ?? 0}`, role: ROLE, side: "business" },
      { name: `P-${people[2] ?? 0}`, role: BUILDER, side: "technical" },
    ],
    ...{ kpiName: KPI, kpiUnit: "min", direction: "down", baseline: matter.minutes, threshold },
    ...{ vendorId: vendor.id, modelId: vendor.modelId },
    verdict: ended ? (over ? "scale" : "stop") : null,
    verdictOn: ended ? since : null,
    result: ended ? (over ? threshold : matter.minutes) * (0.9 + 0.2 * dice.share()) : null,
    learning: ended ? dice.of(LEARNINGS) : null,
  });
  return true;
}

/** Security's and legal's word on what rolled out, waiting on what is being tried; finance's where money is large. */
export function signOff(ground: Ground, plan: CasePlan, { useCase, people }: Growing, sheaf: Sheaf): void {
  const dice = new Dice(ground.seed, "sign-off", plan.at);
  const { today } = ground.calendar;
  const since = useCase.stageSince ?? plan.createdOn;
  const rolledOut = plan.stage === "pilot" || plan.stage === "production" || plan.stage === "retired";
  if (plan.entry === "import" || !(rolledOut || plan.stage === "poc")) return;
  for (const kind of SIGN_OFF_KINDS) {
    if (kind === "finance" && !dice.chance(0.15)) continue;
    if (!rolledOut && !dice.chance(0.6)) continue;
    const requestedOn = rolledOut ? addDays(since, -dice.whole(8, 30)) : dice.day(since, today);
    const answered = rolledOut || dice.chance(0.4);
    const answeredOn = dice.day(requestedOn, rolledOut ? since : today);
    sheaf.signOffs.push({
      useCaseId: useCase.id,
      kind,
      verdict: answered ? (rolledOut || dice.chance(0.8) ? "yes" : "no") : null,
      note: answered && !rolledOut ? say("Voir les conditions d’hébergement.", "See the hosting conditions.") : null,
      conditions: null,
      requestedBy: people[1] ?? null,
      requestedOn,
      dueOn: addDays(requestedOn, DAYS_TO_ANSWER),
      byId: answered ? dice.of(ground.reviewers[kind]) : null,
      on: answered ? answeredOn : null,
      gate: "pilot",
      ...{ delegatedTo: null, delegatedBy: null, delegatedOn: null, forId: null, expiresOn: null },
      ...{ staleOn: null, staleCause: null, staleDetail: null, renewsId: null, remindedOn: null },
    });
  }
}
