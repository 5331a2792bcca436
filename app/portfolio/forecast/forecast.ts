import { type Minor, minor, NOTHING, roundMinor, sumMinor } from "#app/kernel/money";
import { addQuarters, type Quarter, quarter, quarterRange } from "#app/kernel/quarter";
import { EIGHT_IN_TEN, ENOUGH, type Estimate, type Portfolio, USUAL_SPREAD } from "#app/measurement/calibration";
import { STAGES, type Stage } from "#app/use-cases/stages";
import type { ForecastFilter } from "./forecast-address";

/**
 * How likely a promise is to come true at all, by the stage of its case: 1 of what is live, the probability of success of
 * what is on its way. A stage that is not named, such as stopped or paused, brings nothing.
 */
export type Chances = Readonly<Partial<Record<Stage, number>>>;

/** The four quarters of a fiscal year, named as its quarters are: 2026 is `2026-Q1` to `2026-Q4`. */
export function quartersOfYear(year: number): Quarter[] {
  const first = quarter(`${String(year).padStart(4, "0")}-Q1`);
  return quarterRange(first, addQuarters(first, 3));
}

export const yearOf = (of: Quarter): number => Number(of.slice(0, 4));

/** A case's own record: what it brought of what it had promised, over the closed quarters that it reported. */
export interface Track {
  quarters: number;
  /** Minor units, above zero. */
  promised: number;
  realised: number;
}

/**
 * A case that has value still to come: the quarters of the year that are not closed and that it has not reported. What
 * it is expected to bring is worked out from its business case, or, where it is live without one, from its last report.
 */
export interface CaseAhead {
  id: number;
  departmentId: number | null;
  stage: Stage;
  basis: "business-case" | "last-report";
  /** By quarter of the year: what was promised, or last reported; nothing where nothing is to come. */
  ahead: readonly Minor[];
  track: Track | null;
  /** Its author took a haircut that calibration suggested: the promise is reduced by experience already. */
  haircut: boolean;
}

/** What is known of how promises come true. */
export interface Experience {
  /** Null where no promise was ever set against a report. */
  portfolio: Portfolio | null;
  /** What is believed of a department's promises, by its id as text; `0` is of none. */
  departments: ReadonlyMap<string, Estimate>;
  /** How many quarters of its own count a case's record for half. */
  k: number;
}

/** How far the forecast believes a case, and why. */
export interface Belief {
  /** The share of the promise that is expected to come true once the case is live. */
  share: number;
  /** What others' experience says of it, and how far (0..1) its own record counts against that. */
  prior: number;
  own: number | null;
  weight: number;
  /** Variance of the share that is its own, and of no other case. */
  variance: number;
}

/** Who brought many times what was promised, or lost it, tells no share of what is promised now: counted up to here, either way. */
const FARTHEST = 3;
const within = (share: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, share));

/**
 * The share of a promise that comes true: credibility (Bühlmann, 1967) between the case's own record, which counts for
 * Z = n ÷ (n + k) of n quarters, and what calibration believes of its department, for the rest. A promise that was
 * reduced by experience when it was made, and a value that was reported, are not reduced again.
 */
export function believed(one: CaseAhead, { portfolio, departments, k }: Experience): Belief {
  const enough = portfolio !== null && portfolio.cases >= ENOUGH;
  const spread = enough ? Math.min(portfolio.spread, FARTHEST ** 2) : USUAL_SPREAD;
  if (one.basis === "last-report") return { share: 1, prior: 1, own: null, weight: 0, variance: spread };
  const learnt = enough ? (departments.get(String(one.departmentId ?? 0))?.share ?? portfolio.mean) : 1;
  const prior = one.haircut ? 1 : within(learnt);
  if (one.track === null) return { share: prior, prior, own: null, weight: 0, variance: spread };
  const own = within(one.track.realised / one.track.promised);
  const weight = one.track.quarters / (one.track.quarters + k);
  return { share: prior + weight * (own - prior), prior, own, weight, variance: spread * (1 - weight) };
}

