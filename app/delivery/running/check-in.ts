import { z } from "zod";
import type { Day } from "#app/kernel/day";
import {
  choice,
  idOf,
  onDay,
  optionalAmount,
  optionalDecimal,
  optionalText,
  startedFrom,
  text,
} from "#app/kernel/input";
import type { Locale, Told } from "#app/kernel/told";
import { type CheckedIn, CONFIDENCES } from "./warning";

/** A week of a POC, told. */
export interface CheckIn extends CheckedIn {
  blockers: Told | null;
  next: Told | null;
  /** Why it was corrected, or why it says less than the one before. */
  reason: Told | null;
}

const week = (currency: string) => ({
  on: onDay,
  value: optionalDecimal(),
  confidence: choice(CONFIDENCES),
  spentMinor: optionalAmount(currency, { min: 0 }),
  personDays: optionalDecimal({ min: 0, max: 100_000 }),
  blockers: optionalText(2_000),
  next: optionalText(2_000),
});

export const checkInInput = (currency: string) =>
  z.object({ pocId: idOf, ...week(currency), reason: optionalText(2_000) });

/** A week that is said anew: why is told with it. */
export const correctCheckInInput = (currency: string) =>
  z.object({ checkInId: idOf, version: startedFrom, ...week(currency), reason: text(2_000) });

type Typed = Record<"blockers" | "next" | "reason", string | null>;

/** What was typed, told in the language of who typed it. */
export function toldWeek<Week extends Typed>({ blockers, next, reason, ...rest }: Week, locale: Locale) {
  const told = (typed: string | null): Told | null => (typed === null ? null : { [locale]: typed });
  return { ...rest, blockers: told(blockers), next: told(next), reason: told(reason) };
}

/** One round of a POC: what it asks, and what it taught. */
export interface Iteration {
  question: Told;
  startedOn: Day;
  endedOn: Day | null;
  learnt: Told | null;
}

export const openIterationInput = z.object({ pocId: idOf, question: text(1_000), startedOn: onDay });
export const endIterationInput = z.object({ iterationId: idOf, endedOn: onDay, learnt: text(4_000) });
