import { useSpeech } from "#app/locales/use-speech";
import { Notice } from "#app/ui/page";
import type { TakenRate } from "./lines";
import type { Moved, Rate } from "./rates";
import { written } from "./written";

/** A rate's price with what it is for: «45,00 € l’heure». */
export function useRate(): (rate: Pick<Rate, "kind" | "price" | "unit">, price?: number) => string {
  const speech = useSpeech();
  const { t, tell } = speech;
  return ({ kind, price, unit }, said = price) =>
    t(`business-cases.rates.per.${kind}`, {
      price: written(speech, said, kind === "days-a-year" ? "number" : "price"),
      unit: unit ? tell(unit) : "",
    });
}

/** Under a line: the reference rate that its price was taken from, and as of when. */
export function TakenFrom({ rate }: { rate: TakenRate }) {
  const { t, tell, date } = useSpeech();
  return (
    <span className="hint">
      {" "}
      {t(rate.source ? "business-cases.rate.taken-from" : "business-cases.rate.taken", {
        name: tell(rate.name),
        on: date(rate.on),
        source: tell(rate.source),
      })}
    </span>
  );
}

/** Says of a business case in the making that reference rates changed since; nothing where none did. */
export function MovedRates({ moved }: { moved: readonly Moved[] }) {
  const { t, tell, date } = useSpeech();
  const said = useRate();
  if (moved.length === 0) return null;
  return (
    <Notice tone="info">
      <p>{t("business-cases.rate.moved", { count: moved.length })}</p>
      <ul>
        {moved.map(({ line, rate, was }) => (
          <li key={`${tell(line)} ${rate.code}`}>
            {t("business-cases.rate.moved.line", {
              line: tell(line),
              was: said(rate, was),
              now: said(rate),
              since: date(rate.validFrom),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
