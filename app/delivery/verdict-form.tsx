import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { VERDICTS } from "./poc";
import type { PocShown } from "./poc-page.server";

/** The end of a POC: scale, pivot or stop, against the threshold, with what it taught. */
export function VerdictForm({ poc }: { poc: PocShown }) {
  const { t, tell, number } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("verdict");
  return (
    <Disclosure summary={t("delivery.verdict.give")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "verdict", pocId: poc.id, version: poc.version }} />
        <p>
          {t("delivery.verdict.reminder", {
            kpi: tell(poc.kpiName),
            direction: poc.direction,
            threshold: number(poc.threshold),
            unit: poc.kpiUnit,
          })}
        </p>
        <NumberField
          {...field("result")}
          label={t("delivery.verdict.result")}
          hint={t("delivery.verdict.result.hint")}
          unit={poc.kpiUnit}
        />
        <RadioGroup
          {...field("verdict")}
          label={t("delivery.verdict.title")}
          options={VERDICTS.map((verdict) => ({
            value: verdict,
            label: t(`delivery.verdict.${verdict}`),
            hint: t(`delivery.verdict.${verdict}.hint`),
          }))}
          required
        />
        <TextArea
          {...field("learning")}
          label={t("delivery.verdict.learning")}
          hint={t("delivery.verdict.learning.hint")}
          required
        />
        <FormActions>
          <Button>{t("delivery.verdict.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
