export type Implausible = "sign" | "tenfold";

const TENFOLD = 10;

/**
 * What is surprising in a value beside the last one that was reported: it changed sign, or it is ten times larger or
 * smaller. Both happen; they ask for a sentence from who reports, so that a slip of a decimal sign is caught.
 */
export function implausible(actual: number | null, last: number | null): Implausible | null {
  if (actual === null || last === null || actual === 0 || last === 0) return null;
  if (Math.sign(actual) !== Math.sign(last)) return "sign";
  const ratio = Math.abs(actual / last);
  return ratio >= TENFOLD || ratio <= 1 / TENFOLD ? "tenfold" : null;
}
