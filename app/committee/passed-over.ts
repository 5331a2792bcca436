import type { Told } from "#app/kernel/told";
import type { Stage } from "#app/use-cases/stages";
import { isNo, type Outcome } from "./sessions";

/** So many places a session keeps of the order of its day, the best ones. */
export const KEPT_PLACES = 1_000;
/** So many of the cases that it passed over a decision names; it counts them all. */
export const NAMED_CASES = 20;

/** A case that a decision passed over, as it was then. */
export interface PassedOver {
  useCaseId: number;
  reference: string;
  title: Told;
  /** From 1; null without a place. */
  rank: number | null;
  /** What the same session decided of it; null where it decided nothing. */
  outcome: Outcome | null;
}

/** What a decision was set against: kept with it, and settled when its session closes. */
export interface SetAgainst {
  /** The chair called it a decision against the rank. */
  said: boolean;
  /** The stage that the case was at. */
  stage: Stage | null;
  rank: number | null;
  /** Every filter, exceptions counted in. */
  passes: boolean;
  /** Of a yes: cases placed before it that were not approved. Of a no: cases placed behind it that were. The best first. */
  cases: PassedOver[];
  /** How many there are of them; `KEPT_PLACES` stands for «that many or more». */
  count: number;
}

/** A case in the order of a session's day. */
export interface Weighed extends PassedOver {
  passes: boolean;
  /** Whether it waits for its decision still: the stage `assessment`. */
  waits: boolean;
  /** On the session's agenda, decided on or not. */
  onTable: boolean;
}

type Own = Pick<SetAgainst, "rank" | "passes" | "stage"> & { useCaseId: number; outcome: Outcome };

/**
 * The cases that a decision passed over. A yes passes over each one that comes before it in the order of the session's day,
 * passes the filters and was not approved: put off, refused or asked about by this session, or still waiting, on its table
 * or not. A no passes over those that the same session approved although they come behind. A case without a place comes
 * behind all that have one; one that is back from hold has no place in that order, and is set against what its own session
 * decided alone.
 */
export function passedOver(own: Own, field: readonly Weighed[]): Weighed[] {
  const others = field.filter(({ useCaseId }) => useCaseId !== own.useCaseId);
  if (own.outcome === "approve") {
    const left = others.filter((other) => other.passes && wasLeft(other) && isBefore(other.rank, own.rank));
    return inOrder(own.stage === "on-hold" ? left.filter(({ outcome }) => outcome !== null) : left);
  }
  if (isNo(own.outcome) && own.passes) {
    return inOrder(others.filter(({ outcome, rank }) => outcome === "approve" && isBefore(own.rank, rank)));
  }
  return [];
}

/** What nothing that the session has still to decide can change: it decided on the case, or does not have it on its table. */
export const isSettled = ({ outcome, onTable }: Weighed): boolean => outcome !== null || !onTable;

/** What a close leaves as it is without anybody having said so: a better placed case that the session did not turn down. */
export const isLeftOpen = ({ outcome }: Weighed): boolean => outcome === null || outcome === "ask";

/** Whether a decision goes against the rank. */
export function goesAgainstRank(outcome: Outcome, { said, passes, count }: Omit<SetAgainst, "cases">): boolean {
  return said || (outcome === "approve" && !passes) || count > 0;
}

const wasLeft = ({ outcome, waits }: Weighed) => (outcome === null || outcome === "ask" ? waits : isNo(outcome));

const isBefore = (one: number | null, other: number | null) => one !== null && (other === null || one < other);

const inOrder = (cases: readonly Weighed[]) =>
  [...cases].sort((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE) || a.useCaseId - b.useCaseId);
