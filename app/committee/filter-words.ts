import { typedNumber } from "#app/kernel/input";
import { currencyDigits, type Minor, minor } from "#app/kernel/money";
import { type Speech, UNKNOWN } from "#app/locales/speech";
import { FIELDS, type FieldName, type FieldUnit, type Filter, type FilterWhy, whyKey } from "./filters";

/** A figure or a threshold of a field, in the reader's words. */
export function fieldValue(speech: Speech, field: FieldName, value: number | null): string {
  if (value === null) return UNKNOWN;
  const { unit } = FIELDS[field];
  if (unit === "money") return speech.wholeMoney(asMinor(value));
  if (unit === "percent") return speech.percent(value, 0);
  if (unit === "people") return speech.t("prioritise.people-said", { count: value });
  if (unit === "score") return speech.number(value, 0);
  return speech.t("prioritise.quarters", { count: Math.round(value * 10) / 10, said: speech.number(value, 1) });
}

/** Whole minor units of an amount that was divided or weighed. */
export function asMinor(value: number): Minor {
  return minor(Math.round(value));
}

/** «Payback: at most 4 quarters». */
export function filterRule(
  speech: Speech,
  { field, operator, threshold }: Pick<Filter, "field" | "operator" | "threshold">,
): string {
  return speech.t(`prioritise.rule.${operator}`, {
    field: speech.t(`prioritise.field.${field}`),
    threshold: fieldValue(speech, field, threshold),
  });
}

/** What a check says; a record that kept no reason says none. */
export interface CheckSaid {
  filter: { field: FieldName };
  actual?: number | null;
  why?: FilterWhy;
}

/** The reason of a check in one sentence: what the case has, and why it is not enough. */
export function checkReason(speech: Speech, { filter, actual = null, why }: CheckSaid): string {
  if (!why) return "";
  const said = speech.t(whyKey(why));
  return actual === null
    ? said
    : speech.t("prioritise.check", { actual: fieldValue(speech, filter.field, actual), why: said });
}

/** A threshold as its field shows it for editing: in units of the currency, in percent, or plain. */
export function typedThreshold({ locale, currency }: Speech, unit: FieldUnit, value: number): string {
  const scale = unit === "money" ? 1 / 10 ** currencyDigits(currency) : unit === "percent" ? 100 : 1;
  return typedNumber(Number((value * scale).toPrecision(12)), locale);
}
