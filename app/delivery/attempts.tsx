import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Chart } from "#app/ui/chart";
import { Select } from "#app/ui/choice";
import { AmountField, DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { PocPage, PocShown } from "./poc-page.server";
import type { VendorChoices } from "./vendors.server";

/** The ways a POC was tried, side by side and against its threshold. */
export function Attempts({ poc }: { poc: PocShown }) {
  const { t, tell, number, date, money } = useSpeech();
  if (poc.attempts.length === 0) return <p>{t("delivery.attempts.none")}</p>;
  const unit = poc.kpiUnit;
  return (
    <>
      <DataTable
        caption={t("delivery.attempts.title")}
        rows={poc.attempts}
        rowKey={({ id }) => id}
        narrow="cards"
        columns={[
          {
            key: "label",
            header: t("delivery.attempts.label"),
            cell: (one) =>
              t("delivery.attempts.numbered", { number: poc.attempts.indexOf(one) + 1, label: tell(one.label) }),
            rowHeader: true,
          },
          { key: "on", header: t("delivery.attempts.on"), cell: (one) => date(one.on), width: "fit" },
          { key: "model", header: t("delivery.poc.model"), cell: (one) => one.model?.name ?? t("desk.unknown") },
          { key: "cost", header: t("delivery.attempts.cost"), cell: (one) => money(one.runCostMinor), numeric: true },
          {
            key: "result",
            header: t("delivery.attempts.result", { unit }),
            cell: (one) => number(one.result),
            numeric: true,
          },
          {
            key: "reached",
            header: t("delivery.poc.threshold"),
            cell: ({ reached }) =>
              reached === null ? (
                t("desk.unknown")
              ) : (
                <Badge tone={reached ? "good" : "bad"}>
                  {t(reached ? "delivery.poc.reached" : "delivery.poc.not-reached")}
                </Badge>
              ),
          },
          { key: "guardrail", header: t("delivery.attempts.guardrail"), cell: (one) => tell(one.guardrail) },
        ]}
      />
      {poc.attempts.filter(({ result }) => result !== null).length > 1 && (
        <Chart
          caption={t("delivery.attempts.chart", { kpi: tell(poc.kpiName), unit })}
          height="short"
          description={{
            kind: "bars",
            labelHeader: t("delivery.attempts.label"),
            labels: poc.attempts.map((_, index) => t("delivery.attempts.number", { number: index + 1 })),
            series: [
              { name: tell(poc.kpiName), values: poc.attempts.map(({ result }) => result), paint: "a" },
              {
                name: t("delivery.poc.threshold"),
                values: poc.attempts.map(() => poc.threshold),
                paint: "b",
                line: true,
              },
              {
                name: t("delivery.poc.baseline"),
                values: poc.attempts.map(() => poc.baseline),
                paint: "muted",
                line: true,
              },
            ],
          }}
        />
      )}
    </>
  );
}

/** Models under the names of their vendors. */
export function modelOptions({ vendors, models }: VendorChoices) {
  return vendors.flatMap(({ id, name }) => {
    const own = models.filter(({ vendorId }) => vendorId === id);
    return own.length
      ? [{ label: name, options: own.map((model) => ({ value: String(model.id), label: model.name })) }]
      : [];
  });
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
          <Select
            {...field("modelId", poc.modelId)}
            label={t("delivery.poc.model")}
            empty={t("desk.unknown")}
            options={modelOptions(page.choices)}
          />
          <AmountField
            {...field("runCostMinor")}
            label={t("delivery.attempts.cost")}
            hint={t("delivery.attempts.cost.hint")}
          />
          <NumberField
            {...field("result")}
            id="attempt-result"
            label={t("delivery.attempts.result.field")}
            hint={t("delivery.attempts.result.hint")}
            unit={poc.kpiUnit}
          />
        </FieldGrid>
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
