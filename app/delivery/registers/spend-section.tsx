import { useForm } from "#app/answer";
import { evidenceName } from "#app/kernel/evidence";
import { minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Chart } from "#app/ui/chart";
import { Select } from "#app/ui/choice";
import { AmountField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { GradeMark } from "#app/ui/mark";
import { Disclosure, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { EntryViewProps } from "./entry-view";
import { CLAIMED, gapOf } from "./spend";

/** What was paid to a vendor by quarter, beside what its cases' costs tell and what its contract commits to. */
export function SpendSection({ page }: { page: EntryViewProps }) {
  const { t, money, quarter } = useSpeech();
  const { spend, entry, mayWrite } = page;
  const yearly = typeof entry.yearlyMinor === "number" ? entry.yearlyMinor : null;
  const quarterly = yearly === null ? null : minor(Math.round(yearly / 4));
  return (
    <Section
      id="spend"
      title={t("registers.spend")}
      lead={t("registers.spend.lead")}
      actions={<ButtonLink href="/registers/vendors/spend.csv">{t("registers.export")}</ButtonLink>}
    >
      {spend.length === 0 ? (
        <p>{t("registers.spend.none")}</p>
      ) : (
        <>
          <Chart
            caption={t("registers.spend.chart")}
            format={{ style: "money" }}
            height="short"
            description={{
              kind: "bars",
              labelHeader: t("registers.spend.quarter"),
              labels: spend.map((one) => quarter(one.quarter)),
              series: [
                { name: t("registers.spend.entered"), values: spend.map((one) => one.amountMinor), paint: "b" },
                { name: t("registers.spend.least"), values: spend.map((one) => one.leastMinor), paint: "a" },
                { name: t("registers.spend.most"), values: spend.map((one) => one.mostMinor), paint: "muted" },
              ],
            }}
          />
          <DataTable
            caption={t("registers.spend")}
            hideCaption
            narrow="cards"
            rows={spend}
            rowKey={(one) => one.quarter}
            columns={[
              {
                key: "quarter",
                header: t("registers.spend.quarter"),
                cell: (one) => quarter(one.quarter),
                rowHeader: true,
              },
              {
                key: "entered",
                header: t("registers.spend.entered"),
                cell: ({ amountMinor }) => money(amountMinor),
                numeric: true,
              },
              {
                key: "evidence",
                header: t("people.field.evidence"),
                cell: ({ evidence, source }) =>
                  evidence !== null && (
                    <>
                      <GradeMark grade={evidence} label={t(`measurement.evidence.${evidenceName(evidence)}`)} />{" "}
                      {source}
                    </>
                  ),
              },
              {
                key: "committed",
                header: t("registers.spend.committed"),
                cell: () => money(quarterly),
                numeric: true,
              },
              {
                key: "least",
                header: t("registers.spend.least"),
                cell: ({ leastMinor }) => money(leastMinor),
                numeric: true,
              },
              {
                key: "most",
                header: t("registers.spend.most"),
                cell: ({ mostMinor }) => money(mostMinor),
                numeric: true,
              },
              {
                key: "gap",
                header: t("registers.spend.gap"),
                cell: (one) => {
                  const gap = gapOf(one);
                  return gap ? t(`registers.spend.gap.${gap.kind}`, { amount: money(gap.by) }) : t("desk.unknown");
                },
              },
            ]}
          />
        </>
      )}
      {mayWrite && <SpendForm page={page} />}
    </Section>
  );
}

function SpendForm({ page: { spend, quarters } }: { page: EntryViewProps }) {
  const { t, quarter } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("spend");
  const seen = Object.fromEntries(spend.map((one) => [`version.${one.quarter}`, one.version]));
  return (
    <Disclosure summary={t("registers.spend.enter")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "spend", ...seen }} />
        <FieldGrid>
          <Select
            {...field("quarter", quarters[0])}
            label={t("registers.spend.quarter")}
            options={quarters.map((one) => ({ value: one, label: quarter(one) }))}
            required
          />
          <AmountField
            {...field("amount")}
            label={t("registers.spend.entered")}
            hint={t("registers.spend.entered.hint")}
          />
          <Select
            {...field("evidence", "2")}
            label={t("people.field.evidence")}
            options={CLAIMED.map((grade) => ({
              value: grade,
              label: t(`measurement.evidence.${evidenceName(Number(grade) as 0 | 1 | 2)}`),
            }))}
            required
          />
          <TextField {...field("source")} label={t("people.field.source")} hint={t("registers.spend.source.hint")} />
        </FieldGrid>
        <FormActions>
          <Button>{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
