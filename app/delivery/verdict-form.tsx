import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { VERDICTS } from "./poc";
import type { PocShown } from "./poc-page.server";

/** Against which threshold it is measured: the one that was sealed, or the one that an amendment put in its place. */
export function Yardstick({ poc }: { poc: PocShown }) {
  const { t, number } = useSpeech();
  const source = useYardstickWords(poc);
  return <p>{t("delivery.verdict.measured", { threshold: number(poc.threshold), unit: poc.kpiUnit, source })}</p>;
}

export function useYardstickWords({ yardstick, sealed: seal, startsOn }: PocShown): string {
  const { t, number, date } = useSpeech();
  const { amendedOn, sealed } = yardstick;
  if (!amendedOn && seal && seal.on > startsOn) return t("delivery.yardstick.sealed-late", { date: date(seal.on) });
  if (!amendedOn) return t("delivery.yardstick.sealed");
  return t("delivery.yardstick.amended", { date: date(amendedOn), sealed: number(sealed) });
}

/** The end of a POC: scale, pivot or stop, against the threshold, beside what the results propose, with what it taught. */
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
        <Yardstick poc={poc} />
        <p>
          <strong>{t(`delivery.verdict.proposed.${poc.proposal.finding}`)}</strong>
        </p>
        {poc.attempts.length > 0 && (
          <Select
            {...field("attemptId", poc.proposal.attemptId)}
            label={t("delivery.verdict.attempt")}
            hint={t("delivery.verdict.attempt.hint")}
            empty={t("delivery.verdict.attempt.none")}
            options={poc.attempts.map((one) => ({
              value: String(one.id),
              label: t("delivery.attempts.numbered", { number: one.number, label: tell(one.label) }),
            }))}
          />
        )}
        <NumberField
          {...field("result", poc.proposal.result)}
          id="verdict-result"
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
          {...field("reason")}
          id="verdict-reason"
          label={t("delivery.verdict.reason")}
          hint={t("delivery.verdict.reason.hint")}
          rows={2}
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
