import { asc } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import {
  BY_LINE,
  type Choice,
  choiceFrom,
  isByLine,
  limitsFrom,
  MOST_DRAWN,
  PAGE_SIZE,
  type Said,
  saidIn,
} from "./choice";
import type { FieldCase } from "./field";
import { type CaseName, namesOf, readCases, readExceptions } from "./field.server";
import { checkFilters, type FilterException, type FunnelStep, funnelOf, stops } from "./filters";
import { type UsualLimits, usualLimits } from "./limits.server";
import { drawLine, type Limits, type Line, type MostWorth, mostWorth, type Side, type Standing } from "./line";
import { type MapView, mapOf, namedOn } from "./map/map-view";
import { mapSettingsFrom } from "./map/settings";
import { type OnLine, type Place, type Rules, readLine, readOrder, type Tally } from "./order.server";
import { type Missing, place, QUADRANTS, type Quadrant, type Ranked, type RankedStage } from "./ranking";
import { readRules } from "./ranking.server";

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
  most: MostWorth | null;
  /** Cases that a filter stops, which take nothing. */
  stopped: number;
  /** So many of the ranking it goes through, where that is longer; null where it goes through all. */
  looked: number | null;
}

export interface PrioritisePage {
  choice: Choice;
  said: Said;
  departments: { id: number; name: Told }[];
  probabilities: Record<RankedStage, number>;
  ranked: RankedView[];
  /** Ranked cases that the choice shows, and in all. */
  shown: number;
  /** Of those, the ones that the list is narrowed to. */
  listed: number;
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
  const stopped = standing.filter(({ passes }) => !passes).length;
  return lineThrough(standing, { limits, scenario, stopped, looked: null });
}

