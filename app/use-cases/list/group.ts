import type { Group } from "./order";
import { NONE } from "./query";

export interface Placed {
  stage: string | null;
  departmentId: number | null;
}

/** The group that a case is in. */
export function groupOf(group: Group, { stage, departmentId }: Placed): string {
  return String((group === "stage" ? stage : departmentId) ?? NONE);
}
