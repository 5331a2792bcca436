import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { Checklist } from "#app/ui/listing";
import { Notice } from "#app/ui/page";
import { requirementSaid } from "#app/use-cases/own-checks/requirement-words";
import type { Resuming } from "./incident-money.server";

/** Ends the pause that an incident caused: what the gate asks again, and the reason. */
export function ResumeForm({ to, checks, questions, mayOverride }: Resuming) {
  const speech = useSpeech();
  const { t } = speech;
  const { field, refusal } = useForm("resume");
  const missing = checks.some(({ met }) => !met);
  return (
    <>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {missing && (
        <>
          <p>{t("incidents.resume.missing")}</p>
          <Checklist
            label={t("incidents.resume.gate")}
            items={checks.map(({ requirement, met }) => ({
              label: requirementSaid(requirement, questions, speech),
              met,
            }))}
          />
        </>
      )}
      <ConfirmForm
        label={t("incidents.resume", { stage: t(`use-cases.stage.${to}`) })}
        consequence={t("incidents.resume.consequence")}
        submit={t("incidents.resume.submit")}
        variant="primary"
        fields={{ intent: "resume" }}
      >
        <TextArea {...field("reason")} id="resume-reason" label={t("incidents.resume.reason")} rows={2} required />
        {missing && mayOverride && (
          <Checkbox name="override" label={t("safeguards.move.override")} hint={t("safeguards.move.override.hint")} />
        )}
      </ConfirmForm>
    </>
  );
}
