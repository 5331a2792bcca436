import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { type Stage, WITHDRAWABLE_STAGES } from "../stages";

/** Taking a case back before anything was decided, and putting it in again. @param stage null for who may not */
export function Withdrawal({ stage }: { stage: Stage | null }) {
  if (stage === "withdrawn") return <WithReason intent="again" />;
  return (WITHDRAWABLE_STAGES as readonly (Stage | null)[]).includes(stage) ? <WithReason intent="withdraw" /> : null;
}

function WithReason({ intent }: { intent: "withdraw" | "again" }) {
  const { t } = useSpeech();
  const { field } = useForm(intent);
  return (
    <ConfirmForm
      label={t(`intake.back.${intent}`)}
      consequence={t(`intake.back.${intent}.consequence`)}
      submit={t(`intake.back.${intent}.submit`)}
      intent={intent}
      variant={intent === "withdraw" ? "danger" : "primary"}
    >
      <Once />
      <TextArea {...field("reason")} label={t(`intake.back.${intent}.reason`)} rows={3} required />
    </ConfirmForm>
  );
}
