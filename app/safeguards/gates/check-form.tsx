import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "#app/ui/choice";
import { DateField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Notice, Section } from "#app/ui/page";
import { AI_TYPES } from "#app/use-cases/content";
import type { Lacking } from "#app/use-cases/own-checks/lacking";
import { CHECK_KINDS, OWN_GATES } from "#app/use-cases/own-checks/own-check";
import { SIGN_OFF_KINDS } from "#app/use-cases/signatures/signature";
import type { GatesPage } from "./gates-page.server";

/** How many cases would lack a check, before it is added. */
function Preview({ lacking }: { lacking: Lacking }) {
  const { t } = useSpeech();
  return (
    <Notice tone="info" title={t("own-checks.preview")}>
      <ul>
        <li>{t("own-checks.preview.waiting", { count: lacking.waiting })}</li>
        <li>{t("own-checks.preview.later", { count: lacking.later })}</li>
        <li>{t("own-checks.preview.owing", { count: lacking.owing })}</li>
      </ul>
    </Notice>
  );
}

/** A check that is added to a gate: what it asks, of which cases, and from when. */
export function AddCheck({ page, preview }: { page: GatesPage; preview: Lacking | null }) {
  const { t, tell } = useSpeech();
  const { field, choices, errors, refusal, rejection } = useForm("add");
  const yesOrNo = [
    { value: "yes", label: t("desk.yes") },
    { value: "no", label: t("desk.no") },
  ];
  return (
    <Section id="new-check" title={t("own-checks.add")} lead={t("own-checks.add.lead")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {preview && <Preview lacking={preview} />}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "add" }} />
        <FieldGrid>
          <Select
            {...field("gate")}
            label={t("own-checks.field.gate")}
            empty={t("delivery.choose")}
            options={OWN_GATES.map((gate) => ({ value: gate, label: t(`use-cases.stage.${gate}`) }))}
            required
          />
          <DateField
            {...field("fromOn")}
            label={t("own-checks.field.from")}
            hint={t("own-checks.field.from.hint")}
            min={page.today}
          />
        </FieldGrid>
        <TextField {...field("questionFr")} label={t("own-checks.field.question.fr")} width="long" lang="fr" required />
        <TextField {...field("questionEn")} label={t("own-checks.field.question.en")} width="long" lang="en" required />
        <TextArea {...field("helpFr")} label={t("own-checks.field.help.fr")} rows={2} lang="fr" />
        <TextArea {...field("helpEn")} label={t("own-checks.field.help.en")} rows={2} lang="en" />
        <RadioGroup
          {...field("kind")}
          label={t("own-checks.field.kind")}
          options={CHECK_KINDS.map((kind) => ({
            value: kind,
            label: t(`own-checks.kind.${kind}`),
            hint: t(`own-checks.kind.${kind}.hint`),
          }))}
          required
        />
        <FieldGrid>
          <Select
            {...field("expected")}
            label={t("own-checks.field.expected")}
            hint={t("own-checks.field.expected.hint")}
            empty="–"
            options={yesOrNo}
          />
          <Select
            {...field("role")}
            label={t("own-checks.field.role")}
            hint={t("own-checks.field.role.hint")}
            empty="–"
            options={SIGN_OFF_KINDS.map((kind) => ({ value: kind, label: t(`delivery.sign-off.kind.${kind}`) }))}
          />
        </FieldGrid>
        <Checkbox
          name="redLine"
          label={t("own-checks.field.redLine")}
          hint={t("own-checks.field.redLine.hint")}
          error={errors.redLine}
          checked={rejection?.typed.redLine === "yes"}
        />
        <CheckboxGroup
          {...choices("departmentIds[]")}
          id="departmentIds"
          label={t("own-checks.field.departments")}
          hint={t("own-checks.field.all.hint")}
          options={page.departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
        <CheckboxGroup
          {...choices("aiTypes[]")}
          id="aiTypes"
          label={t("own-checks.field.aiTypes")}
          hint={t("own-checks.field.all.hint")}
          options={AI_TYPES.map((type) => ({ value: type, label: t(`use-cases.ai-type.${type}`) }))}
        />
        <Select
          {...field("customerFacing")}
          label={t("own-checks.field.customerFacing")}
          empty={t("own-checks.scope.all")}
          options={yesOrNo}
        />
        <FormActions>
          <Button variant="quiet" name="do" value="preview">
            {t("own-checks.preview.submit")}
          </Button>
          <Button>{t("own-checks.add.submit")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}
