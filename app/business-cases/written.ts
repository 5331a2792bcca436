import { currencyDigits, minor } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import { UNKNOWN } from "#app/locales/speech";
import type { ExplainedInput } from "./explain";
import type { Unit } from "./factors";
import { type Irr, isBeyondTelling, TELLING_RATE } from "./irr";
import type { Line } from "./lines";

/** A figure in the reader's language. Money is in minor units, shares are decimals. */
export function written(speech: Speech, value: number | null, unit: Unit): string {
  if (value === null) return UNKNOWN;
  if (unit === "money") return speech.money(minor(Math.round(value)));
  if (unit === "price") return price(speech, value);
  if (unit === "percent") return speech.percent(value, 2);
  if (unit === "quarters")
    return speech.t("business-cases.quarters", { count: tenths(value), said: speech.number(value, 1) });
  return speech.number(value, 4);
}

// The plural follows the number that is read: 1.03 quarters read «1 quarter».
const tenths = (value: number) => Math.round(value * 10) / 10;

/** A unit price, down to the fractions of a cent that a token costs. */
function price({ locale, currency }: Speech, value: number): string {
  const digits = currencyDigits(currency);
  return new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: 6,
  }).format(value / 10 ** digits);
}

/** Payback in quarters, «never» where it does not come within the horizon. */
export function writtenPayback(speech: Speech, quarters: number | null): string {
  if (quarters === null) return speech.t("business-cases.payback.never");
  if (quarters === 0) return speech.t("business-cases.payback.at-once");
  return written(speech, quarters, "quarters");
}

/** The same in two parts: the number, and the unit that stands smaller beside it. */
export function paybackParts(speech: Speech, quarters: number | null): { value: string; unit?: string } {
  if (!quarters) return { value: writtenPayback(speech, quarters) };
  return {
    value: speech.number(quarters, 1),
    unit: speech.t("business-cases.quarters.unit", { count: tenths(quarters) }),
  };
}

/** «18 %», «> 1 000 %» where the rate tells no more, «none», or every rate where there are several. */
export function writtenIrr(speech: Speech, irr: Irr): string {
  if (irr.kind === "none") return speech.t("business-cases.irr.none");
  if (isBeyondTelling(irr)) return speech.t("business-cases.irr.beyond", { limit: speech.percent(TELLING_RATE) });
  if (irr.kind === "one") return speech.percent(irr.rate);
  return speech.t("business-cases.irr.several", { rates: speech.list(irr.rates.map((rate) => speech.percent(rate))) });
}

/** The inputs of an explanation, as `Formula` shows them. */
export function writtenInputs(speech: Speech, inputs: readonly ExplainedInput[]) {
  const { t, tell, quarter } = speech;
  return inputs.map((input) => {
    const name = input.line ? tell(input.line) : t(input.label);
    return {
      name:
        input.quarter && !input.line ? t("business-cases.input-in", { name, quarter: quarter(input.quarter) }) : name,
      value: written(speech, input.value, input.unit),
      note: input.range
        ? t("business-cases.range", {
            low: written(speech, input.range.low, input.unit),
            high: written(speech, input.range.high, input.unit),
          })
        : undefined,
    };
  });
}

/** What a non-monetary line or a priced quantity counts. */
export function unitOf(speech: Speech, line: Line): string {
  return "unit" in line ? speech.tell(line.unit) : "";
}
