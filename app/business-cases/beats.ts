/** How the draws of two business cases stand to each other. */
export interface Beats {
  /** Shares of all pairs of draws; together they are one. */
  first: number;
  second: number;
  tied: number;
}

/**
 * The probability that A's NPV beats B's, each case drawn for itself: every draw of A is held against every draw of B, which
 * is what their independence says (the Mann–Whitney statistic over both samples), so that two cases with inputs of one
 * name, whose streams are the same, do not rise and fall together by accident.
 * @param a NPVs in minor units, in any order; both at least one
 */
export function beats(a: Float64Array, b: Float64Array): Beats {
  const [first, second] = [a.toSorted(), b.toSorted()];
  let [below, upTo, won, tied] = [0, 0, 0, 0];
  for (const value of first) {
    while (below < second.length && (second[below] as number) < value) below++;
    if (upTo < below) upTo = below;
    while (upTo < second.length && (second[upTo] as number) <= value) upTo++;
    won += below;
    tied += upTo - below;
  }
  const pairs = first.length * second.length;
  return { first: won / pairs, second: (pairs - won - tied) / pairs, tied: tied / pairs };
}
