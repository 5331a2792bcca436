import { type Stage, WAY_THROUGH } from "#app/use-cases/stages";
import { outcomesAt } from "./sessions";

/**
 * Where a case goes on when its re-look day is here: on the way where it stood before it was put on hold. What stood
 * nowhere on it, or nobody knows where, is submitted: somebody looks at it from the start.
 */
export function backTo(heldFrom: Stage | null): Stage {
  const way = WAY_THROUGH.filter((stage) => stage !== "draft" && stage !== "retired");
  return way.find((stage) => stage === heldFrom) ?? "submitted";
}

/** Whether the committee looks at it again: what it has to decide anyway, and what it put on hold itself. */
export function goesOnAgenda(to: Stage, heldByCommittee: boolean): boolean {
  return to === "assessment" || (to !== "submitted" && heldByCommittee && outcomesAt(to).length > 0);
}
