/**
 * The kept sums behind list, case and dashboard: `case_quarters` (one case in one quarter), `standings` (one case since
 * its first euro) and `rollups` (quarter × department × stage). Every write that moves an amount, a forecast, a stage or
 * a department goes through here in its own transaction; `checkLedger` proves that they equal the rows they stand for.
 */
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { type Minor, minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { caseQuarters, forecasts, quarters, rollups, standings, useCases } from "#db/schema.server";
import { DayPage } from "./day-book.server";
import { AMOUNTS, type Place, type Posting, type RollupDelta } from "./posting";
import { standsAfter } from "./promise";

async function placeOf(tx: Reader, useCaseId: number): Promise<Place> {
  const [place] = await tx
    .select({ departmentId: useCases.departmentId, stage: useCases.stage })
    .from(useCases)
    .where(eq(useCases.id, useCaseId));
  if (!place) throw new Error(`No use case ${useCaseId}`);
  return place;
}

export async function addToRollup(tx: Writer, place: Place, quarter: Quarter, delta: RollupDelta): Promise<void> {
  const key = { quarter, departmentId: place.departmentId ?? 0, stage: place.stage ?? "" };
  const changes = Object.entries(delta).filter(([, amount]) => amount !== 0);
  if (changes.length === 0) return;
  await tx
    .insert(rollups)
    .values({ ...key, ...(Object.fromEntries(changes) as Record<string, Minor>) })
    .onConflictDoUpdate({
      target: [rollups.quarter, rollups.departmentId, rollups.stage],
      set: Object.fromEntries(
        changes.map(([name, amount]) => [name, sql`${rollups[name as keyof RollupDelta]} + ${amount}`]),
      ),
    });
}

/** Counts what one case adds, on its place's rollup and on the page of the day. */
async function count(
  tx: Writer,
  page: DayPage,
  at: { useCaseId: number; place: Place; quarter: Quarter },
  delta: RollupDelta,
): Promise<void> {
  page.add(at, delta);
  await addToRollup(tx, at.place, at.quarter, delta);
}

/** Adds amounts to a case's quarter, to its standing, to the rollup that it counts in and to the day book. */
export async function post(
  tx: Writer,
  useCaseId: number,
  quarter: Quarter,
  posting: Posting,
  { today }: Pick<When, "today">,
): Promise<void> {
  const delta = Object.fromEntries(AMOUNTS.map((name) => [name, posting[name] ?? 0])) as Record<
    (typeof AMOUNTS)[number],
    number
  >;
  if (AMOUNTS.every((name) => delta[name] === 0)) return;
  const { declaredMinor, estimatedMinor, measuredMinor, validatedMinor } = delta;
  const realised = minor(declaredMinor + estimatedMinor + measuredMinor + validatedMinor);
  await tx
    .insert(caseQuarters)
    .values({ useCaseId, quarter, ...(delta as Record<string, Minor>), realisedMinor: realised })
    .onConflictDoUpdate({
      target: [caseQuarters.useCaseId, caseQuarters.quarter],
      set: {
        ...Object.fromEntries(AMOUNTS.map((name) => [name, sql`${caseQuarters[name]} + ${delta[name]}`])),
        realisedMinor: sql`${caseQuarters.realisedMinor} + ${realised}`,
      },
    });
  await standSinceStart(tx, useCaseId);
  const page = new DayPage();
  await count(tx, page, { useCaseId, place: await placeOf(tx, useCaseId), quarter }, delta);
  await page.write(tx, today);
}

/** What a case brought and cost since its first euro, from its quarters; null where nothing says so. */
async function standSinceStart(tx: Writer, useCaseId: number): Promise<void> {
  const quarters = await tx.select().from(caseQuarters).where(eq(caseQuarters.useCaseId, useCaseId));
  await tx.update(standings).set(sinceStart(quarters)).where(eq(standings.useCaseId, useCaseId));
}

type KeptQuarter = Pick<
  typeof caseQuarters.$inferSelect,
  "realisedMinor" | "measuredMinor" | "validatedMinor" | "costMinor" | "valuedReports" | "costEntries"
>;

/** The sums of a case's quarters that its standing keeps. A value of which nobody reported is not zero; nor is a cost. */
export function sinceStart(quarters: readonly KeptQuarter[]) {
  const sum = (of: (row: KeptQuarter) => number) => quarters.reduce((total, row) => total + of(row), 0);
  const valued = sum(({ valuedReports }) => valuedReports) > 0;
  return {
    realisedMinor: valued ? minor(sum((row) => row.realisedMinor)) : null,
    provenMinor: valued ? minor(sum((row) => row.measuredMinor + row.validatedMinor)) : null,
    costMinor: sum(({ costEntries }) => costEntries) > 0 ? minor(sum((row) => row.costMinor)) : null,
  };
}

export interface ForecastQuarter {
  quarter: Quarter;
  benefitMinor: Minor;
  costMinor: Minor;
  /** The part of the cost that is not a one-off build; all of it when left out. */
  runCostMinor?: Minor;
}

type KeptForecast = Required<ForecastQuarter>;

function forecastDelta({ benefitMinor, costMinor, runCostMinor }: Omit<KeptForecast, "quarter">): RollupDelta {
  return { forecastBenefitMinor: benefitMinor, forecastCostMinor: costMinor, forecastRunCostMinor: runCostMinor };
}

/** Of these quarters, those that are closed. */
async function closedAmong(db: Reader, asked: readonly Quarter[]): Promise<Set<Quarter>> {
  if (asked.length === 0) return new Set();
  const found = await db
    .select({ quarter: quarters.quarter })
    .from(quarters)
    .where(and(eq(quarters.status, "closed"), inArray(quarters.quarter, [...asked])));
  return new Set(found.map(({ quarter }) => quarter));
}

/** Where a promise counts: in the stage of its case, unless it stands in another. */
const placeOfPromise = (place: Place, standsIn: string | null): Place => ({
  departmentId: place.departmentId,
  stage: standsIn ?? place.stage,
});

/**
 * Replaces a case's forecast, quarter by quarter, and what the rollups carry of it. A closed quarter keeps the promise
 * that it was closed with; one that is written afterwards was none when it was closed, and does not count in it.
 */
export async function replaceForecast(
  tx: Writer,
  useCaseId: number,
  forecast: readonly ForecastQuarter[],
  { today }: Pick<When, "today">,
): Promise<void> {
  const page = new DayPage();
  const place = await placeOf(tx, useCaseId);
  const there = await tx.select().from(forecasts).where(eq(forecasts.useCaseId, useCaseId));
  const closed = await closedAmong(
    tx,
    [...there, ...forecast].map(({ quarter }) => quarter),
  );
  const own = eq(forecasts.useCaseId, useCaseId);
  await tx.delete(forecasts).where(closed.size ? and(own, notInArray(forecasts.quarter, [...closed])) : own);
  const before = there.filter(({ quarter }) => !closed.has(quarter));
  for (const row of before) {
    await count(
      tx,
      page,
      { useCaseId, place: placeOfPromise(place, row.standsIn), quarter: row.quarter },
      negative(forecastDelta(row)),
    );
  }
  const standing = new Map(there.map((row) => [row.quarter, row.standsIn]));
  // While its case is on hold, a promise that is written anew stands where the one before it stood.
  const paused =
    place.stage === "on-hold" ? (before.find(({ standsIn }) => standsIn !== null)?.standsIn ?? null) : null;
  const after = forecast
    .filter(({ quarter }) => !(closed.has(quarter) && standing.has(quarter)))
    .map((row) => ({
      useCaseId,
      ...row,
      runCostMinor: row.runCostMinor ?? row.costMinor,
      standsIn: closed.has(row.quarter) ? "draft" : (standing.get(row.quarter) ?? paused),
    }));
  if (after.length) await tx.insert(forecasts).values(after);
  for (const row of after) {
    await count(
      tx,
      page,
      { useCaseId, place: placeOfPromise(place, row.standsIn), quarter: row.quarter },
      forecastDelta(row),
    );
  }
  await page.write(tx, today);
}

/**
 * Carries all that a case counts for from one department and stage to another, except the promises that stand where they
 * are (`standsAfter`). Call it with the place before the change.
 * @param when when it moves
 */
export async function carryOver(
  tx: Writer,
  useCaseId: number,
  from: Place,
  to: Place,
  { today, quarter: current }: Pick<When, "today" | "quarter">,
): Promise<void> {
  if (from.departmentId === to.departmentId && from.stage === to.stage) return;
  const page = new DayPage();
  const kept = await tx.select().from(caseQuarters).where(eq(caseQuarters.useCaseId, useCaseId));
  for (const row of kept) {
    const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, row[name]]));
    await count(tx, page, { useCaseId, place: from, quarter: row.quarter }, negative(amounts));
    await count(tx, page, { useCaseId, place: to, quarter: row.quarter }, amounts);
  }
  const planned = await tx.select().from(forecasts).where(eq(forecasts.useCaseId, useCaseId));
  const closed = await closedAmong(
    tx,
    planned.map(({ quarter }) => quarter),
  );
  for (const row of planned) {
    const { quarter } = row;
    const moved = from.stage !== to.stage;
    const standsIn = moved
      ? standsAfter(row, { from: from.stage, to: to.stage }, { closed: closed.has(quarter), current })
      : row.standsIn;
    const [left, reached] = [placeOfPromise(from, row.standsIn), placeOfPromise(to, standsIn)];
    if (left.stage !== reached.stage || left.departmentId !== reached.departmentId) {
      await count(tx, page, { useCaseId, place: left, quarter }, negative(forecastDelta(row)));
      await count(tx, page, { useCaseId, place: reached, quarter }, forecastDelta(row));
    }
    if (standsIn !== row.standsIn) {
      await tx
        .update(forecasts)
        .set({ standsIn })
        .where(and(eq(forecasts.useCaseId, useCaseId), eq(forecasts.quarter, quarter)));
    }
  }
  await page.write(tx, today);
}

function negative(amounts: Record<string, number>): RollupDelta {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, -amount]));
}

/** The empty standing that a new case starts with. */
export async function openStanding(tx: Writer, useCaseId: number): Promise<void> {
  await tx.insert(standings).values({ useCaseId }).onConflictDoNothing();
}

/** What a case counts for in one quarter, or null. */
export async function quarterOfCase(db: Reader, useCaseId: number, quarter: Quarter) {
  const [row] = await db
    .select()
    .from(caseQuarters)
    .where(and(eq(caseQuarters.useCaseId, useCaseId), eq(caseQuarters.quarter, quarter)));
  return row ?? null;
}
