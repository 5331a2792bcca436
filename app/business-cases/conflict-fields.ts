import { parseNumber } from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import { isKind, linesOf, type Typed } from "./form-values";
import { LINE_FIELDS, type TypedUnit } from "./line-fields";

/** What was typed into a field, as the product writes it, in its unit; what is no number stays as it was typed. */
function written({ t, number, percent, locale, currency }: Speech, typed: string, unit: TypedUnit): string {
  const value = parseNumber(typed);
  if (typed.trim() === "" || value === null) return typed;
  if (unit === "percent") return percent(value / 100, 6);
  if (unit === "quarters") return `${number(value, 6)}\u00a0${t("business-cases.unit.quarters")}`;
  if (unit === "number") return number(value, 6);
  // A price may have more decimals than the currency: all of them count.
  const least = Number.isInteger(value) ? 0 : currencyDigits(currency);
  const digits = { minimumFractionDigits: least, maximumFractionDigits: 12 };
  return new Intl.NumberFormat(locale, { style: "currency", currency, ...digits }).format(value);
}

/** What a line says, field by field; nothing where there is none. */
function partsOf(speech: Speech, line: Typed | undefined): string[] {
  const { t, percent } = speech;
  if (!line || !isKind(line.kind)) return [];
  const parts = LINE_FIELDS[line.kind].map((field) => {
    if (field.shape === "range") {
      const [low = "", likely = "", high = ""] = ["low", "likely", "high"].map((end) =>
        written(speech, line[`${field.name}.${end}`] ?? "", field.unit),
      );
      const range = low || high ? ` (${low || likely} – ${high || likely})` : "";
      return `${t(`business-cases.input.${field.name}`)}\u00a0: ${likely}${range}`;
    }
    const value = line[field.name] ?? "";
    if (field.shape === "list") return `${t("business-cases.field.amounts")}\u00a0: ${value}`;
    if (field.shape === "one") {
      return `${t(`business-cases.input.${field.name}`)}\u00a0: ${written(speech, value, field.unit)}`;
    }
    return value;
  });
  const answered = line.calibration === "taken" || line.calibration === "refused" ? line.calibration : null;
  const share = percent(Number(line["calibration.factor"] ?? Number.NaN), 0);
  const calibration = answered
    ? t(`business-cases.calibration.${answered}-briefly`, { share, reason: line["calibration.reason"] ?? "" })
    : "";
  return [line.label ?? "", ...parts, calibration];
}

/** A line as one sentence; of two of a kind, only what they say differently. */
function lineText(parts: readonly string[], others: readonly string[]): string {
  const apart = parts.length === others.length ? parts.filter((part, at) => part !== others[at]) : parts;
  return apart.filter(Boolean).join(" · ");
}

/** Two versions of a business case, field by field and line by line; lines are matched by their id. */
export function conflictOf(speech: Speech, yours: Typed, theirs: Typed) {
  const { t } = speech;
  const said = (name: string, typed = "") => (name === "discountRate" ? written(speech, typed, "percent") : typed);
  const top = (["firstQuarter", "horizonQuarters", "discountRate", "note"] as const).map((name) => ({
    label: t(`business-cases.field.${name}`),
    yours: said(name, yours[name]),
    theirs: said(name, theirs[name]),
  }));
  const [mine, others] = [linesOf(yours), linesOf(theirs)];
  const ids = [...new Set([...mine, ...others].map(({ id }) => id))];
  const lines = ids.map((id, index) => {
    const own = mine.find((line) => line.id === id);
    const other = others.find((line) => line.id === id);
    const kind = own?.kind ?? other?.kind;
    return {
      label: t("business-cases.line", {
        number: index + 1,
        kind: isKind(kind) ? t(`business-cases.kind.${kind}`) : "",
      }),
      yours: lineText(partsOf(speech, own), partsOf(speech, other)),
      theirs: lineText(partsOf(speech, other), partsOf(speech, own)),
    };
  });
  return [...top, ...lines];
}
