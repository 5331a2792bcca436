import type { Told } from "#app/kernel/told";

/** How a member would decide: what they say before the chair decides. */
export const VOTES = ["approve", "not-now", "reject", "ask", "abstain"] as const;
export type Vote = (typeof VOTES)[number];

export interface CastVote {
  name: string;
  vote: Vote;
  why: Told | null;
  /** When its member declared a conflict of interest in the case, in milliseconds: it stays to be read and counts no more. */
  setAsideAt?: number | null;
}

export interface Tally {
  /** How many said each, in the order of `VOTES`, those that nobody said left out. */
  counts: { vote: Vote; count: number }[];
  /** Votes that are no abstention. */
  cast: number;
  /** What more than half of those that are no abstention say; null where nothing is. */
  majority: Vote | null;
}

export function tallyOf(votes: readonly Vote[]): Tally {
  const counts = VOTES.map((vote) => ({ vote, count: votes.filter((one) => one === vote).length })).filter(
    ({ count }) => count > 0,
  );
  const cast = votes.filter((vote) => vote !== "abstain").length;
  const majority = counts.find(({ vote, count }) => vote !== "abstain" && count * 2 > cast)?.vote ?? null;
  return { counts, cast, majority };
}

/** The votes that count. */
export const counted = (votes: readonly CastVote[]): Vote[] =>
  votes.flatMap(({ vote, setAsideAt }) => (setAsideAt ? [] : [vote]));

/** Whether a decision differs from what most said. What they were not asked, such as stopping a POC, differs from nothing. */
export function goesAgainstVotes(outcome: string, { majority }: Tally): boolean {
  return majority !== null && (VOTES as readonly string[]).includes(outcome) && outcome !== majority;
}
