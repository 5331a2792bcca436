import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { DateField } from "#app/ui/field";
import { FieldGrid } from "#app/ui/form";
import { Disclosure } from "#app/ui/page";
import { KNOWN_DAYS, LIVE_ENTRY, type LiveAnswers } from "./live-entry";

/** For a case that was there before it came into the book: where it stands, and the days that are known. */
export function LiveFields({ stored, today }: { stored: LiveAnswers | null; today: Day }) {
  const { t } = useSpeech();
  const form = useForm();
  const stage = form.field("liveStage", stored?.stage);
  const days = KNOWN_DAYS.map((one) => ({ one, field: form.field(`liveOn.${one}`, stored?.days[one]) }));
  const said = Boolean(stage.value || stage.error) || days.some(({ field }) => field.value || field.error);
  return (
    <Disclosure summary={t("intake.live")} open={said}>
      <p>{t("intake.live.lead")}</p>
      <Select
        {...stage}
        label={t("intake.live.stage")}
        empty={t("intake.live.new")}
        options={LIVE_ENTRY.map((one) => ({ value: one, label: t(`use-cases.stage.${one}`) }))}
      />
      <p className="hint">{t("intake.live.days")}</p>
      <FieldGrid columns={3}>
        {days.map(({ one, field }) => (
          <DateField
            key={one}
            {...field}
            label={t("intake.live.since", { stage: t(`use-cases.stage.${one}`) })}
            max={today}
          />
        ))}
      </FieldGrid>
    </Disclosure>
  );
}
