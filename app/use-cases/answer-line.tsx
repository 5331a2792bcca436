import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Notice } from "#app/ui/page";

/** What the author of a submitted case was promised. */
export interface AnswerPromised {
  dueOn: Day;
  late: boolean;
  /** Who has it; nobody yet where null. */
  screener: string | null;
}

/** Where a submitted case stands, who has it and by when it is answered: said to everybody, its author first. */
export function AnswerLine({ dueOn, late, screener }: AnswerPromised) {
  const { t, date } = useSpeech();
  return (
    <Notice
      tone={late ? "warning" : "info"}
      title={t(late ? "use-cases.answer.late" : "use-cases.answer.due", { date: date(dueOn) })}
    >
      <p>{screener ? t("use-cases.answer.with", { name: screener }) : t("use-cases.answer.with-nobody")}</p>
      <p>{t("use-cases.answer.next")}</p>
    </Notice>
  );
}
