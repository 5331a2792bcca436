import { addDays, type Day, daysBetween } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Week } from "./cumulated";
import { byDay, type Point, reaching } from "./projection";

/** What a running POC is held to. */
export interface Box {
  /** From this day on its money and its work are used. */
  startsOn: Day;
  /** The day of its seal, from which check-ins are awaited. */
  startedOn: Day;
  endsOn: Day;
  budgetCapMinor: Minor;
  personDaysCap: number | null;
  direction: "up" | "down";
  threshold: number;
}

export const CONFIDENCES = ["on-track", "at-risk", "off"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a week of a POC said, as far as warnings ask. */
export interface CheckedIn {
  on: Day;
  value: number | null;
  confidence: Confidence;
  spentMinor: Minor | null;
  personDays: number | null;
}

/** What is, or is about to be, beyond what was agreed; `days` as its sentence counts them. */
export type Warning =
  | { kind: "over-time"; days: number }
  | { kind: "ends-soon"; days: number }
  | { kind: "over-money"; on: Day }
  | { kind: "money-before-end"; on: Day; days: number }
  | { kind: "over-work"; on: Day }
  | { kind: "work-before-end"; on: Day; days: number }
  | { kind: "threshold-after-end"; on: Day; days: number }
  | { kind: "threshold-never" }
  | { kind: "off" }
  | { kind: "check-in-missing"; weeks: number };
export type WarningKind = Warning["kind"];

/** A week's check-in is awaited every so many days, and called missing the day after. */
export const CHECK_IN_DAYS = 7;
/** The end of the time-box is announced so long before. */
const SOON_DAYS = 14;

/** Full weeks without a check-in, since the last one or else the start. Past the end of the box nothing more is counted. */
export function weeksMissing(startedOn: Day, last: Day | null, today: Day): number {
  return Math.max(0, Math.floor((daysBetween(last ?? startedOn, today) - 1) / CHECK_IN_DAYS));
}

/**
 * The weeks that stay without a check-in, from the seal to the last one that was: one that comes late covers the last
 * week that it was awaited for, and no other. What is missing since the last one is `weeksMissing`.
 */
export function weeksSkipped(startedOn: Day, days: readonly Day[]): Week[] {
  const skipped: Week[] = [];
  let before = startedOn;
  for (const on of [...days].sort()) {
    for (let week = 1; week < weeksMissing(startedOn, before, on); week += 1) {
      const first = addDays(before, (week - 1) * CHECK_IN_DAYS + 1);
      skipped.push({ from: first, to: addDays(first, CHECK_IN_DAYS - 1) });
    }
    if (on > before) before = on;
  }
  return skipped;
}

/** The day by which the next check-in is awaited. */
export const nextCheckIn = (startedOn: Day, last: Day | null): Day => addDays(last ?? startedOn, CHECK_IN_DAYS);

const pointsOf = (checkIns: readonly CheckedIn[], figure: (one: CheckedIn) => number | null): Point[] =>
  checkIns.flatMap((one) => {
    const value = figure(one);
    return value === null ? [] : [{ on: one.on, value }];
  });

/** What an attempt cost to run. */
export interface Paid {
  on: Day;
  runCostMinor: Minor | null;
}

/** What the attempts cost so far, day by day: what is known of the money while no check-in says it. */
function paidSoFar(attempts: readonly Paid[]): Point[] {
  const points = new Map<Day, number>();
  let sum = 0;
  for (const { on, runCostMinor } of byDay(attempts)) {
    if (runCostMinor === null) continue;
    sum += runCostMinor;
    points.set(on, sum);
  }
  return [...points].map(([on, value]) => ({ on, value }));
}

const spent = (checkIns: readonly CheckedIn[]) => pointsOf(checkIns, ({ spentMinor }) => spentMinor);

/** While one figure stands alone its pace is read from the first day, on which nothing was used yet. */
const usedSince = (startsOn: Day, points: Point[]): Point[] =>
  points.length === 1 && points.every(({ on }) => on > startsOn) ? [{ on: startsOn, value: 0 }, ...points] : points;

/** The figures of a POC over time, each where it was said. */
export const figuresOf = (startsOn: Day, checkIns: readonly CheckedIn[], attempts: readonly Paid[] = []) => ({
  money: usedSince(startsOn, spent(checkIns).length > 0 ? spent(checkIns) : paidSoFar(attempts)),
  work: usedSince(
    startsOn,
    pointsOf(checkIns, ({ personDays }) => personDays),
  ),
  kpi: pointsOf(checkIns, ({ value }) => value),
});

/** Beyond a cap is only what is more than it: a cap that is used up to the cent was kept. */
function over<Kind extends "over-money" | "over-work">(points: readonly Point[], cap: number, kind: Kind) {
  const sorted = byDay(points);
  const first = sorted.find(({ value }) => value > cap);
  return first && (sorted.at(-1)?.value ?? 0) > cap ? [{ kind, on: first.on }] : [];
}

/** A cap that is used up before the end, at the pace of now or on the day itself. */
function before<Kind extends "money-before-end" | "work-before-end">(
  points: readonly Point[],
  cap: number,
  endsOn: Day,
  kind: Kind,
) {
  const comes = reaching(points, cap, "up");
  if (comes.kind !== "reaches" && comes.kind !== "reached") return [];
  const beyond = (byDay(points).at(-1)?.value ?? 0) > cap;
  return beyond || comes.on >= endsOn ? [] : [{ kind, on: comes.on, days: daysBetween(comes.on, endsOn) }];
}

/** What whoever answers for a running POC should know today, the gravest first. Nothing once it has its verdict. */
export function warningsOf(
  box: Box,
  checkIns: readonly CheckedIn[],
  today: Day,
  attempts: readonly Paid[] = [],
): Warning[] {
  const { endsOn, budgetCapMinor, personDaysCap, direction, threshold } = box;
  const { money, work, kpi } = figuresOf(box.startsOn, checkIns, attempts);
  const last = byDay(checkIns).at(-1) ?? null;
  const grave: Warning[] = [];
  const coming: Warning[] = [];
  const left = daysBetween(today, endsOn);
  if (left < 0) grave.push({ kind: "over-time", days: -left });
  else if (left <= SOON_DAYS) coming.push({ kind: "ends-soon", days: left });

  grave.push(...over(money, budgetCapMinor, "over-money"));
  coming.push(...before(money, budgetCapMinor, endsOn, "money-before-end"));
  if (personDaysCap !== null) {
    grave.push(...over(work, personDaysCap, "over-work"));
    coming.push(...before(work, personDaysCap, endsOn, "work-before-end"));
  }
  if (last?.confidence === "off") grave.push({ kind: "off" });
  const there = reaching(kpi, threshold, direction);
  if (there.kind === "reaches" && there.on > endsOn) {
    coming.push({ kind: "threshold-after-end", on: there.on, days: daysBetween(endsOn, there.on) });
  }
  if (there.kind === "never") coming.push({ kind: "threshold-never" });
  const weeks = weeksMissing(box.startedOn, last?.on ?? null, today);
  if (weeks > 0) coming.push({ kind: "check-in-missing", weeks });
  return [...grave, ...coming];
}

/** Whether it says that something is beyond what was agreed already. */
export const isGrave = ({ kind }: { kind: WarningKind }): boolean =>
  kind === "over-time" || kind === "over-money" || kind === "over-work" || kind === "off";
