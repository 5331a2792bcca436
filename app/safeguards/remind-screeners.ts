import type { Day } from "#app/kernel/day";
import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { type ServiceLevel, workingDaysBetween } from "#app/use-cases/answer-due";

/** So many working days late, a case is told to the chair, whoever has it. */
export const ESCALATED_AFTER = 3;

export interface LateCase extends Parties {
  id: number;
  dueOn: Day;
  screenerId: number | null;
}

type Member = Actor & { personId: number };

/**
 * Of how many late answers each member is reminded: those that they have; those that nobody has and they may give; a
 * chair also of those that have been late for days.
 */
export function remindersOf(
  members: readonly Member[],
  late: readonly LateCase[],
  today: Day,
  level: ServiceLevel,
): { personId: number; count: number }[] {
  const concerns = (member: Member, one: LateCase) => {
    if (!permits(member, "use-case.screen", one)) return false;
    if (one.screenerId === null || one.screenerId === member.personId) return true;
    return member.roles.includes("chair") && workingDaysBetween(one.dueOn, today, level) >= ESCALATED_AFTER;
  };
  return members
    .map((member) => ({ personId: member.personId, count: late.filter((one) => concerns(member, one)).length }))
    .filter(({ count }) => count > 0);
}
