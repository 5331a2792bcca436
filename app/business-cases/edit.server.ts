import { typedNumber } from "#app/kernel/input";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Organisation } from "#app/people/organisation.server";
import { linesOf, type Typed, typedOf, withLines } from "./form-values";
import type { EditStart } from "./page.server";

/** What the form shows at first: the newest business case, or an empty one on the organisation's horizon and rate. */
export function startForm(start: EditStart, organisation: Organisation, when: When, locale: Locale): Typed {
  const { newest } = start;
  if (newest) return typedOf(newest.draft, newest.note, { currency: organisation.currency, locale });
  return {
    firstQuarter: when.quarter,
    horizonQuarters: String(organisation.horizonQuarters),
    discountRate: typedNumber(Number((organisation.discountRate * 100).toPrecision(12)), locale),
    note: "",
  };
}

/** A posted form as typed, its lines numbered without gaps so that a fault's field is one that the page shows. */
export function typedFrom(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = value;
  return withLines(typed, linesOf(typed));
}
