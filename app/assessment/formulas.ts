import type { Scheme } from "./ratio";
import type { Axis } from "./score";

const BY_LOGARITHM = "100 · ln(whole / least) / ln(most / least)";
const WEIGHTED = "100 · Σ weight·(mean − 1)/4 / Σ weight";

/** The formula of an axis as a program reads it, in the names of the fields beside it. */
export function formulaOf(scheme: Scheme, axis: Axis): string {
  if (scheme === "weighted" || axis === "risk") return WEIGHTED;
  return scheme === "product-ratio"
    ? `${BY_LOGARITHM}, whole = Π quantity`
    : `${BY_LOGARITHM}, whole = Σ weight·quantity`;
}

/** The same of the score that a ratio model is known by. */
export const NATIVE_FORMULA = "numerator / denominator";
