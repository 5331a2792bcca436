import { z } from "zod";
import { addDays, type Day, daysBetween } from "#app/kernel/day";
import {
  amount,
  choice,
  decimal,
  idOf,
  onDay,
  optionalChoice,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  rows,
  startedFrom,
  text,
  whole,
} from "#app/kernel/input";
import type { Minor } from "#app/kernel/money";
import { type Locale, retell, type Told } from "#app/kernel/told";
import { isLive, type Stage } from "#app/use-cases/stages";

/** Which function of the house a member stands for. */
export const SIDES = ["business", "technical", "data", "legal", "finance"] as const;
export type Side = (typeof SIDES)[number];
/** A POC needs somebody of each of these. */
export const NEEDED_SIDES = ["business", "technical"] as const satisfies readonly Side[];

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
  /** Days of work of all together; null where they are not capped. */
  personDaysCap: number | null;
  team: TeamMember[];
  /** Who answers for the data that it uses. */
  dataOwner: string | null;
  /** Why people of one function alone may try it. */
  oneFunctionReason: Told | null;
  kpiName: Told;
  kpiUnit: string;
  direction: "up" | "down";
  baseline: number;
  threshold: number;
  guardrailName: Told | null;
  guardrailUnit: string | null;
  guardrailDirection: "up" | "down" | null;
  /** What the guardrail keeps to: at least with `up`, at most with `down`. */
  guardrailLimit: number | null;
  vendorId: number | null;
  modelId: number | null;
}

/** The bet itself: once the POC has started nobody moves the posts. What an amendment may change is a part of it. */
export const SEALED = [
  "hypothesis",
  "startsOn",
  "endsOn",
  "peopleCap",
  "budgetCapMinor",
  "personDaysCap",
  "kpiName",
  "kpiUnit",
  "direction",
  "baseline",
  "threshold",
  "guardrailName",
  "guardrailUnit",
  "guardrailDirection",
  "guardrailLimit",
] as const satisfies readonly (keyof PocTerms)[];

