/** The choice as an integer program: one yes-or-no a candidate, one row a constraint, all coefficients exact. */
import { mostDecimals, scaled, unscaled } from "./exact";
import type { Candidate, Problem } from "./problem";

/** Which constraint a row stands for. */
export type Rule =
  | { kind: "budget" }
  | { kind: "people" }
  | { kind: "resource"; name: string }
  | { kind: "department-count" | "department-cost"; name: string }
  | { kind: "class-count" | "class-cost" | "class-share"; name: string }
  | { kind: "include" | "exclude"; ids: readonly [string] }
  | { kind: "exclusive"; ids: readonly string[] }
  /** The first needs the second. */
  | { kind: "requires"; ids: readonly [string, string] };

export interface Row {
  rule: Rule;
  terms: { at: number; weight: bigint }[];
  lower: bigint | null;
  upper: bigint | null;
  /** The power of ten that its weights and limits are multiplied by. */
  digits: number;
}

export interface Program {
  ids: readonly string[];
  values: readonly bigint[];
  valueDigits: number;
  rows: readonly Row[];
}

export type Figure = "value" | "cost" | "people";

/** Somebody who cannot take part, for want of a figure. */
export interface LeftAside {
  id: string;
  missing: Figure[];
}

/** @returns the program over those whose figures are known, and the others by what they lack */
export function programOf({ candidates, constraints }: Problem): { program: Program; aside: LeftAside[] } {
  const { budget, people, departments, riskClasses } = constraints;
  const costMatters =
    budget !== null ||
    departments.some(({ cost }) => cost !== null) ||
    riskClasses.some(({ cost, share }) => cost !== null || share !== null);
  const missingIn = (candidate: Candidate) => [
    ...(candidate.value === null ? ["value" as const] : []),
    ...(costMatters && candidate.cost === null ? ["cost" as const] : []),
    ...(people !== null && candidate.people === null ? ["people" as const] : []),
  ];
  const aside = candidates.flatMap((one) => {
    const missing = missingIn(one);
    return missing.length ? [{ id: one.id, missing }] : [];
  });
  const without = new Set(aside.map(({ id }) => id));
  const taking = candidates.filter(({ id }) => !without.has(id));
  const values = taking.map(({ value }) => value ?? 0);
  const valueDigits = mostDecimals(values);
  return {
    program: {
      ids: taking.map(({ id }) => id),
      values: values.map((value) => scaled(value, valueDigits)),
      valueDigits,
      rows: rowsOf(taking, constraints),
    },
    aside,
  };
}

function rowsOf(candidates: readonly Candidate[], constraints: Problem["constraints"]): Row[] {
  const rows: Row[] = [];
  const placeOf = new Map(candidates.map(({ id }, at) => [id, at]));
  const sumOf = (amountOf: (one: Candidate) => number, limits: { least?: number; most?: number }, rule: Rule) => {
    const amounts = candidates.map(amountOf);
    const limit = limits.most ?? limits.least ?? 0;
    const digits = mostDecimals([...amounts, limit]);
    rows.push({
      rule,
      terms: amounts.flatMap((amount, at) => (amount === 0 ? [] : [{ at, weight: scaled(amount, digits) }])),
      lower: limits.least === undefined ? null : scaled(limits.least, digits),
      upper: limits.most === undefined ? null : scaled(limits.most, digits),
      digits,
    });
  };
  const cost = (one: Candidate) => one.cost ?? 0;
  if (constraints.budget !== null) sumOf(cost, { most: constraints.budget }, { kind: "budget" });
  if (constraints.people !== null) {
    sumOf(({ people }) => people ?? 0, { most: constraints.people }, { kind: "people" });
  }
  for (const { name, capacity } of constraints.resources) {
    sumOf(({ uses }) => uses[name] ?? 0, { most: capacity }, { kind: "resource", name });
  }
  for (const { department: name, ...least } of constraints.departments) {
    const inIt = (one: Candidate) => one.department === name;
    if (least.count !== null) {
      sumOf((one) => (inIt(one) ? 1 : 0), { least: least.count }, { kind: "department-count", name });
    }
    if (least.cost !== null) {
      sumOf((one) => (inIt(one) ? cost(one) : 0), { least: least.cost }, { kind: "department-cost", name });
    }
  }
  for (const { riskClass: name, ...most } of constraints.riskClasses) {
    const ofIt = (one: Candidate) => one.riskClass === name;
    if (most.count !== null) sumOf((one) => (ofIt(one) ? 1 : 0), { most: most.count }, { kind: "class-count", name });
    if (most.cost !== null)
      sumOf((one) => (ofIt(one) ? cost(one) : 0), { most: most.cost }, { kind: "class-cost", name });
    if (most.share !== null) rows.push(shareRow(candidates, ofIt, most.share, name));
  }
  const yesOrNo = (
    rule: Rule,
    terms: [id: string, weight: bigint][],
    limits: Partial<Pick<Row, "lower" | "upper">>,
  ) => {
    const known = terms.flatMap(([id, weight]) => {
      const at = placeOf.get(id);
      return at === undefined ? [] : [{ at, weight }];
    });
    rows.push({ rule, terms: known, lower: null, upper: null, ...limits, digits: 0 });
  };
  for (const id of constraints.include) yesOrNo({ kind: "include", ids: [id] }, [[id, 1n]], { lower: 1n });
  for (const id of constraints.exclude) yesOrNo({ kind: "exclude", ids: [id] }, [[id, 1n]], { upper: 0n });
  for (const group of constraints.exclusive) {
    const ids = [...new Set(group)];
    yesOrNo(
      { kind: "exclusive", ids },
      ids.map((id) => [id, 1n]),
      { upper: 1n },
    );
  }
  for (const { candidate, needs } of constraints.requires) {
    if (candidate === needs) continue;
    yesOrNo(
      { kind: "requires", ids: [candidate, needs] },
      [
        [candidate, 1n],
        [needs, -1n],
      ],
      { upper: 0n },
    );
  }
  return rows;
}

/** cost of the class ≤ share × cost of all, as Σ (1 − share)·cost in it − Σ share·cost beside it ≤ 0. */
function shareRow(candidates: readonly Candidate[], ofIt: (one: Candidate) => boolean, share: number, name: string) {
  const costDigits = mostDecimals(candidates.map(({ cost }) => cost ?? 0));
  const shareDigits = mostDecimals([share]);
  const part = scaled(share, shareDigits);
  const whole = 10n ** BigInt(shareDigits);
  const terms = candidates.flatMap((one, at) => {
    const weight = scaled(one.cost ?? 0, costDigits) * (ofIt(one) ? whole - part : -part);
    return weight === 0n ? [] : [{ at, weight }];
  });
  const rule: Rule = { kind: "class-share", name };
  return { rule, terms, lower: null, upper: 0n, digits: costDigits + shareDigits };
}

export const sumOfRow = (row: Row, chosen: ReadonlySet<number>): bigint =>
  row.terms.reduce((sum, { at, weight }) => (chosen.has(at) ? sum + weight : sum), 0n);

export function keeps(row: Row, chosen: ReadonlySet<number>): boolean {
  const sum = sumOfRow(row, chosen);
  return (row.lower === null || sum >= row.lower) && (row.upper === null || sum <= row.upper);
}

export const worthOf = (program: Program, chosen: ReadonlySet<number>): bigint =>
  [...chosen].reduce((sum, at) => sum + (program.values[at] ?? 0n), 0n);

export const valueIn = (program: Program, value: bigint): number => unscaled(value, program.valueDigits);
