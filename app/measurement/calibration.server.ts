import { and, asc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { CALIBRATED_KINDS, type Suggestions, withoutCalibration } from "#app/business-cases/calibrated";
import { cashFlow, partOn } from "#app/business-cases/cash-flow";
import type { Draft } from "#app/business-cases/lines";
import { draftOf } from "#app/business-cases/page.server";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import { PROMISED_STAGES } from "#app/use-cases/promise";
import type { Database, Reader } from "#db/client.server";
import { businessCases, caseQuarters, departments, kpis, people, reports, useCases } from "#db/schema.server";
import { calibrate, DIMENSIONS, type Dimension, groupOf, type Observation, portfolioOf, suggest } from "./calibration";
import { covers } from "./quarter-life";

/** A case with what was promised and what came, quarter by quarter. */
export interface ObservedCase extends Observation {
  reference: string;
  title: Told;
  /** The number of the version that was approved. */
  number: number;
  /** Several kinds were promised: all of it counts for the largest. */
  mixed: boolean;
  byQuarter: { quarter: Quarter; promised: number; realised: number }[];
  /** Quarters that are over and promised, and that lack a report or have one sent back. */
  missing: number;
}

function byCase<Row extends { useCaseId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const own = found.get(row.useCaseId);
    if (own) own.push(row);
    else found.set(row.useCaseId, [row]);
  }
  return found;
}

/** What a baseline promised by quarter, and of which kind most of it was. */
interface Baseline {
  byQuarter: Map<Quarter, number>;
  kind: Observation["kind"];
  mixed: boolean;
}

/** As estimated: a haircut that was taken is left out, or taking it would teach that none is needed. */
function baselineOf(draft: Draft): Baseline {
  const flow = cashFlow({ ...draft, lines: withoutCalibration(draft.lines) });
  const byQuarter = new Map(flow.quarters.map(({ quarter, benefit }) => [quarter, benefit as number]));
  const byKind = new Map<Observation["kind"], number>();
  for (const { line, amounts } of flow.lines) {
    if (line.side === "cost") continue;
    const part = (partOn("benefit", line, amounts) ?? []).reduce((sum: number, amount) => sum + amount, 0);
    if (part > 0) byKind.set(line.kind, (byKind.get(line.kind) ?? 0) + part);
  }
  const [largest] = [...byKind].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return { byQuarter, kind: largest?.[0] ?? "by-quarter", mixed: byKind.size > 1 };
}

/**
 * Every case whose approved promise can be set against what came. The promise is the first version that an approval
 * froze: what was written later knew the first results. A quarter counts when it is over, when the promise covers it,
 * and when each valued KPI that covers it has a report in money that was not sent back. Five queries.
 */
export async function readObservations(db: Reader, current: Quarter): Promise<ObservedCase[]> {
  const first = sql`(select min(b.number) from ${businessCases} b
    where b.use_case_id = ${businessCases.useCaseId} and b.frozen_at is not null)`;
  const baselines = await db
    .select({
      row: businessCases,
      reference: useCases.reference,
      title: useCases.title,
      departmentId: useCases.departmentId,
    })
    .from(businessCases)
    .innerJoin(useCases, eq(useCases.id, businessCases.useCaseId))
    .where(
      and(
        isNotNull(businessCases.frozenAt),
        eq(businessCases.number, first),
        // What is paused brought what it brought before.
        inArray(useCases.stage, [...PROMISED_STAGES, "on-hold"]),
        sql`exists (select 1 from ${caseQuarters} where ${caseQuarters.useCaseId} = ${useCases.id}
          and ${caseQuarters.valuedReports} > 0)`,
      ),
    )
    .orderBy(asc(useCases.id));
  const promised = db
    .select({ id: businessCases.useCaseId })
    .from(businessCases)
    .where(isNotNull(businessCases.frozenAt));
  const valued = await db
    .select({ useCaseId: kpis.useCaseId, firstQuarter: kpis.firstQuarter, lastQuarter: kpis.lastQuarter })
    .from(kpis)
    .where(and(inArray(kpis.useCaseId, promised), isNotNull(kpis.valuePerUnitMinor)));
  const brought = await db
    .select({
      useCaseId: caseQuarters.useCaseId,
      quarter: caseQuarters.quarter,
      realised: caseQuarters.realisedMinor,
      reports: caseQuarters.valuedReports,
    })
    .from(caseQuarters)
    .where(and(inArray(caseQuarters.useCaseId, promised), lt(caseQuarters.quarter, current)))
    .orderBy(asc(caseQuarters.quarter));
  const back = await db
    .select({ useCaseId: reports.useCaseId, quarter: reports.quarter })
    .from(reports)
    .where(
      and(
        inArray(reports.quarter, [...new Set(brought.map(({ quarter }) => quarter))]),
        eq(reports.review, "sent-back"),
        isNotNull(reports.realisedMinor),
      ),
    );
  const sentBack = new Set(back.map(({ useCaseId, quarter }) => `${useCaseId} ${quarter}`));
  const kpisOf = byCase(valued);
  const broughtBy = byCase(brought);
  return baselines.flatMap(({ row, reference, title, departmentId }) => {
    const { useCaseId } = row;
    const own = kpisOf.get(useCaseId) ?? [];
    if (own.length === 0) return [];
    const { byQuarter: forecast, kind, mixed } = baselineOf(draftOf(row));
    const came = new Map((broughtBy.get(useCaseId) ?? []).map((each) => [each.quarter, each]));
    const over = [...forecast].filter(([quarter]) => quarter < current);
    const whole = ([quarter]: [Quarter, number]) => {
      const due = own.filter((kpi) => covers(kpi, quarter)).length;
      return due > 0 && (came.get(quarter)?.reports ?? 0) >= due && !sentBack.has(`${useCaseId} ${quarter}`);
    };
    const byQuarter = over
      .filter(whole)
      .map(([quarter, amount]) => ({ quarter, promised: amount, realised: came.get(quarter)?.realised ?? 0 }));
    const sum = (of: "promised" | "realised") => byQuarter.reduce((total, each) => total + each[of], 0);
    if (!(sum("promised") > 0)) return [];
    return [
      {
        ...{ useCaseId, reference, title, departmentId, kind, mixed, byQuarter },
        number: row.number,
        estimatorId: row.estimatorId,
        quarters: byQuarter.length,
        promised: sum("promised"),
        realised: sum("realised"),
        missing: over.filter((each) => each[1] > 0 && !whole(each)).length,
      },
    ];
  });
}

