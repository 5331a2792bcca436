/**
 * Models that are a ratio of quantities. RICE (Intercom, S. McBride 2018): reach × impact × confidence ÷ effort.
 * WSJF (D. Reinertsen 2009, as SAFe counts it): (business value + time criticality + risk reduction) ÷ job size.
 */

/** How the criteria of an axis come together: a weighted mean of scores, a product of quantities, or their weighted sum. */
export const SCHEMES = ["weighted", "product-ratio", "sum-ratio"] as const;
export type Scheme = (typeof SCHEMES)[number];
export type RatioScheme = Exclude<Scheme, "weighted">;

export const isRatio = (scheme: Scheme): scheme is RatioScheme => scheme !== "weighted";

export interface Quantity {
  weight: number;
  quantity: number | null;
}

/** The quantities of one side of the line together; null while one is not known, and where there are none. */
export function combined(scheme: RatioScheme, quantities: readonly Quantity[]): number | null {
  if (quantities.length === 0) return null;
  let whole = scheme === "product-ratio" ? 1 : 0;
  for (const { weight, quantity } of quantities) {
    if (quantity === null) return null;
    whole = scheme === "product-ratio" ? whole * quantity : whole + weight * quantity;
  }
  return whole;
}

export interface Bounds {
  least: number;
  most: number;
}

/** The least and the most that one side of the line can come to, from what the scores 1 and 5 stand for. */
export function bounds(
  scheme: RatioScheme,
  criteria: readonly { weight: number; values?: readonly number[] | null }[],
): Bounds {
  const at = (score: 1 | 5) =>
    combined(
      scheme,
      criteria.map(({ weight, values }) => ({ weight, quantity: values?.[score - 1] ?? score })),
    ) ?? 1;
  return { least: at(1), most: at(5) };
}

/**
 * Where a quantity stands between the least and the most, from 0 to 100, by its logarithm: ten times as much is as far
 * from ten as from a hundred. So equal ratios stand on one slanting line of the map, whatever the size of the case.
 */
export function position(quantity: number, { least, most }: Bounds): number | null {
  if (!(quantity > 0 && least > 0 && most > least)) return null;
  const share = Math.log(quantity / least) / Math.log(most / least);
  return Math.min(1, Math.max(0, share)) * 100;
}
