import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import type { PocPage, PocShown } from "../poc-page.server";
import { modelShown, ThingField } from "../registers/thing-field";
import { HOSTINGS } from "../vendors";
import type { VendorChoices } from "../vendors.server";
import { COMPONENT_KINDS, LICENCES } from "./component";

/** Rows for so many components; a rejected form shows as many as were typed. */
const ROWS = 3;

function ComponentRows({ choices }: { choices: VendorChoices }) {
  const { t } = useSpeech();
  const { field, rejection } = useForm("attempt");
  const typed = Object.keys(rejection?.typed ?? {}).filter((name) => /^components\.\d+\.name$/.test(name)).length;
  return (
    <Fieldset legend={t("delivery.component.title")} hint={t("delivery.component.hint")}>
      {Array.from({ length: Math.max(ROWS, typed) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no key but their place
        <FieldGrid columns={3} key={index}>
          <TextField
            {...field(`components.${index}.name`)}
            label={t("delivery.component.name", { number: index + 1 })}
          />
          <ThingField
            {...field(`components.${index}.modelId`)}
            register="models"
            label={t("delivery.component.model")}
          />
          <Select
            {...field(`components.${index}.kind`)}
            label={t("delivery.component.kind")}
            empty=""
            options={COMPONENT_KINDS.map((kind) => ({ value: kind, label: t(`delivery.component.kind.${kind}`) }))}
          />
          <TextField {...field(`components.${index}.role`)} label={t("delivery.component.role")} />
          <Select
            {...field(`components.${index}.licence`)}
            label={t("delivery.component.licence")}
            empty={t("desk.unknown")}
            options={LICENCES.map((one) => ({ value: one, label: t(`delivery.licence.${one}`) }))}
          />
          <Select
            {...field(`components.${index}.hosting`)}
            label={t("delivery.component.hosting")}
            empty={t("desk.unknown")}
            options={HOSTINGS.map((one) => ({ value: one, label: t(`delivery.hosting.${one}`) }))}
          />
          <Select
            {...field(`components.${index}.vendorId`)}
            label={t("delivery.poc.vendor")}
            empty={t("desk.unknown")}
            options={choices.vendors.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

export function AttemptForm({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("attempt");
  return (
    <Disclosure summary={t("delivery.attempts.add")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "attempt", pocId: poc.id }} />
        <TextField
          {...field("label")}
          label={t("delivery.attempts.label")}
          hint={t("delivery.attempts.label.hint")}
          required
        />
        <FieldGrid>
          <DateField {...field("on", page.today)} label={t("delivery.attempts.on")} required max={page.today} />
          {poc.iterations.length > 0 && (
            <Select
              {...field("iterationId", poc.iterations.at(-1)?.id)}
              label={t("delivery.iteration.field")}
              empty={t("desk.unknown")}
              options={poc.iterations.map(({ id }, index) => ({
                value: String(id),
                label: t("delivery.iteration.number", { number: index + 1 }),
              }))}
            />
          )}
          <ThingField
            {...field("modelId", modelShown(page.choices, poc.modelId))}
            register="models"
            label={t("delivery.poc.model")}
          />
          <AmountField
            {...field("runCostMinor")}
            label={t("delivery.attempts.cost")}
            hint={t("delivery.attempts.cost.hint")}
          />
        </FieldGrid>
        <ComponentRows choices={page.choices} />
        <FieldGrid>
          <NumberField
            {...field("result")}
            id="attempt-result"
            label={t("delivery.attempts.result.field")}
            hint={t("delivery.attempts.result.hint")}
            unit={poc.kpiUnit}
          />
          <NumberField
            {...field("sampleSize")}
            label={t("delivery.attempts.sample")}
            hint={t("delivery.attempts.sample.hint")}
          />
          <NumberField
            {...field("guardrailValue")}
            label={t("delivery.attempts.guardrail-value")}
            unit={poc.guardrailUnit ?? undefined}
          />
          <RadioGroup
            {...field("guardrailMet")}
            label={t("delivery.attempts.guardrail-met")}
            hint={t("delivery.attempts.guardrail-met.hint")}
            layout="inline"
            options={(["yes", "no"] as const).map((one) => ({ value: one, label: t(`desk.${one}`) }))}
          />
          <NumberField
            {...field("costPerUnit")}
            label={t("delivery.attempts.unit-cost")}
            hint={t("delivery.attempts.unit-cost.hint")}
          />
          <TextField
            {...field("costUnit")}
            label={t("delivery.attempts.unit")}
            hint={t("delivery.attempts.unit.hint")}
            width="short"
          />
          <NumberField {...field("volumePerQuarter")} label={t("delivery.attempts.volume")} />
        </FieldGrid>
        <TextArea {...field("method")} label={t("delivery.attempts.method")} rows={2} />
        <TextArea
          {...field("guardrail")}
          label={t("delivery.attempts.guardrail")}
          hint={t("delivery.attempts.guardrail.hint")}
          rows={2}
        />
        <FormActions>
          <Button variant="quiet">{t("delivery.attempts.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
