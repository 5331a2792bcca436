/** What a signature at a gate is worth, and for how long. */
import { addMonths, type Day } from "#app/kernel/day";

/** Who signs off. Security and legal at every roll-out; finance where its figures are at stake. */
export const SIGN_OFF_KINDS = ["security", "legal", "finance"] as const;
export type SignOffKind = (typeof SIGN_OFF_KINDS)[number];

/** Why what was signed is to be signed anew: the case changed since, or its time ran out. */
export const STALE_CAUSES = ["model", "data", "audience", "expired"] as const;
export type StaleCause = (typeof STALE_CAUSES)[number];

/** How long a role has to answer, and for how many months its yes holds; null is for good. */
export interface Terms {
  daysToAnswer: number;
  monthsValid: number | null;
}

/** Until an administrator says otherwise. */
export const SHIPPED_TERMS: Terms = { daysToAnswer: 14, monthsValid: 12 };

/** A yes is asked for again so many days before it ends, so that a reviewer has time. */
export const RENEWED_AHEAD_DAYS = 30;

export function expiryOf(signedOn: Day, { monthsValid }: Terms): Day | null {
  return monthsValid === null ? null : addMonths(signedOn, monthsValid);
}

export interface Signature {
  verdict: "yes" | "no" | null;
  staleOn: Day | null;
  /** The first day on which it holds no more. */
  expiresOn: Day | null;
}

export const SIGNATURE_STATES = ["waiting", "yes", "no", "stale", "expired"] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

export function stateOf({ verdict, staleOn, expiresOn }: Signature, today: Day): SignatureState {
  if (verdict === null) return "waiting";
  if (verdict === "no") return "no";
  if (staleOn !== null) return "stale";
  return expiresOn !== null && expiresOn <= today ? "expired" : "yes";
}

/** For whom a case is meant. */
export interface Audience {
  departmentId: number | null;
  peopleAffected: number | null;
}

/** So much larger a number of people is another audience. */
const WIDER = 1.5;

/** Whether so many more people are another audience. Unknown before, it is known by now and no more. */
export function growsMaterially(was: number | null, is: number | null): boolean {
  return was !== null && was > 0 && is !== null && is >= was * WIDER;
}

/** What an event after a signature changed: the fields as they were, and as they became. */
export interface LaterEvent {
  subject: string;
  subjectId: number;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

/**
 * How many people a case was signed for: what it said before the first change since, or first said after where nobody had
 * counted them. Small growths one after the other are so judged by their sum.
 */
export function peopleSignedFor(later: readonly LaterEvent[], before: number | null): number | null {
  const said = later
    .filter(({ subject }) => subject === "use-case")
    .flatMap((event) => [event.before?.peopleAffected, event.after?.peopleAffected]);
  return said.find((value) => typeof value === "number") ?? before;
}

/**
 * Whether a case reaches other people than those it was signed for: another department, or half as many people again.
 * `later` is what happened since they were signed for, without which the change is judged by itself.
 */
export function reachesOthers(before: Audience, after: Audience, later: readonly LaterEvent[] = []): boolean {
  if (before.departmentId !== null && before.departmentId !== after.departmentId) return true;
  return growsMaterially(peopleSignedFor(later, before.peopleAffected), after.peopleAffected);
}

/** Whether a change may reach others, before any signature is looked at: what changes nothing of the audience never does. */
export const mayReachOthers = (before: Audience, after: Audience): boolean =>
  before.departmentId !== after.departmentId || before.peopleAffected !== after.peopleAffected;
