import { netPresentValue } from "./evaluate";
import { factorsOf, product, shapeOf } from "./factors";
import { type Draft, isMoney, signOf } from "./lines";
import { npv, quarterlyRate } from "./returns";

/** The least and the most that an NPV can be while every input stays within its estimates, in minor units. */
export interface NpvBounds {
  least: number;
  most: number;
}

/**
 * In closed form: a line is a product of inputs that are drawn each on its own, so that it is at its ends where they are at
 * theirs. Moved by the cents that rounding moves the likely NPV, as each draw is.
 */
export function npvBounds(draft: Draft): NpvBounds {
  const rate = quarterlyRate(draft.discountRate);
  let [least, most, likely] = [0, 0, 0];
  for (const line of draft.lines) {
    if (!isMoney(line)) continue;
    const weight = npv(rate, shapeOf(line, draft.horizonQuarters)) * signOf(line);
    const factors = factorsOf(line);
    let ends: [number, number] = [weight, weight];
    for (const { range, divides } of factors) {
      const reached = [range.low, range.high].flatMap((end) =>
        ends.map((value) => (divides ? value / end : value * end)),
      );
      ends = [Math.min(...reached), Math.max(...reached)];
    }
    least += ends[0];
    most += ends[1];
    likely += weight * product(factors, ({ range }) => range.likely);
  }
  const cents = netPresentValue(draft) - likely;
  return { least: least + cents, most: most + cents };
}

/** Whether every NPV within these bounds is a gain, or none is: then no draw is needed to know it. */
export const isSettled = ({ least, most }: NpvBounds, dust: number): boolean => least > dust || most <= dust;

/** Whether one of two business cases brings at least as much as the other whatever happens within their estimates. */
export const isOneAbove = (a: NpvBounds, b: NpvBounds): boolean => a.least >= b.most || b.least >= a.most;
