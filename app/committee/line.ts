/** Where the money and the people run out, going down the ranking. */

/** Null limits nothing. */
export interface Limits {
  /** Minor units, for the total cost of those chosen. */
  budget: number | null;
  /** Full-time equivalents. */
  people: number | null;
  /** What a case without a POC is taken to need; null: it is not known. */
  assumed: number | null;
}

export const NO_LIMITS: Limits = { budget: null, people: null, assumed: null };

export interface Standing {
  useCaseId: number;
  passes: boolean;
  /** Total cost in minor units. */
  cost: number;
  people: number | null;
  /** What it is expected to bring, in minor units. */
  worth: number;
}

/**
 * Above the line; below it but within what is left; below it; stopped by a filter, which takes nothing; or without a number
 * of people where people are limited.
 */
export type Side = "above" | "fits" | "below" | "stopped" | "unknown";

export interface LineRow {
  useCaseId: number;
  side: Side;
  /** Of all down to this one that could be taken. */
  cost: number;
  people: number;
}

export interface Line {
  rows: LineRow[];
  /** Before which of the rows it is drawn; null where all fit, or nothing is limited. */
  at: number | null;
  /** What the first one below is too much for. */
  by: "budget" | "people" | "both" | null;
  above: { count: number; cost: number; people: number; worth: number };
  /** With those that still fit. */
  filled: { count: number; cost: number; people: number; worth: number };
  unknown: number;
}

const none = () => ({ count: 0, cost: 0, people: 0, worth: 0 });

/** @param ranked in their order */
export function drawLine(ranked: readonly Standing[], limits: Limits): Line {
  const [above, filled, down] = [none(), none(), none()];
  let at: number | null = null;
  let by: Line["by"] = null;
  let unknown = 0;
  const rows = ranked.map(({ useCaseId, passes, cost, people: said, worth }, index): LineRow => {
    const people = said ?? limits.assumed;
    const side = (which: Side): LineRow => ({ useCaseId, side: which, cost: down.cost, people: down.people });
    if (!passes) return side("stopped");
    if (people === null && limits.people !== null) {
      unknown += 1;
      return side("unknown");
    }
    const one = { count: 1, cost, people: people ?? 0, worth };
    add(down, one);
    const dear = limits.budget !== null && filled.cost + cost > limits.budget;
    const many = limits.people !== null && filled.people + one.people > limits.people + HAIR;
    if (dear || many) {
      if (at === null) [at, by] = [index, dear ? (many ? "both" : "budget") : "people"];
      return side("below");
    }
    add(filled, one);
    if (at !== null) return side("fits");
    add(above, one);
    return side("above");
  });
  return { rows, at, by, above, filled, unknown };
}

/** Tenths of people do not add up to whole ones exactly. */
const HAIR = 1e-9;

function add(to: ReturnType<typeof none>, one: ReturnType<typeof none>): void {
  to.count += one.count;
  to.cost += one.cost;
  to.people += one.people;
  to.worth += one.worth;
}

/** What each limit by itself lets a choice be worth, null where it limits nothing; the lower of the two holds. */
export interface MostWorth {
  budget: number | null;
  people: number | null;
  least: number;
}

/**
 * The most that any choice under the same limits could be worth: for each limit by itself the last case is taken in part
 * (G. Dantzig, «Discrete-variable extremum problems», 1957), and the lower of the two holds. Null where nothing is limited.
 */
export function mostWorth(ranked: readonly Standing[], limits: Limits): MostWorth | null {
  const taking = ranked.flatMap(({ passes, people: said, ...one }) => {
    const people = said ?? limits.assumed;
    return passes && one.worth > 0 && (people !== null || limits.people === null)
      ? [{ ...one, people: people ?? 0 }]
      : [];
  });
  const under = (limit: number, weight: (one: (typeof taking)[number]) => number) => {
    const dense = [...taking].sort((a, b) => b.worth * weight(a) - a.worth * weight(b));
    let [left, worth] = [limit, 0];
    for (const one of dense) {
      const part = weight(one) <= left ? 1 : left / weight(one);
      worth += one.worth * part;
      left -= weight(one) * part;
      if (part < 1) break;
    }
    return worth;
  };
  if (limits.budget === null && limits.people === null) return null;
  const budget = limits.budget === null ? null : under(limits.budget, ({ cost }) => cost);
  const people = limits.people === null ? null : under(limits.people, ({ people: needed }) => needed);
  return { budget, people, least: Math.min(budget ?? people ?? 0, people ?? budget ?? 0) };
}
