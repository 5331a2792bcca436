import { minor } from "#app/kernel/money";
import { addQuarters, type Quarter, quarterRange } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { returnOn } from "#app/measurement/returns";
import { addUp, type Figures, figuresOf, gradesOf, NO_SUMS, type RollupRow, realisedIn, type Sums } from "./sums";

/** Quarters shown up to the chosen one, and after it as far as something is promised. */
const BEHIND = 7;
const AHEAD = 2;

export interface DashboardInput {
  /** What is looked at, quarter by quarter: the whole portfolio, or one department. */
  quarters: readonly RollupRow[];
  /** The same by department, of the quarter and of the one before; other quarters are not looked at. */
  parts: readonly RollupRow[];
  quarter: Quarter;
  departments: readonly { id: number; name: Told }[];
}

/** A figure set against the quarter before, the same quarter a year ago, and what was promised. Null is «–». */
export interface Against {
  value: number | null;
  previous: number | null;
  lastYear: number | null;
  promised: number | null;
}

/** What the dashboard says of one quarter: pure arithmetic over rollups, so that its parts add up to its whole. */
export function dashboardOf({ quarters, parts, quarter, departments }: DashboardInput) {
  const sumsIn = (of: Quarter) => addUp(quarters.filter((row) => row.quarter === of));
  const now = figuresOf(sumsIn(quarter));
  const previous = figuresOf(sumsIn(addQuarters(quarter, -1)));
  const lastYear = figuresOf(sumsIn(addQuarters(quarter, -4)));
  const since = (of: Quarter) => cumulative(quarters.filter((row) => row.quarter <= of));
  return {
    quarter,
    now,
    against: compare(
      now,
      previous,
      lastYear,
      since(quarter),
      since(addQuarters(quarter, -1)),
      since(addQuarters(quarter, -4)),
    ),
    cumulative: since(quarter),
    series: seriesOf(quarters, quarter),
    byDepartment: byDepartment(parts, quarter, departments),
    changes: changes(parts, quarter, departments),
  };
}

/** All value and all cost since the first euro. */
function cumulative(rows: readonly RollupRow[]) {
  const sums = addUp(rows);
  const figures = figuresOf(sums);
  return {
    ...figures,
    roi: returnOn(figures.realised, figures.cost),
    provenRoi: returnOn(figures.proven, figures.cost),
    forecastRoi: returnOn(figures.forecast, figures.forecastCost),
    first: rows.reduce<Quarter | null>(
      (first, row) => (isEmpty(row) || (first !== null && first <= row.quarter) ? first : row.quarter),
      null,
    ),
  };
}

function isEmpty(sums: Sums): boolean {
  return sums.reports === 0 && sums.costEntries === 0;
}

type Since = ReturnType<typeof cumulative>;

function compare(now: Figures, previous: Figures, lastYear: Figures, all: Since, allBefore: Since, allYearAgo: Since) {
  const line = (pick: (of: Figures) => number | null, promised: number | null): Against => ({
    value: pick(now),
    previous: pick(previous),
    lastYear: pick(lastYear),
    promised,
  });
  const total = (pick: (of: Since) => number | null, promised: number | null): Against => ({
    value: pick(all),
    previous: pick(allBefore),
    lastYear: pick(allYearAgo),
    promised,
  });
  return {
    realised: line((of) => of.realised, now.forecast),
    proven: line((of) => of.proven, now.forecast),
    cost: line((of) => of.cost, now.forecastCost),
    roi: line((of) => of.roi, now.forecastRoi),
    provenRoi: line((of) => of.provenRoi, now.forecastRoi),
    cumulativeRoi: total((of) => of.roi, all.forecastRoi),
    cumulativeProvenRoi: total((of) => of.provenRoi, all.forecastRoi),
    provenShare: line((of) => of.provenShare, null),
  };
}

export type Comparison = ReturnType<typeof compare>;

function earliest(...quarters: Quarter[]): Quarter {
  return quarters.reduce((early, of) => (of.localeCompare(early) < 0 ? of : early));
}

function latest(...quarters: Quarter[]): Quarter {
  return quarters.reduce((late, of) => (of.localeCompare(late) > 0 ? of : late));
}

function seriesOf(rows: readonly RollupRow[], quarter: Quarter) {
  const promised = rows.filter((row) => row.forecast !== 0).map((row) => row.quarter);
  const end = earliest(latest(quarter, ...promised), addQuarters(quarter, AHEAD));
  const start = latest(earliest(quarter, ...rows.map((row) => row.quarter)), addQuarters(quarter, -BEHIND));
  return quarterRange(start, end).map((of) => {
    const sums = addUp(rows.filter((row) => row.quarter === of));
    return {
      quarter: of,
      grades: gradesOf(sums),
      ...figuresOf(sums),
    };
  });
}

/** One line a department of the quarter, biggest value first, and their whole. */
function byDepartment(rows: readonly RollupRow[], quarter: Quarter, departments: DashboardInput["departments"]) {
  const of = rows.filter((row) => row.quarter === quarter);
  const lines = [...new Set(of.map((row) => row.departmentId))].map((id) => {
    const sums = addUp(of.filter((row) => row.departmentId === id));
    return {
      departmentId: id,
      name: departments.find((department) => department.id === id)?.name ?? null,
      grades: gradesOf(sums),
      ...figuresOf(sums),
    };
  });
  // What is not known comes last.
  const rankOf = ({ realised }: Figures) => realised ?? Number.NEGATIVE_INFINITY;
  lines.sort((a, b) => descending(rankOf(a), rankOf(b)) || a.departmentId - b.departmentId);
  const whole = of.length ? addUp(of) : NO_SUMS;
  return { lines, whole: { grades: gradesOf(whole), ...figuresOf(whole) } };
}

// Not a subtraction: infinity less infinity is not a number.
function descending(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** What each department added or took away since the quarter before: the steps from one whole to the other. */
function changes(rows: readonly RollupRow[], quarter: Quarter, departments: DashboardInput["departments"]) {
  const realised = (of: Quarter, id: number) =>
    realisedIn(addUp(rows.filter((row) => row.quarter === of && row.departmentId === id)));
  return [...new Set(rows.map((row) => row.departmentId))]
    .map((departmentId) => ({
      departmentId,
      name: departments.find(({ id }) => id === departmentId)?.name ?? null,
      difference: minor(realised(quarter, departmentId) - realised(addQuarters(quarter, -1), departmentId)),
    }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => b.difference - a.difference || a.departmentId - b.departmentId);
}

export type Dashboard = ReturnType<typeof dashboardOf>;
