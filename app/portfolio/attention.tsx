import { useSpeech } from "#app/locales/use-speech";
import { LinkList } from "#app/ui/listing";
import { CardGrid, Panel, Section } from "#app/ui/page";
import type { DashboardAnswer } from "./dashboard.server";

/** What the figures do not say by themselves: guardrails that broke, departments that sent nothing. */
export function Attention({ board: { broken, silent, quarter } }: { board: DashboardAnswer }) {
  const { t, tell, number } = useSpeech();
  if (broken.length + silent.length === 0) return null;
  return (
    <Section title={t("portfolio.attention")}>
      <CardGrid size="wide">
        {broken.length > 0 && (
          <Panel title={t("portfolio.broken", { count: broken.length })} tone="bad">
            <LinkList
              items={broken.map((row) => ({
                key: row.reportId,
                href: `/report/${row.reportId}`,
                label: tell(row.kpi),
                note: `${row.reference} ${tell(row.title)}`,
                end: t("portfolio.beyond", {
                  actual: `${number(row.actual)} ${row.unit}`,
                  limit: `${number(row.limit)} ${row.unit}`,
                }),
              }))}
            />
          </Panel>
        )}
        {silent.length > 0 && (
          <Panel title={t("portfolio.silent", { count: silent.length })} tone="warning">
            <LinkList
              items={silent.map((row) => ({
                key: row.departmentId ?? 0,
                href: `/quarter/${quarter}`,
                label: tell(row.name) || t("measurement.no-department"),
                end: t("portfolio.live-cases", { count: row.cases }),
              }))}
            />
          </Panel>
        )}
      </CardGrid>
    </Section>
  );
}