/** The sealed terms on which two versions are apart. */
export function changedBet(before: PocTerms, after: PocTerms): (typeof SEALED)[number][] {
  return SEALED.filter((term) => JSON.stringify(before[term]) !== JSON.stringify(after[term]));
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
export function missingSides(team: readonly TeamMember[]): (typeof NEEDED_SIDES)[number][] {
  return NEEDED_SIDES.filter((side) => !team.some((member) => member.side === side));
}

/** A bet is sealed between the approval and the POC's gate; later where the case came to its stage without passing it. */
export const maySeal = (stage: Stage | null): boolean => stage === "approved" || stage === "poc" || isLive(stage);

/** What a bet lacks before it may be sealed. */
export const LACKS = [
  "business-owner",
  "technical-owner",
  "one-owner",
  "data-owner",
  "one-function",
  "no-bet",
] as const;
export type Lack = (typeof LACKS)[number];

/** What is missing to start: two owners who are two people, somebody for the data, and a team of two functions or a reason. */
export function lacksToStart(
  terms: PocTerms,
  { ownerId, technicalOwnerId }: { ownerId: number | null; technicalOwnerId: number | null },
): Lack[] {
  const functions = new Set(terms.team.flatMap(({ side }) => side ?? []));
  const reason = terms.oneFunctionReason?.fr ?? terms.oneFunctionReason?.en;
  const missing: Record<Lack, boolean> = {
    "business-owner": ownerId === null,
    "technical-owner": technicalOwnerId === null,
    "one-owner": ownerId !== null && ownerId === technicalOwnerId,
    "data-owner": !terms.dataOwner,
    "one-function": functions.size < 2 && !reason,
    "no-bet": !asksForMore(terms),
  };
  return LACKS.filter((lack) => missing[lack]);
}

/** The term that each fault of a bet is mended at. */
export const FAULTY_TERM = {
  "delivery.input.ends-early": "endsOn",
  "delivery.input.threshold": "threshold",
  "delivery.input.team": "team",
  "delivery.input.people-cap": "peopleCap",
  "delivery.input.guardrail-name": "guardrailName",
  "delivery.input.guardrail-side": "guardrailDirection",
} as const satisfies Record<string, keyof PocTerms>;
export type BetFault = keyof typeof FAULTY_TERM;

/** What keeps terms from being a bet at all, as the message that says it; null where nothing does. */
export function faultOf(terms: PocTerms): BetFault | null {
  const { startsOn, endsOn, team, peopleCap, guardrailName, guardrailLimit, guardrailDirection } = terms;
  if (endsOn <= startsOn) return "delivery.input.ends-early";
  if (!asksForMore(terms)) return "delivery.input.threshold";
  if (team.length === 0) return "delivery.input.team";
  if (team.length > peopleCap) return "delivery.input.people-cap";
  if (guardrailLimit !== null && guardrailName === null) return "delivery.input.guardrail-name";
  return guardrailLimit !== null && guardrailDirection === null ? "delivery.input.guardrail-side" : null;
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
      personDaysCap: optionalWhole({ min: 1, max: 100_000 }),
      team: rows(member, 30),
      dataOwner: optionalText(120),
      oneFunctionReason: optionalText(2_000),
      kpiName: text(200),
      kpiUnit: text(40),
      direction: choice(["up", "down"]),
      baseline: decimal(),
      threshold: decimal(),
      guardrailName: optionalText(200),
      guardrailUnit: optionalText(40),
      guardrailDirection: optionalChoice(["up", "down"]),
      guardrailLimit: optionalDecimal(),
      vendorId: optionalId,
      modelId: optionalId,
      id: optionalId,
      version: optionalId,
    })
    // A POC that is there is changed by who saw it: without its version nobody could tell what they saw.
    .refine(({ id, version }) => id === null || version !== null, { path: ["version"], message: "desk.input.required" })
    .refine(({ startsOn, endsOn }) => endsOn > startsOn, { path: ["endsOn"], message: "delivery.input.ends-early" })
    .refine(asksForMore, { path: ["threshold"], message: "delivery.input.threshold" })
    .refine(({ guardrailName, guardrailLimit }) => guardrailLimit === null || guardrailName !== null, {
      path: ["guardrailName"],
      message: "delivery.input.guardrail-name",
    })
    .refine(({ guardrailDirection, guardrailLimit }) => guardrailLimit === null || guardrailDirection !== null, {
      path: ["guardrailDirection"],
      message: "delivery.input.guardrail-side",
    })
    .refine(({ team }) => team.length > 0, { path: ["team.0.name"], message: "delivery.input.team" })
    .refine(({ team, peopleCap }) => team.length <= peopleCap, {
      path: ["peopleCap"],
      message: "delivery.input.people-cap",
    });
export type PocInput = z.output<ReturnType<typeof pocInput>>;

const retellOrNone = (stored: Told | null | undefined, locale: Locale, typed: string | null): Told | null =>
  typed === null ? null : retell(stored, locale, typed);

/** What was typed, told in the language of who typed it; the other language of what is stored stays. */
export function toldPoc(input: PocInput, stored: PocTerms | null, locale: Locale): PocTerms {
  const { id: _, version: __, ...terms } = input;
  const roleOf = (name: string) => stored?.team.find((one) => one.name === name)?.role;
  return {
    ...terms,
    hypothesis: retell(stored?.hypothesis, locale, input.hypothesis),
    kpiName: retell(stored?.kpiName, locale, input.kpiName),
    guardrailName: retellOrNone(stored?.guardrailName, locale, input.guardrailName),
    oneFunctionReason: retellOrNone(stored?.oneFunctionReason, locale, input.oneFunctionReason),
    team: input.team.map(({ name, role, side }) => ({ name, role: retell(roleOf(name), locale, role), side })),
  };
}

export const startInput = z.object({ pocId: idOf, version: startedFrom });

export const verdictInput = z.object({
  pocId: idOf,
  verdict: choice(VERDICTS),
  result: optionalDecimal(),
  /** The attempt that goes on. */
  attemptId: optionalId,
  reason: optionalText(2_000),
  learning: text(4_000),
  version: startedFrom,
});
