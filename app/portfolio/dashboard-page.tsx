import { useSpeech } from "#app/locales/use-speech";
import { QuarterBadge } from "#app/measurement/evidence-mark";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { FilterBar } from "#app/ui/navigation";
import { Empty, Notice, PageHeader } from "#app/ui/page";
import { Attention } from "./attention";
import { ByDepartment } from "./by-department";
import { Cases } from "./cases";
import { changesAddress } from "./changes/changes";
import { Compared } from "./compared";
import type { DashboardAnswer } from "./dashboard.server";
import { drill } from "./filters";
import { yearOf } from "./forecast/forecast";
import { forecastAddress } from "./forecast/forecast-address";
import { Headline } from "./headline";
import { Incidents } from "./incidents";
import { Pipeline } from "./pipeline";
import { ValueByQuarter } from "./value-by-quarter";

export function DashboardView(board: DashboardAnswer) {
  const { t, tell, quarter: say } = useSpeech();
  const { quarter, departmentId, departments, quarters, status } = board;
  const department = departments.find(({ id }) => id === departmentId);
  const empty = board.series.every((each) => each.reports === 0 && each.cost === null);
  return (
    <>
      <PageHeader
        title={t("portfolio.dashboard.of", { quarter: say(quarter) })}
        lead={t("portfolio.dashboard.lead")}
        meta={
          <>
            <a href={`/quarter/${quarter}`}>
              <QuarterBadge status={status} />
            </a>
            {department && <span>{tell(department.name)}</span>}
          </>
        }
        actions={
          <>
            <ButtonLink href={changesAddress({ quarter, departmentId })}>{t("changes.title")}</ButtonLink>
            <ButtonLink href={forecastAddress({ year: yearOf(quarter), departmentId })}>
              {t("forecast.title")}
            </ButtonLink>
            <ButtonLink href={drill("past", { quarter, departmentId })}>{t("portfolio.past")}</ButtonLink>
            <ButtonLink href="/dashboard/reconciliation">{t("portfolio.reconciliation")}</ButtonLink>
            <ButtonLink href="/dashboard/star">{t("star.title")}</ButtonLink>
          </>
        }
      />
      <FilterBar clear={departmentId === null ? null : drill("", { quarter })}>
        <Select
          name="quarter"
          label={t("measurement.quarter")}
          value={quarter}
          width="short"
          options={quarters.map((of) => ({ value: of, label: say(of) }))}
        />
        <Select
          name="department"
          label={t("measurement.department")}
          empty={t("measurement.all-departments")}
          value={departmentId === null ? "" : String(departmentId)}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
      </FilterBar>
      {status !== "closed" && !empty && (
        <Notice tone="info">{t("portfolio.provisional", { quarter: say(quarter) })}</Notice>
      )}
      {empty ? (
        <Empty
          title={t("portfolio.empty")}
          action={<ButtonLink href="/use-cases">{t("portfolio.empty-action")}</ButtonLink>}
        >
          {t("portfolio.empty-next")}
        </Empty>
      ) : (
        <>
          <Headline board={board} />
          <ValueByQuarter board={board} />
          <Attention board={board} />
          <Incidents board={board} />
          <ByDepartment board={board} />
          <Cases board={board} />
          <Compared board={board} />
        </>
      )}
      {board.pipeline.some(({ cases }) => cases > 0) && <Pipeline rows={board.pipeline} />}
    </>
  );
}
