import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { type Signature, type StaleCause, stateOf } from "#app/use-cases/signatures/signature";
import { daysLate } from "./sign-offs";

/** When it is due, in a badge that says late where it is. */
export function DueBadge({ dueOn, today }: { dueOn: Day | null; today: Day }) {
  const { t, date } = useSpeech();
  if (dueOn === null) return <Badge>{t("delivery.sign-off.no-due")}</Badge>;
  const late = daysLate(dueOn, today);
  return late > 0 ? (
    <Badge tone="bad">{t("delivery.sign-off.late", { days: late })}</Badge>
  ) : (
    <Badge tone="accent">{t("delivery.sign-off.due", { date: date(dueOn) })}</Badge>
  );
}

/** What was said, and whether it still holds. */
export function VerdictBadge({
  signature,
  conditional,
  today,
}: {
  signature: Signature;
  conditional: boolean;
  today: Day;
}) {
  const { t } = useSpeech();
  switch (stateOf(signature, today)) {
    case "waiting":
      return <Badge tone="warning">{t("delivery.sign-off.waits")}</Badge>;
    case "no":
      return <Badge tone="bad">{t("desk.no")}</Badge>;
    case "stale":
      return <Badge tone="warning">{t("delivery.sign-off.stale")}</Badge>;
    case "expired":
      return <Badge tone="warning">{t("delivery.sign-off.expired")}</Badge>;
    case "yes":
      return <Badge tone="good">{t(conditional ? "delivery.sign-off.yes-if" : "desk.yes")}</Badge>;
  }
}

/** Why a signature is to be given anew, and since when. */
export function useStaleWords() {
  const { t, tell } = useSpeech();
  return (cause: StaleCause, detail: Told | null) => {
    const why = t(`delivery.sign-off.cause.${cause}`);
    return detail ? t("delivery.sign-off.cause.detailed", { cause: why, detail: tell(detail) }) : why;
  };
}
