import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice, Section } from "#app/ui/page";
import type { AiActPage, AskedPart } from "./case-page.server";
import { shownAs } from "./input";

function Question({ question, form }: { question: AskedPart["questions"][number]; form: ReturnType<typeof useForm> }) {
  const { key, kind, text, help, article, options, chosen } = question;
  const hint = `${article}. ${help}`;
  const picks = options.map(({ value, label, explanation }) => ({ value, label, hint: explanation ?? undefined }));
  if (kind === "many") {
    return <CheckboxGroup {...form.choices(`${key}[]`, chosen)} id={key} label={text} hint={hint} options={picks} />;
  }
  const layout = kind === "yes-no" ? "inline" : "stack";
  return <RadioGroup {...form.field(key, chosen[0])} label={text} hint={hint} layout={layout} options={picks} />;
}

/** The questions that matter by now, in the order of the law. Saving shows those that the answers bring. */
export function Questionnaire({ page }: { page: AiActPage }) {
  const { t } = useSpeech();
  const form = useForm("answers");
  return (
    <form method="post" className="form">
      <ErrorSummary errors={form.errors} />
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <Hidden values={{ intent: "answers", version: page.version, shown: shownAs(page.shown) }} />
      {page.parts.map(({ part, title, questions }) => (
        <Section key={part} id={`part-${part}`} title={title} level={3}>
          {questions.map((question) => (
            <Question key={question.key} question={question} form={form} />
          ))}
        </Section>
      ))}
      {page.confirmed && (
        <TextArea
          {...form.field("why")}
          label={t("ai-act.why-anew")}
          hint={t("ai-act.why-anew.hint")}
          rows={2}
          required
        />
      )}
      <FormActions>
        <Button>{t("ai-act.save")}</Button>
      </FormActions>
    </form>
  );
}
