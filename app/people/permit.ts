import { Refusal } from "#app/kernel/refusal";
import { type Act, barredAs, type Parties, permits } from "./permissions";
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

/** Who is kept from it by four eyes is told what they are to the case, and who may do it in their place. */
function refusalOf(actor: Actor, act: Act, subject: Parties): Refusal {
  const as = barredAs(actor, act, subject);
  if (as === null) return new Refusal(403, "people.refusal.not-permitted", { act });
  const [, role = ""] = /^sign-off\.(security|legal|finance)$/.exec(act) ?? [];
  return new Refusal(403, "people.refusal.four-eyes", { act, as: as.replace("-", "_"), role });
}

/** @throws Refusal 403 when the permission table says no. */
export function permit<A extends Act, Subject extends Parties>(
  actor: Actor,
  act: A,
  subject: Subject,
): Permitted<A, Subject> {
  if (!permits(actor, act, subject)) throw refusalOf(actor, act, subject);
  return { act, actor, subject } as Permitted<A, Subject>;
}
