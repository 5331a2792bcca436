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

/**
 * Half away from zero, as accountants round. A hair of floating-point dust does not decide a half.
 * The fraction is looked at on its own: above 2^50 adding a half to the whole would itself round.
 */
export function roundMinor(value: number): Minor {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const dust = Math.min(size * Number.EPSILON * 4, 0.001);
  return minor(Math.sign(value) * (size - whole + dust >= 0.5 ? whole + 1 : whole));
}

/** @throws RangeError when the sum, even on its way, leaves the integers that are exact. */
export function sumMinor(amounts: Iterable<Minor>): Minor {
  let total = NOTHING;
  for (const amount of amounts) total = minor(total + amount);
  return total;
}

/** The sum of the amounts that are known; null where none is, for that is not zero. */
export function sumKnown(amounts: Iterable<Minor | null>): Minor | null {
  const known = [...amounts].filter((amount) => amount !== null);
  return known.length ? sumMinor(known) : null;
}

/**
 * Splits `total` by `weights` so that the parts add up to it to the cent (largest remainder; ties to the earlier part;
 * a negative amount is split as its opposite).
 * A weight of zero gets nothing.
 * @throws RangeError when a weight is negative or not finite, or when none is positive.
 */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0) || weights.some((weight) => weight < 0)) throw new RangeError("Weights must be positive");
  const size = Math.abs(total);
  const exact = weights.map((weight) => (size * weight) / whole);
  if (!exact.every(Number.isFinite)) throw new RangeError("Weights must be finite");
  const parts = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .filter(({ index }) => (weights[index] ?? 0) > 0)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  // Near 2^53 the shares themselves are rounded: what is missing may then be negative, or more than one cent a part.
  let missing = parts.reduce((left, part) => left - part, size);
  for (let turn = 0; missing !== 0; turn++) {
    const cent = Math.sign(missing);
    const place = cent > 0 ? turn % byRemainder.length : byRemainder.length - 1 - (turn % byRemainder.length);
    const index = byRemainder[place]?.index ?? 0;
    parts[index] = (parts[index] ?? 0) + cent;
    missing -= cent;
  }
  return parts.map((part) => minor(Math.sign(total) * part));
}

/** Digits after the decimal sign that a currency uses: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  digitsOf.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

// Making a format takes longer than a page has for a field; there are some two hundred currencies.
const digitsOf = new Map<string, number>();

/**
 * A number with its decimal sign moved, by the digits that it is written with: 0.0000008 moved by 2 is 0.00008 and comes
 * back as 0.0000008, where multiplying and dividing by a hundred would leave dust on it.
 */
export function shifted(value: number, by: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + by}`);
}

/** A price in whole units of the currency as minor units with their fractions; `inUnits` is its exact inverse. */
export const inMinor = (units: number, currency: string): number => shifted(units, currencyDigits(currency));
export const inUnits = (inMinorUnits: number, currency: string): number =>
  shifted(inMinorUnits, -currencyDigits(currency));

/** Intl writes `1,2 M €` in French, where people write `1,2 M€`. */
export function joinUnits(amount: string): string {
  return amount.replace(/(?<=k|M|Md)\s(?=[^\d\s]+$)/, "");
}
