import { z } from "zod";
import { choice, optionalText, ticked, whole } from "#app/kernel/input";

const score = z.preprocess((sent) => (sent === "" ? undefined : sent), whole({ min: 1, max: 5 }).optional());

/** One member's scores of one use case, criterion by criterion: `scores.<criterion id>`. */
export const assessmentInput = z.object({
  scores: z.record(z.coerce.number().int().positive(), score).default({}),
  comments: z.record(z.coerce.number().int().positive(), optionalText(1_000)).default({}),
  comment: optionalText(4_000),
  abstain: ticked,
  intent: choice(["save", "submit"]),
});
export type AssessmentInput = z.output<typeof assessmentInput>;

/** A score that a person puts beside the computed one. */
export const overrideInput = z.object({
  intent: choice(["override"]),
  axis: choice(["value", "complexity"]),
  score: whole({ min: 0, max: 100 }),
  reason: optionalText(2_000),
});
export type OverrideInput = z.output<typeof overrideInput>;
