import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import { EIGHT_IN_TEN, ENOUGH, type Portfolio } from "./calibration";

interface Props {
  share: number;
  size: number;
  low: number;
  high: number;
  /** Null of the whole portfolio, which is drawn toward nothing. */
  k: number | null;
  portfolio: Portfolio;
}

/** The two ends of an interval opened to what they are made of. */
export function Interval({ share, size, low, high, k, portfolio: { spread, cases } }: Props) {
  const { t, number, percent } = useSpeech();
  return (
    <Formula
      summary={t("measurement.calibration.interval")}
      expression={t(`measurement.calibration.interval.${k === null ? "whole" : "held"}`, {
        z: number(EIGHT_IN_TEN, 2),
      })}
      inputs={[
        { name: t("measurement.calibration.interval.share"), value: percent(share, 1) },
        {
          name: t("measurement.calibration.interval.spread"),
          value: number(spread, 4),
          note: t(`measurement.calibration.interval.spread.${cases < ENOUGH ? "usual" : "own"}`, { enough: ENOUGH }),
        },
        {
          name: t("measurement.calibration.interval.size"),
          value: number(size, 2),
          note: t("measurement.calibration.interval.size.note"),
        },
        ...(k === null
          ? []
          : [
              {
                name: t("measurement.calibration.interval.k"),
                value: number(k, 2),
                note: t("measurement.calibration.interval.k.note"),
              },
            ]),
        { name: t("measurement.calibration.interval.reach"), value: percent(high - share, 1) },
        { name: t("measurement.calibration.interval.low"), value: percent(low, 1) },
        { name: t("measurement.calibration.interval.high"), value: percent(high, 1) },
      ]}
      source={t("measurement.calibration.interval.source")}
    />
  );
}
