import { currencyDigits } from "#app/kernel/money";
import { columnName, type Format, type FormulaCell, type ModelCell } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import type { Evaluation } from "./evaluate";
import { type Draft, isMoney, type Line } from "./lines";
import type { InputsSheet, LineInputs } from "./workbook-inputs";

/** The cells of the flow that the summary's formulas look at, as ranges on the flow's sheet. */
export interface FlowSheet {
  rows: ModelCell[][];
  ranges: Record<"benefit" | "cost" | "net" | "cumulative" | "present" | "stays" | "crossing", string>;
  firstStays: string;
  lastStays: string;
}

const FIRST = 3;
const INDEX_ROW = 2;

/** What of a full quarter falls into the quarter of a column. */
function amountFormula(line: Line, { start, ramp, amounts }: LineInputs, full: string, index: string): string {
  if (amounts) {
    const place = `${index}-${start}+1`;
    return `IF(OR(${index}<${start},${place}>${amounts.count}),0,${full}*INDEX(${amounts.range},${place}))`;
  }
  if (line.kind === "build" || line.kind === "change") return `IF(${index}=${start},${full},0)`;
  if (ramp === null) return `IF(${index}<${start},0,${full})`;
  return `IF(${index}<${start},0,${full}*IF(${ramp}>0,MIN(1,(${index}-${start}+1)/${ramp}),1))`;
}

