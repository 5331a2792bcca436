import { currencyDigits } from "#app/kernel/money";
import { type ModelCell, rowXml, SHEET_BEGINS, SHEET_ENDS, sheetName, workbookParts } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import { type Evaluation, evaluate } from "./evaluate";
import type { KeptScenario } from "./kept-scenarios";
import type { Draft } from "./lines";
import type { Simulation } from "./simulate";
import { type FlowSheet, flowSheet } from "./workbook-flow";
import { inputsSheet } from "./workbook-inputs";
import { outputRows } from "./workbook-outputs";
import { type Sheet, scenarioSheets } from "./workbook-scenarios";

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
  kept: readonly KeptScenario[] = [],
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
  const sheets: Sheet[] = [
    { name: names.summary, first: 42, rows: summarySheet(evaluation, simulation, flow, names.flow, title, speech) },
    { name: names.inputs, first: 36, rows: inputs.rows },
    { name: names.flow, first: 36, rows: flow.rows },
    ...scenarioSheets(draft, kept, names, outputRows(evaluation, flow, names.flow, speech), speech),
  ];
  const xml = ({ rows, first }: Sheet) =>
    SHEET_BEGINS(Math.max(...rows.map((row) => row.length)), first) +
    rows.map((row, at) => rowXml(row, at + 1, { header: at === 0 })).join("") +
    SHEET_ENDS;
  return {
    ...workbookParts(...sheets.map(({ name }) => name)),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml(sheet)])),
  };
}

function summarySheet(
  evaluation: Evaluation,
  simulation: Simulation,
  flow: FlowSheet,
  flowName: string,
  { reference, title, number }: WorkbookTitle,
  speech: Speech,
): ModelCell[][] {
  const { t, currency } = speech;
  const scale = 10 ** currencyDigits(currency);
  const text = (said: string): ModelCell => ({ text: said });
  const drawn = (label: string, cell: ModelCell): ModelCell[] => [
    text(label),
    cell,
    text(t("business-cases.workbook.as-value", { draws: simulation.draws })),
  ];
  const amount = (value: number): ModelCell => ({ number: value / scale, digits: 2 });
  return [
    [text(`${reference} · ${title}`), text(t("business-cases.version.number", { number })), text(currency)],
    [text(t("business-cases.workbook.lead"))],
    ...outputRows(evaluation, flow, flowName, speech).map(({ label, cell, note }) => [text(label), cell, text(note)]),
    drawn(t("business-cases.uncertainty.p10"), amount(simulation.p10)),
    drawn(t("business-cases.uncertainty.p50"), amount(simulation.p50)),
    drawn(t("business-cases.uncertainty.p90"), amount(simulation.p90)),
    drawn(t("business-cases.output.probability"), { share: simulation.probabilityPositive }),
  ];
}
