import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { QUESTIONS } from "./questions";

/** On a narrow screen with a script: how far one has come, the way back, and the way out of it. */
export function GuideHead() {
  const { t } = useSpeech();
  return (
    <div className="guide" data-guide="" hidden>
      <progress max={QUESTIONS.length} value={0} aria-hidden="true" data-guide-meter="" />
      <p
        role="status"
        data-guide-words=""
        data-words={t("intake.guide.step", { number: "{number}", count: "{count}" })}
        data-end={t("intake.guide.end")}
      />
      <Button type="button" variant="plain" data-guide-back="">
        {t("intake.guide.back")}
      </Button>
      <Button type="button" variant="plain" data-guide-all="">
        {t("intake.guide.all")}
      </Button>
    </div>
  );
}

/** The one button at hand while questions are asked one by one: its words say whether a question is passed. */
export function GuideNext() {
  const { t } = useSpeech();
  return (
    <Button type="button" hidden data-guide-next="" data-go={t("intake.guide.next")} data-skip={t("intake.guide.skip")}>
      {t("intake.guide.next")}
    </Button>
  );
}