/** Lines by quarter, their sums, and what NPV and payback are worked out from: every cell a formula over the inputs. */
export function flowSheet(draft: Draft, evaluation: Evaluation, inputs: InputsSheet, speech: Speech): FlowSheet {
  const { t, tell, quarter, currency } = speech;
  const digits = currencyDigits(currency);
  const scale = 10 ** digits;
  const quarters = draft.horizonQuarters;
  const columns = Array.from({ length: quarters }, (_, at) => columnName(FIRST + at));
  const last = columns.at(-1) ?? "";
  const totalColumn = FIRST + quarters;
  const text = (said: string): ModelCell => ({ text: said });
  const rows: ModelCell[][] = [
    [
      text(t("business-cases.workbook.line")),
      text(t("business-cases.workbook.kind")),
      text(t("business-cases.lines.full-quarter")),
      ...evaluation.quarters.map((each) => text(quarter(each.quarter))),
      text(t("business-cases.flow.total")),
    ],
    [text(t("business-cases.workbook.rank")), null, null, ...columns.map((_, at) => ({ number: at, digits: 0 }))],
  ];
  const row = () => rows.length + 1;
  const formula = (said: string, value: number | string, as: Format = "decimals"): FormulaCell => ({
    formula: said,
    value,
    as,
  });
  const sum = (of: number) => `SUM(${columns[0]}${of}:${last}${of})`;

  const sideRows: Record<Line["side"], number[]> = { benefit: [], cost: [], both: [] };
  const quantityRows: (() => void)[] = [];
  for (const [place, line] of draft.lines.entries()) {
    const of = inputs.lines[place];
    if (!of) continue;
    const put = (amounts: readonly number[], fullQuarter: number, total: number, rounded: boolean) => {
      const at = row();
      const product = of.factors.reduce((said, { at: cell, divides }) => `${said}${divides ? "/" : "*"}${cell}`, "1");
      rows.push([
        text(tell(line.label)),
        text(t(`business-cases.kind.${line.kind}`)),
        formula(product, fullQuarter, "price"),
        ...columns.map((column, index) => {
          const amount = amountFormula(line, of, `$C${at}`, `${column}$${INDEX_ROW}`);
          return formula(rounded ? `ROUND(${amount},${digits})` : amount, amounts[index] ?? 0);
        }),
        formula(sum(at), total),
      ]);
      return at;
    };
    if (isMoney(line)) {
      const flow = evaluation.lines.find((each) => each.line.id === line.id);
      if (!flow) continue;
      // A share of amounts is no money: what it is multiplied with is.
      const full = line.side === "both" ? flow.fullQuarter : flow.fullQuarter / scale;
      const amounts = flow.amounts.map((amount) => amount / scale);
      sideRows[line.side].push(put(amounts, full, flow.total / scale, true));
    } else {
      const flow = evaluation.nonMonetary.find((each) => each.line.id === line.id);
      if (flow) quantityRows.push(() => put(flow.quantities, flow.fullQuarter, flow.total, false));
    }
  }

  type Cell = (column: string, index: number) => FormulaCell;
  const derived = (label: string, cell: Cell, total?: FormulaCell): number => {
    const at = row();
    rows.push([text(label), null, null, ...columns.map(cell), total ?? null]);
    return at;
  };
  const valueAt = (index: number) => evaluation.quarters[index];
  const { outputs } = evaluation;
  const parts = (side: "benefit" | "cost", column: string): string => {
    const plain = sideRows[side].map((at) => `${column}${at}`);
    const mixed = sideRows.both.map((at) => `MAX(0,${side === "benefit" ? "" : "-"}${column}${at})`);
    return [...plain, ...mixed].join("+") || "0";
  };
  const money = (value: number | undefined) => (value ?? 0) / scale;
  const rounded = (said: string) => `ROUND(${said},${digits})`;
  const total = (of: number, value: number) => formula(sum(of), value / scale);

  const benefit = derived(
    t("business-cases.flow.benefit"),
    (column, index) => formula(rounded(parts("benefit", column)), money(valueAt(index)?.benefit)),
    total(row(), outputs.totalBenefit),
  );
  const cost = derived(
    t("business-cases.flow.cost"),
    (column, index) => formula(rounded(parts("cost", column)), money(valueAt(index)?.cost)),
    total(row(), outputs.totalCost),
  );
  const net = derived(
    t("business-cases.flow.net"),
    (column, index) => formula(rounded(`${column}${benefit}-${column}${cost}`), money(valueAt(index)?.net)),
    total(row(), outputs.totalNet),
  );
  const cumulative = derived(t("business-cases.flow.cumulative"), (column, index) => {
    const before = index > 0 ? `${columns[index - 1]}${row()}+` : "";
    return formula(rounded(`${before}${column}${net}`), money(valueAt(index)?.cumulative));
  });
  const discount = derived(t("business-cases.workbook.discount"), (column, index) =>
    formula(`1/(1+${inputs.rate})^${column}$${INDEX_ROW}`, (1 + evaluation.quarterlyRate) ** -index, "price"),
  );
  const present = derived(t("business-cases.flow.present"), (column, index) =>
    formula(
      `${column}${net}*${column}${discount}`,
      money(valueAt(index)?.net) * (1 + evaluation.quarterlyRate) ** -index,
      "price",
    ),
  );
  const staysAt = (index: number) => evaluation.quarters.slice(index).every((each) => each.cumulative >= 0);
  const stays = derived(t("business-cases.workbook.stays"), (column, index) => {
    const next = columns[index + 1];
    const said = next
      ? `IF(AND(${column}${cumulative}>=0,${next}${row()}=1),1,0)`
      : `IF(${column}${cumulative}>=0,1,0)`;
    return formula(said, staysAt(index) ? 1 : 0, "whole");
  });
  const crossing = derived(t("business-cases.workbook.crossing"), (column, index) => {
    const before = columns[index - 1];
    if (!before) return formula("0", 0, "price");
    const crossed = staysAt(index) && !staysAt(index - 1);
    const [was, now] = [valueAt(index - 1)?.cumulative ?? 0, valueAt(index)?.net ?? 0];
    return formula(
      `IF(AND(${column}${stays}=1,${before}${stays}=0),${before}$${INDEX_ROW}-${before}${cumulative}/${column}${net},0)`,
      crossed ? index - 1 - was / now : 0,
      "price",
    );
  });
  for (const put of quantityRows) put();
  const range = (of: number) => `$${columns[0]}$${of}:$${last}$${of}`;
  return {
    rows: rows.map((cells) => cells.slice(0, totalColumn + 1)),
    ranges: {
      benefit: range(benefit),
      cost: range(cost),
      net: range(net),
      cumulative: range(cumulative),
      present: range(present),
      stays: range(stays),
      crossing: range(crossing),
    },
    firstStays: `$${columns[0]}$${stays}`,
    lastStays: `$${last}$${stays}`,
  };
}
