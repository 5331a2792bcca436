import type { PassedOver, SetAgainst } from "./passed-over";
import type { Outcome } from "./sessions";

/** Why a decision goes against the rank, as its reader may know it. */
export interface WhyAgainst {
  /** The chair said so. */
  said: boolean;
  /** An approval of what does not pass the filters. */
  fails: boolean;
  /** The best placed of those that it passed over. */
  cases: PassedOver[];
  /** How many it passed over; null for who still owes an assessment of some case, whom it would tell its place. */
  count: number | null;
}

/** What a reader is not told: the places of these cases, and how many such cases there are. */
export interface Seen {
  hidden: ReadonlySet<number>;
  /** Whether they owe an assessment of any case. */
  owes: boolean;
}

export const namedIn = (setAgainst: SetAgainst | null): number[] =>
  (setAgainst?.cases ?? []).map(({ useCaseId }) => useCaseId);

export function whyAgainst(outcome: Outcome, setAgainst: SetAgainst | null, { hidden, owes }: Seen): WhyAgainst | null {
  if (!setAgainst) return null;
  const { said, passes, cases, count } = setAgainst;
  return {
    said,
    fails: outcome === "approve" && !passes,
    cases: cases.filter(({ useCaseId }) => !hidden.has(useCaseId)),
    count: owes ? null : count,
  };
}
