import type { CalibratedKind, Suggestion } from "#app/business-cases/calibrated";

/**
 * One case set against its promise, over the quarters that count: those that are over, that the baseline promised
 * something for or had begun, and for which every valued KPI of the case was reported.
 */
export interface Observation {
  useCaseId: number;
  departmentId: number | null;
  /** The kind that most of the promise was made of. */
  kind: CalibratedKind | "by-quarter";
  /** Who wrote the version that was approved; null unknown. */
  estimatorId: number | null;
  quarters: number;
  /** Minor units: as estimated, before any haircut that was taken. Above zero. */
  promised: number;
  /** Minor units; negative where it got worse. */
  realised: number;
}

export const DIMENSIONS = ["department", "kind", "estimator"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function isDimension(text: string | null): text is Dimension {
  return (DIMENSIONS as readonly (string | null)[]).includes(text);
}

export function groupOf(observation: Observation, by: Dimension): string {
  if (by === "department") return String(observation.departmentId ?? 0);
  return by === "kind" ? observation.kind : String(observation.estimatorId ?? 0);
}

/** Fewer cases than these in a portfolio tell nothing: no haircut is suggested from them. */
export const ENOUGH = 3;
/** Fewer cases than these in a group are said to be few. */
export const FEW = 5;

/** How many cases a group needs to count for half, where the cases themselves do not tell: bounds, and what is taken then. */
const LEAST_K = 2;
const MOST_K = 24;
const USUAL_K = 4;
/** The spread of cases around their mean, squared, where there are too few to measure it: half of a promise either way. */
export const USUAL_SPREAD = 0.25;
/** Eight chances in ten lie within so many standard deviations of a bell curve. */
export const EIGHT_IN_TEN = 1.2816;

interface Weighed {
  promised: number;
  realised: number;
  /** How much (0..1) the observation counts. */
  share: number;
}

const whole = (observations: readonly Observation[]): Weighed[] =>
  observations.map(({ promised, realised }) => ({ promised, realised, share: 1 }));

const total = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);

/** Σ realised ÷ Σ promised: of every euro promised, what came. Null of nothing. */
function ratioOf(rows: readonly Weighed[]): number | null {
  const promised = total(rows, (row) => row.promised * row.share);
  return promised > 0 ? total(rows, (row) => row.realised * row.share) / promised : null;
}

/**
 * How many cases of equal size would say as much: (Σw)² ÷ Σw² (Kish, Survey Sampling, 1965, § 11.7), with the promise
 * as weight, times how much each counts. One giant among dwarfs is hardly more than one case.
 */
function sizeOf(rows: readonly Weighed[]): number {
  const counted = rows.filter(({ share }) => share > 0);
  const squares = total(counted, ({ promised, share }) => (promised * share) ** 2);
  if (squares === 0) return 0;
  const equal = total(counted, ({ promised, share }) => promised * share) ** 2 / squares;
  return equal * (total(counted, ({ share }) => share) / counted.length);
}

/** Squared distance of the cases from their ratio, each weighed by its promise, for one case of usual size. */
function spreadAround(rows: readonly Weighed[], ratio: number): number {
  const promised = total(rows, (row) => row.promised);
  return promised > 0 ? total(rows, (row) => row.promised * (row.realised / row.promised - ratio) ** 2) / promised : 0;
}

/** What the whole portfolio says, and how fast a group's own cases outweigh it. */
export interface Portfolio {
  mean: number;
  low: number;
  high: number;
  cases: number;
  quarters: number;
  promised: number;
  realised: number;
  /** How many cases of equal size would say as much, as {@link sizeOf} counts them. */
  size: number;
  /** Variance of one case around the mean of its like. */
  spread: number;
  /** By dimension: how many cases count for as much as the portfolio's mean. */
  k: Record<Dimension, number>;
}

/**
 * The k of n ÷ (n + k): variance within groups ÷ variance between them, estimated from the cases themselves (Bühlmann and
 * Straub, 1970; Bühlmann and Gisler, A Course in Credibility Theory, 2005, § 4.8), every case counting alike. Departments
 * that cannot be told apart get a large k, and so the portfolio's mean. It is held between 2 and 24, since the estimate
 * is itself unsure on the dozens of cases that a house has: one case never counts for more than a third, and 24 always
 * count for half. Where there are not two groups of two cases, it is 4.
 */
function credibilityOf(observations: readonly Observation[], by: Dimension, mean: number): number {
  const groups = [...grouped(observations, by).values()].map((group) => {
    const ratio = ratioOf(whole(group)) ?? mean;
    return { size: group.length, ratio, spread: spreadAround(whole(group), ratio) };
  });
  return credibilityAmong(groups);
}

/** A group by what its own observations say: how many they are, what they bring of a promise, and how far they lie apart. */
export interface GroupSpread {
  size: number;
  ratio: number;
  /** Their squared distance from that ratio, each weighed by its promise. */
  spread: number;
}

/** The k of n ÷ (n + k), from the groups that have two observations or more. */
export function credibilityAmong(all: readonly GroupSpread[]): number {
  const groups = all.filter(({ size }) => size > 1);
  const cases = total(groups, ({ size }) => size);
  if (groups.length < 2 || cases <= groups.length) return USUAL_K;
  const within = total(groups, ({ spread, size }) => spread * size) / (cases - groups.length);
  const overall = total(groups, ({ ratio, size }) => ratio * size) / cases;
  const apart = total(groups, ({ ratio, size }) => size * (ratio - overall) ** 2);
  const between = (apart - (groups.length - 1) * within) / (cases - total(groups, ({ size }) => size ** 2) / cases);
  if (!(between > 0)) return MOST_K;
  return Math.min(MOST_K, Math.max(LEAST_K, within / between));
}

