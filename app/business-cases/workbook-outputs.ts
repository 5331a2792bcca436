import { currencyDigits } from "#app/kernel/money";
import type { ModelCell } from "#app/kernel/sheet";
import type { Speech } from "#app/locales/speech";
import type { Evaluation } from "./evaluate";
import type { FlowSheet } from "./workbook-flow";
import { writtenIrr } from "./written";

export interface OutputRow {
  label: string;
  cell: ModelCell;
  /** What else there is to say of it. */
  note: string;
}

/** Rates of a quarter, from which a spreadsheet looks for the internal rate of return one after the other. */
const GUESSES = [0.1, 0.02, 0.5, -0.05, 2, -0.3, 5] as const;

/** What follows from a flow, each as a formula over that sheet. */
export function outputRows(
  { outputs, exact }: Evaluation,
  flow: FlowSheet,
  flowName: string,
  speech: Speech,
): OutputRow[] {
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
  const own = exact.irr.kind === "one" ? [exact.irr.rate] : [];
  // A spreadsheet looks for it from one guess; where its inputs are changed, the rate of today is a poor one.
  const sought = [...own, ...GUESSES].reduceRight(
    (otherwise, guess) => `IFERROR(IRR(${net},${guess}),${otherwise})`,
    "NA()",
  );
  const nowhere = outputs.irr.kind === "none" ? none : t("business-cases.irr.not-found");
  const irr: ModelCell =
    outputs.irr.kind === "several"
      ? text(writtenIrr(speech, outputs.irr))
      : {
          formula: `IF(OR(MIN(${net})>=0,MAX(${net})<=0),${quoted(none)},IFERROR((1+${sought})^4-1,${quoted(nowhere)}))`,
          value: outputs.irr.kind === "one" ? outputs.irr.rate : none,
          as: "share",
        };
  const row = (label: string, cell: ModelCell, note = ""): OutputRow => ({ label, cell, note });
  // Each is found again from where it is: a spreadsheet's own guess finds one of them.
  const several = exact.irr.kind === "several" && outputs.irr.kind === "several" ? outputs.irr.rates : [];
  const each = several.map((value, at) => {
    const guess = exact.irr.kind === "several" ? exact.irr.rates[at] : 0;
    const cell: ModelCell = { formula: `(1+IRR(${net},${guess}))^4-1`, value, as: "share" };
    return row(t("business-cases.workbook.irr-one-of", { place: at + 1 }), cell);
  });
  return [
    row(t("business-cases.output.npv"), {
      formula: `ROUND(SUM(${on(flow.ranges.present)}),${digits})`,
      value: money(outputs.npv),
      as: "decimals",
    }),
    row(
      t("business-cases.output.irr"),
      irr,
      outputs.irr.kind === "several" ? t("business-cases.workbook.irr-several") : "",
    ),
    ...each,
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
  ];
}
