/**
 * An amount in integer minor units (cents) of the organisation's currency.
 * Arithmetic on it gives a plain number, which must come back through `minor`, `roundMinor` or `sumMinor`.
 */
export type Minor = number & { readonly __is: "minor" };

/** @throws RangeError when `value` is not a safe integer: money never carries fractions of a cent. */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not an amount in minor units: ${value}`);
  return (Object.is(value, -0) ? 0 : value) as Minor;
}

export const NOTHING: Minor = minor(0);

/** Half away from zero, as accountants round. A hair of floating-point dust does not decide a half. */
export function roundMinor(value: number): Minor {
  const size = Math.abs(value);
  return minor(Math.sign(value) * Math.floor(size + 0.5 + size * Number.EPSILON * 4));
}

export function sumMinor(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  return minor(total);
}

/** Splits `total` by `weights` so that the parts add up to it to the cent (largest remainder; ties to the earlier part). */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0) || weights.some((weight) => weight < 0)) throw new RangeError("Weights must be positive");
  const exact = weights.map((weight) => (total * weight) / whole);
  const parts = exact.map((share) => Math.floor(share));
  const missing = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map(minor);
}

/** Digits after the decimal sign that a currency uses: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
