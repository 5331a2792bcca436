import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";

/** What a person has said of a case in the round that runs: scores or an abstention, a conflict of interest, or nothing. */
export type Said = "nothing" | "submitted" | "conflict";

/** Whether a person is one of those who score a case while it is being assessed. */
function scores(actor: Actor, useCase: Parties & { stage: string | null }): boolean {
  // The product itself assesses nothing.
  return useCase.stage === "assessment" && actor.personId !== null && permits(actor, "assessment.write", useCase);
}

/** Whether a person still owes their own assessment of a case. */
export function owesAssessment(actor: Actor, useCase: Parties & { stage: string | null }, said: Said): boolean {
  return said === "nothing" && scores(actor, useCase);
}

/**
 * Whether a person sees neither the scores of the others nor anything that is computed from them. Independent means blind:
 * until their own is submitted, an abstention counting as one; and for who declared a conflict of interest until the case
 * has left assessment, since knowing would let them sway it.
 */
export function isBlind(actor: Actor, useCase: Parties & { stage: string | null }, said: Said): boolean {
  return said !== "submitted" && scores(actor, useCase);
}

/** Whether the record of an act tells scores, or who has an interest. */
export function tellsScores(act: string): boolean {
  return ["assessment.write", "score.override", "assessment.round", "conflict.declare"].includes(act);
}
