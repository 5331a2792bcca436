import { currencyDigits } from "#app/kernel/money";
import { columnName, type ModelCell, sheetName } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import { evaluate } from "./evaluate";
import { factorsOf } from "./factors";
import { type ChangedInput, changedDraft, type KeptScenario } from "./kept-scenarios";
import { type Draft, isCertain, type Line } from "./lines";
import { endOf, ownDraft, SCALED, SCENARIOS, scenarioDraft } from "./scenarios";
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
/** After the names of the rows, the likely case and its two ends. */
const FIRST_COLUMN = 4;
const ENDS = ["cautious", "bold"] as const;

/**
 * The ends of the estimates and the scenarios that the author named beside the likely case, and for each its inputs and its
 * flow: every input follows the one of the case, so that what is changed there changes here.
 */
export function scenarioSheets(
  draft: Draft,
  kept: readonly KeptScenario[],
  names: { inputs: string; flow: string },
  likely: readonly OutputRow[],
  speech: Speech,
): Sheet[] {
  const { t, currency } = speech;
  const name = sheetName(t("business-cases.workbook.scenarios"));
  const digits = currencyDigits(currency);
  const workedOut = (own: Draft, called: string | number, follows: Following) => {
    const sheets = { inputs: sheetName(`${names.inputs} ${called}`), flow: sheetName(`${names.flow} ${called}`) };
    const inputs = inputsSheet(own, speech, sheets.inputs, follows);
    const evaluation = evaluate(own);
    const flow = flowSheet(own, evaluation, inputs, speech);
    return { sheets, inputs, flow, outputs: outputRows(evaluation, flow, sheets.flow, speech) };
  };
  const [cautious, bold] = ENDS.map((end) => {
    const called = t(`business-cases.scenario.${end}`);
    return workedOut(scenarioDraft(draft, end), called, followingEnd(names.inputs, draft, end));
  }) as [ReturnType<typeof workedOut>, ReturnType<typeof workedOut>];
  const each = kept.map((scenario, place) => {
    const column = columnName(FIRST_COLUMN + place);
    const chosen = (row: keyof typeof ROWS) => fixed(name, column, ROWS[row]);
    const own = ownDraft(changedDraft(draft, scenario.changes), scenario);
    return workedOut(own, place + 1, following(names.inputs, scenario, chosen, digits));
  });
  const text = (said: string): ModelCell => ({ text: said });
  const chosen = (label: string, usual: ModelCell, cell: (scenario: KeptScenario) => ModelCell): ModelCell[] => [
    text(label),
    ...[null, usual, null],
    ...kept.map(cell),
  ];
  const columns = [cautious.outputs, likely, bold.outputs, ...each.map(({ outputs }) => outputs)];
  // Not every scenario has several rates of return.
  const labels = [...new Set([likely, ...columns].flatMap((outputs) => outputs.map(({ label }) => label)))];
  const rows: ModelCell[][] = [
    [
      text(t("business-cases.scenarios.which")),
      ...SCENARIOS.map((one) => text(t(`business-cases.scenario.${one}`))),
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
    ...labels.map((label) => [
      text(label),
      ...columns.map((outputs) => outputs.find((output) => output.label === label)?.cell ?? null),
    ]),
  ];
  return [
    { name, first: 42, rows },
    ...[cautious, bold, ...each].flatMap(({ sheets, inputs, flow }) => [
      { name: sheets.inputs, first: 36, rows: inputs.rows },
      { name: sheets.flow, first: 36, rows: flow.rows },
    ]),
  ];
}

/** The ends of the estimates as formulas over those of the case: `scenarioDraft` in cells. */
function followingEnd(sheet: string, draft: Draft, end: (typeof ENDS)[number]): Following {
  return {
    sheet,
    cell(line, input, base, { value, as }) {
      const own = draft.lines.find(({ id }) => id === line.id);
      const range = own && factorsOf(own).find((factor) => factor.input === input)?.range;
      const from = own && range && !isCertain(range) ? base[endOf(own, end)] : base.likely;
      return { formula: from, value, as };
    },
  };
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
      const from = change ? String(change.value / per) : base.likely;
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
