import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Chart } from "#app/ui/chart";
import { NumberField } from "#app/ui/field";
import { FieldGrid, FormActions } from "#app/ui/form";
import { Section } from "#app/ui/page";
import type { Evaluation } from "./evaluate";
import { KeptScenarios } from "./keep-scenario";
import type { ShownBusinessCase } from "./page.server";
import { type OwnScenario, SCENARIOS, type Scenario } from "./scenarios";
import { ScenariosTable, scenarioName } from "./scenarios-table";

interface Props {
  scenarios: readonly Scenario[];
  own: OwnScenario | null;
  quarters: Evaluation["quarters"];
  shown: ShownBusinessCase;
  mayKeep: boolean;
}

const PAINTS = { cautious: "muted", likely: "a", bold: "c", own: "b" } as const;
const KEPT_PAINTS = ["d", "e", "f", "grade-3"] as const;
const kept = SCENARIOS.length;

/** Cautious, likely, bold, and one's own: the same case, side by side; those that the author named are kept with it. */
export function ScenariosSection({ scenarios, own, quarters, shown, mayKeep }: Props) {
  const speech = useSpeech();
  const { t, percent, quarter } = speech;
  const share = (value: number | undefined) => String(Math.round((value ?? 1) * 100));
  return (
    <Section id="scenarios" title={t("business-cases.scenarios")} lead={t("business-cases.scenarios.lead")}>
      <ScenariosTable scenarios={scenarios} />
      <Chart
        caption={t("business-cases.scenarios.chart")}
        format={{ style: "money" }}
        description={{
          kind: "lines",
          labelHeader: t("business-cases.flow.quarter"),
          labels: quarters.map((each) => quarter(each.quarter)),
          series: scenarios.map((each, place) => ({
            name: scenarioName(speech, each),
            paint: each.name === "kept" ? KEPT_PAINTS[(place - kept) % KEPT_PAINTS.length] : PAINTS[each.name],
            values: each.cumulative,
          })),
        }}
      />
      <form method="get" action="#scenarios" className="form">
        <input type="hidden" name="version" value={shown.number} />
        <FieldGrid columns={3}>
          <NumberField
            name="benefits"
            label={t("business-cases.scenario.own.benefits")}
            value={share(own?.benefits)}
            unit="%"
          />
          <NumberField name="costs" label={t("business-cases.scenario.own.costs")} value={share(own?.costs)} unit="%" />
          <NumberField
            name="delay"
            label={t("business-cases.scenario.own.delay")}
            value={String(own?.delayQuarters ?? 0)}
            unit={t("business-cases.unit.quarters")}
          />
        </FieldGrid>
        {own && (
          <p className="hint">
            {t("business-cases.scenario.own.said", {
              benefits: percent(own.benefits, 0),
              costs: percent(own.costs, 0),
              delay: own.delayQuarters,
            })}
          </p>
        )}
        <FormActions>
          <Button variant="quiet">{t("business-cases.scenario.own.see")}</Button>
        </FormActions>
      </form>
      <KeptScenarios shown={shown} mayKeep={mayKeep} own={own} />
    </Section>
  );
}
