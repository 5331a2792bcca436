import { useSpeech } from "#app/locales/use-speech";

/** Whether what is typed has been saved, in words; and the way to forget what was put back. Without JavaScript nothing is promised. */
export function DraftState() {
  const { t } = useSpeech();
  return (
    <p className="hint" role="status" data-draft-state="">
      <span
        className="with-script"
        data-draft-words=""
        data-saving={t("intake.draft.saving")}
        data-saved={t("intake.draft.saved", { time: "{time}" })}
        data-kept={t("intake.draft.kept")}
        data-unread={t("intake.draft.unread", { fields: "{fields}" })}
        data-conflict={t("intake.draft.conflict")}
        data-ended={t("intake.draft.ended")}
        data-restored={t("intake.draft.restored", { time: "{time}" })}
        data-offline={t("intake.draft.offline")}
      >
        {t("intake.draft.by-itself")}
      </span>{" "}
      <button type="button" className="button button-plain" data-draft-discard="" hidden>
        {t("intake.draft.discard")}
      </button>
    </p>
  );
}