/** A case with what it is expected to bring. */
export interface ExpectedCase extends CaseAhead, Belief {
  /** How likely (0..1) it is to bring anything. */
  chance: number;
  promised: Minor;
  /** By quarter of the year, rounded to the cent: the sums add up. */
  byQuarter: Minor[];
  expected: Minor;
}

export function expectedOf(one: CaseAhead, experience: Experience, chances: Chances): ExpectedCase {
  const belief = believed(one, experience);
  const chance = chances[one.stage] ?? 0;
  const byQuarter = one.ahead.map((amount) => roundMinor(amount * chance * belief.share));
  return { ...one, ...belief, chance, promised: sumMinor(one.ahead), byQuarter, expected: sumMinor(byQuarter) };
}

/** An amount with where it lies eight times in ten. */
export interface Ranged {
  expected: Minor;
  low: Minor;
  high: Minor;
}

/**
 * The range of a sum of cases. A case goes live or does not (its chance), and then brings a share that is its own to be
 * off by; what nobody knows of the portfolio's mean moves all of them together. Of each case, with promise p, chance c,
 * share s and variance v, p² × (c × v + c × (1 − c) × s²) is its own, and p × c × (1 − Z) leans on the mean. A bell
 * curve of the sum is a rough one for few cases; it is not cut at nothing, for value may turn negative.
 * @param of the part of a case that is summed, in minor units, as promised
 */
export function rangeOf(
  cases: readonly ExpectedCase[],
  { portfolio }: Experience,
  of: (one: ExpectedCase) => { promised: number; expected: Minor },
): Ranged {
  const parts = cases.map((one) => ({ ...of(one), one }));
  const own = parts.reduce((sum, { promised, one: { chance, share, variance } }) => {
    return sum + promised ** 2 * (chance * variance + chance * (1 - chance) * share ** 2);
  }, 0);
  const leaning = parts.reduce(
    (sum, { promised, one }) =>
      sum + (one.basis === "business-case" && !one.haircut ? promised * one.chance * (1 - one.weight) : 0),
    0,
  );
  const doubt = portfolio && portfolio.cases >= ENOUGH ? Math.min((portfolio.high - portfolio.low) / 2, FARTHEST) : 0;
  const reach = roundMinor(Math.hypot(EIGHT_IN_TEN * Math.sqrt(own), doubt * leaning));
  const expected = sumMinor(parts.map((part) => part.expected));
  return { expected, low: minor(expected - reach), high: minor(expected + reach) };
}

/** What a quarter of the year brought, and what it is still expected to bring. */
export interface QuarterAhead extends Ranged {
  quarter: Quarter;
  closed: boolean;
  /** Reported; null where nothing is. */
  realised: Minor | null;
  /** What the whole quarter was promised to bring; null where nothing was. */
  promised: Minor | null;
}

/** The way from what is promised to what is expected, each step in minor units; they add up. */
export interface Bridge {
  promised: Minor;
  /** Promises of cases that are paused, stopped or retired. */
  gone: Minor;
  /** What cases may not reach, since they may not go live. */
  chance: Minor;
  /** What experience takes off, or adds. */
  experience: Minor;
  /** Cases that are live without a promise, as they last reported. */
  unpromised: Minor;
  expected: Minor;
}

export interface ForecastInput {
  year: number;
  /** As `quarter_totals` holds them, of the scope; what is missing is null. */
  reported: ReadonlyMap<Quarter, { realised: Minor | null; promised: Minor | null; closed: boolean }>;
  cases: readonly CaseAhead[];
  experience: Experience;
  chances: Chances;
  /** What the year should bring; null where nobody said. */
  target: Minor | null;
}

/** How a target stands against the range of a year. */
export const OUTLOOKS = ["likely", "open", "unlikely"] as const;
export type Outlook = (typeof OUTLOOKS)[number];

export interface Needed {
  target: Minor;
  /** Target less expected: above zero where it is missed. */
  gap: Minor;
  outlook: Outlook;
  /** The share of what live cases and chances still promise that would have to come true; null where nothing is. */
  share: number | null;
  /** The share that is expected of the same. */
  expectedShare: number | null;
}

