import { z } from "zod";
import { choice, optionalText, startedFromOrNone, text, ticked, whole } from "#app/kernel/input";
import { AXES } from "./score";

const score = z.preprocess((sent) => (sent === "" ? undefined : sent), whole({ min: 1, max: 5 }).optional());

/** One member's scores of one use case, criterion by criterion: `scores.<criterion id>`. */
export const assessmentInput = z.object({
  scores: z.record(z.coerce.number().int().positive(), score).default({}),
  comments: z.record(z.coerce.number().int().positive(), optionalText(1_000)).default({}),
  comment: optionalText(4_000),
  abstain: ticked,
  version: startedFromOrNone,
  intent: choice(["save", "submit", "abstain"]),
});
export type AssessmentInput = z.output<typeof assessmentInput>;

/** How many criteria somebody who abstains has scored or commented all the same. */
export function scoredThough({ abstain, scores, comments }: Pick<AssessmentInput, "abstain" | "scores" | "comments">) {
  if (!abstain) return 0;
  const said = (of: Record<string, unknown>) => Object.keys(of).filter((id) => of[id] !== undefined && of[id] !== null);
  return new Set([...said(scores), ...said(comments)]).size;
}

/** A score that a person puts beside the computed one; the form sends the version that it saw of each axis's. */
export const overrideInput = z
  .object({
    intent: choice(["override"]),
    axis: choice(AXES),
    score: whole({ min: 0, max: 100 }),
    reason: optionalText(2_000),
    version: z.object({ value: startedFromOrNone, complexity: startedFromOrNone, risk: startedFromOrNone.default(0) }),
  })
  .transform(({ version, ...input }) => ({ ...input, version: version[input.axis] }));
export type OverrideInput = z.output<typeof overrideInput>;

/** Why a member neither scores a case nor sees its scores. */
export const conflictInput = z.object({ intent: choice(["conflict"]), why: text(1_000) });

/** Why the chair has a case scored once more. */
export const roundInput = z.object({ intent: choice(["round"]), why: text(1_000) });
