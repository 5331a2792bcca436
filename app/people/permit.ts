import { Refusal } from "#app/kernel/refusal";
import { type Act, type Parties, permits } from "./permissions";
import type { Actor } from "./roles";

declare const proof: unique symbol;

/**
 * Proof that `actor` may do `act` on `subject`. Only `permit` makes one, and the audit log takes nothing else:
 * a command that forgets to ask cannot record what it did, and does not compile.
 */
export interface Permitted<A extends Act = Act, Subject extends Parties = Parties> {
  readonly [proof]: true;
  readonly act: A;
  readonly actor: Actor;
  readonly subject: Subject;
}

/** @throws Refusal 403 when the permission table says no. */
export function permit<A extends Act, Subject extends Parties>(
  actor: Actor,
  act: A,
  subject: Subject,
): Permitted<A, Subject> {
  if (!permits(actor, act, subject)) throw new Refusal(403, "people.refusal.not-permitted", { act });
  return { act, actor, subject } as Permitted<A, Subject>;
}
