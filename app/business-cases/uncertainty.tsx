import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import { tornadoDrawing } from "./drawings";
import { Opened } from "./opened";
import type { Simulation } from "./simulate";

/** How sure the NPV is, and what moves it. */
export function Uncertainty({ simulation }: { simulation: Simulation }) {
  const speech = useSpeech();
  const { t, wholeMoney, money, chance, number } = speech;
  const { p10, p50, p90, probabilityPositive, spread, tornado, draws } = simulation;
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
          value={chance(probabilityPositive, simulation.isSettled)}
          formula={<Opened explanation={simulation.explain} />}
        />
        {points.map(({ key, value }) => (
          <Figure
            key={key}
            label={t(`business-cases.uncertainty.${key}`)}
            value={wholeMoney(value)}
            title={money(value)}
            note={t(`business-cases.uncertainty.${key}.note`)}
            formula={<Opened explanation={simulation.explainPoints[key]} />}
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
        <Chart {...tornadoDrawing(simulation, speech)} note={t("business-cases.tornado.note")} />
      ) : (
        <p>{t("business-cases.tornado.none")}</p>
      )}
    </Section>
  );
}
