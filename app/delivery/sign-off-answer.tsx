import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";

/** A reviewer's yes or no, in place. Several may stand on one page: each knows its own sign-off. */
export function SignOffAnswer({ id, label }: { id: number; label: string }) {
  const { t } = useSpeech();
  const form = useForm("answer", { signOffId: String(id) });
  const at = (name: string) => `${name}-${id}`;
  const fieldOf = (name: string) => ({ ...form.field(name), id: at(name) });
  return (
    <Disclosure summary={label} open={form.rejection !== undefined}>
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary
          errors={Object.fromEntries(Object.entries(form.errors).map(([name, text]) => [at(name), text]))}
        />
        <Hidden values={{ intent: "answer", signOffId: id }} />
        <RadioGroup
          {...fieldOf("verdict")}
          label={t("delivery.sign-off.verdict")}
          layout="inline"
          options={[
            { value: "yes", label: t("desk.yes") },
            { value: "no", label: t("desk.no") },
          ]}
          required
        />
        <TextArea
          {...fieldOf("note")}
          label={t("delivery.sign-off.note")}
          hint={t("delivery.sign-off.note.hint")}
          rows={3}
        />
        <TextArea
          {...fieldOf("conditions")}
          label={t("delivery.sign-off.conditions")}
          hint={t("delivery.sign-off.conditions.hint")}
          rows={2}
        />
        <FormActions>
          <Button>{t("delivery.sign-off.sign")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
