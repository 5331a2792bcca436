import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { drill } from "../filters";
import { behindAddress, COUNTED_STAGES, provenOf, realisedOf } from "./exposure";
import type { ExposureView } from "./exposure-view";

const GRADES = [3, 2, 1, 0] as const;

/** Every case that is linked, once; each figure opens to its inputs and leads to its cases. */
export function Together({ view: { by, together, unlinked, quarter } }: { view: ExposureView }) {
  const { t, shortMoney, money, wholeMoney, number } = useSpeech();
  const { withoutCost, withoutValue, grades, stages } = together;
  const live = stages.pilot + stages.production;
  const grade = (at: (typeof GRADES)[number]) => ({
    name: t(`exposure.grade.${at}`),
    value: money(grades?.[at]),
  });
  const known = (without: number) => ({
    name: t("exposure.formula.known"),
    value: t("exposure.formula.of-live", { count: live - without, live }),
  });
  return (
    <Section title={t("exposure.together")} lead={t("exposure.together.lead")}>
      <FigureGrid label={t("exposure.together")}>
        <Figure
          label={t("exposure.cases")}
          value={number(together.useCases)}
          href={behindAddress({ by })}
          note={
            <a href={behindAddress({ by, linked: "no" })}>{t("exposure.unlinked", { count: unlinked.useCases })}</a>
          }
          formula={
            <Formula
              expression={t("exposure.cases.formula")}
              inputs={COUNTED_STAGES.map((stage) => ({
                name: t(`use-cases.stage.${stage}`),
                value: number(stages[stage]),
                href: behindAddress({ by, stage }),
              }))}
            />
          }
        />
        <Figure
          label={t("exposure.realised")}
          value={shortMoney(realisedOf(together))}
          title={money(realisedOf(together))}
          href={behindAddress({ by, sort: "realised" })}
          comparison={
            <a href={behindAddress({ by, sort: "promised" })}>
              {t("exposure.promised-was", { amount: wholeMoney(together.promised) })}
            </a>
          }
          note={withoutValue > 0 ? t("exposure.value-unknown", { count: withoutValue }) : undefined}
          formula={
            <Formula expression={t("exposure.realised.formula")} inputs={[...GRADES.map(grade), known(withoutValue)]} />
          }
        />
        <Figure
          label={t("exposure.proven")}
          value={shortMoney(provenOf(together))}
          title={money(provenOf(together))}
          href={behindAddress({ by, sort: "proven" })}
          formula={<Formula expression={t("exposure.proven.formula")} inputs={[grade(3), grade(2)]} />}
        />
        <Figure
          label={t("exposure.run-cost")}
          value={shortMoney(together.runCost)}
          title={money(together.runCost)}
          href={behindAddress({ by, sort: "runCost" })}
          note={withoutCost > 0 ? t("exposure.cost-unknown", { count: withoutCost }) : undefined}
          formula={
            <Formula
              expression={t("exposure.run-cost.formula")}
              inputs={[
                { name: t("exposure.run-cost"), value: money(together.runCost), href: drill("costs", { quarter }) },
                known(withoutCost),
              ]}
            />
          }
        />
      </FigureGrid>
    </Section>
  );
}

const ROWS = ["linked", "unlinked", "elsewhere", "dashboard"] as const;

/** Why these sums are others than the dashboard's, to the cent. */
export function BridgeSection({ view: { by, bridge, quarter } }: { view: ExposureView }) {
  const { t, money } = useSpeech();
  const hrefs = {
    linked: behindAddress({ by }),
    unlinked: behindAddress({ by, linked: "no" }),
    elsewhere: drill("cases", { quarter }),
    dashboard: drill("", { quarter }),
  };
  return (
    <Section title={t("exposure.bridge")} lead={t("exposure.bridge.lead")}>
      <DataTable
        caption={t("exposure.bridge")}
        hideCaption
        narrow="cards"
        rows={ROWS.map((key) => ({ key, ...bridge[key] }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "which",
            header: t("exposure.which"),
            cell: ({ key }) => <a href={hrefs[key]}>{t(`exposure.bridge.${key}`)}</a>,
            rowHeader: true,
          },
          { key: "realised", header: t("exposure.realised"), cell: ({ realised }) => money(realised), numeric: true },
          { key: "cost", header: t("exposure.run-cost"), cell: ({ runCost }) => money(runCost), numeric: true },
        ]}
      />
    </Section>
  );
}
