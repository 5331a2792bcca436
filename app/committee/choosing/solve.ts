/** What a solver is given and asked, whoever it is: plain arrays that can be posted to another thread. */
import { keeps, type Program, type Row, sumOfRow, worthOf } from "./program";

/** The program as floating-point numbers, each row and the values scaled by a power of two, which loses nothing. */
export interface Loaded {
  values: Float64Array;
  /** The least by which two values can differ, in the scale of `values`. */
  unit: number;
  weights: Float64Array;
  indices: Int32Array;
  starts: Int32Array;
  lower: Float64Array;
  upper: Float64Array;
}

/** A candidate's side: 1 is chosen. */
interface Side {
  at: number;
  to: 0 | 1;
}

export type Cut = readonly Side[];

export interface Ask {
  fixed?: readonly Side[];
  /** Rows that do not count. */
  without?: readonly number[];
  /** Other limits, in the scale of the loaded rows. */
  limits?: readonly { row: number; to: number }[];
  /** Sides that candidates are not to be on all at once. */
  cuts?: readonly Cut[];
  /** A selection to start from. */
  start?: readonly number[];
  /** Whether there is any selection at all, whatever its value. */
  anything?: boolean;
  /** Fractions allowed: only the bound is answered. */
  relaxed?: boolean;
  seconds: number;
}

export interface Found {
  status: "optimal" | "infeasible" | "time";
  /** Null where nothing was found. */
  chosen: number[] | null;
  /** No selection is worth more, in the scale of the loaded values; null where that is not known, or what was found. */
  bound: number | null;
}

export interface Flips {
  flips: readonly { at: number; to: 0 | 1 }[];
  seconds: number;
}

/** Solves one program after another; each ask is about the last one loaded. */
export interface Solver {
  load(program: Loaded): Promise<void>;
  ask(ask: Ask): Promise<Found>;
  /** For each flip the most that could be had, fractions allowed; null where nothing can, undefined where time ran out. */
  bounds(flips: Flips): Promise<(number | null | undefined)[]>;
  /** Seconds that it has been at work since it was lent. */
  spent(): number;
}

export interface Scales {
  value: number;
  rows: readonly number[];
}

const size = (value: bigint) => Math.abs(Number(value));
/** The power of two that brings the largest near `to`. */
const scaleTo = (to: number, largest: number) => (largest > 0 ? 2 ** -Math.round(Math.log2(largest / to)) : 1);
const largestOf = (numbers: readonly number[]) => numbers.reduce((most, one) => Math.max(most, one), 0);

export function loadedFrom(program: Program): { loaded: Loaded; scales: Scales } {
  const value = scaleTo(1_000, largestOf(program.values.map(size)));
  const rows = program.rows.map(({ terms }) => scaleTo(100, largestOf(terms.map(({ weight }) => size(weight)))));
  const starts = [0];
  const indices: number[] = [];
  const weights: number[] = [];
  program.rows.forEach(({ terms }, row) => {
    for (const { at, weight } of terms) {
      indices.push(at);
      weights.push(Number(weight) * (rows[row] ?? 1));
    }
    starts.push(indices.length);
  });
  const limit = (bound: bigint | null, row: number, open: number) =>
    bound === null ? open : Number(bound) * (rows[row] ?? 1);
  return {
    loaded: {
      values: Float64Array.from(program.values, (one) => Number(one) * value),
      unit: value,
      weights: Float64Array.from(weights),
      indices: Int32Array.from(indices),
      starts: Int32Array.from(starts),
      lower: Float64Array.from(program.rows, ({ lower }, row) => limit(lower, row, Number.NEGATIVE_INFINITY)),
      upper: Float64Array.from(program.rows, ({ upper }, row) => limit(upper, row, Number.POSITIVE_INFINITY)),
    },
    scales: { value, rows },
  };
}

export interface Relaxation {
  fixed?: Ask["fixed"];
  without?: readonly number[];
  /** The row's limit, in its own exact scale. */
  limits?: readonly { row: number; to: bigint }[];
  start?: readonly number[];
  anything?: boolean;
}

export type Exactly =
  /** `proven`: nothing is worth more; else `bound` says how much more there might be, where that is known. */
  | { status: "found"; chosen: Set<number>; value: bigint; proven: boolean; bound: bigint | null }
  | { status: "infeasible" }
  /** Time ran out before anything was found. */
  | { status: "unknown" };

/** So often a solver may answer what exact sums refuse, before we give up on its digits. */
const MOST_CUTS = 100;

/**
 * Solves it and checks the answer in whole numbers: what the solver took for feasible by a hair is asked again without
 * it. Cuts take away only what exact sums refuse, so that nothing left is nothing at all.
 */
export async function exactly(
  program: Program,
  scales: Scales,
  solver: Solver,
  { limits = [], without = [], ...asked }: Relaxation,
  left: () => number,
): Promise<Exactly> {
  const cuts: Cut[] = [];
  const off = new Set(without);
  const changed = new Map(limits.map(({ row, to }) => [row, to]));
  const rows = program.rows.flatMap((row, index) => {
    if (off.has(index)) return [];
    const to = changed.get(index);
    if (to === undefined) return [row];
    return [row.upper !== null ? { ...row, upper: to } : { ...row, lower: to }];
  });
  while (cuts.length < MOST_CUTS && left() > 0) {
    const found = await solver.ask({
      ...asked,
      without,
      limits: limits.map(({ row, to }) => ({ row, to: Number(to) * (scales.rows[row] ?? 1) })),
      ...(cuts.length && { cuts }),
      seconds: left(),
    });
    if (found.status === "infeasible") return { status: "infeasible" };
    if (!found.chosen) return { status: "unknown" };
    const chosen = new Set(found.chosen);
    const broken = rows.find((row) => !keeps(row, chosen));
    if (!broken) {
      const value = worthOf(program, chosen);
      const proven = found.status === "optimal";
      const most = found.bound === null || !Number.isFinite(found.bound) ? null : found.bound / scales.value;
      const bound = proven ? value : most === null ? null : atLeast(BigInt(Math.ceil(most)), value);
      return { status: "found", chosen, value, proven, bound };
    }
    cuts.push(whyBroken(broken, chosen));
  }
  return { status: "unknown" };
}

/**
 * The sides that break the row by themselves: above its limit, those with weight that are in and those of negative
 * weight that are out. Wherever they all stand so, the sum is no smaller. (A cover, as for knapsacks.)
 */
function whyBroken(row: Row, chosen: ReadonlySet<number>): Cut {
  const above = row.upper !== null && sumOfRow(row, chosen) > row.upper;
  return row.terms.flatMap(({ at, weight }): Side[] => {
    const pushes = chosen.has(at) === (above ? weight > 0n : weight < 0n);
    return pushes ? [{ at, to: chosen.has(at) ? 1 : 0 }] : [];
  });
}

const atLeast = (one: bigint, least: bigint) => (one < least ? least : one);