export function grouped(observations: readonly Observation[], by: Dimension): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = groupOf(observation, by);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return groups;
}

// Sums of floating point hang on their order: the same cases in another order must not move a figure.
const inOrder = (observations: readonly Observation[]) =>
  [...observations].sort((a, b) => a.useCaseId - b.useCaseId || a.promised - b.promised || a.realised - b.realised);

/** What is known of a whole portfolio; null where no case has both a promise and a report. */
export function portfolioOf(given: readonly Observation[]): Portfolio | null {
  const observations = inOrder(given);
  const rows = whole(observations);
  const mean = ratioOf(rows);
  if (mean === null) return null;
  const cases = observations.length;
  const spread = cases < ENOUGH ? USUAL_SPREAD : (spreadAround(rows, mean) * cases) / (cases - 1);
  const size = sizeOf(rows);
  const reach = EIGHT_IN_TEN * Math.sqrt(spread / size);
  return {
    mean,
    size,
    low: mean - reach,
    high: mean + reach,
    cases,
    quarters: total(observations, (row) => row.quarters),
    promised: total(observations, (row) => row.promised),
    realised: total(observations, (row) => row.realised),
    spread,
    k: {
      department: credibilityOf(observations, "department", mean),
      kind: credibilityOf(observations, "kind", mean),
      estimator: credibilityOf(observations, "estimator", mean),
    },
  };
}

/** What is believed of a group, between its own cases and the portfolio's mean. */
export interface Estimate {
  /** Σ realised ÷ Σ promised of its own cases; null of none. */
  own: number | null;
  /** Z = n ÷ (n + k): how far (0..1) its own cases count. */
  weight: number;
  /** Z × own + (1 − Z) × the portfolio's mean. */
  share: number;
  /** The n of its weight and of its interval, as {@link sizeOf} counts it. */
  size: number;
  low: number;
  high: number;
}

/**
 * Credibility (Bühlmann, 1967): Z = n ÷ (n + k), the group's own ratio counting for Z and the portfolio's mean for the
 * rest, with n as {@link sizeOf} counts it. No case gives the mean, endless cases give the group's own ratio. What is left
 * in doubt has the variance spread ÷ (n + k); the interval holds eight chances in ten of a bell curve of it.
 */
function believe(rows: readonly Weighed[], { mean, spread }: Portfolio, k: number): Estimate {
  const own = ratioOf(rows);
  const n = own === null ? 0 : sizeOf(rows);
  const weight = n / (n + k);
  const share = own === null ? mean : mean + weight * (own - mean);
  const reach = EIGHT_IN_TEN * Math.sqrt(spread / (n + k));
  return { own, weight, share, size: n, low: share - reach, high: share + reach };
}

/** A group of cases that have one thing in common, as a table says it. */
export interface Group extends Estimate {
  key: string;
  cases: number;
  quarters: number;
  promised: number;
  realised: number;
}

/** Every group of a dimension, those with most cases first. */
export function calibrate(given: readonly Observation[], by: Dimension, portfolio: Portfolio): Group[] {
  const groups = [...grouped(inOrder(given), by)].map(([key, group]) => ({
    key,
    cases: group.length,
    quarters: total(group, (row) => row.quarters),
    promised: total(group, (row) => row.promised),
    realised: total(group, (row) => row.realised),
    ...believe(whole(group), portfolio, portfolio.k[by]),
  }));
  return groups.sort((a, b) => b.cases - a.cases || b.promised - a.promised || (a.key < b.key ? -1 : 1));
}

/** What a new estimate has in common with the cases that are known. */
export interface Likeness {
  departmentId: number | null;
  kind: CalibratedKind;
  estimatorId: number | null;
}

function likeness(observation: Observation, like: Likeness): number {
  const same =
    Number(like.departmentId !== null && observation.departmentId === like.departmentId) +
    Number(observation.kind === like.kind) +
    Number(like.estimatorId !== null && observation.estimatorId === like.estimatorId);
  return same / DIMENSIONS.length;
}

/**
 * The haircut for a line: each case counts by what it has in common with it, a third each for the department, the kind
 * of benefit and the author, so that a case which shares two is not counted twice; then as any group. Null of too small a
 * portfolio. Nothing is suggested above 100 %: calibration takes off, and adds nothing.
 */
export function suggest(given: readonly Observation[], like: Likeness, portfolio: Portfolio | null): Suggestion | null {
  if (!portfolio || portfolio.cases < ENOUGH) return null;
  const rows = inOrder(given)
    .map((observation) => ({ ...observation, share: likeness(observation, like) }))
    .filter(({ share }) => share > 0);
  const { department, kind, estimator } = portfolio.k;
  const { share, low, high, weight } = believe(rows, portfolio, (department + kind + estimator) / DIMENSIONS.length);
  const factor = Math.max(0, Math.round(share * 100) / 100);
  return {
    factor: factor < 1 ? factor : null,
    low,
    high,
    cases: rows.length,
    weight,
    portfolio: { mean: portfolio.mean, cases: portfolio.cases },
  };
}
