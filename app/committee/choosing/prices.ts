/** What each constraint costs, and what each candidate's place costs: by solving again without it. */
import type { Program, Row } from "./program";
import { keeps } from "./program";
import { type Ask, type Exactly, exactly, type Relaxation, type Scales, type Solver } from "./solve";

export interface Solved {
  chosen: ReadonlySet<number>;
  value: bigint;
}

/** What a change would bring or cost, in the scale of the values. */
export interface Worth {
  amount: bigint;
  /** `exact`; or no more than it, or no less than it, as far as time allowed to find out. */
  says: "exact" | "at-most" | "at-least";
}

export interface Price {
  /** The value gained without the constraint; null where time ran out before anything was known. */
  without: Worth | null;
  /** The limit moved by so much, in the row's own scale, and the value gained; null where it has no limit to move. */
  step: { by: bigint; gain: Worth | null } | null;
}

export interface Place {
  /**
   * The value lost if the candidate stood on the other side; `impossible` where no selection allows it. For one that is
   * forced in or out: lost if it were not, never more than nothing.
   */
  loss: Worth | "impossible" | null;
  /** Who would come in and go out with it, where that was worked out. */
  instead: { comes: number[]; goes: number[] } | null;
}

interface Desk {
  program: Program;
  scales: Scales;
  solver: Solver;
  /** Seconds that are left. */
  left: () => number;
}

/** A twentieth of a limit in money or of another resource, one of a count, five points of a share. */
export function stepOf({ rule, upper, lower, digits }: Row): bigint | null {
  const one = 10n ** BigInt(digits);
  switch (rule.kind) {
    case "people":
    case "department-count":
    case "class-count":
      return one;
    case "budget":
    case "resource":
    case "department-cost":
    case "class-cost": {
      const limit = upper ?? lower ?? 0n;
      const twentieth = limit / 20n;
      return twentieth > 0n ? twentieth : one;
    }
    default:
      return null;
  }
}

async function gainOf(desk: Desk, best: Solved, relaxation: Relaxation): Promise<Worth | null> {
  const { program, scales, solver, left } = desk;
  const found = await exactly(program, scales, solver, { ...relaxation, start: [...best.chosen] }, left);
  return worthOf(found, (value) => (value > best.value ? value - best.value : 0n));
}

function worthOf(found: Exactly, difference: (value: bigint) => bigint): Worth | null {
  if (found.status !== "found") return null;
  if (found.proven) return { amount: difference(found.value), says: "exact" };
  return found.bound === null ? null : { amount: difference(found.bound), says: "at-most" };
}

/** The limit of a row eased by one step, in the row's own scale. */
function eased({ upper, lower }: Row, by: bigint): bigint {
  if (upper !== null) return upper + by;
  return lower !== null && lower > by ? lower - by : 0n;
}

export async function priceOf(desk: Desk, best: Solved, row: number): Promise<Price> {
  const it = desk.program.rows[row];
  const by = it ? stepOf(it) : null;
  const without = await gainOf(desk, best, { without: [row] });
  if (!it || by === null) return { without, step: null };
  // Nothing is gained by moving what gains nothing when it is away.
  const idle = without?.says === "exact" && without.amount === 0n;
  const gain = idle ? without : await gainOf(desk, best, { limits: [{ row, to: eased(it, by) }] });
  return { without, step: { by, gain } };
}

/** What each constraint costs at most, fractions allowed: quick, and never too little. */
export async function mostGains({ program, scales, solver, left }: Desk, best: Solved): Promise<Price[]> {
  const most = async (asked: Pick<Ask, "without" | "limits">): Promise<Worth | null> => {
    if (left() <= 0) return null;
    const { bound } = await solver.ask({ ...asked, relaxed: true, seconds: left() });
    if (bound === null) return null;
    const value = BigInt(Math.floor(bound / scales.value + 0.001));
    return { amount: value > best.value ? value - best.value : 0n, says: "at-most" };
  };
  const prices: Price[] = [];
  for (const [row, it] of program.rows.entries()) {
    const by = stepOf(it);
    const without = await most({ without: [row] });
    if (by === null) prices.push({ without, step: null });
    else {
      const to = Number(eased(it, by)) * (scales.rows[row] ?? 1);
      prices.push({ without, step: { by, gain: await most({ limits: [{ row, to }] }) } });
    }
  }
  return prices;
}

const sureOr = (worth: Worth | null | undefined, known: Worth | null) => (worth?.says === "exact" ? worth : known);

/** What is exact of a price, and for the rest what was known before. */
export function surer(price: Price, known: Price): Price {
  const step = known.step && { by: known.step.by, gain: sureOr(price.step?.gain, known.step.gain) };
  return { without: sureOr(price.without, known.without), step };
}

export async function placeOf(desk: Desk, best: Solved, at: number): Promise<Place> {
  const { program, scales, solver, left } = desk;
  const forcing = forcingOf(program).get(at);
  if (forcing !== undefined) {
    const gain = await gainOf(desk, best, { without: [forcing] });
    return { loss: gain && { ...gain, amount: -gain.amount }, instead: null };
  }
  const to = best.chosen.has(at) ? 0 : 1;
  // With it out, what is left may still be a selection to start from; with it in, seldom.
  const rest = [...best.chosen].filter((one) => one !== at);
  const start = to === 0 && program.rows.every((row) => keeps(row, new Set(rest))) ? { start: rest } : {};
  const found = await exactly(program, scales, solver, { fixed: [{ at, to }], ...start }, left);
  if (found.status === "infeasible") return { loss: "impossible", instead: null };
  if (found.status === "unknown") return { loss: null, instead: null };
  const loss = best.value > found.value ? best.value - found.value : 0n;
  return {
    loss: { amount: loss, says: found.proven ? "exact" : "at-most" },
    instead: {
      comes: [...found.chosen].filter((one) => one !== at && !best.chosen.has(one)),
      goes: [...best.chosen].filter((one) => one !== at && !found.chosen.has(one)),
    },
  };
}

/** The candidates that are forced in or out, each with the row that does it. */
function forcingOf({ rows }: Program): Map<number, number> {
  return new Map(
    rows.flatMap(({ rule, terms }, row) => {
      const [only] = terms;
      return only && (rule.kind === "include" || rule.kind === "exclude") ? [[only.at, row] as const] : [];
    }),
  );
}

/** For each candidate at least what its place is worth, fractions allowed: quick, and never too much. */
export async function leastLosses({ program, scales, solver, left }: Desk, best: Solved): Promise<Place[]> {
  const flips = program.ids.map((_, at) => ({ at, to: best.chosen.has(at) ? (0 as const) : (1 as const) }));
  const bounds = await solver.bounds({ flips, seconds: Math.max(0, left()) });
  const forcing = forcingOf(program);
  return bounds.map((bound, at) => {
    if (forcing.has(at)) return { loss: null, instead: null };
    if (bound === null) return { loss: "impossible", instead: null };
    if (bound === undefined) return { loss: null, instead: null };
    const most = BigInt(Math.ceil(bound / scales.value));
    return { loss: { amount: best.value > most ? best.value - most : 0n, says: "at-least" }, instead: null };
  });
}
