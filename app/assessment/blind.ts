import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";

/**
 * Whether a person still owes their own assessment of a case. Independent means blind: until it is submitted, an
 * abstention counting as one, they see neither the scores of the others nor anything that is computed from them.
 */
export function owesAssessment(actor: Actor, useCase: Parties & { stage: string | null }, submitted: boolean): boolean {
  return (
    useCase.stage === "assessment" &&
    !submitted &&
    // The product itself assesses nothing.
    actor.personId !== null &&
    permits(actor, "assessment.write", useCase)
  );
}

/** Whether the record of an act tells scores. */
export function tellsScores(act: string): boolean {
  return act === "assessment.write" || act === "score.override";
}
