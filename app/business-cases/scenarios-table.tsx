import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import { DataTable } from "#app/ui/table";
import type { Scenario } from "./scenarios";
import { writtenInputs, writtenIrr, writtenPayback } from "./written";

export const scenarioName = ({ t }: Speech, { name, title }: Scenario): string =>
  name === "kept" ? (title ?? "") : t(`business-cases.scenario.${name}`);

const FIGURES = ["npv", "roi", "payback", "irr", "peakFunding", "totalCost"] as const;

/** All the figures of a scenario opened at once: they are worked out from the same benefits and costs, quarter by quarter. */
function ScenarioFormulas({ name, explain }: Scenario) {
  const speech = useSpeech();
  const { t } = speech;
  const { totalBenefit, totalCost } = explain;
  const own = new Map(
    [...totalBenefit.inputs, ...totalCost.inputs, ...explain.roi.inputs, ...explain.npv.inputs].map((input) => [
      `${input.label} ${input.quarter ?? ""} ${JSON.stringify(input.line ?? "")}`,
      input,
    ]),
  );
  return (
    <Formula
      expression={
        <>
          {t(`business-cases.scenario.formula.${name}`)}
          {FIGURES.map((figure) => (
            <span className="hint formula-part" key={figure}>
              {t("business-cases.scenario.figure", {
                figure: t(`business-cases.output.${figure}`),
                formula: t(explain[figure].formula),
              })}
            </span>
          ))}
        </>
      }
      inputs={writtenInputs(speech, [...own.values()])}
    />
  );
}

/** What follows from each scenario, side by side. */
export function ScenariosTable({ scenarios }: { scenarios: readonly Scenario[] }) {
  const speech = useSpeech();
  const { t, wholeMoney, percent } = speech;
  return (
    <DataTable
      caption={t("business-cases.scenarios")}
      hideCaption
      narrow="cards"
      rows={scenarios}
      rowKey={({ name, title }) => title ?? name}
      columns={[
        {
          key: "name",
          header: t("business-cases.scenarios.which"),
          cell: (each) => scenarioName(speech, each),
          rowHeader: true,
        },
        {
          key: "npv",
          header: t("business-cases.output.npv"),
          numeric: true,
          cell: ({ outputs }) => wholeMoney(outputs.npv),
        },
        {
          key: "roi",
          header: t("business-cases.output.roi"),
          numeric: true,
          cell: ({ outputs }) => percent(outputs.roi, 0),
        },
        {
          key: "payback",
          header: t("business-cases.output.payback"),
          cell: ({ outputs }) => writtenPayback(speech, outputs.payback),
        },
        {
          key: "irr",
          header: t("business-cases.output.irr"),
          cell: ({ outputs }) => writtenIrr(speech, outputs.irr),
        },
        {
          key: "peak",
          header: t("business-cases.output.peakFunding"),
          numeric: true,
          cell: ({ outputs }) => wholeMoney(outputs.peakFunding),
        },
        {
          key: "cost",
          header: t("business-cases.output.totalCost"),
          numeric: true,
          cell: ({ outputs }) => wholeMoney(outputs.totalCost),
        },
        { key: "formula", header: t("business-cases.lines.formula"), cell: (each) => <ScenarioFormulas {...each} /> },
      ]}
    />
  );
}
