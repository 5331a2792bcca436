import { EVIDENCE_GRADES } from "#app/kernel/evidence";
import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Section } from "#app/ui/page";
import type { FiguresAnswer } from "./dashboard.server";
import { drill } from "./filters";

/** Value by quarter, stacked by how well it is proven, with what was spent and what was promised as lines. */
export function ValueByQuarter({ board: { series, departmentId, quarter, asOf } }: { board: FiguresAnswer }) {
  const { t, quarter: say } = useSpeech();
  const past = (of: string) => of <= quarter;
  return (
    <Section title={t("portfolio.by-quarter")}>
      <Chart
        caption={t("portfolio.by-quarter.caption")}
        format={{ style: "money" }}
        note={t("portfolio.by-quarter.note")}
        description={{
          kind: "bars",
          stacked: true,
          labelHeader: t("measurement.quarter"),
          labels: series.map((each) => say(each.quarter)),
          series: [
            ...[...EVIDENCE_GRADES].reverse().map(({ grade, name }) => ({
              name: t(`measurement.evidence.${name}`),
              paint: `grade-${grade}` as const,
              values: series.map((each) => (past(each.quarter) ? each.grades[grade] : null)),
              hrefs: series.map((each) =>
                drill("reports", { quarter: each.quarter, departmentId, asOf, evidence: String(grade) as "0" }),
              ),
            })),
            {
              name: t("portfolio.cost"),
              line: true,
              paint: "d" as const,
              values: series.map((each) => (past(each.quarter) ? each.cost : null)),
              hrefs: series.map((each) => drill("costs", { quarter: each.quarter, departmentId, asOf })),
            },
            {
              name: t("portfolio.forecast"),
              line: true,
              paint: "muted" as const,
              values: series.map((each) => each.forecast),
              hrefs: series.map((each) => drill("cases", { quarter: each.quarter, departmentId, asOf })),
            },
          ],
        }}
      />
    </Section>
  );
}
