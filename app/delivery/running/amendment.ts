import { z } from "zod";
import type { Day } from "#app/kernel/day";
import {
  amount,
  choice,
  decimal,
  idOf,
  onDay,
  optionalText,
  optionalWhole,
  startedFrom,
  text,
  whole,
} from "#app/kernel/input";
import type { Minor } from "#app/kernel/money";
import { type Locale, retell, type Told } from "#app/kernel/told";
import type { PocTerms } from "../poc";

/** The terms of a sealed bet that an amendment may change. Where it started from, and which way is good, make another POC. */
export const AMENDABLE = [
  "hypothesis",
  "kpiName",
  "kpiUnit",
  "threshold",
  "endsOn",
  "peopleCap",
  "budgetCapMinor",
  "personDaysCap",
] as const satisfies readonly (keyof PocTerms)[];
export type Amendable = (typeof AMENDABLE)[number];

/** Some of the terms, as they were or are to be. */
export type AmendedTerms = Partial<Pick<PocTerms, Amendable>>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The terms on which a wish is apart from what holds, both ways round. */
export function amendmentOf(
  holds: Pick<PocTerms, Amendable>,
  wish: Pick<PocTerms, Amendable>,
): { terms: Amendable[]; before: AmendedTerms; after: AmendedTerms } {
  const terms = AMENDABLE.filter((term) => !same(holds[term], wish[term]));
  const only = (all: Pick<PocTerms, Amendable>): AmendedTerms =>
    Object.fromEntries(terms.map((term) => [term, all[term]]));
  return { terms, before: only(holds), after: only(wish) };
}

/** Whether what it set out from still holds: two amendments of one term must not overtake each other. */
export function stillHolds(holds: Pick<PocTerms, Amendable>, before: AmendedTerms): boolean {
  return AMENDABLE.every((term) => !(term in before) || same(holds[term], before[term]));
}

export interface SignedAmendment {
  before: AmendedTerms;
  after: AmendedTerms;
  verdict: "yes" | "no" | null;
  signedOn: Day | null;
}

/** Against which threshold a POC is measured: the one of its seal, or the one that an amendment put in its place. */
export interface Yardstick {
  threshold: number;
  /** What was sealed; the same where nobody amended it. */
  sealed: number;
  amendedOn: Day | null;
}

/** @param amendments in the order in which they were signed */
export function yardstickOf(threshold: number, amendments: readonly SignedAmendment[]): Yardstick {
  const moved = amendments.filter(({ verdict, before }) => verdict === "yes" && before.threshold !== undefined);
  return {
    threshold,
    sealed: moved[0]?.before.threshold ?? threshold,
    amendedOn: moved.at(-1)?.signedOn ?? null,
  };
}

/** @param currency of the organisation, for the cap on money */
export const amendInput = (currency: string) =>
  z.object({
    pocId: idOf,
    version: startedFrom,
    hypothesis: text(2_000),
    kpiName: text(200),
    kpiUnit: text(40),
    threshold: decimal(),
    endsOn: onDay,
    peopleCap: whole({ min: 1, max: 1_000 }),
    budgetCapMinor: amount(currency, { min: 0 }),
    personDaysCap: optionalWhole({ min: 1, max: 100_000 }),
    reason: text(2_000),
  });

export const signInput = z
  .object({ amendmentId: idOf, verdict: choice(["yes", "no"]), note: optionalText(2_000) })
  .refine(({ verdict, note }) => verdict === "yes" || note !== null, {
    path: ["note"],
    message: "delivery.input.no-needs-note",
  });

/** What was typed as a wish, told in the language of who typed it. */
export function toldWish(
  typed: z.output<ReturnType<typeof amendInput>>,
  holds: Pick<PocTerms, Amendable>,
  locale: Locale,
): Pick<PocTerms, Amendable> & { reason: Told; budgetCapMinor: Minor } {
  const { pocId: _, version: __, hypothesis, kpiName, reason, ...rest } = typed;
  return {
    ...rest,
    hypothesis: retell(holds.hypothesis, locale, hypothesis),
    kpiName: retell(holds.kpiName, locale, kpiName),
    reason: { [locale]: reason },
  };
}
