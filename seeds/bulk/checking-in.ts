import { addDays, type Day, daysBetween } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { Dice } from "./dice";
import type { Ground } from "./ground";
import type { CasePlan } from "./plan";
import type { Growing, Sheaf } from "./sheaf";
import { say } from "./texts";

const BLOCKERS = [
  say("Accès aux données attendu", "Access to the data awaited"),
  say("Relecteurs pris par la saison", "Reviewers busy with the season"),
  say("Réponses lentes aux heures pleines", "Slow answers at peak hours"),
];
const NEXT = say("Élargir l’échantillon", "Widen the sample");
/** Nobody planned a POC longer, and a seal of long ago that nobody judged is not followed for ever. */
const MOST_WEEKS = 12;

/** The weeks of a POC, from its seal to its verdict or to now: its KPI on its way, and what was used so far. */
export function checkIn(ground: Ground, plan: CasePlan, { people }: Growing, sheaf: Sheaf): void {
  const poc = sheaf.pocs.at(-1);
  if (!poc?.startedOn) return;
  const dice = new Dice(ground.seed, "weeks", plan.at);
  const until = [ground.calendar.today, poc.verdictOn, addDays(poc.startedOn, MOST_WEEKS * 7)].reduce<Day>(
    (first, day) => (day && day < first ? day : first),
    ground.calendar.today,
  );
  const weeks = Math.floor(daysBetween(poc.startedOn, until) / 7);
  const planned = Math.max(1, daysBetween(poc.startedOn, poc.endsOn) / 7);
  const pace = dice.around(0.9, 1.2);
  const reach = (poc.result ?? poc.threshold) - poc.baseline;
  let spent = 0;
  let days = 0;
  for (let week = 1; week <= weeks; week += 1) {
    spent += ((poc.budgetCapMinor * pace) / planned) * (0.7 + 0.6 * dice.share());
    days += poc.peopleCap * 2 * (0.6 + 0.8 * dice.share());
    // A holiday, or a week in which nobody thought of it.
    if (dice.chance(0.12)) continue;
    const way = Math.min(1, week / planned) ** 0.7;
    const confidence = dice.chance(0.72) ? "on-track" : dice.chance(0.7) ? "at-risk" : "off";
    sheaf.pocCheckIns.push({
      pocId: poc.id,
      on: addDays(poc.startedOn, week * 7),
      value: dice.chance(0.8) ? Math.round((poc.baseline + reach * way * (0.9 + 0.2 * dice.share())) * 10) / 10 : null,
      confidence,
      spentMinor: minor(Math.round(spent / 10_000) * 10_000),
      personDays: Math.round(days * 2) / 2,
      blockers: confidence === "on-track" ? null : dice.of(BLOCKERS),
      next: NEXT,
      byId: people[2] ?? people[0] ?? null,
      ...{ reason: null, correctedById: null, correctedOn: null },
    });
  }
}
