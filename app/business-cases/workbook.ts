import { currencyDigits } from "#app/kernel/money";
import { type ModelCell, rowXml, SHEET_BEGINS, SHEET_ENDS, sheetName, workbookParts } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import { evaluate } from "./evaluate";
import type { Draft } from "./lines";
import type { Simulation } from "./simulate";
import { flowSheet } from "./workbook-flow";
import { inputsSheet } from "./workbook-inputs";
import { writtenIrr } from "./written";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the file says of where it comes from. */
export interface WorkbookTitle {
  reference: string;
  title: string;
  number: number;
}

/**
 * A business case as a workbook of live formulas, part by part of the file: inputs, flow by quarter and figures that a
 * spreadsheet program works out anew. What was drawn stands as values, and says so.
 */
export function workbookOf(
  draft: Draft,
  simulation: Simulation,
  title: WorkbookTitle,
  speech: Speech,
): Record<string, string> {
  const { t } = speech;
  const names = {
    summary: sheetName(t("business-cases.workbook.summary")),
    inputs: sheetName(t("business-cases.workbook.inputs")),
    flow: sheetName(t("business-cases.workbook.flow")),
  };
  const evaluation = evaluate(draft);
  const inputs = inputsSheet(draft, speech, names.inputs);
  const flow = flowSheet(draft, evaluation, inputs, speech);
  const summary = summarySheet(evaluation, simulation, flow, names.flow, title, speech);
  const sheet = (rows: readonly ModelCell[][], first: number) =>
    SHEET_BEGINS(Math.max(...rows.map((row) => row.length)), first) +
    rows.map((row, at) => rowXml(row, at + 1, { header: at === 0 })).join("") +
    SHEET_ENDS;
  return {
    ...workbookParts(names.summary, names.inputs, names.flow),
    "xl/worksheets/sheet1.xml": sheet(summary, 42),
    "xl/worksheets/sheet2.xml": sheet(inputs.rows, 36),
    "xl/worksheets/sheet3.xml": sheet(flow.rows, 36),
  };
}

function summarySheet(
  { outputs, exact }: ReturnType<typeof evaluate>,
  simulation: Simulation,
  flow: ReturnType<typeof flowSheet>,
  flowName: string,
  { reference, title, number }: WorkbookTitle,
  speech: Speech,
): ModelCell[][] {
  const { t, currency } = speech;
  const digits = currencyDigits(currency);
  const money = (amount: number) => amount / 10 ** digits;
  const text = (said: string): ModelCell => ({ text: said });
  const sheet = `'${flowName.replaceAll("'", "''")}'!`;
  const on = (range: string) => sheet + range;
  const quoted = (said: string) => `"${said.replaceAll('"', '""')}"`;
  const [benefit, cost, net] = [on(flow.ranges.benefit), on(flow.ranges.cost), on(flow.ranges.net)];
  const none = t("business-cases.irr.none");
  const never = t("business-cases.payback.never");
  const guess = exact.irr.kind === "one" ? `,${exact.irr.rate}` : "";
  const irr: ModelCell =
    outputs.irr.kind === "several"
      ? text(writtenIrr(speech, outputs.irr))
      : {
          formula: `IFERROR((1+IRR(${net}${guess}))^4-1,${quoted(none)})`,
          value: outputs.irr.kind === "one" ? outputs.irr.rate : none,
          as: "share",
        };
  const row = (label: string, cell: ModelCell, note = ""): ModelCell[] => [text(label), cell, text(note)];
  const asValue = t("business-cases.workbook.as-value", { draws: simulation.draws });
  const amount = (value: number): ModelCell => ({ number: money(value), digits: 2 });
  return [
    [text(`${reference} · ${title}`), text(t("business-cases.version.number", { number })), text(currency)],
    [text(t("business-cases.workbook.lead"))],
    row(t("business-cases.output.npv"), {
      formula: `ROUND(SUM(${on(flow.ranges.present)}),${digits})`,
      value: money(outputs.npv),
      as: "decimals",
    }),
    row(
      t("business-cases.output.irr"),
      irr,
      outputs.irr.kind === "several" ? t("business-cases.workbook.irr-as-value") : "",
    ),
    row(t("business-cases.output.roi"), {
      formula: `IF(SUM(${cost})>0,(SUM(${benefit})-SUM(${cost}))/SUM(${cost}),"–")`,
      value: outputs.roi ?? "–",
      as: "share",
    }),
    row(
      t("business-cases.output.payback"),
      {
        formula: `IF(OR(SUMPRODUCT(ABS(${net}))=0,${on(flow.lastStays)}=0),${quoted(never)},IF(${on(flow.firstStays)}=1,0,SUM(${on(flow.ranges.crossing)})))`,
        value: outputs.payback ?? never,
        as: "price",
      },
      t("business-cases.unit.quarters"),
    ),
    row(t("business-cases.output.peakFunding"), {
      formula: `MAX(0,-MIN(${on(flow.ranges.cumulative)}))`,
      value: money(outputs.peakFunding),
      as: "decimals",
    }),
    row(t("business-cases.output.totalBenefit"), {
      formula: `SUM(${benefit})`,
      value: money(outputs.totalBenefit),
      as: "decimals",
    }),
    row(t("business-cases.output.totalCost"), {
      formula: `SUM(${cost})`,
      value: money(outputs.totalCost),
      as: "decimals",
    }),
    row(t("business-cases.output.totalNet"), {
      formula: `SUM(${net})`,
      value: money(outputs.totalNet),
      as: "decimals",
    }),
    row(t("business-cases.uncertainty.p10"), amount(simulation.p10), asValue),
    row(t("business-cases.uncertainty.p50"), amount(simulation.p50), asValue),
    row(t("business-cases.uncertainty.p90"), amount(simulation.p90), asValue),
    row(t("business-cases.output.probability"), { share: simulation.probabilityPositive }, asValue),
  ];
}
