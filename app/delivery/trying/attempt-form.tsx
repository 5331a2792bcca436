import { Once, useForm } from "#app/answer";
import { typedNumber } from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section } from "#app/ui/page";
import type { PocPage, PocShown } from "../poc-page.server";
import { modelShown, ThingField } from "../registers/thing-field";
import { HOSTINGS } from "../vendors";
import type { VendorChoices } from "../vendors.server";
import type { AttemptShown } from "./attempts-shown.server";
import { COMPONENT_KINDS, type Component, LICENCES } from "./component";

/** Rows for so many components; a rejected form shows as many as were typed. */
const ROWS = 3;

type Intent = "attempt" | "edit-attempt";

function ComponentRows({
  choices,
  intent,
  stored,
}: {
  choices: VendorChoices;
  intent: Intent;
  stored: readonly Component[];
}) {
  const { t, tell } = useSpeech();
  const { field, rejection } = useForm(intent);
  const typed = Object.keys(rejection?.typed ?? {}).filter((name) => /^components\.\d+\.name$/.test(name)).length;
  const storedOf = (index: number, name: keyof Component) => {
    const one = stored[index];
    if (!one) return undefined;
    return name === "role" ? tell(one.role) : String(one[name] ?? "");
  };
  const own = (index: number, name: keyof Component) => field(`components.${index}.${name}`, storedOf(index, name));
  return (
    <Fieldset legend={t("delivery.component.title")} hint={t("delivery.component.hint")}>
      {Array.from({ length: Math.max(ROWS, typed, stored.length) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no key but their place
        <FieldGrid columns={3} key={index}>
          <TextField {...own(index, "name")} label={t("delivery.component.name", { number: index + 1 })} />
          <ThingField
            {...field(`components.${index}.modelId`, modelShown(choices, stored[index]?.modelId ?? null))}
            register="models"
            label={t("delivery.component.model")}
          />
          <Select
            {...own(index, "kind")}
            label={t("delivery.component.kind")}
            empty=""
            options={COMPONENT_KINDS.map((kind) => ({ value: kind, label: t(`delivery.component.kind.${kind}`) }))}
          />
          <TextField {...own(index, "role")} label={t("delivery.component.role")} />
          <Select
            {...own(index, "licence")}
            label={t("delivery.component.licence")}
            empty={t("desk.unknown")}
            options={LICENCES.map((one) => ({ value: one, label: t(`delivery.licence.${one}`) }))}
          />
          <Select
            {...own(index, "hosting")}
            label={t("delivery.component.hosting")}
            empty={t("desk.unknown")}
            options={HOSTINGS.map((one) => ({ value: one, label: t(`delivery.hosting.${one}`) }))}
          />
          <Select
            {...own(index, "vendorId")}
            label={t("delivery.poc.vendor")}
            empty={t("desk.unknown")}
            options={choices.vendors.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

/** What an attempt says, for the form that writes it and the one that edits it. */
function AttemptFields({
  poc,
  page,
  intent,
  stored,
}: {
  poc: PocShown;
  page: PocPage;
  intent: Intent;
  stored?: AttemptShown;
}) {
  const { t, tell, locale, currency } = useSpeech();
  const { field } = useForm(intent);
  const unit = 10 ** currencyDigits(currency);
  return (
    <>
      <TextField
        {...field("label", stored && tell(stored.label))}
        label={t("delivery.attempts.label")}
        hint={t("delivery.attempts.label.hint")}
        required
      />
      <FieldGrid>
        <DateField
          {...field("on", stored?.on ?? page.today)}
          label={t("delivery.attempts.on")}
          required
          min={poc.startsOn}
          max={page.today}
        />
        {poc.iterations.length > 0 && (
          <Select
            {...field("iterationId", stored ? stored.iterationId : poc.iterations.at(-1)?.id)}
            label={t("delivery.iteration.field")}
            empty={t("desk.unknown")}
            options={poc.iterations.map(({ id }, index) => ({
              value: String(id),
              label: t("delivery.iteration.number", { number: index + 1 }),
            }))}
          />
        )}
        <ThingField
          {...field("modelId", modelShown(page.choices, stored ? stored.modelId : poc.modelId))}
          register="models"
          label={t("delivery.poc.model")}
        />
        <AmountField
          {...field(
            "runCostMinor",
            stored?.runCostMinor == null ? undefined : typedNumber(stored.runCostMinor / unit, locale, 3, 2),
          )}
          label={t("delivery.attempts.cost")}
          hint={t("delivery.attempts.cost.hint")}
        />
      </FieldGrid>
      <ComponentRows choices={page.choices} intent={intent} stored={stored?.components ?? []} />
      <FieldGrid>
        <NumberField
          {...field("result", stored?.result)}
          id="attempt-result"
          label={t("delivery.attempts.result.field")}
          hint={t("delivery.attempts.result.hint")}
          unit={poc.kpiUnit}
        />
        <NumberField
          {...field("sampleSize", stored?.sampleSize)}
          label={t("delivery.attempts.sample")}
          hint={t("delivery.attempts.sample.hint")}
        />
        <NumberField
          {...field("guardrailValue", stored?.guardrailValue)}
          label={t("delivery.attempts.guardrail-value")}
          unit={poc.guardrailUnit ?? undefined}
        />
        <RadioGroup
          {...field("guardrailMet", stored?.guardrailMet == null ? undefined : stored.guardrailMet ? "yes" : "no")}
          label={t("delivery.attempts.guardrail-met")}
          hint={t("delivery.attempts.guardrail-met.hint")}
          layout="inline"
          options={(["yes", "no"] as const).map((one) => ({ value: one, label: t(`desk.${one}`) }))}
        />
        <NumberField
          {...field(
            "costPerUnit",
            stored?.costPerUnit == null ? undefined : typedNumber(stored.costPerUnit / unit, locale),
          )}
          label={t("delivery.attempts.unit-cost")}
          hint={t("delivery.attempts.unit-cost.hint")}
        />
        <TextField
          {...field("costUnit", stored?.costUnit)}
          label={t("delivery.attempts.unit")}
          hint={t("delivery.attempts.unit.hint")}
          width="short"
        />
        <NumberField {...field("volumePerQuarter", stored?.volumePerQuarter)} label={t("delivery.attempts.volume")} />
      </FieldGrid>
      <TextArea {...field("method", stored && tell(stored.method))} label={t("delivery.attempts.method")} rows={2} />
      <TextArea
        {...field("guardrail", stored && tell(stored.guardrail))}
        label={t("delivery.attempts.guardrail")}
        hint={t("delivery.attempts.guardrail.hint")}
        rows={2}
      />
    </>
  );
}

export function AttemptForm({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t } = useSpeech();
  const { errors, refusal, rejection } = useForm("attempt");
  return (
    <Disclosure summary={t("delivery.attempts.add")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "attempt", pocId: poc.id }} />
        <AttemptFields poc={poc} page={page} intent="attempt" />
        <FormActions>
          <Button variant="quiet">{t("delivery.attempts.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** The attempt that the address names, to be changed while its POC runs. */
export function EditAttempt({ poc, page, attempt }: { poc: PocShown; page: PocPage; attempt: AttemptShown }) {
  const { t } = useSpeech();
  const { errors, refusal } = useForm("edit-attempt");
  return (
    <Section id="edit-attempt" title={t("delivery.attempts.edit.title", { number: attempt.number })} level={3}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "edit-attempt", attemptId: attempt.id, version: attempt.version }} />
        <AttemptFields poc={poc} page={page} intent="edit-attempt" stored={attempt} />
        <FormActions>
          <Button>{t("desk.save")}</Button>
          <ButtonLink href={`/use-cases/${page.reference}/poc`} variant="quiet">
            {t("desk.cancel")}
          </ButtonLink>
        </FormActions>
      </form>
    </Section>
  );
}
