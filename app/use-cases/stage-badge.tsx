import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import type { Tone } from "#app/ui/tone";
import type { Stage } from "./stages";

const TONES: Partial<Record<Stage, Tone>> = {
  draft: "neutral",
  approved: "accent",
  poc: "accent",
  pilot: "good",
  production: "good",
  "on-hold": "warning",
  rejected: "bad",
};

/** Where a case stands, in a word. Null is not known: a debt, and shown as one. */
export function StageBadge({ stage }: { stage: Stage | null }) {
  const { t } = useSpeech();
  return stage === null ? (
    <Badge tone="warning">{t("use-cases.stage.unknown")}</Badge>
  ) : (
    <Badge tone={TONES[stage] ?? "neutral"}>{t(`use-cases.stage.${stage}`)}</Badge>
  );
}
