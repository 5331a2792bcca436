import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { SERIOUSNESS, SEVERITIES } from "./incident";
import type { IncidentChoices, IncidentFormValues } from "./incident-page.server";

const WORDS = ["title", "what", "affected", "cause", "correction", "authorityWhyNot"] as const;
const MOMENTS = ["started", "detected", "ended"] as const;
const FIGURES = ["severity", "affectedCount", "hoursLost"] as const;

function Conflict({ stored, typed }: { stored: IncidentFormValues; typed: Record<string, string> }) {
  const { t, tell, number } = useSpeech();
  return (
    <ConflictPanel
      fields={[
        ...WORDS.map((name) => ({
          label: t(`incidents.field.${name}`),
          yours: typed[name] ?? "",
          theirs: tell(stored[name]),
        })),
        ...MOMENTS.map((name) => ({
          label: t(`incidents.field.${name}On`),
          yours: `${typed[`${name}On`] ?? ""} ${typed[`${name}Time`] ?? ""}`,
          theirs: `${stored[`${name}On`] ?? ""} ${stored[`${name}Time`] ?? ""}`,
        })),
        ...FIGURES.map((name) => ({
          label: t(`incidents.field.${name}`),
          yours: typed[name] ?? "",
          theirs: stored[name] === null ? "" : number(stored[name]),
        })),
      ]}
    />
  );
}

type Form = ReturnType<typeof useForm>;

function Times({ form, stored }: { form: Form; stored: IncidentFormValues }) {
  const { t } = useSpeech();
  return (
    <Fieldset legend={t("incidents.when")} hint={t("incidents.when.hint")}>
      {MOMENTS.map((name) => (
        <FieldGrid key={name} columns={2}>
          <DateField
            {...form.field(`${name}On`, stored[`${name}On`])}
            label={t(`incidents.field.${name}On`)}
            required={name !== "ended"}
          />
          <TextField
            {...form.field(`${name}Time`, stored[`${name}Time`])}
            label={t(`incidents.field.${name}Time`)}
            type="time"
            width="short"
          />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

function Duties({ form, stored }: { form: Form; stored: IncidentFormValues }) {
  const { t, tell } = useSpeech();
  const { personalData, seriousness } = stored;
  return (
    <Fieldset legend={t("incidents.duties")} hint={t("incidents.not-legal-advice")}>
      <RadioGroup
        {...form.field("personalData", personalData === null ? "unknown" : personalData ? "yes" : "no")}
        label={t("incidents.field.personalData")}
        layout="inline"
        options={[
          { value: "yes", label: t("desk.yes") },
          { value: "no", label: t("desk.no") },
          { value: "unknown", label: t("desk.unknown") },
        ]}
      />
      <FieldGrid columns={2}>
        <DateField
          {...form.field("authorityToldOn", stored.authorityToldOn)}
          label={t("incidents.field.authorityToldOn")}
        />
        <TextField
          {...form.field("authorityWhyNot", tell(stored.authorityWhyNot))}
          label={t("incidents.field.authorityWhyNot")}
          hint={t("incidents.field.authorityWhyNot.hint")}
        />
      </FieldGrid>
      <FieldGrid columns={2}>
        <Select
          {...form.field("seriousness", seriousness)}
          label={t("incidents.field.seriousness")}
          empty={t("desk.unknown")}
          options={SERIOUSNESS.map((value) => ({ value, label: t(`incidents.seriousness.${value}`) }))}
        />
        <DateField {...form.field("marketToldOn", stored.marketToldOn)} label={t("incidents.field.marketToldOn")} />
      </FieldGrid>
    </Fieldset>
  );
}

/** An incident as it is written: first what happened, then what it led to. */
export function IncidentForm({
  stored,
  choices,
  back,
}: {
  stored: IncidentFormValues;
  choices: IncidentChoices;
  back: string;
}) {
  const { t, tell } = useSpeech();
  const form = useForm("incident");
  const { field, errors, refusal, rejection } = form;
  return (
    <form method="post" className="form">
      {rejection?.stale ? (
        <Conflict stored={stored} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Hidden values={{ intent: "incident", version: stored.version }} />
      <TextField {...field("title", tell(stored.title))} label={t("incidents.field.title")} width="long" required />
      <TextArea
        {...field("what", tell(stored.what))}
        label={t("incidents.field.what")}
        hint={t("incidents.field.what.hint")}
        rows={4}
        required
      />
      <RadioGroup
        {...field("severity", stored.severity)}
        label={t("incidents.field.severity")}
        options={SEVERITIES.map((severity) => ({
          value: String(severity),
          label: t("incidents.severity-of", { severity, words: t(`incidents.severity.${severity}`) }),
          hint: t(`incidents.severity.${severity}.hint`),
        }))}
      />
      <Times form={form} stored={stored} />
      <FieldGrid columns={2}>
        <TextField {...field("affected", tell(stored.affected))} label={t("incidents.field.affected")} />
        <NumberField {...field("affectedCount", stored.affectedCount)} label={t("incidents.field.affectedCount")} />
        <NumberField
          {...field("hoursLost", stored.hoursLost)}
          label={t("incidents.field.hoursLost")}
          hint={t("incidents.field.hoursLost.hint")}
          unit={t("incidents.hours")}
        />
      </FieldGrid>
      <Duties form={form} stored={stored} />
      <TextArea {...field("cause", tell(stored.cause))} label={t("incidents.field.cause")} rows={3} />
      <TextArea {...field("correction", tell(stored.correction))} label={t("incidents.field.correction")} rows={3} />
      <FieldGrid columns={3}>
        <Select
          {...field("riskId", stored.riskId)}
          label={t("incidents.field.riskId")}
          hint={t("incidents.field.riskId.hint")}
          empty={t("incidents.no-one")}
          options={choices.risks.map(({ id, title }) => ({ value: String(id), label: tell(title) }))}
        />
        <Select
          {...field("vendorId", stored.vendorId)}
          label={t("incidents.field.vendorId")}
          empty={t("incidents.no-one")}
          options={choices.vendors.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Select
          {...field("modelId", stored.modelId)}
          label={t("incidents.field.modelId")}
          empty={t("incidents.no-one")}
          options={choices.models.map(({ id, name, vendor }) => ({ value: String(id), label: `${vendor} · ${name}` }))}
        />
      </FieldGrid>
      <FormActions>
        <Button>{t("desk.save")}</Button>
        <ButtonLink href={back}>{t("desk.cancel")}</ButtonLink>
      </FormActions>
    </form>
  );
}
