import { type Minor, minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import { movement, realisedValue, type Terms } from "./realised";
import { WHOLE_SHARE } from "./shares";

export interface RealisedFormulaProps {
  actual: number;
  unit: string;
  realisedMinor: Minor | null;
  terms: Terms;
  /** Whether the quarter is closed: the terms are then those of the close. */
  closed?: boolean;
}

/** A realised value opened to its formula, with the inputs that it was computed from. */
export function RealisedFormula({ actual, unit, realisedMinor, terms, closed }: RealisedFormulaProps) {
  const { t, number, percent, money } = useSpeech();
  const { baseline, direction, valuePerUnitMinor, attribution, share } = terms;
  if (valuePerUnitMinor === null) return null;
  const down = direction === "down";
  const shared = share !== WHOLE_SHARE;
  return (
    <Formula
      expression={`${t(down ? "measurement.formula.down" : "measurement.formula.up")}${shared ? ` × ${t("measurement.formula.share")}` : ""}`}
      source={closed ? t("measurement.formula.closed") : undefined}
      inputs={[
        { name: t("measurement.actual"), value: `${number(actual, 6)} ${unit}` },
        { name: t("measurement.baseline"), value: `${number(baseline, 6)} ${unit}` },
        { name: t("measurement.formula.movement"), value: `${number(movement(actual, terms), 6)} ${unit}` },
        { name: t("measurement.value-per-unit"), value: money(minor(Math.round(valuePerUnitMinor))) },
        { name: t("measurement.attribution"), value: percent(attribution, 2) },
        ...(shared
          ? [
              { name: t("overlaps.full"), value: money(realisedValue(actual, { ...terms, share: WHOLE_SHARE })) },
              { name: t("measurement.share"), value: percent(share / WHOLE_SHARE, 2) },
            ]
          : []),
        { name: t("measurement.realised"), value: money(realisedMinor) },
      ]}
    />
  );
}
