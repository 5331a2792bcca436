import { z } from "zod";
import { addDays, type Day, daysBetween } from "#app/kernel/day";
import {
  amount,
  choice,
  decimal,
  idOf,
  onDay,
  optionalAmount,
  optionalChoice,
  optionalDecimal,
  optionalId,
  optionalText,
  rows,
  startedFrom,
  text,
  whole,
} from "#app/kernel/input";
import type { Minor } from "#app/kernel/money";
import { type Locale, retell, type Told } from "#app/kernel/told";

/** Which side of the house a member stands for: a POC needs somebody of each. */
export const SIDES = ["business", "technical"] as const;
export type Side = (typeof SIDES)[number];

export interface TeamMember {
  name: string;
  role: Told;
  side: Side | null;
}

export const VERDICTS = ["scale", "pivot", "stop"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a POC sets out to show, and with how much. Amounts in minor units; the KPI's figures in its own unit. */
export interface PocTerms {
  hypothesis: Told;
  startsOn: Day;
  endsOn: Day;
  peopleCap: number;
  budgetCapMinor: Minor;
  team: TeamMember[];
  kpiName: Told;
  kpiUnit: string;
  direction: "up" | "down";
  baseline: number;
  threshold: number;
  vendorId: number | null;
  modelId: number | null;
}

/** The bet itself: after its first day nobody may move the posts. */
export const FIXED = [
  "hypothesis",
  "startsOn",
  "kpiName",
  "kpiUnit",
  "direction",
  "baseline",
  "threshold",
] as const satisfies readonly (keyof PocTerms)[];

/** The fixed terms on which two versions are apart. */
export function changedBet(before: PocTerms, after: PocTerms): (typeof FIXED)[number][] {
  return FIXED.filter((term) => JSON.stringify(before[term]) !== JSON.stringify(after[term]));
}

export const TIME_BOX_DAYS = 8 * 7;

/** The last day of the usual time-box: eight weeks from the first. */
export const usualEnd = (startsOn: Day): Day => addDays(startsOn, TIME_BOX_DAYS);

export interface TimeUsed {
  /** Days since the start, at most those of the time-box; 0 before it. */
  days: number;
  of: number;
  /** Days past the end; 0 within the time-box. */
  over: number;
}

/** How much of the time-box is used on a day: today's, or the verdict's once it is given. */
export function timeUsed({ startsOn, endsOn }: Pick<PocTerms, "startsOn" | "endsOn">, on: Day): TimeUsed {
  const of = Math.max(1, daysBetween(startsOn, endsOn));
  const since = daysBetween(startsOn, on);
  return { days: Math.min(of, Math.max(0, since)), of, over: Math.max(0, since - of) };
}

/** Whether a result reaches the threshold that was fixed beforehand; null when there is no result. */
export function reaches(
  { direction, threshold }: Pick<PocTerms, "direction" | "threshold">,
  result: number | null,
): boolean | null {
  if (result === null) return null;
  return direction === "up" ? result >= threshold : result <= threshold;
}

/** Whether the threshold lies on the better side of the baseline: a POC that nothing has to improve in proves nothing. */
export function asksForMore({
  direction,
  baseline,
  threshold,
}: Pick<PocTerms, "direction" | "baseline" | "threshold">) {
  return direction === "up" ? threshold > baseline : threshold < baseline;
}

/** Who is missing from the team. */
export function missingSides(team: readonly TeamMember[]): Side[] {
  return SIDES.filter((side) => !team.some((member) => member.side === side));
}

const member = z.object({ name: text(120), role: text(200), side: optionalChoice(SIDES) });

/** @param currency of the organisation, for the cap on money */
export const pocInput = (currency: string) =>
  z
    .object({
      hypothesis: text(2_000),
      startsOn: onDay,
      endsOn: onDay,
      peopleCap: whole({ min: 1, max: 1_000 }),
      budgetCapMinor: amount(currency, { min: 0 }),
      team: rows(member, 30),
      kpiName: text(200),
      kpiUnit: text(40),
      direction: choice(["up", "down"]),
      baseline: decimal(),
      threshold: decimal(),
      vendorId: optionalId,
      modelId: optionalId,
      id: optionalId,
      version: optionalId,
    })
    // A POC that is there is changed by who saw it: without its version nobody could tell what they saw.
    .refine(({ id, version }) => id === null || version !== null, { path: ["version"], message: "desk.input.required" })
    .refine(({ startsOn, endsOn }) => endsOn > startsOn, { path: ["endsOn"], message: "delivery.input.ends-early" })
    .refine(asksForMore, { path: ["threshold"], message: "delivery.input.threshold" })
    .refine(({ team }) => team.length > 0, { path: ["team.0.name"], message: "delivery.input.team" })
    .refine(({ team, peopleCap }) => team.length <= peopleCap, {
      path: ["peopleCap"],
      message: "delivery.input.people-cap",
    });
export type PocInput = z.output<ReturnType<typeof pocInput>>;

/** What was typed, told in the language of who typed it; the other language of what is stored stays. */
export function toldPoc(input: PocInput, stored: PocTerms | null, locale: Locale): PocTerms {
  const { id: _, version: __, ...terms } = input;
  const roleOf = (name: string) => stored?.team.find((one) => one.name === name)?.role;
  return {
    ...terms,
    hypothesis: retell(stored?.hypothesis, locale, input.hypothesis),
    kpiName: retell(stored?.kpiName, locale, input.kpiName),
    team: input.team.map(({ name, role, side }) => ({ name, role: retell(roleOf(name), locale, role), side })),
  };
}

export const attemptInput = (currency: string) =>
  z.object({
    pocId: idOf,
    label: text(300),
    modelId: optionalId,
    runCostMinor: optionalAmount(currency, { min: 0 }),
    result: optionalDecimal(),
    guardrail: optionalText(1_000),
    on: onDay,
  });

export const verdictInput = z.object({
  pocId: idOf,
  verdict: choice(VERDICTS),
  result: optionalDecimal(),
  learning: text(4_000),
  version: startedFrom,
});
