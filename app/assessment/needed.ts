/**
 * How many assessments a case needs: as many as the house asks for, unless conflicts of interest leave fewer members who
 * could score it; then all of those. Never none: a case that nobody is left to score waits for another member, or for the
 * chair's word.
 */
export function assessmentsNeededOf({
  asked,
  members,
  conflicted,
}: {
  asked: number;
  /** Members who are no party to the case. */
  members: number;
  /** Of those, how many declared a conflict of interest. */
  conflicted: number;
}): number {
  return conflicted === 0 ? asked : Math.max(1, Math.min(asked, members - conflicted));
}
