import { asc } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import { type Choice, choiceFrom, chosenBy, limitsFrom, PAGE_SIZE, type Said, saidIn } from "./choice";
import type { FieldCase } from "./field";
import { type CaseName, namesOf, readField } from "./field.server";
import { type FunnelStep, funnelOf } from "./filters";
import { type UsualLimits, usualLimits } from "./limits.server";
import { drawLine, type Limits, type Line, mostWorth, type Side, type Standing } from "./line";
import { type MapView, mapOf, namedOn } from "./map/map-view";
import { mapSettingsFrom } from "./map/settings";
import { type Missing, QUADRANTS, type Quadrant, type Ranked, type RankedStage, rank } from "./ranking";

const MOST_UNPLACED = 20;

export interface RankedView extends Omit<Ranked<FieldCase>, "case"> {
  reference: string;
  title: Told;
  department: Told | null;
  figures: FieldCase;
  side: Side;
  /** Down to this one, of all that filters let pass. */
  cost: number;
  people: number;
}

export interface UnplacedView {
  reference: string;
  title: Told;
  department: Told | null;
  stage: RankedStage;
  missing: Missing[];
}

export type Names = Record<number, CaseName>;

export interface LineView extends Omit<Line, "rows"> {
  limits: Limits;
  /** Where the limits come from when the address says none. */
  scenario: UsualLimits["scenario"];
  /** The most that an exact choice under the same limits could be worth; null where nothing is limited. */
  most: number | null;
  /** Cases that a filter stops, which take nothing. */
  stopped: number;
}

export interface PrioritisePage {
  choice: Choice;
  said: Said;
  departments: { id: number; name: Told }[];
  probabilities: Record<RankedStage, number>;
  ranked: RankedView[];
  /** Ranked cases that the choice shows, and in all. */
  shown: number;
  all: number;
  passing: number;
  /** Of those, the ones that an exception lets pass. */
  excepted: number;
  byQuadrant: Record<Quadrant, number>;
  map: MapView;
  /** Of the cases that the map names. */
  names: Names;
  line: LineView;
  funnel: FunnelStep[];
  taking: number;
  unplaced: UnplacedView[];
  unplacedCount: number;
  /** Of those, cases that the reader still owes an assessment. */
  hiddenCount: number;
  mayEdit: boolean;
  mayExcept: boolean;
  mayAssess: boolean;
}

/** A ranked case as the line takes it. */
export const standingOf = (row: Ranked<FieldCase>): Standing => ({
  useCaseId: row.case.useCaseId,
  passes: row.passes,
  cost: row.case.totalCostMinor ?? 0,
  people: row.case.people,
  worth: row.riskAdjustedNpv,
});

/** The line through a whole ranking, with where its limits come from. */
export function lineOf(ranked: readonly Ranked<FieldCase>[], limits: Limits, scenario: UsualLimits["scenario"]) {
  const standing = ranked.map(standingOf);
  const { rows, ...line } = drawLine(standing, limits);
  return {
    rows: new Map(rows.map((row) => [row.useCaseId, row])),
    line: {
      ...line,
      ...{ limits, scenario, most: mostWorth(standing, limits) },
      stopped: standing.filter(({ passes }) => !passes).length,
    } satisfies LineView,
  };
}

export const readDepartments = (db: Reader) =>
  db.select({ id: departments.id, name: departments.name }).from(departments).orderBy(asc(departments.code));

/** The limits that an address sets, or those of the newest scenario. */
export async function limitsOf(db: Reader, search: URLSearchParams, unit: number): Promise<UsualLimits> {
  const said = limitsFrom(search, unit);
  return said ? { ...said, scenario: null } : usualLimits(db);
}

/**
 * The order of the cases, the map that shows them, the line under what can be afforded, and what stops the rest. A fixed
 * number of queries. @param unit minor units in one unit of the currency
 */
export async function prioritisePage(
  db: Reader,
  actor: Actor,
  search: URLSearchParams,
  unit: number,
): Promise<PrioritisePage> {
  const choice = choiceFrom(search);
  const { cases, rules, exceptions } = await readField(db, hiddenFromAll(actor));
  const order = rank(cases, rules.filters, exceptions, rules.probabilities);
  const { scenario, ...limits } = await limitsOf(db, search, unit);
  const { rows, line } = lineOf(order.ranked, limits, scenario);
  const list = await readDepartments(db);
  const departmentOf = new Map(list.map(({ id, name }) => [id, name]));
  const chosen = chosenBy(choice);
  const ranked = order.ranked.filter(chosen);
  const unplaced = order.unplaced.filter(chosen);
  const map = mapOf(
    ranked,
    mapSettingsFrom(search),
    list.map(({ id }) => id),
  );
  const page = ranked.slice((choice.page - 1) * PAGE_SIZE, choice.page * PAGE_SIZE);
  const waiting = unplaced.slice(0, MOST_UNPLACED);
  const names = await namesOf(db, [...namedOn(map), ...[...page, ...waiting].map((one) => one.case.useCaseId)]);
  const named = ({ useCaseId, departmentId }: FieldCase) => ({
    ...(names.get(useCaseId) ?? { reference: "", title: {} }),
    department: departmentId === null ? null : (departmentOf.get(departmentId) ?? null),
  });
  return {
    ...{ choice, said: saidIn(search), departments: list, probabilities: rules.probabilities, map, line },
    ranked: page.map(({ case: figures, ...each }) => {
      const { side = "above" as const, cost = 0, people = 0 } = rows.get(figures.useCaseId) ?? {};
      return { ...each, ...named(figures), figures, side, cost, people };
    }),
    shown: ranked.length,
    all: order.ranked.length,
    passing: ranked.filter(({ passes }) => passes).length,
    excepted: ranked.filter(({ passes, checks }) => passes && checks.some(({ state }) => state === "excepted")).length,
    byQuadrant: countOf(QUADRANTS, ranked, ({ quadrant }) => quadrant),
    names: Object.fromEntries(names),
    funnel: funnelOf(
      rules.filters,
      [...ranked, ...unplaced].map(({ checks }) => ({ cases: 1, states: checks.map(({ state }) => state) })),
    ),
    taking: ranked.length + unplaced.length,
    unplaced: waiting.map(({ case: figures, missing }) => ({ ...named(figures), stage: figures.stage, missing })),
    unplacedCount: unplaced.length,
    hiddenCount: unplaced.filter(({ case: { scoresHidden } }) => scoresHidden).length,
    mayEdit: permits(actor, "filter.edit"),
    mayExcept: permits(actor, "filter.except"),
    mayAssess: permits(actor, "assessment.write"),
  };
}

export function countOf<Name extends string, Row>(
  names: readonly Name[],
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const row of rows) counts[nameOf(row)] += 1;
  return counts;
}
