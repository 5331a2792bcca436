import { Reveal } from "#app/assessment/reveal";
import { CashFlowSection, LineSections } from "#app/business-cases/flow";
import { OutputFigures } from "#app/business-cases/outputs";
import { ScenariosTable } from "#app/business-cases/scenarios-table";
import { Uncertainty } from "#app/business-cases/uncertainty";
import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { RankFormula } from "./rank-formula";
import type { CaseRecord } from "./record.server";

/** The rank of that day, opened to what it was made of. */
export function KeptRank({ record: { figures, basis } }: { record: CaseRecord }) {
  const { t } = useSpeech();
  if (!figures || figures.rank === null) return null;
  const { rank, ranked } = figures;
  return (
    <Section id="rank" title={t("committee.record.rank")}>
      {basis ? (
        <FigureGrid label={t("committee.record.rank")}>
          <Figure
            size="large"
            label={t("committee.rank")}
            value={t("committee.rank.of", { rank, ranked })}
            formula={<RankFormula basis={basis} at={{ score: "#score", businessCase: "#business-case" }} />}
          />
        </FigureGrid>
      ) : (
        <Notice tone="info">{t("committee.record.rank.unkept")}</Notice>
      )}
      {basis?.probability === null && <Notice tone="info">{t("committee.record.probability.unkept")}</Notice>}
    </Section>
  );
}

/** The scores of that day, member by member; of older records their means alone. */
export function KeptScores({ record: { figures, snapshot, scoresHidden } }: { record: CaseRecord }) {
  const { t, tell, number } = useSpeech();
  const { round, overrides = [], criteria = [] } = snapshot;
  if (scoresHidden || !figures || figures.value === null) return null;
  if (round) return <Reveal round={round} before={[]} overrides={overrides} />;
  return (
    <Section id="score" title={t("committee.record.criteria")} lead={t("committee.record.criteria.lead")}>
      <Notice tone="info">{t("committee.record.scores.unkept")}</Notice>
      {criteria.length > 0 && (
        <DataTable
          caption={t("committee.record.criteria")}
          hideCaption
          narrow="cards"
          rows={criteria}
          rowKey={(_, index) => index}
          columns={[
            { key: "name", header: t("committee.record.criterion"), cell: ({ name }) => tell(name), rowHeader: true },
            {
              key: "weight",
              header: t("committee.record.weight"),
              cell: ({ weight }) => number(weight),
              numeric: true,
            },
            { key: "mean", header: t("committee.record.mean"), cell: ({ mean }) => number(mean, 1), numeric: true },
            {
              key: "spread",
              header: t("committee.record.spread"),
              cell: ({ low, high }) => t("committee.record.from-to", { low, high }),
              numeric: true,
            },
            {
              key: "scores",
              header: t("committee.record.scores"),
              cell: ({ scores }) => number(scores),
              numeric: true,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The business case of that day, line by line, each figure opening to its formula as on the page of today's. */
export function KeptBusinessCaseView({ record }: { record: CaseRecord }) {
  const { t, quarter, percent } = useSpeech();
  const { figures, evaluation, simulation, scenarios } = record;
  const { businessCase } = record.snapshot;
  if (!businessCase || !evaluation || !simulation) {
    return figures && figures.npvMinor !== null ? (
      <Section id="business-case" title={t("business-cases.title")}>
        <Notice tone="info">{t("committee.record.business-case.unkept")}</Notice>
      </Section>
    ) : null;
  }
  return (
    <>
      <Section
        id="business-case"
        title={t("business-cases.title")}
        lead={t("committee.record.business-case", {
          number: businessCase.number,
          quarter: quarter(businessCase.firstQuarter),
          count: businessCase.horizonQuarters,
          rate: percent(businessCase.discountRate, 1),
        })}
      >
        {figures && figures.npvMinor !== null && figures.npvMinor !== evaluation.outputs.npv && (
          <Notice tone="warning">{t("committee.record.business-case.otherwise")}</Notice>
        )}
        <OutputFigures evaluation={evaluation} />
      </Section>
      <Uncertainty simulation={simulation} />
      {scenarios.length > 0 && (
        <Section title={t("business-cases.scenarios")} lead={t("committee.record.scenarios.lead")}>
          <ScenariosTable scenarios={scenarios} />
        </Section>
      )}
      <CashFlowSection evaluation={evaluation} />
      <LineSections evaluation={evaluation} />
    </>
  );
}
