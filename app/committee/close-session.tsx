import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { Notice } from "#app/ui/page";
import type { SessionPage } from "./session-page.server";

/** Ends a session with its notes; what it leaves against the rank is asked about. */
export function CloseSession({ agenda }: Pick<SessionPage, "agenda">) {
  const { t } = useSpeech();
  const { field, refusal, rejection } = useForm("close");
  const asks = rejection !== undefined || agenda.some(({ decision }) => decision?.againstRank);
  return (
    <ConfirmForm
      label={t("committee.close")}
      consequence={t("committee.close.consequence")}
      submit={t("committee.close.submit")}
      intent="close"
      variant="primary"
      open={rejection !== undefined}
    >
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <TextArea {...field("notes")} label={t("committee.notes")} hint={t("committee.notes.hint")} />
      {asks && (
        <Checkbox
          name="againstRank"
          id="againstRank-close"
          label={t("committee.close.against")}
          hint={t("committee.close.against.hint")}
          checked={rejection?.typed.againstRank === "yes"}
        />
      )}
    </ConfirmForm>
  );
}
