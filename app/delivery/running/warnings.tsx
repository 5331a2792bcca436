import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Notice, Stack } from "#app/ui/page";
import { type Box, isGrave, type Warning } from "./warning";

type Caps = Pick<Box, "budgetCapMinor" | "personDaysCap">;

/** «Three weeks» where it is whole weeks or many, else days. */
function span(days: number, { t }: Speech): string {
  return days >= 14 || (days > 0 && days % 7 === 0)
    ? t("delivery.warning.weeks", { weeks: Math.floor(days / 7) })
    : t("delivery.warning.days", { days });
}

/** A warning as a whole sentence. */
export function sentenceOf(warning: Warning, caps: Caps, speech: Speech): string {
  const { t, date, wholeMoney, number } = speech;
  switch (warning.kind) {
    case "over-time":
    case "ends-soon":
      return t(`delivery.warning.${warning.kind}`, { days: warning.days });
    case "over-money":
      return t("delivery.warning.over-money", { cap: wholeMoney(caps.budgetCapMinor), on: date(warning.on) });
    case "over-work":
      return t("delivery.warning.over-work", { cap: number(caps.personDaysCap), on: date(warning.on) });
    case "money-before-end": {
      const cap = wholeMoney(caps.budgetCapMinor);
      return t("delivery.warning.money-before-end", { cap, on: date(warning.on), ahead: span(warning.days, speech) });
    }
    case "work-before-end": {
      const cap = number(caps.personDaysCap);
      return t("delivery.warning.work-before-end", { cap, on: date(warning.on), ahead: span(warning.days, speech) });
    }
    case "threshold-after-end":
      return t("delivery.warning.threshold-after-end", { on: date(warning.on), ahead: span(warning.days, speech) });
    case "check-in-missing":
      return t("delivery.warning.check-in-missing", { weeks: warning.weeks });
    default:
      return t(`delivery.warning.${warning.kind}`);
  }
}

/** What is, or is about to be, beyond what was agreed. */
export function Warnings({ warnings, caps }: { warnings: readonly Warning[]; caps: Caps }) {
  const speech = useSpeech();
  if (warnings.length === 0) return null;
  return (
    <Stack gap="tight">
      {warnings.map((warning) => (
        <Notice key={warning.kind} tone={isGrave(warning) ? "bad" : "warning"}>
          {sentenceOf(warning, caps, speech)}
        </Notice>
      ))}
    </Stack>
  );
}
