import type { Speech } from "#app/locales/speech";
import { isKind, linesOf, type Typed } from "./form-values";
import { LINE_FIELDS } from "./line-fields";

/** What a line says, field by field; nothing where there is none. */
function partsOf({ t, percent }: Speech, line: Typed | undefined): string[] {
  if (!line || !isKind(line.kind)) return [];
  const parts = LINE_FIELDS[line.kind].map((field) => {
    if (field.shape === "range") {
      const [low, likely, high] = ["low", "likely", "high"].map((end) => line[`${field.name}.${end}`] ?? "");
      const range = low || high ? ` (${low || likely} – ${high || likely})` : "";
      return `${t(`business-cases.input.${field.name}`)}\u00a0: ${likely}${range}`;
    }
    const value = line[field.name] ?? "";
    if (field.shape === "list") return `${t("business-cases.field.amounts")}\u00a0: ${value}`;
    if (field.shape === "one") return `${t(`business-cases.input.${field.name}`)}\u00a0: ${value}`;
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
  const top = (["firstQuarter", "horizonQuarters", "discountRate", "note"] as const).map((name) => ({
    label: t(`business-cases.field.${name}`),
    yours: yours[name] ?? "",
    theirs: theirs[name] ?? "",
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
