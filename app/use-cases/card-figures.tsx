import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid } from "#app/ui/figure";
import type { Card } from "./card.server";

/** What the case stands at, each figure leading to the page that it comes from. */
export function CardFigures(props: { standing: NonNullable<Card["standing"]>; reference: string }) {
  const { t, number, shortMoney, money, percent } = useSpeech();
  const { value, complexity, scoresHidden, assessments, npvMinor, realisedMinor, provenMinor, costMinor, roi } =
    props.standing;
  const base = `/use-cases/${props.reference}`;
  const share = realisedMinor !== null && realisedMinor > 0 ? (provenMinor ?? 0) / realisedMinor : null;
  const reported = realisedMinor !== null;
  const spent = costMinor !== null;
  const owed = scoresHidden && <a href={`${base}/assessment`}>{t("use-cases.scores-hidden")}</a>;
  return (
    <FigureGrid label={t("use-cases.card.figures")}>
      <Figure
        label={t("use-cases.column.value")}
        value={number(value, 0)}
        unit={value === null ? undefined : t("use-cases.card.of-100")}
        href={value === null ? undefined : `${base}/assessment#score`}
        comparison={owed}
        note={t("use-cases.card.assessments", { count: assessments })}
      />
      <Figure
        label={t("use-cases.column.complexity")}
        value={number(complexity, 0)}
        unit={complexity === null ? undefined : t("use-cases.card.of-100")}
        href={complexity === null ? undefined : `${base}/assessment#score`}
        comparison={owed}
        note={t("use-cases.card.complexity.note")}
      />
      <Figure
        label={t("use-cases.column.npv")}
        value={shortMoney(npvMinor)}
        title={money(npvMinor)}
        href={npvMinor === null ? undefined : `${base}/business-case`}
        note={
          npvMinor === null ? t("use-cases.card.no-business-case") : t("use-cases.card.roi", { roi: percent(roi, 0) })
        }
      />
      <Figure
        label={t("use-cases.column.realised")}
        value={shortMoney(realisedMinor)}
        title={money(realisedMinor)}
        href={reported ? `${base}/kpis` : undefined}
        note={reported || spent ? t("use-cases.card.cost", { cost: money(costMinor) }) : t("use-cases.card.no-reports")}
      />
      <Figure
        label={t("use-cases.column.proven")}
        value={percent(share, 0)}
        href={share === null ? undefined : `${base}/kpis`}
        note={share === null ? null : t("use-cases.card.proven", { proven: money(provenMinor) })}
      />
    </FigureGrid>
  );
}
