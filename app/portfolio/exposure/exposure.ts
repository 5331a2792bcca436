/** How much of the portfolio hangs on one vendor or one model. */
import { z } from "zod";
import { type Minor, minor, NOTHING } from "#app/kernel/money";

export const BY = ["vendor", "model"] as const;
export type By = (typeof BY)[number];

/** The stages that are counted apart; what has not come so far is together, and what has ended is left out. */
export const COUNTED_STAGES = ["poc", "pilot", "production"] as const;
export type CountedStage = (typeof COUNTED_STAGES)[number];

/** What hangs on a thing in a quarter. Where a case works with several things, it hangs on each of them as a whole. */
export interface AtStake {
  useCases: number;
  stages: Record<CountedStage, number>;
  /** Of live cases; null where none of them has a cost. */
  runCost: Minor | null;
  /** Declared, estimated, measured, validated; null where no case has a report in money. */
  grades: [Minor, Minor, Minor, Minor] | null;
  /** What business cases promise of the quarter; null where no approved case has one. */
  promised: Minor | null;
  /** Live cases of which cost or value of the quarter is not known. */
  withoutCost: number;
  withoutValue: number;
}

export interface Exposed extends AtStake {
  id: number;
  name: string;
  vendor: string | null;
}

export const realisedOf = ({ grades }: Pick<AtStake, "grades">): Minor | null =>
  grades && minor(grades.reduce((sum, grade) => sum + grade, 0));
export const provenOf = ({ grades }: Pick<AtStake, "grades">): Minor | null => grades && minor(grades[2] + grades[3]);

/** By what shares are taken. A negative value is no share of anything: it counts as none. */
export const MEASURES = ["useCases", "runCost", "realised"] as const;
export type Measure = (typeof MEASURES)[number];

export const measured = (one: AtStake, measure: Measure): number | null =>
  measure === "useCases" ? one.useCases : measure === "runCost" ? one.runCost : realisedOf(one);

export interface Concentration {
  measure: Measure;
  /** The largest and its share (0..1). */
  largest: { id: number; name: string; share: number };
  /** Of the three largest together. */
  three: number;
  /** Herfindahl–Hirschman: the sum of the squared shares in percent, from near 0 (many small ones) to 10,000 (one alone). */
  index: number;
}

/** How much hangs on few; null where nothing is known of that measure. */
export function concentrationOf(all: readonly Exposed[], measure: Measure): Concentration | null {
  const known = all
    .map((one) => ({ id: one.id, name: one.name, amount: Math.max(0, measured(one, measure) ?? 0) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || a.id - b.id);
  const sum = known.reduce((total, { amount }) => total + amount, 0);
  const [first] = known;
  if (!first || sum === 0) return null;
  const share = ({ amount }: { amount: number }) => amount / sum;
  return {
    measure,
    largest: { id: first.id, name: first.name, share: share(first) },
    three: known.slice(0, 3).reduce((total, one) => total + share(one), 0),
    index: known.reduce((total, one) => total + (share(one) * 100) ** 2, 0),
  };
}

/** As competition authorities read it (European Commission, merger guidelines of 2004): 1,000 and 2,000 are the bounds. */
export const readingOf = (index: number): "low" | "moderate" | "high" =>
  index < 1_000 ? "low" : index <= 2_000 ? "moderate" : "high";

/** Realised value and run cost of a quarter; null where nothing is known. */
export interface InQuarter {
  realised: Minor | null;
  runCost: Minor | null;
}

export interface Bridge {
  linked: InQuarter;
  unlinked: InQuarter;
  /** Cases that are neither in pilot nor in production today: in POC, waiting, or ended since. */
  elsewhere: InQuarter;
  dashboard: InQuarter;
}

/** The dashboard counts every case that reported in the quarter; exposure those that are live today. The rest is named. */
export function bridgeTo(dashboard: InQuarter, together: AtStake, unlinked: AtStake): Bridge {
  const left = (whole: Minor | null, ...parts: (Minor | null)[]) =>
    whole === null ? null : minor(parts.reduce<number>((rest, part) => rest - (part ?? 0), whole));
  const of = (one: AtStake): InQuarter => ({ realised: realisedOf(one), runCost: one.runCost });
  const sides = { linked: of(together), unlinked: of(unlinked) };
  return {
    ...sides,
    elsewhere: {
      realised: left(dashboard.realised, sides.linked.realised, sides.unlinked.realised),
      runCost: left(dashboard.runCost, sides.linked.runCost, sides.unlinked.runCost),
    },
    dashboard: { realised: dashboard.realised, runCost: dashboard.runCost },
  };
}

export const BEHIND_SORTS = ["realised", "proven", "promised", "runCost"] as const;
export type BehindSort = (typeof BEHIND_SORTS)[number];

/** Which cases a figure of exposure is made of. */
export const behindQuery = z.object({
  by: z.enum(BY).catch("vendor").default("vendor"),
  id: z.coerce.number().int().positive().nullable().catch(null).default(null),
  stage: z.enum(COUNTED_STAGES).nullable().catch(null).default(null),
  linked: z.enum(["yes", "no"]).catch("yes").default("yes"),
  sort: z.enum(BEHIND_SORTS).catch("realised").default("realised"),
  from: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
});
export type BehindQuery = z.output<typeof behindQuery>;

export function behindAddress(query: Partial<BehindQuery>): string {
  const said = Object.entries(query).filter(([, value]) => value !== null && value !== 0 && value !== "yes");
  return `/registers/exposure/cases?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}

const SORTS = ["realised", "runCost", "useCases", "name"] as const;
export type ExposureSort = (typeof SORTS)[number];

export const exposureQuery = z.object({
  by: z.enum(BY).catch("vendor").default("vendor"),
  sort: z.enum(SORTS).catch("realised").default("realised"),
  from: z.coerce.number().int().min(0).max(100_000).catch(0).default(0),
});
export type ExposureQuery = z.output<typeof exposureQuery>;

/** The largest first, those of which nothing is known last; names in their order. */
export function sorted(all: readonly Exposed[], sort: ExposureSort): Exposed[] {
  if (sort === "name") return [...all].sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
  const size = (one: Exposed) => measured(one, sort) ?? Number.NEGATIVE_INFINITY;
  const less = (a: number, b: number) => (a === b ? 0 : a < b ? 1 : -1);
  return [...all].sort((a, b) => less(size(a), size(b)) || b.useCases - a.useCases || a.id - b.id);
}

export const NO_GRADES: [Minor, Minor, Minor, Minor] = [NOTHING, NOTHING, NOTHING, NOTHING];

const PAGE = 50;

/** One page of a list that is known whole. */
export function pageOf<One>(all: readonly One[], from: number) {
  const start = from < all.length ? from : 0;
  const next = start + PAGE < all.length ? start + PAGE : null;
  return { rows: all.slice(start, start + PAGE), from: start, count: all.length, next };
}
