import { sumKnown } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { DashboardAnswer } from "./dashboard.server";

/** What is on its way to production, with the value that its business cases promise. */
export function Pipeline({ rows }: { rows: DashboardAnswer["pipeline"] }) {
  const { t, number, money } = useSpeech();
  return (
    <Section title={t("portfolio.pipeline")} lead={t("portfolio.pipeline.lead")}>
      <DataTable
        caption={t("portfolio.pipeline")}
        hideCaption
        totals
        rows={rows}
        rowKey={(row) => row.stage}
        rowHref={(row) => `/use-cases?stage=${row.stage}`}
        columns={[
          {
            key: "stage",
            header: t("portfolio.stage"),
            cell: (row) => t(`use-cases.stage.${row.stage}`),
            rowHeader: true,
          },
          {
            key: "cases",
            header: t("portfolio.count"),
            cell: (row) => number(row.cases),
            numeric: true,
            total: number(rows.reduce((sum, row) => sum + row.cases, 0)),
          },
          {
            key: "valued",
            header: t("portfolio.with-business-case"),
            cell: (row) => number(row.valued),
            numeric: true,
            total: number(rows.reduce((sum, row) => sum + row.valued, 0)),
          },
          {
            key: "npv",
            header: t("portfolio.npv"),
            cell: (row) => money(row.npv),
            numeric: true,
            total: money(sumKnown(rows.map(({ npv }) => npv))),
          },
        ]}
      />
      <p>
        <a href="/pipeline?view=flow#lessons">{t("portfolio.pipeline.lessons")}</a>
      </p>
    </Section>
  );
}
