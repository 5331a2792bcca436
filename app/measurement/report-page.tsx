import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Tabs } from "#app/ui/navigation";
import { Empty, Notice, PageHeader } from "#app/ui/page";
import { QuarterBadge } from "./evidence-mark";
import { ReportGridView } from "./report-grid";
import type { ReportGrid } from "./report-grid.server";
import { GRID_SCOPES } from "./report-grid-input";

/** What I am asked to report this quarter. */
export function ReportPage(grid: ReportGrid) {
  const { t, quarter: say } = useSpeech();
  const { quarter, status, scope, rows } = grid;
  const done = rows.filter(({ report }) => report !== null).length;
  return (
    <>
      <PageHeader
        title={t("measurement.report.page", { quarter: say(quarter) })}
        lead={`${t("measurement.report.lead")} ${t("measurement.report.keys")}`}
        meta={
          <>
            <QuarterBadge status={status} />
            <span>{t("measurement.report.done", { done, count: rows.length })}</span>
            <a href={`/quarter/${quarter}`}>{t("measurement.report.to-quarter")}</a>
          </>
        }
      />
      {grid.mayChooseScope && (
        <Tabs
          label={t("measurement.report.scope")}
          items={GRID_SCOPES.map((each) => ({
            href: `?quarter=${quarter}&scope=${each}`,
            label: t(`measurement.report.scope.${each}`),
            current: each === scope,
          }))}
        />
      )}
      {status === "closed" && <Notice tone="info">{t("measurement.refusal.closed", { quarter: say(quarter) })}</Notice>}
      {rows.length === 0 ? (
        <Empty
          title={t("measurement.report.none")}
          action={<ButtonLink href="/use-cases">{t("desk.nav.use-cases")}</ButtonLink>}
        >
          {t("measurement.report.none-next")}
        </Empty>
      ) : (
        <ReportGridView {...grid} />
      )}
    </>
  );
}
