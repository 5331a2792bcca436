import { currencyDigits } from "#app/kernel/money";
import { columnName, type Format, type ModelCell } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import { factorsOf, type Unit } from "./factors";
import type { NumberName } from "./line-fields";
import { type Draft, isCertain, type Line, type Range } from "./lines";
import { quarterlyRate } from "./returns";

/** Where a line's numbers stand on the sheet of inputs, as references that other sheets may use. */
export interface LineInputs {
  /** The factors whose product is a full quarter. */
  factors: { at: string; divides: boolean }[];
  start: string;
  ramp: string | null;
  /** The amounts of a line by quarter, in their order. */
  amounts: { range: string; count: number } | null;
}

export interface InputsSheet {
  rows: ModelCell[][];
  lines: LineInputs[];
  /** The rate of a quarter. */
  rate: string;
}

const COLUMNS: Record<keyof Range, string> = { low: columnName(4), likely: columnName(5), high: columnName(6) };

export const FORMATS: Record<Unit, Format> = {
  money: "decimals",
  price: "price",
  percent: "share",
  number: "price",
  quarters: "whole",
};

const text = (said: string): ModelCell => ({ text: said });

/** A reference to a cell of a sheet, which stays where it is when it is copied. */
export const fixed = (sheet: string, column: string, row: number): string =>
  `'${sheet.replaceAll("'", "''")}'!$${column}$${row}`;

const estimatesAt = (sheet: string, row: number): Record<keyof Range, string> => ({
  low: fixed(sheet, COLUMNS.low, row),
  likely: fixed(sheet, COLUMNS.likely, row),
  high: fixed(sheet, COLUMNS.high, row),
});

export type CellName = NumberName | "lineAmount";

/** Where the sheet follows another one of the same lines: what stands in the cell of an input there. */
export interface Following {
  /** The sheet that is followed. */
  sheet: string;
  /** @param base the three estimates of the same row of the other sheet; @param per what a value is divided by, to be in units of the currency */
  cell(
    line: Line,
    input: CellName,
    base: Record<keyof Range, string>,
    shown: { value: number; per: number; as: Format },
  ): ModelCell;
}

/**
 * Every number of a business case, one a row, those that may be changed in cells of their own. Money is in units of the
 * currency.
 */
export function inputsSheet(draft: Draft, speech: Speech, sheet: string, following?: Following): InputsSheet {
  const { t, tell, quarter, currency } = speech;
  const scale = 10 ** currencyDigits(currency);
  const units: Record<Unit, string> = {
    money: currency,
    price: currency,
    percent: "%",
    number: "",
    quarters: t("business-cases.unit.quarters"),
  };
  const rows: ModelCell[][] = [
    (["line", "kind", "input", "unit", "low", "likely", "high"] as const).map((name) =>
      text(t(`business-cases.workbook.${name}`)),
    ),
  ];
  const at = () => fixed(sheet, COLUMNS.likely, rows.length);
  const frame = (label: string, unit: string, cell: ModelCell): string => {
    rows.push([null, null, text(label), text(unit), null, cell]);
    return at();
  };
  frame(t("business-cases.field.firstQuarter"), "", text(quarter(draft.firstQuarter)));
  frame(t("business-cases.field.horizonQuarters"), units.quarters, { number: draft.horizonQuarters, digits: 0 });
  const yearly = frame(
    t("business-cases.field.discountRate"),
    "%",
    following
      ? { formula: fixed(following.sheet, COLUMNS.likely, rows.length + 1), value: draft.discountRate, as: "share" }
      : { input: draft.discountRate, as: "share" },
  );
  const rate = frame(t("business-cases.input.quarterlyRate"), "%", {
    formula: `(1+${yearly})^(1/4)-1`,
    value: quarterlyRate(draft.discountRate),
    as: "share",
  });
  const put = (line: Line, name: CellName, unit: Unit, range: Range): string => {
    const label = t(`business-cases.input.${name}`);
    const per = unit === "money" || unit === "price" ? scale : 1;
    const end = (value: number): ModelCell => (isCertain(range) ? null : { input: value / per, as: FORMATS[unit] });
    const shown = { value: range.likely / per, per, as: FORMATS[unit] };
    const likely: ModelCell = following
      ? following.cell(line, name, estimatesAt(following.sheet, rows.length + 1), shown)
      : { input: shown.value, as: shown.as };
    const kind = t(`business-cases.kind.${line.kind}`);
    rows.push([
      text(tell(line.label)),
      text(kind),
      text(label),
      text(units[unit]),
      end(range.low),
      likely,
      end(range.high),
    ]);
    return at();
  };
  const number = (value: number): Range => ({ low: value, likely: value, high: value });
  const lines = draft.lines.map((line): LineInputs => {
    const factors = factorsOf(line).map(({ input, range, unit, divides }) => ({
      at: put(line, input, unit, range),
      divides: divides === true,
    }));
    const started = number(line.startsAfterQuarters);
    const start = put(line, "startsAfterQuarters", "quarters", started);
    const ramp = line.side === "benefit" ? put(line, "rampQuarters", "quarters", number(line.rampQuarters)) : null;
    if (line.side !== "both") return { factors, start, ramp, amounts: null };
    const refs = line.amounts.map((amount) => put(line, "lineAmount", "money", number(amount)));
    const [first = "", last = ""] = [refs[0], refs.at(-1)];
    return { factors, start, ramp, amounts: { range: `${first}:${last.split("!").at(-1)}`, count: refs.length } };
  });
  return { rows, lines, rate };
}
