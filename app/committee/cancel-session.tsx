import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { ErrorSummary } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { CaseLink } from "./case-link";
import type { SessionPage } from "./session-page.server";

/** Taking the session back, as long as it decided nothing. */
export function CancelSession() {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("cancel");
  return (
    <>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <ConfirmForm
        label={t("committee.cancel")}
        consequence={t("committee.cancel.consequence")}
        submit={t("committee.cancel.submit")}
        intent="cancel"
      >
        <TextArea
          {...field("reason")}
          label={t("committee.reason")}
          hint={t("committee.cancel.reason.hint")}
          required
        />
      </ConfirmForm>
    </>
  );
}

/** What was on the agenda of a session that was taken back: free to come to any other. */
export function CancelledAgenda({ agenda }: Pick<SessionPage, "agenda">) {
  const { t } = useSpeech();
  if (agenda.length === 0) return <p>{t("committee.cancelled.empty")}</p>;
  return (
    <>
      <p>{t("committee.cancelled.agenda")}</p>
      <ul>
        {agenda.map(({ reference, title }) => (
          <li key={reference}>
            <CaseLink reference={reference} title={title} />
          </li>
        ))}
      </ul>
    </>
  );
}
