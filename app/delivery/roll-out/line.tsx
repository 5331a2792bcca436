import { useSpeech } from "#app/locales/use-speech";
import type { RollOutTotals } from "./roll-out";

/** The roll-out in one line: what a card says of it. */
export function RollOutLine({ totals }: { totals: RollOutTotals }) {
  const { t, number, percent } = useSpeech();
  const { active, eligible, share, liveCountries, countries } = totals;
  return (
    <>
      {t("roll-out.line", {
        active: number(active),
        eligible: number(eligible),
        share: percent(share, 0),
        live: liveCountries,
        count: countries,
      })}
    </>
  );
}
