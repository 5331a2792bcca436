import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import type { Tone } from "#app/ui/tone";
import type { Severity } from "./incident";

const TONES: Readonly<Record<Severity, Tone>> = { 1: "bad", 2: "warning", 3: "neutral", 4: "neutral" };

/** How grave an incident is: its number, 1 the gravest, and a word. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useSpeech();
  return (
    <Badge tone={TONES[severity]}>
      {t("incidents.severity-of", { severity, words: t(`incidents.severity.${severity}`) })}
    </Badge>
  );
}
