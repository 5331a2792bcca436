import { useForm } from "#app/answer";
import { ConflictPanel, typedAmount } from "#app/conflict";
import { type Minor, sumKnown } from "#app/kernel/money";
import { isQuarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CaseKpis } from "./case-kpis.server";
import { COST_KINDS, ENTERED_KINDS } from "./postings";

export interface CaseCostsProps {
  rows: CaseKpis["costs"];
  quarters: CaseKpis["quarters"];
  mayEnter: boolean;
}

/** What the case really cost, by quarter and kind, and the form that enters one more amount. */
export function CaseCosts({ rows, quarters, mayEnter }: CaseCostsProps) {
  const { t, money, quarter } = useSpeech();
  const totalOf = (amounts: readonly (Minor | null)[]) => money(sumKnown(amounts));
  return (
    <Section id="costs" title={t("measurement.costs")} lead={t("measurement.costs.lead")}>
      <DataTable
        caption={t("measurement.costs")}
        hideCaption
        wide
        rows={rows}
        rowKey={(row) => row.quarter}
        empty={t("measurement.costs.none")}
        columns={[
          { key: "quarter", header: t("measurement.quarter"), cell: (row) => quarter(row.quarter), rowHeader: true },
          ...COST_KINDS.map((kind) => ({
            key: kind,
            header: t(`measurement.cost.${kind}`),
            cell: (row: CaseKpis["costs"][number]) => money(row.amounts[kind]),
            numeric: true,
            total: totalOf(rows.map((row) => row.amounts[kind])),
          })),
          {
            key: "total",
            header: t("measurement.total"),
            cell: (row) => money(row.total),
            numeric: true,
            total: totalOf(rows.map((row) => row.total)),
          },
        ]}
        totals
      />
      {mayEnter && <CostForm rows={rows} quarters={quarters} />}
    </Section>
  );
}

function CostForm({ rows, quarters }: Pick<CaseCostsProps, "rows" | "quarters">) {
  const speech = useSpeech();
  const { t, tell, quarter, money } = speech;
  const { field, errors, refusal, rejection } = useForm("cost");
  const offered = [...new Set([quarters.toReport, quarters.current])].filter((of) => !quarters.closed.includes(of));
  const rowOf = (of: string) => rows.find((row) => row.quarter === of);
  const versions = offered.flatMap((of) =>
    ENTERED_KINDS.map((kind) => [`version.${of}.${kind}`, rowOf(of)?.entries[kind]?.version ?? 0] as const),
  );
  const typed = rejection?.typed;
  const of = typed?.quarter ?? "";
  const [row, kind] = [rowOf(of), ENTERED_KINDS.find((each) => each === typed?.kind)];
  return (
    <Disclosure summary={t("measurement.costs.enter")} open={rejection !== undefined}>
      <form method="post" className="form">
        {rejection?.stale && kind ? (
          <ConflictPanel
            fields={[
              {
                label: t("measurement.cost.of", {
                  kind: t(`measurement.cost.${kind}`),
                  quarter: isQuarter(of) ? quarter(of) : "",
                }),
                yours: typedAmount(speech, typed?.amount),
                theirs: money(row?.amounts[kind] ?? null),
              },
              { label: t("measurement.note"), yours: typed?.note ?? "", theirs: tell(row?.entries[kind]?.note) },
            ]}
          />
        ) : (
          refusal && <Notice tone="bad">{refusal}</Notice>
        )}
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "cost", ...Object.fromEntries(versions) }} />
        <FieldGrid columns={3}>
          <Select
            {...field("quarter", quarters.toReport)}
            label={t("measurement.quarter")}
            options={offered.map((of) => ({ value: of, label: quarter(of) }))}
            required
          />
          <Select
            {...field("kind")}
            label={t("measurement.cost.kind")}
            options={ENTERED_KINDS.map((kind) => ({ value: kind, label: t(`measurement.cost.${kind}`) }))}
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
