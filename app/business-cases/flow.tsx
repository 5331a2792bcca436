import { NOTHING, sumMinor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Formula } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { calibrationOf } from "./calibrated";
import { CalibrationNote } from "./calibration-answers";
import { flowDrawing } from "./drawings";
import type { EvaluatedLine, Evaluation } from "./evaluate";
import type { Line } from "./lines";
import { Opened } from "./opened";
import { unitOf, written, writtenInputs } from "./written";
import { TakenFrom } from "./written-rate";

/** Cash flow by quarter: chart, then every figure to the cent, each quarter opening to its lines. */
export function CashFlowSection({ evaluation }: { evaluation: Evaluation }) {
  const speech = useSpeech();
  const { t, money, quarter } = speech;
  const { quarters, outputs } = evaluation;
  return (
    <Section title={t("business-cases.flow")}>
      <Chart {...flowDrawing(evaluation, speech)} />
      <DataTable
        caption={t("business-cases.flow.table")}
        wide
        totals
        rows={quarters}
        rowKey={(row) => row.quarter}
        columns={[
          {
            key: "quarter",
            header: t("business-cases.flow.quarter"),
            cell: (row) => quarter(row.quarter),
            rowHeader: true,
            total: t("business-cases.flow.total"),
          },
          {
            key: "benefit",
            header: t("business-cases.flow.benefit"),
            cell: (row) => money(row.benefit),
            numeric: true,
            total: money(outputs.totalBenefit),
          },
          {
            key: "cost",
            header: t("business-cases.flow.cost"),
            cell: (row) => money(row.cost),
            numeric: true,
            total: money(outputs.totalCost),
          },
          {
            key: "net",
            header: t("business-cases.flow.net"),
            cell: (row) => money(row.net),
            numeric: true,
            total: money(outputs.totalNet),
          },
          {
            key: "cumulative",
            header: t("business-cases.flow.cumulative"),
            cell: (row) => money(row.cumulative),
            numeric: true,
          },
          {
            key: "present",
            header: t("business-cases.flow.present"),
            cell: (row) => money(row.present),
            numeric: true,
            total: money(outputs.npv),
          },
          {
            key: "from",
            width: "medium",
            header: t("business-cases.flow.from"),
            cell: (row) => (
              <Formula
                expression={t("business-cases.formula.quarterNet")}
                inputs={writtenInputs(speech, [...row.explain.benefit.inputs, ...row.explain.cost.inputs])}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}

function Lines({ side, lines }: { side: Line["side"]; lines: readonly EvaluatedLine[] }) {
  const speech = useSpeech();
  const { t, tell, money } = speech;
  const own = lines.filter(({ line }) => line.side === side);
  if (own.length === 0) return null;
  return (
    <DataTable
      caption={t(`business-cases.lines.${side}`)}
      narrow="cards"
      totals
      rows={own}
      rowKey={({ line }) => line.id}
      columns={[
        {
          key: "label",
          header: t("business-cases.lines.label"),
          cell: ({ line }) => (
            <>
              {tell(line.label)}
              {line.rate && <TakenFrom rate={line.rate} />}
              <CalibrationNote calibration={calibrationOf(line)} />
            </>
          ),
          rowHeader: true,
          total: t("business-cases.flow.total"),
        },
        {
          key: "kind",
          header: t("business-cases.lines.kind"),
          cell: ({ line }) => t(`business-cases.kind.${line.kind}`),
        },
        {
          key: "quarter",
          header: t("business-cases.lines.full-quarter"),
          cell: ({ line, fullQuarter }) => written(speech, line.side === "both" ? null : fullQuarter, "money"),
          numeric: true,
        },
        {
          key: "total",
          header: t("business-cases.lines.total"),
          cell: ({ total }) => money(total),
          numeric: true,
          total: money(own.length ? sumMinor(own.map(({ total }) => total)) : NOTHING),
        },
        {
          key: "formula",
          header: t("business-cases.lines.formula"),
          cell: (row) => <Opened explanation={row.explain} />,
        },
      ]}
    />
  );
}

/** Line by line, money first; what is not money stays in its own unit. */
export function LineSections({ evaluation }: { evaluation: Evaluation }) {
  const speech = useSpeech();
  const { t, tell, number } = speech;
  const { lines, nonMonetary } = evaluation;
  return (
    <Section title={t("business-cases.lines")}>
      <Lines side="benefit" lines={lines} />
      <Lines side="cost" lines={lines} />
      <Lines side="both" lines={lines} />
      {nonMonetary.length > 0 && (
        <DataTable
          caption={t("business-cases.lines.non-monetary")}
          narrow="cards"
          rows={nonMonetary}
          rowKey={({ line }) => line.id}
          columns={[
            {
              key: "label",
              header: t("business-cases.lines.label"),
              cell: ({ line }) => tell(line.label),
              rowHeader: true,
            },
            { key: "unit", header: t("business-cases.field.unit"), cell: ({ line }) => unitOf(speech, line) },
            {
              key: "quarter",
              header: t("business-cases.lines.full-quarter"),
              cell: ({ fullQuarter }) => number(fullQuarter, 1),
              numeric: true,
            },
            {
              key: "total",
              header: t("business-cases.lines.total"),
              cell: ({ total }) => number(total, 1),
              numeric: true,
            },
            {
              key: "formula",
              header: t("business-cases.lines.formula"),
              cell: (row) => <Opened explanation={row.explain} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
