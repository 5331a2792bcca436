export const OVER_TIME = ["sum", "average", "latest", "max", "min"] as const;
/** How the values of a KPI over several quarters become one. */
export type OverTime = (typeof OVER_TIME)[number];

/** One value for a run of quarters, oldest first. Quarters without a value are left out; null when none has one. */
export function overTime(values: readonly (number | null)[], how: OverTime): number | null {
  const known = values.filter((value): value is number => value !== null);
  const last = known.at(-1);
  if (last === undefined) return null;
  switch (how) {
    case "sum":
      return known.reduce((sum, value) => sum + value, 0);
    case "average":
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    case "latest":
      return last;
    case "max":
      return known.reduce((most, value) => Math.max(most, value), last);
    case "min":
      return known.reduce((least, value) => Math.min(least, value), last);
  }
}
