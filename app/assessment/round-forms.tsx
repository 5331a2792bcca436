import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";

/** A member's own conflict of interest: declared with its reason, or taken back. */
export function ConflictForm({ declared }: { declared: boolean }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("conflict");
  if (declared) {
    return (
      <ConfirmForm
        label={t("assessment.conflict.withdraw")}
        consequence={t("assessment.conflict.withdraw.means")}
        submit={t("assessment.conflict.withdraw")}
        intent="withdraw-conflict"
        variant="primary"
      />
    );
  }
  return (
    <Disclosure summary={t("assessment.conflict.declare")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "conflict" }} />
        <p>{t("assessment.conflict.means")}</p>
        <TextArea {...field("why")} id="conflict-why" label={t("assessment.conflict.reason")} rows={2} required />
        <FormActions>
          <Button variant="quiet">{t("assessment.conflict.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** The chair has a case scored once more; what was said stays beside it. */
export function RoundForm({ contested, next }: { contested: number; next: number }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("round");
  return (
    <Disclosure summary={t("assessment.round.open", { number: next, contested })} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "round" }} />
        <p>{t("assessment.round.means")}</p>
        <TextArea {...field("why")} id="round-why" label={t("assessment.round.reason")} rows={2} required />
        <FormActions>
          <Button variant="quiet">{t("assessment.round.submit", { number: next })}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** A round that nobody scored in yet can be taken back. */
export function WithdrawRound({ round }: { round: number }) {
  const { t } = useSpeech();
  return (
    <ConfirmForm
      label={t("assessment.round.withdraw", { number: round })}
      consequence={t("assessment.round.withdraw.means")}
      submit={t("assessment.round.withdraw", { number: round })}
      intent="withdraw-round"
      variant="primary"
    />
  );
}
