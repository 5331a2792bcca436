import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { Row, Stack } from "#app/ui/page";
import { asMinor, checkReason } from "./filter-words";
import type { FilterCheck, FilterState } from "./filters";
import type { RankedView } from "./prioritise.server";
import type { Quadrant } from "./ranking";

export const QUADRANT_TONES = {
  "quick-win": "good",
  "strategic-bet": "accent",
  "fill-in": "neutral",
  avoid: "warning",
} as const satisfies Record<Quadrant, string>;

const STATE_TONES = { pass: "good", fail: "bad", missing: "warning", excepted: "accent" } as const satisfies Record<
  FilterState,
  string
>;

/** The filters that say something of a case: those that stop it, and those that a signed exception lets it pass. */
export function Checks({ checks, except }: { checks: readonly FilterCheck[]; except: string | null }) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const notable = checks.flatMap((check) => (check.state === "pass" ? [] : [{ ...check, state: check.state }]));
  if (notable.length === 0) return null;
  return (
    <Stack gap="tight">
      {notable.map((check) => (
        <Row key={check.filter.id}>
          <Badge tone={STATE_TONES[check.state]} title={checkReason(speech, check)}>
            {t(`prioritise.state.${check.state}`, { filter: tell(check.filter.name) })}
          </Badge>
        </Row>
      ))}
      {except && notable.some(({ state }) => state === "fail") && <a href={except}>{t("prioritise.exception.give")}</a>}
    </Stack>
  );
}

/** Why a case stands where it stands: its filters, its quadrant, and the value per euro that orders its quadrant. */
export function RankFormula({ row }: { row: RankedView }) {
  const speech = useSpeech();
  const { t, tell, number, percent, money } = speech;
  const { figures, checks, quadrant, probability, riskAdjustedNpv, perCost } = row;
  const at = `/use-cases/${row.reference}`;
  return (
    <Formula
      summary={t("prioritise.why")}
      expression={t("prioritise.formula")}
      inputs={[
        ...checks.map((check) => ({
          name: tell(check.filter.name),
          value: t(`prioritise.state-of.${check.state}`),
          note: checkReason(speech, check),
        })),
        { name: t("prioritise.field.value"), value: number(figures.value, 0), href: `${at}/assessment#score` },
        {
          name: t("prioritise.field.complexity"),
          value: number(figures.complexity, 0),
          href: `${at}/assessment#score`,
        },
        { name: t("prioritise.quadrant"), value: t(`prioritise.quadrant.${quadrant}`) },
        {
          name: t("prioritise.field.npvP50Minor"),
          value: money(asMinor(figures.npvP50Minor ?? 0)),
          href: `${at}/business-case`,
        },
        {
          name: t("prioritise.probability"),
          value: percent(probability, 0),
          href: "/prioritise/filters#probabilities",
        },
        { name: t("prioritise.risk-adjusted"), value: money(asMinor(riskAdjustedNpv)) },
        {
          name: t("prioritise.field.totalCostMinor"),
          value: money(asMinor(figures.totalCostMinor ?? 0)),
          href: `${at}/business-case`,
        },
        { name: t("prioritise.per-cost"), value: perCost === null ? t("prioritise.no-cost") : number(perCost, 2) },
      ]}
    />
  );
}
