import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import { Opened } from "./opened";
import type { Simulation } from "./simulate";

/** How sure the NPV is, and what moves it. */
export function Uncertainty({ simulation }: { simulation: Simulation }) {
  const { t, tell, wholeMoney, money, percent, number } = useSpeech();
  const { p10, p50, p90, probabilityPositive, spread, tornado, npv, draws } = simulation;
  const points = [
    { key: "p10", value: p10 },
    { key: "p50", value: p50 },
    { key: "p90", value: p90 },
  ] as const;
  return (
    <Section
      title={t("business-cases.uncertainty")}
      lead={t("business-cases.uncertainty.lead", { draws: number(draws) })}
    >
      <FigureGrid label={t("business-cases.uncertainty")}>
        <Figure
          label={t("business-cases.uncertainty.probability")}
          value={percent(probabilityPositive, 0)}
          formula={<Opened explanation={simulation.explain} />}
        />
        {points.map(({ key, value }) => (
          <Figure
            key={key}
            label={t(`business-cases.uncertainty.${key}`)}
            value={wholeMoney(value)}
            title={money(value)}
            note={t(`business-cases.uncertainty.${key}.note`)}
          />
        ))}
      </FigureGrid>
      {spread.length > 0 && (
        <Chart
          caption={t("business-cases.spread")}
          note={t("business-cases.spread.note")}
          format={{ style: "percent" }}
          description={{
            kind: "bars",
            labelHeader: t("business-cases.output.npv"),
            labels: spread.map(({ from }) => t("business-cases.spread.from", { low: wholeMoney(from) })),
            series: [{ name: t("business-cases.spread.share"), paint: "a", values: spread.map(({ share }) => share) }],
          }}
        />
      )}
      {tornado.length > 0 ? (
        <Chart
          caption={t("business-cases.tornado")}
          note={t("business-cases.tornado.note")}
          format={{ style: "money" }}
          description={{
            kind: "tornado",
            labelHeader: t("business-cases.tornado.input"),
            lowLabel: t("business-cases.tornado.low"),
            highLabel: t("business-cases.tornado.high"),
            base: npv,
            bars: tornado.slice(0, 12).map((bar) => ({
              label: t("business-cases.tornado.bar", { line: tell(bar.line), input: t(bar.label) }),
              low: bar.atLow,
              high: bar.atHigh,
            })),
          }}
        />
      ) : (
        <p>{t("business-cases.tornado.none")}</p>
      )}
    </Section>
  );
}
