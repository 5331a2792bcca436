import { z } from "zod";
import type { Day } from "#app/kernel/day";
import { choice, idOf, onDay, optionalAmount, optionalDecimal, optionalText, text } from "#app/kernel/input";
import type { Told } from "#app/kernel/told";
import { type CheckedIn, CONFIDENCES } from "./warning";

/** A week of a POC, told. */
export interface CheckIn extends CheckedIn {
  blockers: Told | null;
  next: Told | null;
}

export const checkInInput = (currency: string) =>
  z.object({
    pocId: idOf,
    on: onDay,
    value: optionalDecimal(),
    confidence: choice(CONFIDENCES),
    spentMinor: optionalAmount(currency, { min: 0 }),
    personDays: optionalDecimal({ min: 0, max: 100_000 }),
    blockers: optionalText(2_000),
    next: optionalText(2_000),
  });

/** One round of a POC: what it asks, and what it taught. */
export interface Iteration {
  question: Told;
  startedOn: Day;
  endedOn: Day | null;
  learnt: Told | null;
}

export const openIterationInput = z.object({ pocId: idOf, question: text(1_000), startedOn: onDay });
export const endIterationInput = z.object({ iterationId: idOf, endedOn: onDay, learnt: text(4_000) });
