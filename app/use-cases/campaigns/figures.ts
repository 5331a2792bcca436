/** What a campaign's cases add up to. Pure, so that its page, its wall, its summary and the API say the same. */
import { addDays, type Day, daysBetween } from "#app/kernel/day";
import { fold } from "#app/kernel/told";
import { hoursAYear, type TimesPer } from "../content";
import { type Stage, WAY_THROUGH } from "../stages";
import { type Dates, lastDayOf } from "./campaign";

/** One case of a campaign, as its figures need it. */
export interface CampaignCase {
  departmentId: number | null;
  stage: Stage | null;
  capturedOn: Day;
  /** The first day on which it stood anywhere but in draft. */
  submittedOn: Day | null;
  /** The stages that it ever reached. */
  reached: readonly Stage[];
  author: string | null;
  /** Who captured it as one line; empty where they gave no name. */
  capturedBy: string | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
}

/** What is no longer a case of its own: it joined another, or its author took it back. */
const GONE: readonly (Stage | null)[] = ["merged", "withdrawn"];

/** What does not count towards the target. */
export const UNCOUNTED = ["draft", "merged", "withdrawn"] as const satisfies readonly Stage[];

/** What counts towards the target: what was submitted and is still a case of its own. */
export const counts = ({ stage }: Pick<CampaignCase, "stage">): boolean =>
  !(UNCOUNTED as readonly (Stage | null)[]).includes(stage);
/** What somebody has begun, and nobody has completed yet. */
export const waits = ({ stage }: Pick<CampaignCase, "stage">): boolean => stage === "draft";

export interface BurnUp {
  days: Day[];
  /** Submitted until the end of each day; null for days to come. */
  submitted: (number | null)[];
  /** The same and what was captured and is not submitted yet. */
  captured: (number | null)[];
  /** An even pace from nothing to the target. */
  ideal: number[];
}

/** How it went day by day. What was there before its first day counts on that day; what came after its last is not on it. */
export function burnUp(cases: readonly CampaignCase[], dates: Dates, target: number, today: Day): BurnUp {
  const last = lastDayOf(dates);
  const length = Math.max(1, daysBetween(dates.startsOn, last) + 1);
  const planned = Math.max(1, daysBetween(dates.startsOn, dates.endsOn) + 1);
  const days = Array.from({ length }, (_, at) => addDays(dates.startsOn, at));
  const until = (day: Day, on: (one: CampaignCase) => Day | null) =>
    cases.filter((one) => !GONE.includes(one.stage) && (on(one) ?? "9999") <= day).length;
  const known = (day: Day, value: number) => (day <= today ? value : null);
  return {
    days,
    submitted: days.map((day) =>
      known(
        day,
        until(day, (one) => (counts(one) ? one.submittedOn : null)),
      ),
    ),
    captured: days.map((day) =>
      known(
        day,
        until(day, ({ capturedOn }) => capturedOn),
      ),
    ),
    ideal: days.map((_, at) => Math.round((target * (at + 1) * 10) / planned) / 10),
  };
}

export interface DepartmentCount {
  /** Null: cases that name none. */
  departmentId: number | null;
  submitted: number;
  captured: number;
  target: number | null;
  invited: boolean;
}

/** By department: those invited first, also while they have put in nothing, then others that took part uninvited. */
export function byDepartment(
  cases: readonly CampaignCase[],
  invited: readonly { departmentId: number; target: number | null }[],
): DepartmentCount[] {
  const row = (departmentId: number | null, target: number | null, isInvited: boolean): DepartmentCount => {
    const own = cases.filter((one) => one.departmentId === departmentId);
    const [submitted, captured] = [own.filter(counts).length, own.filter(waits).length];
    return { departmentId, submitted, captured, target, invited: isInvited };
  };
  const known = invited.map(({ departmentId, target }) => row(departmentId, target, true));
  const ids = new Set(invited.map(({ departmentId }) => departmentId));
  const others = new Set(cases.map(({ departmentId }) => departmentId).filter((id) => id === null || !ids.has(id)));
  const rest = [...others].map((id) => row(id, null, false)).filter((one) => one.submitted + one.captured > 0);
  const most = (a: DepartmentCount, b: DepartmentCount) => b.submitted - a.submitted || b.captured - a.captured;
  return [...known.sort(most), ...rest.sort(most)];
}

/** Who put in how many, submitted or still to complete; those who gave no name are nobody's. */
export function contributors(cases: readonly CampaignCase[]): { name: string; cases: number }[] {
  const found = new Map<string, { name: string; cases: number }>();
  for (const one of cases) {
    const name = one.capturedBy ?? one.author;
    if (!name || GONE.includes(one.stage)) continue;
    const so = found.get(fold(name)) ?? { name, cases: 0 };
    found.set(fold(name), { ...so, cases: so.cases + 1 });
  }
  return [...found.values()].sort((a, b) => b.cases - a.cases || a.name.localeCompare(b.name));
}

/** The steps by which a campaign is judged afterwards. */
export const FUNNEL = ["submitted", "assessment", "approved", "poc", "production"] as const satisfies readonly Stage[];

const order: readonly (Stage | null)[] = WAY_THROUGH;

/** How many of the submitted ever stood at each step or beyond it, wherever they stand now. */
export function funnel(cases: readonly CampaignCase[]): { stage: (typeof FUNNEL)[number]; cases: number }[] {
  const submitted = cases.filter(counts);
  const furthest = ({ stage, reached }: CampaignCase) =>
    Math.max(...[stage, ...reached].map((one) => order.indexOf(one)));
  return FUNNEL.map((stage) => ({
    stage,
    cases: submitted.filter((one) => stage === "submitted" || furthest(one) >= order.indexOf(stage)).length,
  }));
}

export interface CampaignSums {
  submitted: number;
  /** Captured or drafted, and not submitted yet. */
  waiting: number;
  merged: number;
  withdrawn: number;
  /** Of those submitted, how many came after its last day: lines that were completed later. */
  late: number;
  departments: number;
  people: number;
  /** Hours a year that the needs take today; null while none of the cases says it. */
  hours: number | null;
  /** How many of the submitted say it. */
  hoursSaidBy: number;
}

export function sums(cases: readonly CampaignCase[], dates: Dates): CampaignSums {
  const submitted = cases.filter(counts);
  const said = submitted.map(hoursAYear).filter((hours) => hours !== null);
  const last = lastDayOf(dates);
  return {
    submitted: submitted.length,
    waiting: cases.filter(waits).length,
    merged: cases.filter(({ stage }) => stage === "merged").length,
    withdrawn: cases.filter(({ stage }) => stage === "withdrawn").length,
    late: submitted.filter(({ submittedOn }) => submittedOn !== null && submittedOn > last).length,
    departments: new Set(submitted.map(({ departmentId }) => departmentId).filter((id) => id !== null)).size,
    people: contributors(cases).length,
    hours: said.length === 0 ? null : said.reduce((total, hours) => total + hours, 0),
    hoursSaidBy: said.length,
  };
}
