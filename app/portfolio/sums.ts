import { type Evidence, isProven } from "#app/kernel/evidence";
import { type Minor, minor, NOTHING } from "#app/kernel/money";
import { type Quarter, quarter as toQuarter } from "#app/kernel/quarter";
import { keptShare, provenShare, returnOn } from "#app/measurement/returns";

/** What a part of the portfolio counts for: the columns of a rollup. */
export interface Sums {
  /** Realised value by grade of evidence, weakest first. */
  grades: readonly [Minor, Minor, Minor, Minor];
  cost: Minor;
  /** The part of the cost that is not a one-off build. */
  runCost: Minor;
  forecast: Minor;
  forecastCost: Minor;
  forecastRunCost: Minor;
  reports: number;
  /** Those worth money: without one, the value is not known. */
  valuedReports: number;
  /** Costs entered: without one, the cost is not known. */
  costEntries: number;
}

export interface RollupRow extends Sums {
  quarter: Quarter;
  /** 0: cases without a department. */
  departmentId: number;
}

/** A row of `quarter_totals` as the engine gives it: PostgreSQL answers sums of integers as text, SQLite as numbers. */
export function rollupRow(row: Record<string, string | number>): RollupRow {
  const money = (amount: string | number | undefined) => minor(Number(amount));
  return {
    quarter: toQuarter(String(row.quarter)),
    departmentId: Number(row.department_id),
    grades: [
      money(row.declared_minor),
      money(row.estimated_minor),
      money(row.measured_minor),
      money(row.validated_minor),
    ],
    cost: money(row.cost_minor),
    runCost: money(row.run_cost_minor),
    forecast: money(row.forecast_benefit_minor),
    forecastCost: money(row.forecast_cost_minor),
    forecastRunCost: money(row.forecast_run_cost_minor),
    reports: Number(row.reports),
    valuedReports: Number(row.valued_reports),
    costEntries: Number(row.cost_entries),
  };
}

export const NO_SUMS: Sums = {
  grades: [NOTHING, NOTHING, NOTHING, NOTHING],
  cost: NOTHING,
  runCost: NOTHING,
  forecast: NOTHING,
  forecastCost: NOTHING,
  forecastRunCost: NOTHING,
  reports: 0,
  valuedReports: 0,
  costEntries: 0,
};

/** The sum of parts, to the cent. */
export function addUp(parts: Iterable<Sums>): Sums {
  let total = NO_SUMS;
  for (const part of parts) {
    const [declared, estimated, measured, validated] = total.grades;
    const [d, e, m, v] = part.grades;
    total = {
      grades: [minor(declared + d), minor(estimated + e), minor(measured + m), minor(validated + v)],
      cost: minor(total.cost + part.cost),
      runCost: minor(total.runCost + part.runCost),
      forecast: minor(total.forecast + part.forecast),
      forecastCost: minor(total.forecastCost + part.forecastCost),
      forecastRunCost: minor(total.forecastRunCost + part.forecastRunCost),
      reports: total.reports + part.reports,
      valuedReports: total.valuedReports + part.valuedReports,
      costEntries: total.costEntries + part.costEntries,
    };
  }
  return total;
}

export function realisedIn({ grades: [declared, estimated, measured, validated] }: Sums): Minor {
  return minor(declared + estimated + measured + validated);
}

export function provenIn({ grades }: Sums): Minor {
  return minor(grades.reduce((sum, amount, grade) => sum + (isProven(grade as Evidence) ? amount : 0), 0));
}

const NO_GRADES = [null, null, null, null] as const;

/** Value by grade of evidence, weakest first; null where nobody reported one in money. */
export function gradesOf({ grades, valuedReports }: Sums): Sums["grades"] | typeof NO_GRADES {
  return valuedReports > 0 ? grades : NO_GRADES;
}

/** The figures of a part for one quarter. Null is «–»: nothing reported, nothing entered, no cost, no promise, no whole. */
export function figuresOf(sums: Sums) {
  const [valued, spent] = [sums.valuedReports > 0, sums.costEntries > 0];
  const promised = sums.forecast !== 0 || sums.forecastCost !== 0;
  const realised = valued ? realisedIn(sums) : null;
  const proven = valued ? provenIn(sums) : null;
  const runCost = spent ? sums.runCost : null;
  const forecast = promised ? sums.forecast : null;
  return {
    realised,
    proven,
    provenShare: provenShare(proven, realised),
    cost: spent ? sums.cost : null,
    runCost,
    /** (realised − actual run cost) / actual run cost (PRODUCT.md). */
    roi: returnOn(realised, runCost),
    provenRoi: returnOn(proven, runCost),
    forecast,
    forecastCost: promised ? sums.forecastCost : null,
    forecastRoi: returnOn(forecast, sums.forecastRunCost),
    kept: keptShare(realised, forecast),
    reports: sums.reports,
  };
}

export type Figures = ReturnType<typeof figuresOf>;