/** What the rest of a year is expected to bring, how that comes about, and what a target asks for. Pure. */
export function forecastOf({ year, reported, cases: given, experience, chances, target }: ForecastInput) {
  const cases = given.map((one) => expectedOf(one, experience, chances));
  const quarters = quartersOfYear(year).map((of, index): QuarterAhead => {
    const known = reported.get(of) ?? { realised: null, promised: null, closed: false };
    const range = rangeOf(cases, experience, (one) => ({
      promised: one.ahead[index] ?? 0,
      expected: one.byQuarter[index] ?? NOTHING,
    }));
    return { quarter: of, ...known, ...range };
  });
  const realised = sumMinor(quarters.map((each) => each.realised ?? NOTHING));
  const rest = rangeOf(cases, experience, ({ promised, expected }) => ({ promised, expected }));
  const whole: Ranged = {
    expected: minor(realised + rest.expected),
    low: minor(realised + rest.low),
    high: minor(realised + rest.high),
  };
  return {
    year,
    quarters,
    realised,
    rest,
    whole,
    bridge: bridgeOf(cases, chances),
    byStage: byStage(cases, chances),
    cases: cases.sort((a, b) => b.expected - a.expected || b.promised - a.promised || a.id - b.id),
    needed: target === null ? null : neededFor(target, { realised, whole, cases }),
  };
}

export type Forecast = ReturnType<typeof forecastOf>;

const ofBasis = (cases: readonly ExpectedCase[], basis: CaseAhead["basis"]) =>
  cases.filter((one) => one.basis === basis);

/** What is promised for sure and by chance: promise × chance, in minor units, not rounded. */
const inReach = (cases: readonly ExpectedCase[]) => cases.reduce((sum, one) => sum + one.promised * one.chance, 0);

function bridgeOf(cases: readonly ExpectedCase[], chances: Chances): Bridge {
  const promising = ofBasis(cases, "business-case");
  const promised = sumMinor(promising.map((one) => one.promised));
  const gone = sumMinor(promising.filter((one) => chances[one.stage] === undefined).map((one) => one.promised));
  const reach = roundMinor(inReach(promising));
  const expected = sumMinor(promising.map((one) => one.expected));
  const unpromised = sumMinor(ofBasis(cases, "last-report").map((one) => one.expected));
  return {
    promised,
    gone: minor(-gone),
    chance: minor(reach - (promised - gone)),
    experience: minor(expected - reach),
    unpromised,
    expected: minor(expected + unpromised),
  };
}

function byStage(cases: readonly ExpectedCase[], chances: Chances) {
  return STAGES.map((stage) => {
    const own = cases.filter((one) => one.stage === stage);
    return {
      stage,
      cases: own.length,
      chance: chances[stage] ?? 0,
      promised: sumMinor(ofBasis(own, "business-case").map((one) => one.promised)),
      expected: sumMinor(own.map((one) => one.expected)),
    };
  }).filter((row) => row.cases > 0);
}

function neededFor(
  target: Minor,
  { realised, whole, cases }: { realised: Minor; whole: Ranged; cases: readonly ExpectedCase[] },
): Needed {
  const reach = inReach(cases);
  const expected = whole.expected - realised;
  return {
    target,
    gap: minor(target - whole.expected),
    outlook: target <= whole.low ? "likely" : target > whole.high ? "unlikely" : "open",
    share: reach > 0 ? Math.max(0, (target - realised) / reach) : null,
    expectedShare: reach > 0 ? expected / reach : null,
  };
}

/** The cases behind a part of a forecast: of one quarter, with what is to come in it, or of one stage. */
export function casesBehind(
  { year, cases }: Pick<Forecast, "year" | "cases">,
  { quarter: of, stage }: Pick<ForecastFilter, "quarter" | "stage">,
): ExpectedCase[] {
  const index = of ? quartersOfYear(year).indexOf(of) : -1;
  const ofStage = cases.filter((one) => !stage || one.stage === stage);
  if (index < 0) return ofStage;
  return ofStage
    .map((one) => ({ ...one, promised: one.ahead[index] ?? NOTHING, expected: one.byQuarter[index] ?? NOTHING }))
    .filter((one) => one.promised !== 0)
    .sort((a, b) => b.expected - a.expected || b.promised - a.promised || a.id - b.id);
}
