import { useForm } from "#app/answer";
import { ConflictPanel, typedAmount } from "#app/conflict";
import { sumKnown } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { costsOfIncident } from "./incident-cost.server";

export interface IncidentCostsProps {
  rows: Awaited<ReturnType<typeof costsOfIncident>>;
  /** Quarters that still take costs. */
  offered: readonly Quarter[];
  mayEnter: boolean;
}

/** What an incident cost, quarter by quarter: it counts among the costs of its case. */
export function IncidentCosts({ rows, offered, mayEnter }: IncidentCostsProps) {
  const { t, tell, money, quarter } = useSpeech();
  return (
    <Section id="costs" title={t("incidents.costs")} lead={t("incidents.costs.lead")}>
      <DataTable
        caption={t("incidents.costs")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={(row) => row.quarter}
        empty={t("incidents.costs.none")}
        totals={rows.length > 1}
        columns={[
          {
            key: "quarter",
            header: t("measurement.quarter"),
            cell: (row) => quarter(row.quarter),
            rowHeader: true,
            total: t("measurement.total"),
          },
          { key: "note", header: t("measurement.note"), cell: (row) => tell(row.note) },
          {
            key: "amount",
            header: t("measurement.cost.amount"),
            cell: (row) => money(row.amountMinor),
            numeric: true,
            total: money(sumKnown(rows.map(({ amountMinor }) => amountMinor))),
          },
        ]}
      />
      {mayEnter && <CostForm rows={rows} offered={offered} />}
    </Section>
  );
}

function CostForm({ rows, offered }: Pick<IncidentCostsProps, "rows" | "offered">) {
  const speech = useSpeech();
  const { t, tell, quarter, money } = speech;
  const { field, errors, refusal, rejection } = useForm("cost");
  const rowOf = (of: string | undefined) => rows.find((row) => row.quarter === of);
  const versions = offered.map((of) => [`version.${of}`, rowOf(of)?.version ?? 0] as const);
  const typed = rejection?.typed;
  const theirs = rowOf(typed?.quarter);
  return (
    <Disclosure summary={t("measurement.costs.enter")} open={rejection !== undefined}>
      <form method="post" className="form">
        {rejection?.stale ? (
          <ConflictPanel
            fields={[
              {
                label: t("measurement.cost.amount"),
                yours: typedAmount(speech, typed?.amount),
                theirs: money(theirs?.amountMinor),
              },
              { label: t("measurement.note"), yours: typed?.note ?? "", theirs: tell(theirs?.note) },
            ]}
          />
        ) : (
          refusal && <Notice tone="bad">{refusal}</Notice>
        )}
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "cost", ...Object.fromEntries(versions) }} />
        <FieldGrid columns={2}>
          <Select
            {...field("quarter", offered.at(-1))}
            label={t("measurement.quarter")}
            options={offered.map((of) => ({ value: of, label: quarter(of) }))}
            required
          />
          <AmountField {...field("amount")} label={t("measurement.cost.amount")} hint={t("measurement.cost.hint")} />
        </FieldGrid>
        <TextField {...field("note")} label={t("measurement.note")} hint={t("measurement.cost.note-hint")} />
        <FormActions>
          <Button>{t("measurement.costs.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
