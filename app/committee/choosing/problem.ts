/** What a choice is made among and under. Amounts are plain numbers of whatever unit the caller keeps to. */
import type { Key, Values } from "#app/locales/keys";
import { decimalsOf, MOST_DECIMALS } from "./exact";

export const MOST_CANDIDATES = 2_000;
export const MOST_CONSTRAINTS = 400;
/** Sums beyond it would no longer be exact on their way through the solver. */
export const LARGEST = 1e15;

export interface Candidate {
  id: string;
  /** Null is unknown: no candidate then. */
  value: number | null;
  /** Null is unknown, which matters where a constraint speaks of cost. */
  cost: number | null;
  people: number | null;
  /** Of each further resource by its name; one that is not named is not used. */
  uses: Readonly<Record<string, number>>;
  department: string | null;
  riskClass: string | null;
}

export interface Resource {
  name: string;
  capacity: number;
}

export interface DepartmentMinimum {
  department: string;
  count: number | null;
  cost: number | null;
}

export interface ClassCap {
  riskClass: string;
  count: number | null;
  cost: number | null;
  /** Of the cost of all that is chosen, 0 to 1. */
  share: number | null;
}

export interface Constraints {
  budget: number | null;
  people: number | null;
  resources: readonly Resource[];
  departments: readonly DepartmentMinimum[];
  riskClasses: readonly ClassCap[];
  include: readonly string[];
  exclude: readonly string[];
  /** Of each group at most one. */
  exclusive: readonly (readonly string[])[];
  requires: readonly { candidate: string; needs: string }[];
}

export const UNCONSTRAINED: Constraints = {
  budget: null,
  people: null,
  resources: [],
  departments: [],
  riskClasses: [],
  include: [],
  exclude: [],
  exclusive: [],
  requires: [],
};

export interface Problem {
  candidates: readonly Candidate[];
  constraints: Constraints;
}

export interface Fault {
  path: (string | number)[];
  key: Key;
  values?: Values;
}

const amountFault = (value: number): Fault["key"] | null => {
  if (!Number.isFinite(value)) return "choice.fault.not-finite";
  if (Math.abs(value) > LARGEST) return "choice.fault.too-large";
  return decimalsOf(value) > MOST_DECIMALS ? "choice.fault.too-fine" : null;
};

/** What makes no sense in it, each at its place; nothing where it can be put to the solver. */
export function faultsIn({ candidates, constraints }: Problem): Fault[] {
  const faults: Fault[] = [];
  const say = (path: Fault["path"], key: Key, values?: Values) => void faults.push({ path, key, values });
  const limit = (path: Fault["path"], value: number | null) => {
    if (value === null) return;
    const key = value < 0 ? "choice.fault.negative-limit" : amountFault(value);
    if (key) say(path, key);
  };
  if (candidates.length === 0) say(["candidates"], "choice.fault.nobody");
  if (candidates.length > MOST_CANDIDATES) {
    say(["candidates"], "choice.fault.too-many", { most: MOST_CANDIDATES, sent: candidates.length });
    return faults;
  }
  const known = new Set<string>();
  let total = 0;
  candidates.forEach(({ id, value, cost, people, uses }, at) => {
    if (known.has(id)) say(["candidates", at, "id"], "choice.fault.twice", { id });
    known.add(id);
    const figures = Object.entries({ value, cost, people }).map(([name, amount]) => ({ path: [name], amount }));
    for (const [name, amount] of Object.entries(uses)) figures.push({ path: ["uses", name], amount });
    for (const { path, amount } of figures) {
      if (amount === null) continue;
      const negative = amount < 0 && path[0] !== "value";
      const key = negative ? "choice.fault.negative" : amountFault(amount);
      if (key) say(["candidates", at, ...path], key, { id });
    }
    total += Math.abs(value ?? 0);
  });
  if (total > LARGEST) say(["candidates"], "choice.fault.sum-too-large");
  limit(["constraints", "budget"], constraints.budget);
  limit(["constraints", "people"], constraints.people);
  const names = new Set<string>();
  constraints.resources.forEach(({ name, capacity }, at) => {
    if (names.has(name)) say(["constraints", "resources", at, "name"], "choice.fault.twice", { id: name });
    names.add(name);
    limit(["constraints", "resources", at, "capacity"], capacity);
  });
  candidates.forEach(({ uses }, at) => {
    for (const name of Object.keys(uses)) {
      if (!names.has(name)) say(["candidates", at, "uses", name], "choice.fault.no-resource", { id: name });
    }
  });
  constraints.departments.forEach(({ count, cost }, at) => {
    limit(["constraints", "departments", at, "minimumCount"], count);
    limit(["constraints", "departments", at, "minimumCost"], cost);
  });
  constraints.riskClasses.forEach(({ count, cost, share }, at) => {
    limit(["constraints", "riskClasses", at, "maximumCount"], count);
    limit(["constraints", "riskClasses", at, "maximumCost"], cost);
    limit(["constraints", "riskClasses", at, "maximumShare"], share);
    if (share !== null && share > 1) say(["constraints", "riskClasses", at, "maximumShare"], "choice.fault.share");
  });
  const mentioned: [string, Fault["path"]][] = [
    ...constraints.include.map((id, at): [string, Fault["path"]] => [id, ["constraints", "include", at]]),
    ...constraints.exclude.map((id, at): [string, Fault["path"]] => [id, ["constraints", "exclude", at]]),
    ...constraints.exclusive.flatMap((group, at) =>
      group.map((id, place): [string, Fault["path"]] => [id, ["constraints", "exclusive", at, place]]),
    ),
    ...constraints.requires.flatMap(({ candidate, needs }, at): [string, Fault["path"]][] => [
      [candidate, ["constraints", "requires", at, "candidate"]],
      [needs, ["constraints", "requires", at, "needs"]],
    ]),
  ];
  for (const [id, path] of mentioned) if (!known.has(id)) say(path, "choice.fault.unknown", { id });
  const out = new Set(constraints.exclude);
  constraints.include.forEach((id, at) => {
    if (out.has(id)) say(["constraints", "include", at], "choice.fault.both", { id });
  });
  return faults;
}
