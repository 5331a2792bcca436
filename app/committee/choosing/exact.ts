/** Numbers as people and programs write them, as integers of one scale: sums and comparisons of them are exact. */

/** More decimals than any amount has; a number that needs more is refused before it comes here. */
export const MOST_DECIMALS = 30;

/** The decimals that a number is written with: 600.1 has one, 1e-7 has seven. */
export function decimalsOf(value: number): number {
  const [, fraction = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

export const mostDecimals = (values: Iterable<number>): number =>
  [...values].reduce((most, value) => Math.max(most, decimalsOf(value)), 0);

/** The number × 10^digits. `digits` is at least its decimals. */
export function scaled(value: number, digits: number): bigint {
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const zeros = digits + Number(exponent) - fraction.length;
  return BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(zeros);
}

/** The nearest number to a scaled one. */
export function unscaled(value: bigint, digits: number): number {
  if (digits === 0) return Number(value);
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, "0");
  return Number(`${value < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`);
}
