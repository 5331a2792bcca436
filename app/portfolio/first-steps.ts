/** What a new house does first, from what is there: so that a step is done when it is done, whoever did it. */
import type { Role } from "#app/people/roles";

/** Roles without which no case goes from its idea to a decision and a figure that counts. */
export const NEEDED_ROLES = ["chair", "champion", "finance", "security", "legal"] as const satisfies readonly Role[];
/** Who may sit in a session, and so counts for its quorum. */
const SEATED: readonly Role[] = ["committee", "chair", "security", "legal"];
const ASSESSING: readonly Role[] = ["committee", "chair"];

export interface HouseFacts {
  /** Those in activity. */
  departments: number;
  /** Open accounts besides the reader's own: those who chose a password, and those who cannot come in yet. */
  ready: number;
  waiting: number;
  /** A line for each role that an open account holds. */
  held: readonly { personId: number; role: Role }[];
  assessmentsNeeded: number;
  quorum: number;
  /** Whether any case is more than a draft. */
  hasCase: boolean;
  hasSession: boolean;
}

export interface Lacking {
  role: (typeof NEEDED_ROLES)[number] | "committee";
  count: number;
}

export const FIRST_STEPS = ["departments", "people", "roles", "case", "session"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Who is still missing: a role that nobody holds, and members for the assessments and the quorum asked for. */
export function lackingRoles({ held, assessmentsNeeded, quorum }: HouseFacts): Lacking[] {
  const holders = (roles: readonly Role[]) =>
    new Set(held.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId)).size;
  const missing = NEEDED_ROLES.filter((role) => holders([role]) === 0);
  // Whoever takes a missing role will assess and sit too.
  const toCome = (roles: readonly Role[]) => missing.filter((role) => roles.includes(role)).length;
  const members = Math.max(
    assessmentsNeeded - holders(ASSESSING) - toCome(ASSESSING),
    quorum - holders(SEATED) - toCome(SEATED),
    0,
  );
  const single = (role: Lacking["role"]): Lacking => ({ role, count: 1 });
  const [chair, others] = [missing.filter((role) => role === "chair"), missing.filter((role) => role !== "chair")];
  return [
    ...chair.map(single),
    ...(members > 0 ? [{ role: "committee" as const, count: members }] : []),
    ...others.map(single),
  ];
}

/** Each first step in its order, and whether it is done. */
export function firstSteps(facts: HouseFacts): { step: FirstStep; done: boolean }[] {
  const done: Record<FirstStep, boolean> = {
    departments: facts.departments > 0,
    people: facts.ready > 0,
    roles: lackingRoles(facts).length === 0,
    case: facts.hasCase,
    session: facts.hasSession,
  };
  return FIRST_STEPS.map((step) => ({ step, done: done[step] }));
}
