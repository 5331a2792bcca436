import { useSpeech } from "#app/locales/use-speech";
import { RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { Hidden } from "#app/ui/form";
import { isCalibratedKind, type Suggestions } from "./calibrated";
import type { Typed } from "./form-values";

interface Props {
  /** The line as typed, under bare names. */
  line: Typed;
  index: number;
  errors: Record<string, string>;
  suggestions: Suggestions;
}

/** The haircut that calibration suggests for a line: its author takes it, or says why not. */
export function CalibrationChoice({ line, index, errors, suggestions }: Props) {
  const { t, percent } = useSpeech();
  if (!isCalibratedKind(line.kind)) return null;
  const suggestion = suggestions[line.kind];
  const stored = line["calibration.factor"];
  // What was answered stays as it was suggested then, whatever is suggested by now.
  const factor = stored ? Number(stored) : (suggestion?.factor ?? null);
  const at = `lines.${index}.calibration`;
  const hint = suggestion
    ? t(suggestion.cases > 0 ? "business-cases.calibration.hint" : "business-cases.calibration.hint.none", {
        count: suggestion.cases,
        weight: percent(suggestion.weight, 0),
        mean: percent(suggestion.portfolio.mean, 0),
        portfolio: suggestion.portfolio.cases,
        low: percent(suggestion.low, 0),
        high: percent(suggestion.high, 0),
      })
    : undefined;
  if (factor === null) return hint ? <p className="hint">{t("business-cases.calibration.nothing", { hint })}</p> : null;
  const share = percent(factor, 0);
  return (
    <>
      {stored && <Hidden values={{ [`${at}.factor`]: stored }} />}
      <RadioGroup
        name={at}
        label={t("business-cases.calibration.suggested", { share })}
        hint={hint}
        value={line.calibration || "open"}
        error={errors[at]}
        options={[
          { value: "open", label: t("business-cases.calibration.open") },
          { value: "taken", label: t("business-cases.calibration.take", { share }) },
          { value: "refused", label: t("business-cases.calibration.refuse") },
        ]}
      />
      <TextArea
        name={`${at}.reason`}
        label={t("business-cases.calibration.reason")}
        hint={t("business-cases.calibration.reason.hint")}
        value={line["calibration.reason"]}
        error={errors[`${at}.reason`]}
        rows={2}
      />
    </>
  );
}
