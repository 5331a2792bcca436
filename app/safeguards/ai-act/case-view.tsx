import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Timeline } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, Section } from "#app/ui/page";
import type { AiActPage } from "./case-page.server";
import { ObligationList } from "./obligation-list";
import { Questionnaire } from "./questionnaire";
import { ResultView } from "./result-view";
import { KEPT_CLASSES } from "./stored";

function useClassWords() {
  const { t } = useSpeech();
  return (text: string | null) => {
    const known = KEPT_CLASSES.find((one) => one === text);
    return known ? t(`safeguards.ai-act-class.${known}`) : t("ai-act.class.unknown");
  };
}

/** Legal's word on the answers: the class stands on the case from then on. */
function Confirm({ page }: { page: AiActPage }) {
  const { t } = useSpeech();
  const form = useForm("confirm");
  if (page.confirmed || page.result.class === null) return null;
  return (
    <Section id="confirm" title={t("ai-act.confirm")} lead={t("ai-act.confirm.lead")}>
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      {page.mayConfirm ? (
        <form method="post" className="form">
          <Hidden values={{ intent: "confirm", version: page.version }} />
          <Button>{t("ai-act.confirm.submit", { class: page.result.title })}</Button>
        </form>
      ) : (
        <p>{t("ai-act.confirm.waits")}</p>
      )}
    </Section>
  );
}

/** The AI Act page of a case: questions, what they make, legal's word, what follows, and what was said before. */
export function AiActCase({ page }: { page: AiActPage }) {
  const { t, tell, date } = useSpeech();
  const worded = useClassWords();
  const { standing, history, result, begun } = page;
  return (
    <>
      <Section id="standing" title={t("safeguards.ai-act")} lead={t("ai-act.lead")}>
        {standing ? (
          <p>
            <Badge tone={standing.class === "prohibited" ? "bad" : standing.class === "high" ? "warning" : "good"}>
              {worded(standing.class)}
            </Badge>{" "}
            {t("ai-act.confirmed-by", { name: standing.by ?? t("desk.product"), date: date(standing.on) })}{" "}
            {tell(standing.basis)}
          </p>
        ) : (
          <p>{t("safeguards.ai-act.none")}</p>
        )}
      </Section>
      {begun && <ResultView result={result} />}
      <Confirm page={page} />
      {(begun || standing) && <ObligationList page={page} />}
      <Section
        id="questions"
        title={t("ai-act.questions")}
        lead={
          page.mayAnswer ? t("ai-act.questions.left", { count: result.unanswered.length }) : t("ai-act.questions.read")
        }
      >
        {page.mayAnswer && <Questionnaire page={page} />}
      </Section>
      {history.length > 0 && (
        <Section id="history" title={t("ai-act.history")}>
          <Timeline
            label={t("ai-act.history")}
            items={history.map((one) => ({
              key: String(one.id),
              when: date(one.confirmedOn) || "",
              title: worded(one.class),
              who: one.confirmedBy
                ? t("ai-act.history.confirmed", {
                    answered: one.answeredBy ?? t("desk.product"),
                    confirmed: one.confirmedBy,
                  })
                : t("ai-act.history.answered", { answered: one.answeredBy ?? t("desk.product") }),
              body: [tell(one.why), tell(one.basis)].filter(Boolean).join(" "),
            }))}
          />
        </Section>
      )}
    </>
  );
}
