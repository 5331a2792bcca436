/** The bench's own arithmetic. */

/** The value that this share of all stays at or below, by the nearest rank. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.min(sorted.length, Math.ceil(sorted.length * share)) - 1)] ?? Number.NaN;
}

/** The middle one, or between the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** What one round of one target gave: milliseconds at one connection, answers a second at several. */
export interface Round {
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
}

const FIGURES = ["p50", "p95", "p99", "perSecond"] as const;

const each = (read: (figure: (typeof FIGURES)[number]) => number): Round => ({
  p50: read("p50"),
  p95: read("p95"),
  p99: read("p99"),
  perSecond: read("perSecond"),
});

/** Each figure's median over the rounds: one that a busy machine spoilt moves it little. */
export const over = (rounds: readonly Round[]): Round => each((figure) => median(rounds.map((round) => round[figure])));

/**
 * How many times the other's figures ours are: round by round, since both met the same moment of the machine, then the
 * median.
 */
export function ratio(ours: readonly Round[], others: readonly Round[]): Round {
  return each((figure) =>
    median(
      ours.flatMap((round, at) => {
        const other = others[at]?.[figure];
        return other ? [round[figure] / other] : [];
      }),
    ),
  );
}
