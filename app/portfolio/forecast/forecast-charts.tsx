import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Section } from "#app/ui/page";
import { drill } from "../filters";
import { forecastAddress } from "./forecast-address";
import type { ForecastAnswer } from "./read-forecast.server";

/** What each quarter brought, is expected to bring, and was promised to. */
export function ByQuarter({ year, departmentId, quarters }: ForecastAnswer) {
  const { t, quarter: say } = useSpeech();
  return (
    <Section title={t("forecast.by-quarter")}>
      <Chart
        caption={t("forecast.by-quarter.caption")}
        format={{ style: "money" }}
        note={t("forecast.by-quarter.note")}
        description={{
          kind: "bars",
          stacked: true,
          labelHeader: t("measurement.quarter"),
          labels: quarters.map((each) => say(each.quarter)),
          series: [
            {
              name: t("measurement.realised"),
              paint: "a",
              values: quarters.map((each) => each.realised),
              hrefs: quarters.map((each) => drill("reports", { quarter: each.quarter, departmentId })),
            },
            {
              name: t("forecast.expected"),
              paint: "muted",
              values: quarters.map((each) => (each.closed ? null : each.expected)),
              hrefs: quarters.map((each) => `${forecastAddress({ year, departmentId, quarter: each.quarter })}#cases`),
            },
            {
              name: t("forecast.low"),
              line: true,
              paint: "c",
              values: quarters.map((each) => (each.closed ? null : (each.realised ?? 0) + each.low)),
            },
            {
              name: t("forecast.high"),
              line: true,
              paint: "b",
              values: quarters.map((each) => (each.closed ? null : (each.realised ?? 0) + each.high)),
            },
            {
              name: t("portfolio.forecast"),
              line: true,
              paint: "d",
              values: quarters.map((each) => each.promised),
              hrefs: quarters.map((each) => drill("cases", { quarter: each.quarter, departmentId })),
            },
          ],
        }}
      />
    </Section>
  );
}

/** The way from what is promised to what is expected. */
export function Bridge({ year, departmentId, bridge }: ForecastAnswer) {
  const { t } = useSpeech();
  const cases = `${forecastAddress({ year, departmentId })}#cases`;
  const steps = (["promised", "gone", "chance", "experience", "unpromised", "expected"] as const)
    .map((step) => ({
      label: t(`forecast.bridge.${step}`),
      value: bridge[step],
      total: step === "promised" || step === "expected",
      href: cases,
    }))
    .filter((step) => step.total || step.value !== 0);
  return (
    <Section title={t("forecast.bridge")}>
      <Chart
        caption={t("forecast.bridge.caption")}
        format={{ style: "money" }}
        description={{
          kind: "waterfall",
          labelHeader: t("changes.step"),
          valueHeader: t("forecast.value"),
          steps,
        }}
      />
    </Section>
  );
}
