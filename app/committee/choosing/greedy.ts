import { keeps, type Program, type Row, worthOf } from "./program";
import type { Exactly } from "./solve";

/** Rows that open one another, such as shares of a whole that grows, are gone through again so often. */
const ROUNDS = 4;

/**
 * A selection that keeps every row, for when there is no time to look for the best one: what is missing to a minimum
 * first, then the candidates by what they are worth for what they take of the limits. Null where it finds none.
 */
export function greedily(program: Program): (Exactly & { status: "found" }) | null {
  const { rows, values } = program;
  const chosen = new Set<number>();
  const sums = rows.map(() => 0n);
  const weights = rows.map(({ terms }) => new Map(terms.map(({ at, weight }) => [at, weight])));
  const weightIn = (row: number, at: number) => weights[row]?.get(at) ?? 0n;
  const fits = (at: number) =>
    rows.every(({ upper }, row) => {
      const weight = weightIn(row, at);
      return upper === null || weight <= 0n || (sums[row] ?? 0n) + weight <= upper;
    });
  const take = (at: number) => {
    chosen.add(at);
    for (const [row, sum] of sums.entries()) sums[row] = sum + weightIn(row, at);
  };
  const share = ({ upper }: Row, weight: bigint) =>
    upper === null || upper <= 0n ? 0 : Number(weight) / Number(upper);
  const density = values.map((value, at) => {
    const taken = rows.reduce((sum, row, index) => sum + Math.max(0, share(row, weightIn(index, at))), 0);
    return Number(value) / (taken + 1e-9);
  });
  const best = values.map((_, at) => at).sort((a, b) => (density[b] ?? 0) - (density[a] ?? 0) || a - b);
  const short = (row: number) => {
    const lower = rows[row]?.lower ?? null;
    return lower !== null && (sums[row] ?? 0n) < lower;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const before = chosen.size;
    for (const row of rows.keys()) {
      for (const at of best) {
        if (!short(row)) break;
        if (!chosen.has(at) && weightIn(row, at) > 0n && fits(at)) take(at);
      }
    }
    for (const at of best) {
      if (!chosen.has(at) && (values[at] ?? 0n) > 0n && fits(at) && !breaksMinimum(at)) take(at);
    }
    if (chosen.size === before) break;
  }
  if (!rows.every((row) => keeps(row, chosen))) return null;
  return { status: "found", chosen, value: worthOf(program, chosen), proven: false, bound: null };

  function breaksMinimum(at: number): boolean {
    return rows.some(({ lower }, row) => {
      const weight = weightIn(row, at);
      return lower !== null && weight < 0n && (sums[row] ?? 0n) + weight < lower;
    });
  }
}
