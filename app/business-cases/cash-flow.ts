import { type Minor, minor, NOTHING, roundMinor, sumMinor } from "#app/kernel/money";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { type Factor, factorsOf, product, shapeOf } from "./factors";
import { type Draft, isMoney, type Line, type MoneyLine, type NonMonetaryLine, type Range } from "./lines";

/** Which of an input's three estimates is meant. */
export type Choose = (line: Line, factor: Factor) => keyof Range;

export const likely: Choose = () => "likely";

/** A money line over the horizon. Costs are positive amounts too: the side says what they are, or, by quarter, the sign. */
export interface LineFlow {
  line: MoneyLine;
  /** Share of a full quarter by quarter: start and ramp. */
  shape: number[];
  /** Amount of a full quarter at the plateau, not rounded. */
  fullQuarter: number;
  amounts: Minor[];
  total: Minor;
}

/** A non-monetary line over the horizon, in its own unit, not rounded. */
export interface QuantityFlow {
  line: NonMonetaryLine;
  shape: number[];
  fullQuarter: number;
  quantities: number[];
  total: number;
}

export interface QuarterFlow {
  index: number;
  quarter: Quarter;
  benefit: Minor;
  cost: Minor;
  /** Benefit − cost. */
  net: Minor;
  /** Sum of the nets up to and with this quarter. */
  cumulative: Minor;
}

export interface CashFlow {
  lines: LineFlow[];
  quantities: QuantityFlow[];
  quarters: QuarterFlow[];
}

/**
 * What each line brings or costs in each quarter, and their sums.
 *
 * Rounding happens here and only here: a line's amount in a quarter is rounded once to the minor unit; totals by line, by
 * quarter and over all are sums of these amounts, so that parts add up to the cent whichever way a page adds them.
 */
export function cashFlow(draft: Draft, choose: Choose = likely): CashFlow {
  const lines: LineFlow[] = [];
  const quantities: QuantityFlow[] = [];
  for (const line of draft.lines) {
    const shape = shapeOf(line, draft.horizonQuarters);
    const fullQuarter = product(factorsOf(line), (factor) => factor.range[choose(line, factor)]);
    if (isMoney(line)) {
      const amounts = shape.map((share) => roundMinor(fullQuarter * share));
      lines.push({ line, shape, fullQuarter, amounts, total: sumMinor(amounts) });
    } else {
      const reached = shape.map((share) => fullQuarter * share);
      const total = fullQuarter * shape.reduce((sum, share) => sum + share, 0);
      quantities.push({ line, shape, fullQuarter, quantities: reached, total });
    }
  }
  return { lines, quantities, quarters: quartersOf(draft, lines) };
}

/** What of a line's amounts counts on a side; null where the line has nothing to do with it. */
export function partOn(side: "benefit" | "cost", line: MoneyLine, amounts: readonly Minor[]): Minor[] | null {
  if (line.side === "both") {
    return amounts.map((amount) => minor(Math.max(0, side === "benefit" ? amount : -amount)));
  }
  return line.side === side ? [...amounts] : null;
}

function quartersOf(draft: Draft, lines: readonly LineFlow[]): QuarterFlow[] {
  const of = (side: "benefit" | "cost") =>
    lines.map(({ line, amounts }) => partOn(side, line, amounts)).filter((amounts) => amounts !== null);
  const [benefits, costs] = [of("benefit"), of("cost")];
  let cumulative = NOTHING;
  return Array.from({ length: draft.horizonQuarters }, (_, index) => {
    const benefit = sumMinor(benefits.map((amounts) => amounts[index] ?? NOTHING));
    const cost = sumMinor(costs.map((amounts) => amounts[index] ?? NOTHING));
    const net = minor(benefit - cost);
    cumulative = minor(cumulative + net);
    return { index, quarter: addQuarters(draft.firstQuarter, index), benefit, cost, net, cumulative };
  });
}
