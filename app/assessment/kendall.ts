/** Agreement among those who rank the same things. */

/** Why there is no coefficient; each has its words in `assessment.agreement.undefined.*`. */
export type NoAgreement = "one-rater" | "one-case" | "all-tied";

export interface Agreement {
  /** Kendall's W with the correction for ties: 0 none, 1 whole. */
  w: number;
  /** The mean of Spearman's ρ over all pairs of raters: (m·W − 1) ÷ (m − 1). 0 is what chance gives, below it they oppose each other. */
  meanCorrelation: number;
  /** What W would be by chance: 1 ÷ m. */
  byChance: number;
  raters: number;
  cases: number;
  /** Σ(Rᵢ − R̄)²: how far the sums of the ranks are from their mean, and that mean. */
  spread: number;
  meanSum: number;
  /** Σ(t³ − t) over all members' ties. */
  ties: number;
  /** Friedman's statistic, m·(n − 1)·W, on n − 1 degrees of freedom. */
  chiSquare: number;
}

/** How alike the orders are; by the mean correlation, since few raters make W high by chance. */
export const STRENGTHS = ["strong", "moderate", "weak", "none", "too-few"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Where chance alone brings whole agreement more often than once in so many times, no W says anything. */
const SELDOM = 20;

/** Once in how many times m raters who order n cases by chance all give the same order: (n!)^(m − 1), ties left aside. */
export function wholeByChance({ raters, cases }: Pick<Agreement, "raters" | "cases">): number {
  let orders = 1;
  for (let each = 2; each <= cases; each++) orders *= each;
  return orders ** (raters - 1);
}

export function strengthOf(agreement: Pick<Agreement, "meanCorrelation" | "raters" | "cases">): Strength {
  if (wholeByChance(agreement) < SELDOM) return "too-few";
  const { meanCorrelation } = agreement;
  if (meanCorrelation >= 0.7) return "strong";
  if (meanCorrelation >= 0.4) return "moderate";
  return meanCorrelation >= 0.15 ? "weak" : "none";
}

/** Ranks from 1, the smallest first; what is equal shares the mean of its ranks. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at <= to; at++) ranks[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Σ (t³ − t) over the groups of t equal values. */
function tiesIn(values: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}

/**
 * Kendall's coefficient of concordance of m raters over n things, ties corrected:
 * W = 12·Σ(Rᵢ − R̄)² ÷ (m²·(n³ − n) − m·ΣT), Rᵢ the sum of a thing's ranks and T = Σ(t³ − t) over each rater's ties
 * (M. Kendall and B. Babington Smith 1939; S. Siegel and N. Castellan 1988, § 9.6).
 * @param scores one row a rater, each with a number for every thing, in the same order
 */
export function kendall(scores: readonly (readonly number[])[]): Agreement | NoAgreement {
  const m = scores.length;
  const n = scores[0]?.length ?? 0;
  if (m < 2) return "one-rater";
  if (n < 2) return "one-case";
  const ties = scores.reduce((sum, row) => sum + tiesIn(row), 0);
  const whole = m * m * (n ** 3 - n) - m * ties;
  if (whole <= 0) return "all-tied";
  const sums = new Array<number>(n).fill(0);
  for (const row of scores) for (const [at, rank] of ranksOf(row).entries()) sums[at] = (sums[at] ?? 0) + rank;
  const mean = (m * (n + 1)) / 2;
  const spread = sums.reduce((sum, ranks) => sum + (ranks - mean) ** 2, 0);
  const w = Math.min(1, (12 * spread) / whole);
  return {
    ...{ w, byChance: 1 / m, raters: m, cases: n, spread, meanSum: mean, ties },
    meanCorrelation: (m * w - 1) / (m - 1),
    chiSquare: m * (n - 1) * w,
  };
}

/** Who scored what, as rater, case and number. */
export interface Given {
  rater: number;
  useCase: number;
  score: number;
}

export interface Together {
  raters: number[];
  cases: number[];
  /** One row a rater, one number a case. */
  scores: number[][];
  /** Raters and cases that had to be left out, since W wants everybody's number for everything. */
  ratersLeft: number[];
  casesLeft: number[];
}

/** Of more raters than this, the busiest are compared. */
const MOST_RATERS = 12;

/**
 * The raters, and the cases that all of these raters scored, that give the most numbers to compare (raters × cases, at least
 * two of each). Every choice of raters is looked at; of equals the one with more raters.
 */
export function scoredTogether(given: readonly Given[]): Together {
  const byRater = new Map<number, Map<number, number>>();
  for (const { rater, useCase, score } of given) {
    byRater.set(rater, (byRater.get(rater) ?? new Map<number, number>()).set(useCase, score));
  }
  const cases = [...new Set(given.map(({ useCase }) => useCase))].sort((a, b) => a - b);
  const busiest = [...byRater].sort(([a, mine], [b, theirs]) => theirs.size - mine.size || a - b);
  const tried = busiest.slice(0, MOST_RATERS);
  let best: { taken: number[]; shared: number[] } = { taken: tried.length ? [0] : [], shared: [] };
  const worth = ({ taken, shared }: typeof best) =>
    taken.length < 2 || shared.length < 2 ? 0 : taken.length * shared.length;
  const look = (from: number, taken: number[], shared: number[]): void => {
    const found = { taken, shared };
    const more = worth(found) - worth(best);
    if (more > 0 || (more === 0 && taken.length > best.taken.length)) best = found;
    for (let at = from; at < tried.length; at++) {
      const left = shared.filter((one) => tried[at]?.[1].has(one));
      // Nothing below can beat the best: even with all raters that are left these cases give fewer numbers.
      if (left.length < 2 || (taken.length + tried.length - at) * left.length < worth(best)) continue;
      look(at + 1, [...taken, at], left);
    }
  };
  look(0, [], cases);
  const taken = best.taken.map((at) => tried[at] ?? ([0, new Map<number, number>()] as const));
  const compared = new Set(taken.map(([rater]) => rater));
  const shared = worth(best) > 0 ? best.shared : cases.filter((one) => taken.every(([, scored]) => scored.has(one)));
  return {
    raters: taken.map(([rater]) => rater),
    cases: shared,
    scores: taken.map(([, scored]) => shared.map((one) => scored.get(one) ?? 0)),
    ratersLeft: busiest.filter(([rater]) => !compared.has(rater)).map(([rater]) => rater),
    casesLeft: cases.filter((one) => !shared.includes(one)),
  };
}
