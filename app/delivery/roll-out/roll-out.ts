/** Where a case is rolled out, how many people may use it there, and how many do. */
import { z } from "zod";
import { factorsOf, product, shapeOf } from "#app/business-cases/factors";
import { type Draft, isMoney } from "#app/business-cases/lines";
import type { Day } from "#app/kernel/day";
import { choice, idOf, onDay, optionalText, optionalWhole, startedFromOrNone, text } from "#app/kernel/input";
import { addQuarters, firstDayOf, type Quarter, quarterOf, quarterRange } from "#app/kernel/quarter";
import { growsMaterially } from "#app/use-cases/signatures/signature";

export const SITE_STAGES = ["planned", "pilot", "live", "withdrawn"] as const;
export type SiteStage = (typeof SITE_STAGES)[number];

/** A step back, and every withdrawal, says why. */
export const siteNeedsReason = (from: SiteStage, to: SiteStage): boolean =>
  to === "withdrawn" || SITE_STAGES.indexOf(to) < SITE_STAGES.indexOf(from);

export const siteInput = z.object({
  country: text(60),
  branch: optionalText(120),
  stage: choice(SITE_STAGES),
  on: onDay,
});
export const siteMoveInput = z.object({
  siteId: idOf,
  version: startedFromOrNone,
  stage: choice(SITE_STAGES),
  on: onDay,
  reason: optionalText(2_000),
});
export const readingInput = z.object({
  siteId: idOf,
  on: onDay,
  /** 0 where the day had no reading yet. */
  version: startedFromOrNone,
  eligible: optionalWhole({ min: 0, max: 1e9 }),
  active: optionalWhole({ min: 0, max: 1e9 }),
  source: optionalText(500),
});

export interface SiteUsers {
  country: string;
  stage: SiteStage;
  eligible: number | null;
  active: number | null;
}

/** A place as far as signatures look at it: whether people work with the case there, and how many may. */
export interface Reached {
  id: number;
  stage: SiteStage;
  eligible: number | null;
}

export const isOpen = ({ stage }: Pick<Reached, "stage">): boolean => stage === "pilot" || stage === "live";

/**
 * Whether a roll-out reaches people that its signatures were not about: it opens at a place beside those where it was open,
 * or half as many people again may use it. The first place is what was signed for, and a plan reaches nobody yet; how many
 * may use it where nobody had counted them is no growth.
 */
export function reachesFurther(before: readonly Reached[], after: readonly Reached[]): boolean {
  const [was, is] = [before.filter(isOpen), after.filter(isOpen)];
  if (was.length === 0) return false;
  if (is.some(({ id }) => !was.some((one) => one.id === id))) return true;
  const counted = is.filter(({ id }) => was.some((one) => one.id === id && one.eligible !== null));
  const ids = new Set(counted.map(({ id }) => id));
  return growsMaterially(
    added(was.filter(({ id }) => ids.has(id)).map((one) => one.eligible)),
    added(counted.map((one) => one.eligible)),
  );
}

export interface RollOutTotals {
  sites: number;
  countries: number;
  liveCountries: number;
  /** Of places that are not withdrawn, as far as they were read; null where none was. */
  eligible: number | null;
  active: number | null;
  /** Active among eligible, of the places that know both. */
  share: number | null;
}

const added = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
};

/** The roll-out in one line; null where nothing was rolled out. */
export function totalsOf(sites: readonly SiteUsers[]): RollOutTotals | null {
  if (sites.length === 0) return null;
  const open = sites.filter(({ stage }) => stage !== "withdrawn");
  const both = open.filter(({ eligible, active }) => eligible !== null && active !== null);
  const [eligible, active] = [added(both.map((one) => one.eligible)), added(both.map((one) => one.active))];
  const countries = (some: readonly SiteUsers[]) => new Set(some.map(({ country }) => country)).size;
  return {
    sites: open.length,
    countries: countries(open),
    liveCountries: countries(open.filter(({ stage }) => stage === "live")),
    eligible: added(open.map((one) => one.eligible)),
    active: added(open.map((one) => one.active)),
    share: eligible && active !== null ? active / eligible : null,
  };
}

export interface Reading {
  siteId: number;
  on: Day;
  eligible: number | null;
  active: number | null;
}

export interface Adopted {
  quarter: Quarter;
  eligible: number | null;
  active: number | null;
  share: number | null;
  /** What the business case counts on, as a share of full use; null outside its horizon or without one. */
  planned: number | null;
}

/**
 * Adoption by quarter from the first reading to the last one or today's quarter: of each place the last reading until the
 * quarter's end, places that were never read left out.
 */
export function adoptionBy(
  readings: readonly Reading[],
  draft: Draft | null,
  { current, fiscalFirstMonth }: { current: Quarter; fiscalFirstMonth: number },
): Adopted[] {
  const inOrder = [...readings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const [first] = inOrder;
  if (!first) return [];
  const from = quarterOf(first.on, fiscalFirstMonth);
  return quarterRange(from, from > current ? from : current).map((quarter) => {
    const end = firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth);
    const last = new Map<number, Reading>();
    for (const reading of inOrder) if (reading.on < end) last.set(reading.siteId, reading);
    const known = [...last.values()];
    const both = known.filter(({ eligible, active }) => eligible !== null && active !== null);
    const [eligible, active] = [added(both.map((one) => one.eligible)), added(both.map((one) => one.active))];
    return {
      quarter,
      eligible: added(known.map((one) => one.eligible)),
      active: added(known.map((one) => one.active)),
      share: eligible && active !== null ? active / eligible : null,
      planned: draft && plannedIn(draft, quarter),
    };
  });
}

/** Each benefit's adoption, weighed by what it would bring if everybody took part. */
function weighed(
  draft: Draft,
  adoptionOf: (adoption: number, shape: readonly number[]) => number | null,
): number | null {
  const lines = draft.lines.flatMap((line) => {
    if (line.side !== "benefit") return [];
    const share = adoptionOf(line.adoption.likely, shapeOf(line, draft.horizonQuarters));
    if (share === null) return [];
    const full = isMoney(line) ? product(factorsOf(line), (factor) => factor.range.likely) : 0;
    const weight = line.adoption.likely > 0 ? Math.abs(full) / line.adoption.likely : 0;
    return [{ share, weight }];
  });
  if (lines.length === 0) return null;
  const sum = lines.reduce((total, { weight }) => total + weight, 0);
  return sum > 0
    ? lines.reduce((total, { share, weight }) => total + share * weight, 0) / sum
    : lines.reduce((total, { share }) => total + share, 0) / lines.length;
}

/** The adoption that a business case counts on in a quarter; null outside its horizon. */
export function plannedIn(draft: Draft, quarter: Quarter): number | null {
  const at = quarterRange(draft.firstQuarter, addQuarters(draft.firstQuarter, draft.horizonQuarters - 1)).indexOf(
    quarter,
  );
  return at < 0 ? null : weighed(draft, (adoption, shape) => adoption * (shape[at] ?? 0));
}

/** The adoption that it reaches once every ramp is over. */
export const plateauOf = (draft: Draft): number | null => weighed(draft, (adoption) => adoption);
