import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Section } from "#app/ui/page";
import type { ComparedCase } from "./compare.server";

/** Inputs that move the NPV most. */
const STRONGEST = 5;
const PAINTS = ["a", "b", "c", "d"] as const;

/** The cumulative net of each, on one calendar. */
export function CashFlows({ cases }: { cases: readonly ComparedCase[] }) {
  const { t, quarter } = useSpeech();
  const known = cases.flatMap(({ reference, businessCase }) =>
    businessCase ? [{ reference, quarters: businessCase.evaluation.quarters }] : [],
  );
  if (known.length === 0) return null;
  const calendar = [...new Set(known.flatMap(({ quarters }) => quarters.map((one) => one.quarter)))].sort();
  return (
    <Section title={t("compare.flow")}>
      <Chart
        caption={t("compare.flow.chart")}
        format={{ style: "money" }}
        description={{
          kind: "lines",
          labelHeader: t("business-cases.flow.quarter"),
          labels: calendar.map((at) => quarter(at)),
          series: known.map(({ reference, quarters }, index) => {
            const at = new Map(quarters.map((one) => [one.quarter, one.cumulative]));
            return { name: reference, paint: PAINTS[index], values: calendar.map((each) => at.get(each) ?? null) };
          }),
        }}
      />
    </Section>
  );
}

/** What moves the NPV of each, the strongest first. */
export function Tornadoes({ cases }: { cases: readonly ComparedCase[] }) {
  const { t, tell } = useSpeech();
  const known = cases.flatMap(({ reference, businessCase }) =>
    businessCase && businessCase.simulation.tornado.length > 0 ? [{ reference, ...businessCase.simulation }] : [],
  );
  if (known.length === 0) return null;
  return (
    <Section title={t("business-cases.tornado")}>
      {known.map(({ reference, npv, tornado }) => (
        <Chart
          key={reference}
          caption={reference}
          format={{ style: "money" }}
          height="short"
          description={{
            kind: "tornado",
            labelHeader: t("business-cases.tornado.input"),
            lowLabel: t("business-cases.tornado.low"),
            highLabel: t("business-cases.tornado.high"),
            base: npv,
            bars: tornado.slice(0, STRONGEST).map((bar) => ({
              label: t("business-cases.tornado.bar", { line: tell(bar.line), input: t(bar.label) }),
              low: bar.atLow,
              high: bar.atHigh,
            })),
          }}
        />
      ))}
    </Section>
  );
}
