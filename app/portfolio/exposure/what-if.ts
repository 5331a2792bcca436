/** What would go if a vendor or a model went, and what would no longer pay if its price rose. */
import { z } from "zod";
import { cashFlow } from "#app/business-cases/cash-flow";
import type { Draft } from "#app/business-cases/lines";
import { presentValues, quarterlyRate } from "#app/business-cases/returns";
import { parseNumber } from "#app/kernel/input";
import { type Minor, minor, NOTHING, roundMinor, sumMinor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Stage } from "#app/use-cases/stages";

const id = z.coerce.number().int().positive().nullable().catch(null).default(null);
export const SHOWN_CASES = ["all", "alternative", "none", "roi", "npv", "unknown"] as const;
export type ShownCases = (typeof SHOWN_CASES)[number];

export const whatIfQuery = z.object({
  vendor: id,
  model: id,
  /** By what its price is multiplied; 1 changes nothing. */
  price: z
    .string()
    .max(20)
    .transform((typed) => parseNumber(typed))
    .pipe(z.number().min(0).max(100).nullable())
    .catch(null)
    .default(null),
  show: z.enum(SHOWN_CASES).catch("all").default("all"),
  from: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
});
export type WhatIfQuery = z.output<typeof whatIfQuery>;

/** A case that works with the thing, with what of it is known in the quarter. */
export interface Dependent {
  id: number;
  reference: string;
  title: Told;
  stage: Stage | null;
  live: boolean;
  runCost: Minor | null;
  realised: Minor | null;
  proven: Minor | null;
  promised: Minor | null;
  /** A tried attempt that runs without the thing. */
  alternative: boolean;
  /** What of the quarter's run cost is paid for the thing, and how that is known; null where nobody can say. */
  part: { amount: Minor; from: "costs" | "attempt" } | null;
  npv: Minor | null;
  /** What licences and usage of its business case cost, discounted; null where it works with others as well, or has none. */
  licencesAndUsage: Minor | null;
}

/** A case under another price. What is not known stays so, and is never guessed. */
export interface Repriced extends Dependent {
  costAfter: Minor | null;
  roiBefore: number | null;
  roiAfter: number | null;
  npvAfter: Minor | null;
  /** It paid before and would no longer. */
  roiFalls: boolean;
  npvFalls: boolean;
  /** Neither can be said. */
  unknown: boolean;
}

/** (realised − cost) ÷ cost; none without a cost. */
const roiOf = (realised: Minor | null, cost: Minor | null): number | null =>
  realised === null || cost === null || cost <= 0 ? null : (realised - cost) / cost;

/** @param factor by what the price is multiplied: 2 doubles it */
export function repriced(one: Dependent, factor: number): Repriced {
  const { realised, runCost, part, npv, licencesAndUsage } = one;
  const more = part && roundMinor(part.amount * (factor - 1));
  const costAfter = runCost === null || more === null ? null : minor(runCost + more);
  const roiBefore = roiOf(realised, runCost);
  const roiAfter = roiOf(realised, costAfter);
  const npvAfter =
    npv === null || licencesAndUsage === null ? null : minor(npv - roundMinor(licencesAndUsage * (factor - 1)));
  const falls = (before: number | null, after: number | null) =>
    before !== null && after !== null && before >= 0 && after < 0;
  return {
    ...one,
    ...{ costAfter, roiBefore, roiAfter, npvAfter },
    roiFalls: falls(roiBefore, roiAfter),
    npvFalls: falls(npv, npvAfter),
    unknown: roiAfter === null && npvAfter === null,
  };
}

/** What the licences and the usage of a business case cost over its horizon, discounted as its NPV is. */
export function licencesAndUsage(draft: Draft): Minor {
  const bought = cashFlow(draft).lines.filter(({ line }) => line.kind === "licence" || line.kind === "usage");
  const rate = quarterlyRate(draft.discountRate);
  return sumMinor(bought.map(({ amounts }) => sumMinor(presentValues(rate, amounts))));
}

export interface Loss {
  useCases: number;
  realised: Minor | null;
  proven: Minor | null;
  promised: Minor | null;
  runCost: Minor | null;
}

const added = (values: readonly (Minor | null)[]): Minor | null => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? minor(known.reduce<number>((sum, value) => sum + value, NOTHING)) : null;
};

/** What goes with these cases: each sum over those of which it is known. */
export const lossOf = (cases: readonly Dependent[]): Loss => ({
  useCases: cases.length,
  realised: added(cases.map(({ realised }) => realised)),
  proven: added(cases.map(({ proven }) => proven)),
  promised: added(cases.map(({ promised }) => promised)),
  runCost: added(cases.map(({ runCost }) => runCost)),
});

/** What cases pay now and would pay, of those of which it is known what part goes to the thing; and that part. */
export function paidFor(cases: readonly Repriced[]): Record<"before" | "after" | "part", Minor | null> {
  const known = cases.filter(({ costAfter }) => costAfter !== null);
  return {
    before: added(known.map(({ runCost }) => runCost)),
    after: added(known.map(({ costAfter }) => costAfter)),
    part: added(known.map(({ part }) => part?.amount ?? null)),
  };
}

export function isShown(one: Repriced, show: ShownCases): boolean {
  switch (show) {
    case "alternative":
      return one.alternative;
    case "none":
      return !one.alternative;
    case "roi":
      return one.roiFalls;
    case "npv":
      return one.npvFalls;
    case "unknown":
      return one.unknown;
    default:
      return true;
  }
}

/** Those that are worth most first; of which nothing is known, last. */
export function byWorth<One extends Dependent>(cases: readonly One[]): One[] {
  const worth = ({ realised, promised }: Dependent) => realised ?? promised ?? Number.NEGATIVE_INFINITY;
  return [...cases].sort((a, b) => {
    const [x, y] = [worth(a), worth(b)];
    return x === y ? a.id - b.id : x < y ? 1 : -1;
  });
}

/** Doubled, where nobody says by how much a price changes. */
export const USUAL_FACTOR = 2;
