import { addDays, type Day } from "#app/kernel/day";
import { allocate, minor } from "#app/kernel/money";
import { addQuarters, firstDayOf, type Quarter, quarterOf } from "#app/kernel/quarter";
import type { Stage } from "#app/use-cases/stages";
import { Dice, placeOf, weighed } from "./dice";

/** Quarters that are over and that the register reports on. */
export const QUARTERS = 12;

/** How many of a thousand cases stand where: most are ideas, one in ten is live. Null is an imported case that never said. */
const PROPORTIONS: readonly [stage: Stage | null, per1000: number][] = [
  ["draft", 210],
  ["submitted", 200],
  ["assessment", 140],
  ["rejected", 91],
  ["production", 72],
  [null, 60],
  ["on-hold", 52],
  ["approved", 42],
  ["poc", 36],
  ["pilot", 31],
  ["merged", 28],
  ["retired", 22],
  ["stopped", 12],
  ["withdrawn", 4],
];
const STAGES = weighed(PROPORTIONS, ([, per1000]) => per1000);
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface Calendar {
  today: Day;
  fiscalFirstMonth: number;
  /** The quarter that is running. */
  current: Quarter;
  /** The first one that the register reports on. */
  first: Quarter;
}

export function calendarOf(today: Day, fiscalFirstMonth: number): Calendar {
  const current = quarterOf(today, fiscalFirstMonth);
  return { today, fiscalFirstMonth, current, first: addQuarters(current, -QUARTERS) };
}

/** How a case came in: through the form, from a register, or as one that ran already. */
export type Entry = "form" | "import" | "live";

export interface CasePlan {
  /** Counted from 0: what its dice are named by. */
  at: number;
  stage: Stage | null;
  entry: Entry;
  createdOn: Day;
  /** Quarters in which it reports, from `reportsFrom`; 0 for a case that was never live. */
  quarters: number;
  reportsFrom: Quarter;
  /** Whether nobody has reported on the last quarter yet. */
  silent: boolean;
  reports: number;
}

/**
 * Where each of so many cases stands and how many reports each has: `reports` together, to the last one. Which stages there
 * are follows the golden ratio's sequence, so that a small register has them all.
 */
export function planCases(count: number, reports: number, seed: number, calendar: Calendar): CasePlan[] {
  const weights = new Float64Array(count);
  const plans = Array.from({ length: count }, (_, at): CasePlan => {
    const dice = new Dice(seed, "plan", at);
    const [stage] = STAGES.items[placeOf(STAGES.upTo, ((at + 1) * GOLDEN) % 1)] ?? ["draft" as const];
    const entry = entryOf(stage, dice);
    const live = stage === "production" || stage === "pilot" || stage === "retired";
    const quarters = live ? quartersOf(stage, dice) : 0;
    const ended = stage === "retired" ? dice.whole(0, 3) : 0;
    const reportsFrom = addQuarters(calendar.current, -quarters - ended);
    const createdOn = live
      ? addDays(firstDayOf(reportsFrom, calendar.fiscalFirstMonth), -dice.whole(60, 500))
      : dice.day(firstDayOf(calendar.first, calendar.fiscalFirstMonth), addDays(calendar.today, -1), 1.8);
    const silent = stage !== "retired" && quarters > 1 && dice.chance(0.09);
    if (live) weights[at] = (quarters - (silent ? 1 : 0)) * dice.around(1, 1.7);
    return { at, stage, entry, createdOn, quarters, reportsFrom, silent, reports: 0 };
  });
  if (reports > 0) share(plans, weights, reports);
  return plans;
}

function entryOf(stage: Stage | null, dice: Dice): Entry {
  if (stage === null) return "import";
  if (dice.chance(0.12)) return stage === "merged" || stage === "draft" ? "form" : "import";
  return (stage === "production" || stage === "pilot") && dice.chance(0.2) ? "live" : "form";
}

/** Cases last: most of those that are live have been for years, and a pilot never. */
function quartersOf(stage: Stage | null, dice: Dice): number {
  if (stage === "pilot") return dice.whole(1, 3);
  return 1 + Math.floor((stage === "retired" ? QUARTERS - 4 : QUARTERS) * dice.share() ** 0.5);
}

function share(plans: readonly CasePlan[], weights: Float64Array, reports: number): void {
  const reporting = plans.filter(({ at }) => (weights[at] ?? 0) > 0);
  if (reporting.length === 0) throw new RangeError("There is no live case to report on: plant more cases");
  const parts = allocate(
    minor(reports),
    reporting.map(({ at }) => weights[at] ?? 0),
  );
  for (const [place, plan] of reporting.entries()) plan.reports = parts[place] ?? 0;
}

/** A KPI's stretch of reports: counted quarters, the first of them later for a KPI that was defined late. */
export interface Stretch {
  first: Quarter;
  reports: number;
}

/** The KPIs over which a case's reports spread: all from its first quarter, the last one from later. */
export function stretchesOf({ quarters, silent, reports, reportsFrom }: CasePlan): Stretch[] {
  const told = quarters - (silent ? 1 : 0);
  if (told <= 0) return [];
  const whole = Math.floor(reports / told);
  const rest = reports % told;
  const stretches = Array.from({ length: whole }, () => ({ first: reportsFrom, reports: told }));
  return rest > 0 ? [...stretches, { first: addQuarters(reportsFrom, told - rest), reports: rest }] : stretches;
}
