import type { Speech } from "#app/locales/speech";
import type { Drawing } from "#app/ui/chart-data";
import type { Evaluation } from "./evaluate";
import type { Simulation } from "./simulate";

const MOST_BARS = 12;

/** Benefits, costs and their cumulated net, quarter by quarter. */
export function flowDrawing({ quarters }: Pick<Evaluation, "quarters">, { t, quarter }: Speech): Drawing {
  return {
    caption: t("business-cases.flow.chart"),
    format: { style: "money" },
    description: {
      kind: "bars",
      labelHeader: t("business-cases.flow.quarter"),
      labels: quarters.map((each) => quarter(each.quarter)),
      series: [
        { name: t("business-cases.flow.benefit"), paint: "a", values: quarters.map(({ benefit }) => benefit) },
        { name: t("business-cases.flow.cost"), paint: "muted", values: quarters.map(({ cost }) => cost) },
        {
          name: t("business-cases.flow.cumulative"),
          paint: "c",
          line: true,
          values: quarters.map(({ cumulative }) => cumulative),
        },
      ],
    },
  };
}

/** The estimates that pull the NPV most. */
export function tornadoDrawing({ npv, tornado }: Pick<Simulation, "npv" | "tornado">, { t, tell }: Speech): Drawing {
  return {
    caption: t("business-cases.tornado"),
    format: { style: "money" },
    description: {
      kind: "tornado",
      labelHeader: t("business-cases.tornado.input"),
      lowLabel: t("business-cases.tornado.low"),
      highLabel: t("business-cases.tornado.high"),
      base: npv,
      bars: tornado.slice(0, MOST_BARS).map((bar) => ({
        label: t("business-cases.tornado.bar", { line: tell(bar.line), input: t(bar.label) }),
        low: bar.atLow,
        high: bar.atHigh,
      })),
    },
  };
}
