import { currencyDigits } from "#app/kernel/money";
import { columnName, type ModelCell, sheetName } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import { evaluate } from "./evaluate";
import { type ChangedInput, changedDraft, type KeptScenario } from "./kept-scenarios";
import type { Draft, Line } from "./lines";
import { ownDraft, SCALED } from "./scenarios";
import { flowSheet } from "./workbook-flow";
import { type CellName, type Following, fixed, inputsSheet } from "./workbook-inputs";
import { type OutputRow, outputRows } from "./workbook-outputs";

export interface Sheet {
  name: string;
  /** Width of its first column. */
  first: number;
  rows: ModelCell[][];
}

/** The rows of the sheet that sets scenarios side by side, where what an author chose stands. */
const ROWS = { benefits: 2, costs: 3, delay: 4 } as const;
/** After the names of the rows and the likely case. */
const FIRST_COLUMN = 2;

/**
 * The scenarios that the author named beside the likely case, and for each its inputs and its flow: every input follows the
 * one of the case, so that what is changed there changes here. Nothing where none is kept.
 */
export function scenarioSheets(
  draft: Draft,
  kept: readonly KeptScenario[],
  names: { inputs: string; flow: string },
  likely: readonly OutputRow[],
  speech: Speech,
): Sheet[] {
  if (kept.length === 0) return [];
  const { t, currency } = speech;
  const name = sheetName(t("business-cases.workbook.scenarios"));
  const digits = currencyDigits(currency);
  const each = kept.map((scenario, place) => {
    const own = ownDraft(changedDraft(draft, scenario.changes), scenario);
    const sheets = { inputs: `${names.inputs} ${place + 1}`, flow: `${names.flow} ${place + 1}` };
    const column = columnName(FIRST_COLUMN + place);
    const chosen = (row: keyof typeof ROWS) => fixed(name, column, ROWS[row]);
    const inputs = inputsSheet(own, speech, sheets.inputs, following(names.inputs, scenario, chosen, digits));
    const evaluation = evaluate(own);
    const flow = flowSheet(own, evaluation, inputs, speech);
    return { sheets, inputs, flow, outputs: outputRows(evaluation, flow, sheets.flow, speech) };
  });
  const text = (said: string): ModelCell => ({ text: said });
  const chosen = (label: string, usual: ModelCell, cell: (scenario: KeptScenario) => ModelCell): ModelCell[] => [
    text(label),
    usual,
    ...kept.map(cell),
  ];
  const rows: ModelCell[][] = [
    [
      text(t("business-cases.scenarios.which")),
      text(t("business-cases.scenario.likely")),
      ...kept.map((scenario, place) => text(`${place + 1} · ${scenario.name}`)),
    ],
    chosen(t("business-cases.scenario.own.benefits"), { share: 1 }, (one) => ({ input: one.benefits, as: "share" })),
    chosen(t("business-cases.scenario.own.costs"), { share: 1 }, (one) => ({ input: one.costs, as: "share" })),
    chosen(
      `${t("business-cases.scenario.own.delay")} (${t("business-cases.unit.quarters")})`,
      { number: 0, digits: 0 },
      (one) => ({
        input: one.delayQuarters,
        as: "whole",
      }),
    ),
    ...likely.map(({ label, cell }, row) => [
      text(label),
      cell,
      ...each.map(({ outputs }) => outputs[row]?.cell ?? null),
    ]),
  ];
  return [
    { name, first: 42, rows },
    ...each.flatMap(({ sheets, inputs, flow }) => [
      { name: sheets.inputs, first: 36, rows: inputs.rows },
      { name: sheets.flow, first: 36, rows: flow.rows },
    ]),
  ];
}

/** A scenario's inputs as formulas over those of the case, and over what its author chose: `ownDraft` in cells. */
function following(
  sheet: string,
  { changes }: KeptScenario,
  chosen: (row: keyof typeof ROWS) => string,
  digits: number,
): Following {
  const changeOf = (line: Line, input: CellName): ChangedInput | undefined =>
    changes.find((each) => each.lineId === line.id && each.input === input);
  return {
    sheet,
    cell(line, input, base, { value, per, as }) {
      const change = changeOf(line, input);
      const from = change ? String(change.value / per) : base;
      if (input === "lineAmount") {
        const share = `IF(${from}>0,${chosen("benefits")},${chosen("costs")})`;
        return { formula: `ROUND(${from}*${share},${digits})`, value, as };
      }
      if (line.kind !== "by-quarter" && SCALED[line.kind] === input) {
        const share = chosen(line.side === "cost" ? "costs" : "benefits");
        return { formula: `${from}*${share}`, value, as };
      }
      if (input === "startsAfterQuarters" && line.side === "benefit") {
        return { formula: `${from}+${chosen("delay")}`, value, as };
      }
      return change ? { input: value, as } : { formula: from, value, as };
    },
  };
}