/** The same through the first of it: what an exact choice could be worth is known of the whole alone. */
function lineThrough(
  standing: readonly Standing[],
  frame: Pick<LineView, "limits" | "scenario" | "stopped" | "looked">,
) {
  const { rows, ...line } = drawLine(standing, frame.limits);
  const most = frame.looked === null ? mostWorth(standing, frame.limits) : null;
  return {
    rows: new Map(rows.map((row) => [row.useCaseId, row])),
    line: { ...line, ...frame, most } satisfies LineView,
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
 * The order of the cases, the map that shows the first of them, the line under what can be afforded, and what stops the
 * rest. A fixed number of queries, which read as many cases as a map draws: of all others only how many there are. A list
 * that is narrowed to cases further down reads the way to them in one more.
 * @param unit minor units in one unit of the currency
 */
export async function prioritisePage(
  db: Reader,
  actor: Actor,
  search: URLSearchParams,
  unit: number,
): Promise<PrioritisePage> {
  const choice = choiceFrom(search);
  const hidden = hiddenFromAll(actor);
  const rules = await readRules(db);
  const part = { departmentId: choice.department, stage: choice.stage };
  const from = (choice.page - 1) * PAGE_SIZE;
  const line = isByLine(choice.only) ? MOST_DRAWN : Math.max(MOST_DRAWN, from + PAGE_SIZE);
  const shown = { from, unplaced: MOST_UNPLACED, best: MOST_DRAWN, line };
  const narrowed = isByLine(choice.only) ? { only: null, size: 0 } : { only: choice.only, size: PAGE_SIZE };
  const order = await readOrder(db, rules, hidden, part, { ...shown, ...narrowed });
  const deepest = Math.max(0, ...order.rows.map(({ rank }) => rank));
  const way = deepest > order.line.length ? await readLine(db, rules, hidden, part, deepest) : order.line;
  const { scenario, ...limits } = await limitsOf(db, search, unit);
  const looked = order.all > way.length ? way.length : null;
  const drawn = lineThrough(way, { limits, scenario, stopped: order.all - order.passing, looked });
  const byLine = isByLine(choice.only) ? onSides(way, drawn.rows, BY_LINE[choice.only]) : null;
  const listed = byLine?.slice(from, from + PAGE_SIZE) ?? order.rows;
  const ids = [...new Set([...order.best, ...listed, ...order.unplaced].map(({ useCaseId }) => useCaseId))];
  const cases = new Map((await readCases(db, hidden, ids)).map((one) => [one.useCaseId, one]));
  const excepted = exceptedOf(await readExceptions(db));
  const placed = (places: readonly Place[]) =>
    places.flatMap(({ useCaseId, rank }): Ranked<FieldCase>[] => {
      const found = placeOf(cases.get(useCaseId), rules, excepted);
      return found && !("missing" in found) ? [{ ...found, rank }] : [];
    });
  const list = await readDepartments(db);
  const departmentOf = new Map(list.map(({ id, name }) => [id, name]));
  const map = mapOf(
    placed(order.best),
    mapSettingsFrom(search),
    list.map(({ id }) => id),
  );
  const page = placed(listed);
  const waiting = order.unplaced.flatMap(({ useCaseId }) => {
    const found = placeOf(cases.get(useCaseId), rules, excepted);
    return found && "missing" in found ? [found] : [];
  });
  const names = await namesOf(db, [...namedOn(map), ...[...page, ...waiting].map((one) => one.case.useCaseId)]);
  const named = ({ useCaseId, departmentId }: FieldCase) => ({
    ...(names.get(useCaseId) ?? { reference: "", title: {} }),
    department: departmentId === null ? null : (departmentOf.get(departmentId) ?? null),
  });
  const { tallies } = order;
  const counted = (of: (tally: Tally) => boolean) => sumOf(tallies.filter(of));
  const withPlace = (tally: Tally) => tally.quadrant !== null;
  const passes = ({ quadrant, states }: Tally) => quadrant !== null && !states.some(stops);
  const letPass = (tally: Tally) => passes(tally) && tally.states.includes("excepted");
  const { only } = choice;
  const listedBy = (tally: Tally) => {
    if (only === "passing") return passes(tally);
    if (only === "stopped") return withPlace(tally) && !passes(tally);
    return only === "excepted" ? letPass(tally) : only === null ? withPlace(tally) : tally.quadrant === only;
  };
  return {
    ...{ choice, said: saidIn(search), departments: list, probabilities: rules.probabilities, map, line: drawn.line },
    ranked: page.map(({ case: figures, ...each }) => {
      const { side = "above" as const, cost = 0, people = 0 } = drawn.rows.get(figures.useCaseId) ?? {};
      return { ...each, ...named(figures), figures, side, cost, people };
    }),
    shown: counted(withPlace),
    listed: byLine?.length ?? counted(listedBy),
    all: order.all,
    passing: counted(passes),
    excepted: counted(letPass),
    byQuadrant: Object.fromEntries(
      QUADRANTS.map((name) => [name, counted(({ quadrant }) => quadrant === name)]),
    ) as Record<Quadrant, number>,
    names: Object.fromEntries(names),
    funnel: funnelOf(rules.filters, tallies),
    taking: sumOf(tallies),
    unplaced: waiting.map(({ case: figures, missing }) => ({ ...named(figures), stage: figures.stage, missing })),
    unplacedCount: counted(({ quadrant }) => quadrant === null),
    hiddenCount: counted(({ quadrant, scoresHidden }) => quadrant === null && scoresHidden),
    mayEdit: permits(actor, "filter.edit"),
    mayExcept: permits(actor, "filter.except"),
    mayAssess: permits(actor, "assessment.write"),
  };
}

/** Those of a choice that are on these sides of the line, with their ranks among all. */
const onSides = (way: readonly OnLine[], rows: ReadonlyMap<number, { side: Side }>, sides: readonly Side[]): Place[] =>
  way.flatMap(({ useCaseId, chosen }, at) => {
    const side = rows.get(useCaseId)?.side;
    return chosen && side !== undefined && sides.includes(side) ? [{ useCaseId, rank: at + 1 }] : [];
  });

const sumOf = (tallies: readonly Tally[]) => tallies.reduce((sum, { cases }) => sum + cases, 0);

function exceptedOf(exceptions: readonly FilterException[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const { useCaseId, filterId } of exceptions)
    found.set(useCaseId, (found.get(useCaseId) ?? new Set<number>()).add(filterId));
  return found;
}

/** A case as the ranking places it, by itself. */
function placeOf(
  figures: FieldCase | undefined,
  { filters, probabilities }: Rules,
  excepted: ReadonlyMap<number, ReadonlySet<number>>,
) {
  return figures && place(figures, checkFilters(filters, figures, excepted.get(figures.useCaseId)), probabilities);
}
