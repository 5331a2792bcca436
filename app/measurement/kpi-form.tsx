import { Once, useForm } from "#app/answer";
import type { Minor } from "#app/kernel/money";
import { addQuarters, type Quarter, quarterRange } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox, RadioGroup, Select } from "#app/ui/choice";
import { AmountField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import type { Kpi } from "./kpi.server";
import { KpiConflict } from "./kpi-conflict";
import type { KpiTemplate } from "./kpi-templates";
import { OVER_TIME } from "./over-time";
import { DIRECTIONS } from "./realised";

/** Quarters offered on either side. */
const NEAR = 8;

export interface KpiFormProps {
  kpi: Omit<Kpi, "useCaseId"> | null;
  people: readonly { id: number; name: string }[];
  /** What a new KPI starts from. */
  template?: KpiTemplate | null;
  /** Whether a new one is meant as a guardrail. */
  guardrail?: boolean;
  /** The quarter that a new KPI is reported from. */
  from: Quarter;
  back: string;
}

/** Defining a KPI or a guardrail, or changing it. */
export function KpiForm({ kpi, template, guardrail = false, people, from, back }: KpiFormProps) {
  const { t, tell, quarter } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  // A stored number is written as the reader's language does; what was typed stays as typed.
  const numeral = (name: string, stored: number | null | undefined) => ({
    ...field(name),
    value: rejection?.typed[name] ?? stored,
  });
  const near = quarterRange(addQuarters(from, -NEAR), addQuarters(from, NEAR));
  const stored = [kpi?.firstQuarter, kpi?.lastQuarter].filter((of) => of !== null && of !== undefined);
  const offered = [...new Set([...near, ...stored])].sort().map((of) => ({ value: of, label: quarter(of) }));
  const ticked = rejection ? rejection.typed.isGuardrail !== undefined : (kpi?.isGuardrail ?? guardrail);
  return (
    <form method="post" className="form form-wide">
      <Once />
      {rejection?.stale && kpi ? (
        <KpiConflict kpi={kpi} people={people} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Hidden values={{ version: kpi?.version }} />
      {kpi && <Notice tone="info">{t("measurement.kpi.edit-revalues")}</Notice>}
      <FieldGrid>
        <TextField {...field("name", tell((kpi ?? template)?.name))} label={t("measurement.kpi.name")} required />
        <TextField
          {...field("unit", kpi ? kpi.unit : tell(template?.unit))}
          label={t("measurement.kpi.unit")}
          hint={t("measurement.kpi.unit-hint")}
          width="short"
          required
        />
        <RadioGroup
          {...field("direction", (kpi ?? template)?.direction ?? "up")}
          label={t("measurement.direction")}
          layout="inline"
          options={DIRECTIONS.map((value) => ({ value, label: t(`measurement.direction.${value}`) }))}
          required
        />
        <Select
          {...field("ownerId", kpi?.ownerId)}
          label={t("measurement.owner")}
          hint={t("measurement.kpi.owner-hint")}
          empty={t("measurement.kpi.choose-owner")}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          required
        />
      </FieldGrid>
      <Fieldset legend={t("measurement.kpi.measure")}>
        <FieldGrid columns={3}>
          <NumberField {...numeral("baseline", kpi?.baseline)} label={t("measurement.baseline")} required />
          <TextField
            {...field("baselinePeriod", kpi?.baselinePeriod)}
            label={t("measurement.kpi.baseline-period")}
            width="medium"
          />
          <NumberField {...numeral("target", kpi?.target)} label={t("measurement.target")} />
        </FieldGrid>
        <TextArea
          {...field("baselineMethod", tell(kpi ? kpi.baselineMethod : template?.method))}
          label={t("measurement.kpi.baseline-method")}
          rows={2}
        />
        <FieldGrid columns={3}>
          <Select
            {...field("overTime", (kpi ?? template)?.overTime ?? "average")}
            label={t("measurement.kpi.over-time")}
            options={OVER_TIME.map((value) => ({ value, label: t(`measurement.over-time.${value}`) }))}
            required
          />
          <Select
            {...field("firstQuarter", kpi?.firstQuarter ?? from)}
            label={t("measurement.kpi.first")}
            options={offered}
            required
          />
          <Select
            {...field("lastQuarter", kpi?.lastQuarter)}
            label={t("measurement.kpi.last")}
            empty={t("measurement.kpi.no-last")}
            options={offered}
          />
        </FieldGrid>
      </Fieldset>
      <Fieldset legend={t("measurement.kpi.money")} hint={t("measurement.kpi.money-hint")}>
        <FieldGrid>
          <AmountField
            {...field("valuePerUnit")}
            value={rejection?.typed.valuePerUnit ?? null}
            amount={(kpi?.valuePerUnitMinor ?? null) as Minor | null}
            label={t("measurement.value-per-unit")}
          />
          <NumberField
            {...numeral("attribution", ((kpi ?? template)?.attribution ?? 1) * 100)}
            label={t("measurement.attribution")}
            hint={t("measurement.kpi.attribution-hint")}
            unit="%"
            required
          />
        </FieldGrid>
      </Fieldset>
      <Fieldset legend={t("measurement.guardrail")} hint={t("measurement.kpi.guardrail-hint")}>
        <Checkbox name="isGuardrail" label={t("measurement.kpi.is-guardrail")} checked={ticked} />
        <NumberField {...numeral("limit", kpi?.limit)} label={t("measurement.limit")} />
      </Fieldset>
      <FormActions>
        <Button>{t("desk.save")}</Button>
        <ButtonLink href={back}>{t("desk.cancel")}</ButtonLink>
      </FormActions>
    </form>
  );
}
