import { type Minor, minor, NOTHING } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";

/** A share is a whole number of hundredths of a percent, so that shares add up without a remainder: this is 100 %. */
export const WHOLE_SHARE = 10_000;

/**
 * What a KPI's share lets count of its value: cut off towards zero to a minor unit, so that KPIs which all report the same
 * benefit never count more than it together, whatever their shares are.
 */
export function sharedValue(value: Minor, share: number): Minor {
  const whole = Math.trunc(value / WHOLE_SHARE);
  // In two steps, because the product of a large value and a share is more than a number holds exactly.
  return minor(whole * share + Math.trunc(((value - whole * WHOLE_SHARE) * share) / WHOLE_SHARE)) || NOTHING;
}

/** The shares of several KPIs, as they were decided together from a quarter on. */
export interface Sharing {
  id: number;
  /** Whether they count the same benefit; else all count in full. */
  shared: boolean;
  from: Quarter;
  /** By KPI. */
  shares: ReadonlyMap<number, number>;
}

/** Which decision holds for each KPI in a quarter: the newest of those that had begun. `decided` is in the order of deciding. */
export function holdingIn(decided: readonly Sharing[], quarter: Quarter): Map<number, Sharing> {
  const holding = new Map<number, Sharing>();
  for (const sharing of decided) {
    if (sharing.from > quarter) continue;
    for (const kpiId of sharing.shares.keys()) holding.set(kpiId, sharing);
  }
  return holding;
}

/** The share of each KPI in a quarter; one that nobody decided on counts in full and is not in it. */
export function sharesIn(decided: readonly Sharing[], quarter: Quarter): Map<number, number> {
  return new Map(
    [...holdingIn(decided, quarter)].map(([kpiId, { shares }]) => [kpiId, shares.get(kpiId) ?? WHOLE_SHARE]),
  );
}

/** The KPIs that share a benefit with one of these in a quarter, these included. */
export function sharingWith(decided: readonly Sharing[], kpiIds: Iterable<number>, quarter: Quarter): Set<number> {
  const holding = holdingIn(decided, quarter);
  const chosen = [...kpiIds];
  const groups = new Set(chosen.flatMap((kpiId) => holding.get(kpiId) ?? []).filter(({ shared }) => shared));
  const bound = [...holding].flatMap(([kpiId, sharing]) => (groups.has(sharing) ? [kpiId] : []));
  return new Set([...chosen, ...bound]);
}

export type SharesRefusal =
  | { why: "beyond-whole"; sum: number }
  | { why: "left-out"; kpiIds: number[] }
  | { why: "outside-quarters" };

/**
 * Why these shares may not be decided, or null: together they are more than the whole, a KPI is left out that shares with
 * one of them, or the quarter is closed or not begun.
 * @param open the quarters from which shares may apply: after the last closed one, up to the current one
 */
export function whyNotShares(
  decided: readonly Sharing[],
  { shared, from, shares }: Pick<Sharing, "shared" | "from" | "shares">,
  open: readonly Quarter[],
): SharesRefusal | null {
  if (!open.includes(from)) return { why: "outside-quarters" };
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  if (shared && sum > WHOLE_SHARE) return { why: "beyond-whole", sum };
  // A share that changed alone would let those that stay behind count more than the whole with it.
  const bound = open
    .filter((quarter) => quarter >= from)
    .flatMap((quarter) => [...sharingWith(decided, shares.keys(), quarter)]);
  const kpiIds = [...new Set(bound)].filter((kpiId) => !shares.has(kpiId)).sort((a, b) => a - b);
  return kpiIds.length > 0 ? { why: "left-out", kpiIds } : null;
}
