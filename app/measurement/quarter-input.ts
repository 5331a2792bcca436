import { z } from "zod";
import { choice, idOf, startedFrom, startedFromOrNone, ticked } from "#app/kernel/input";
import { isQuarter, type Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";

export const QUARTER_STEPS = ["collect", "review", "close"] as const;
/** What is asked of a quarter, by its page. */
export const quarterStepInput = z.object({
  intent: choice(QUARTER_STEPS),
  version: startedFromOrNone,
  /** To close although something is left open. */
  despite: ticked,
});

/** A report accepted or validated from the queue; sending back needs a note, and the report's own page. */
export const quickReviewInput = z.object({
  reportId: idOf,
  version: startedFrom,
  verdict: choice(["validate", "accept"]),
});

/** The quarter of an address such as `/quarter/2026-Q3`. @throws Refusal 404 */
export function quarterOfAddress(text: string | undefined): Quarter {
  const upper = (text ?? "").toUpperCase();
  if (!isQuarter(upper)) throw new Refusal(404, "desk.refusal.not-found");
  return upper;
}
