import { parseNumber } from "#app/kernel/input";
import type { Reading } from "#app/kernel/misread";
import type { FieldCase } from "./field";
import type { Limits, Side } from "./line";
import { pageNumber } from "./map/settings";
import { QUADRANTS, RANKED_STAGES, type RankedStage } from "./ranking";

export const PAGE_SIZE = 25;
/** So many of the first are drawn on the map, and so many at least does the line go through. */
export const MOST_DRAWN = 2_000;

/** What the counts over the map count: those that pass, those that an exception lets pass, those of a quadrant. */
const COUNTED = ["passing", "stopped", "excepted", ...QUADRANTS] as const;
/** What the counts of the line count, and on which side of it that is. */
export const BY_LINE = {
  above: ["above"],
  fits: ["fits"],
  taken: ["above", "fits"],
  unknown: ["unknown"],
} as const satisfies Record<string, readonly Side[]>;

export type Counted = (typeof COUNTED)[number];
export type Only = Counted | keyof typeof BY_LINE;
export const ONLY = [...COUNTED, ...(Object.keys(BY_LINE) as (keyof typeof BY_LINE)[])];

/** Whether a list is narrowed by where the cases stand on the line, and not by what they are. */
export const isByLine = (only: Only | null): only is keyof typeof BY_LINE => only !== null && only in BY_LINE;

/** Which of the ranked cases a page shows; their ranks stay those among all. */
export interface Choice {
  department: number | null;
  stage: RankedStage | null;
  /** Of those, what the ranked list shows; the map shows them all. */
  only: Only | null;
  /** From 1. */
  page: number;
}

/** Whether the choice shows a case. */
export const chosenBy =
  ({ department, stage }: Choice) =>
  ({ case: of }: { case: FieldCase }) =>
    (department === null || of.departmentId === department) && (stage === null || of.stage === stage);

/** What an address chooses: `?department=3&stage=poc&page=2`; what it does not say, or says wrongly, chooses nothing. */
export function choiceFrom(search: URLSearchParams): Choice {
  return {
    department: pageNumber(search.get("department")),
    stage: RANKED_STAGES.find((each) => each === search.get("stage")) ?? null,
    only: ONLY.find((each) => each === search.get("only")) ?? null,
    page: pageNumber(search.get("page")) ?? 1,
  };
}

/** What an address of the ranking, or of what if, may say. */
export const CHOICE_READINGS: Readonly<Record<string, Reading>> = {
  ...{ department: "id", stage: RANKED_STAGES, only: ONLY },
  ...{ budget: "amount", people: "amount", assumed: "amount", why: "id" },
};

const MOST = 1e12;

/** A number as people type it, never below zero; null where there is none. */
export function numberIn(search: URLSearchParams, name: string, most = MOST): number | null {
  const value = parseNumber(search.get(name) ?? "");
  return value !== null && value >= 0 && value <= most ? value : null;
}

export const LIMITS = ["budget", "people", "assumed"] as const;

/**
 * Money and people that an address sets, the money in units of the currency. Null where it says nothing of either, for
 * then those of the newest scenario stand; an empty field limits nothing.
 * @param unit minor units in one unit of the currency
 */
export function limitsFrom(search: URLSearchParams, unit: number): Limits | null {
  if (!LIMITS.some((name) => search.has(name))) return null;
  const budget = numberIn(search, "budget");
  return {
    budget: budget === null ? null : Math.round(budget * unit),
    people: numberIn(search, "people"),
    assumed: numberIn(search, "assumed", 1_000),
  };
}

/** What an address says that a page understands, in the order in which it came; at most so many. */
export type Said = readonly (readonly [string, string])[];

const KNOWN = new Set([
  ...["department", "stage", "only", "page", "x", "y", "size", "colour", "cell", "rows", "why"],
  ...[...LIMITS, "value", "complexity"],
]);
const MOST_SAID = 200;

export function saidIn(search: URLSearchParams): Said {
  return [...search].filter(([name]) => KNOWN.has(name) || name.startsWith("weight.")).slice(0, MOST_SAID);
}

/** The same page with some of it said otherwise; null says it no more. */
export function addressOf(path: string, said: Said, changes: Readonly<Record<string, string | number | null>>): string {
  const search = new URLSearchParams(said.filter(([name]) => !(name in changes)).map(([...pair]) => pair));
  for (const [name, value] of Object.entries(changes)) if (value !== null) search.set(name, String(value));
  return search.size ? `${path}?${search}` : path;
}

/** The page of the whole ranked list that a rank is on, which says why. */
export const placeInOrder = (rank: number): string =>
  `${addressOf("/prioritise", [], { page: Math.ceil(rank / PAGE_SIZE) })}#ranked`;
