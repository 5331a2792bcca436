import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { DateField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { MOST_CONDITIONS } from "./sign-offs";

interface Named {
  id: number;
  name: string;
}

/** So many conditions a form offers at first; what was refused shows as many as it held. */
const ROWS = 2;

function Conditions({ id, askable, form }: { id: number; askable: Named[]; form: ReturnType<typeof useForm> }) {
  const { t } = useSpeech();
  const typed = Object.keys(form.rejection?.typed ?? {}).filter((name) => /^asked\.\d+\.text$/.test(name)).length;
  const count = Math.min(MOST_CONDITIONS, Math.max(ROWS, typed));
  const fieldOf = (name: string) => ({ ...form.field(name), id: `${name}-${id}` });
  return (
    <Fieldset legend={t("delivery.sign-off.asked-of")} hint={t("delivery.sign-off.asked-of.hint")}>
      {Array.from({ length: count }, (_, index) => `asked.${index}`).map((row, index) => (
        <FieldGrid key={row} columns={3}>
          <TextField {...fieldOf(`${row}.text`)} label={t("delivery.sign-off.condition", { number: index + 1 })} />
          <Select
            {...fieldOf(`${row}.ownerId`)}
            label={t("delivery.sign-off.condition.owner")}
            empty={t("delivery.choose")}
            options={askable.map((one) => ({ value: String(one.id), label: one.name }))}
          />
          <DateField {...fieldOf(`${row}.dueOn`)} label={t("delivery.sign-off.condition.due")} />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

/** A reviewer's yes or no, in place. Several may stand on one page: each knows its own sign-off. */
export function SignOffAnswer({ id, label, askable }: { id: number; label: string; askable: Named[] }) {
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
        <Conditions id={id} askable={askable} form={form} />
        <FormActions>
          <Button>{t("delivery.sign-off.sign")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** Gives a sign-off to another reviewer of the same role. */
export function SignOffDelegation({ id, label, mayGiveTo }: { id: number; label: string; mayGiveTo: Named[] }) {
  const { t } = useSpeech();
  const form = useForm("delegate", { signOffId: String(id) });
  if (mayGiveTo.length === 0) return null;
  return (
    <Disclosure summary={label} open={form.rejection !== undefined}>
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <form method="post" className="form">
        <Hidden values={{ intent: "delegate", signOffId: id }} />
        <Select
          {...form.field("toId")}
          id={`toId-${id}`}
          label={t("delivery.sign-off.give.to")}
          hint={t("delivery.sign-off.give.hint")}
          empty={t("delivery.choose")}
          options={mayGiveTo.map((one) => ({ value: String(one.id), label: one.name }))}
          required
        />
        <FormActions>
          <Button variant="quiet">{t("delivery.sign-off.give.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
