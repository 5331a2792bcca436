import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { DataTable } from "#app/ui/table";
import type { Scenario } from "./scenarios";
import { writtenIrr, writtenPayback } from "./written";

export const scenarioName = ({ t }: Speech, { name, title }: Scenario): string =>
  name === "kept" ? (title ?? "") : t(`business-cases.scenario.${name}`);

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
      ]}
    />
  );
}
