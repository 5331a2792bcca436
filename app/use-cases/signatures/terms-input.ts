import { z } from "zod";
import { choice, optionalWhole, startedFromOrNone, whole } from "#app/kernel/input";
import { SIGN_OFF_KINDS } from "./signature";

export const TERM_BOUNDS = { days: { min: 1, max: 365 }, months: { min: 1, max: 120 } };

export const termsInput = z.object({
  kind: choice(SIGN_OFF_KINDS),
  version: startedFromOrNone,
  daysToAnswer: whole(TERM_BOUNDS.days),
  monthsValid: optionalWhole(TERM_BOUNDS.months),
});
