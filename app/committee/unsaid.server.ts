import { Refusal } from "#app/kernel/refusal";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { isLeftOpen, isSettled, KEPT_PLACES, type Weighed } from "./passed-over";
import type { Against } from "./weigh.server";
import { seenBy } from "./why-against.server";

/** So many cases a question names. */
const ASKED_ABOUT = 3;

/**
 * Goes against the rank only where the chair says so. What the session still has on its table is no question yet: the order
 * in which it decides makes no difference. Nor is what the chair still has to assess, whose place the question would tell.
 * @throws Refusal 409 where a decision goes against what nothing of this session can change, and nobody said so
 */
export async function refuseUnsaid(db: Reader, actor: Actor, decided: Against | undefined): Promise<void> {
  if (!decided || decided.found.said) return;
  const { over, owes } = await toldTo(db, actor, decided.over.filter(isSettled));
  if (over.length === 0) return;
  const { reference, outcome } = decided;
  const { rank } = decided.found;
  throw new Refusal(409, "committee.refusal.unsaid", {
    ...{ reference, rank: rank ?? 0, ranked: rank === null ? "no" : "yes" },
    ...{ kind: outcome === "approve" ? "before" : "behind", ...named(over, owes) },
  });
}

/**
 * The same of what a session leaves undecided as it closes, with a word on it in its minutes.
 * @throws Refusal 409 where an approval leaves better placed cases undecided, and nobody said so
 */
export async function refuseUnsaidClose(
  db: Reader,
  actor: Actor,
  against: readonly Against[],
  said: boolean,
): Promise<void> {
  if (said) return;
  for (const { reference, outcome, found, over: all } of against) {
    if (outcome !== "approve" || found.said) continue;
    const { over, owes } = await toldTo(db, actor, all.filter(isLeftOpen));
    if (over.length > 0) throw new Refusal(409, "committee.refusal.unsaid-close", { reference, ...named(over, owes) });
  }
}

/** Of these cases, those whose place the actor may know. */
async function toldTo(db: Reader, actor: Actor, over: readonly Weighed[]) {
  const { hidden, owes } = await seenBy(
    db,
    actor,
    over.map(({ useCaseId }) => useCaseId),
  );
  return { over: over.filter(({ useCaseId }) => !hidden.has(useCaseId)), owes };
}

/** The best placed of them, with their ranks, and how many others there are. */
function named(over: readonly Weighed[], owes: boolean) {
  const references = over
    .slice(0, ASKED_ABOUT)
    .map(({ reference, rank }) => (rank === null ? reference : `${reference} (${rank})`))
    .join(", ");
  // How many there are would tell where a case stands that is not named.
  const more = owes ? 0 : Math.max(0, over.length - ASKED_ABOUT);
  return { references, more, known: over.length < KEPT_PLACES ? "yes" : "no" };
}
