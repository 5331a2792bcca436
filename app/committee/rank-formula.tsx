import { useSpeech } from "#app/locales/use-speech";
import { Formula, type FormulaInput } from "#app/ui/figure";
import { asMinor, checkReason } from "./filter-words";
import type { RankBasis } from "./rank-basis";

/** Where each input is worked out. */
export interface RankSources {
  /** None where it is not what stands there. */
  score?: string;
  businessCase: string;
  probability?: string;
}

export const liveSources = (reference: string): RankSources => ({
  score: `/use-cases/${reference}/assessment#score`,
  businessCase: `/use-cases/${reference}/business-case`,
  probability: "/prioritise/filters#probabilities",
});

/** Why a case stands where it stands: its filters, its quadrant, and the value per euro that orders its quadrant. */
export function RankFormula({
  basis,
  at,
  more = [],
  open,
}: {
  basis: RankBasis;
  at: RankSources;
  /** What else its row shows, and comes of its place. */
  more?: readonly FormulaInput[];
  open?: boolean;
}) {
  const speech = useSpeech();
  const { t, tell, number, percent, money } = speech;
  const { checks, value, complexity, npvP50Minor, totalCostMinor, quadrant, probability, riskAdjustedNpv, perCost } =
    basis;
  const known = (said: string) => (probability === null ? t("committee.record.not-kept") : said);
  return (
    <Formula
      summary={t("prioritise.why")}
      open={open}
      expression={t("prioritise.formula")}
      inputs={[
        ...checks.map((check) => ({
          name: tell(check.filter.name),
          value: t(`prioritise.state-of.${check.state}`),
          note: checkReason(speech, check) || undefined,
        })),
        { name: t("prioritise.field.value"), value: number(value, 0), href: at.score },
        { name: t("prioritise.field.complexity"), value: number(complexity, 0), href: at.score },
        { name: t("prioritise.quadrant"), value: t(`prioritise.quadrant.${quadrant}`) },
        { name: t("prioritise.field.npvP50Minor"), value: money(asMinor(npvP50Minor ?? 0)), href: at.businessCase },
        {
          name: t("prioritise.probability"),
          value: known(percent(probability, 0)),
          ...(at.probability ? { href: at.probability } : {}),
        },
        { name: t("prioritise.risk-adjusted"), value: known(money(asMinor(riskAdjustedNpv))) },
        {
          name: t("prioritise.field.totalCostMinor"),
          value: money(asMinor(totalCostMinor ?? 0)),
          href: at.businessCase,
        },
        {
          name: t("prioritise.per-cost"),
          value: known(perCost === null ? t("prioritise.no-cost") : number(perCost, 2)),
        },
        ...more,
      ]}
    />
  );
}
