import { useSpeech } from "#app/locales/use-speech";
import { Select, type SelectProps } from "#app/ui/choice";
import { Badge } from "#app/ui/mark";
import type { Tone } from "#app/ui/tone";
import { levelOf, MARKS, type RiskLevel } from "./risk";

export const LEVEL_TONES: Readonly<Record<RiskLevel, Tone>> = {
  low: "good",
  medium: "neutral",
  high: "warning",
  critical: "bad",
};

/** How grave a score is, in a word and with its number. */
export function LevelBadge({ score }: { score: number }) {
  const { t, number } = useSpeech();
  const level = levelOf(score);
  return (
    <Badge tone={LEVEL_TONES[level]}>
      {t("risks.level-of", { level: t(`risks.level.${level}`), score: number(score) })}
    </Badge>
  );
}

/** One mark of a scale, with what each of its five means in words. */
export function MarkField({
  scale,
  empty,
  ...rest
}: Omit<SelectProps, "options"> & { scale: "likelihood" | "impact" }) {
  const { t } = useSpeech();
  return (
    <Select
      {...rest}
      empty={empty ?? t("risks.choose")}
      options={MARKS.map((mark) => ({
        value: String(mark),
        label: t("risks.mark", { mark, words: t(`risks.anchor.${scale}.${mark}`) }),
      }))}
    />
  );
}