/** The names of the departments and people that figures are grouped by. Two queries. */
export async function readGroupNames(db: Reader) {
  return {
    departments: await db.select({ id: departments.id, name: departments.name }).from(departments),
    people: await db.select({ id: people.id, name: people.name }).from(people),
  };
}

/** Whose estimate a haircut is suggested for: who writes now, and for which case. */
export interface Estimating {
  useCaseId: number;
  departmentId: number | null;
  estimatorId: number | null;
}

let kept: { of: Database; as: string; observations: ObservedCase[] } | null = null;

/**
 * What is asked at every pause of a form or shown on many pages, while the cases behind it change only when somebody
 * writes: kept under the version of the database, read before them, so that none is ever out of date.
 */
export async function keptObservations(database: Database, current: Quarter): Promise<ObservedCase[]> {
  const as = `${current} ${await database.version()}`;
  if (kept?.of !== database || kept.as !== as) {
    kept = { of: database, as, observations: await readObservations(database, current) };
  }
  return kept.observations;
}

/** The haircuts while a business case is being typed. */
export async function keptSuggestions(database: Database, of: Estimating, current: Quarter): Promise<Suggestions> {
  return suggestionsFrom(await keptObservations(database, current), of);
}

/** The haircuts for the lines of a case that this person estimates. */
export async function readSuggestions(db: Reader, of: Estimating, current: Quarter): Promise<Suggestions> {
  return suggestionsFrom(await readObservations(db, current), of);
}

/** A case's own past is left out: it would answer itself. */
function suggestionsFrom(observations: readonly ObservedCase[], of: Estimating): Suggestions {
  const others = observations.filter(({ useCaseId }) => useCaseId !== of.useCaseId);
  const portfolio = portfolioOf(others);
  const suggestions: Suggestions = {};
  for (const kind of CALIBRATED_KINDS) {
    const suggestion = suggest(others, { ...of, kind }, portfolio);
    if (suggestion) suggestions[kind] = suggestion;
  }
  return suggestions;
}

/** Which cases a figure was made of: a group of a dimension. */
export interface Opened {
  by: Dimension;
  of: string;
}

/** What the page shows: the portfolio, each dimension's groups, and the cases of one group where one is opened. */
export async function readCalibration(db: Reader, current: Quarter, opened: Opened | null) {
  const observations = await readObservations(db, current);
  const portfolio = portfolioOf(observations);
  const names = await readGroupNames(db);
  const groups = (by: Dimension) =>
    (portfolio ? calibrate(observations, by, portfolio) : []).map((group) => ({
      ...group,
      name: nameOf(by, group.key, names),
    }));
  if (opened && !observations.some((observation) => groupOf(observation, opened.by) === opened.of)) {
    throw new Refusal(404, "desk.refusal.not-found");
  }
  const cases = opened && observations.filter((observation) => groupOf(observation, opened.by) === opened.of);
  return {
    portfolio,
    mixed: observations.filter(({ mixed }) => mixed).length,
    missing: observations.reduce((total, { missing }) => total + missing, 0),
    dimensions: DIMENSIONS.map((by) => ({ by, k: portfolio?.k[by] ?? null, groups: groups(by) })),
    opened: opened && { ...opened, name: nameOf(opened.by, opened.of, names), cases: cases ?? [] },
  };
}

export type CalibrationPage = Awaited<ReturnType<typeof readCalibration>>;

/** A department's name, a person's, or neither: a kind has words of its own. */
function nameOf(by: Dimension, key: string, names: Awaited<ReturnType<typeof readGroupNames>>): Told | string | null {
  if (by === "department") return names.departments.find(({ id }) => String(id) === key)?.name ?? null;
  return by === "estimator" ? (names.people.find(({ id }) => String(id) === key)?.name ?? null) : null;
}
