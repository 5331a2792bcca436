import type { Minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { FilterBar } from "#app/ui/navigation";
import { Empty, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { SEVERITIES } from "./incident";
import { SeverityBadge } from "./marks";
import { INCIDENT_SHOWN, type IncidentQuery, incidentAddress } from "./register";
import type { IncidentFigures, LoggedIncident } from "./register.server";

export interface IncidentLogView {
  query: IncidentQuery;
  rows: LoggedIncident[];
  next: string | null;
  departments: { id: number; name: Told }[];
  /** Quarters that something happened in, newest first. */
  quarters: string[];
  /** Of the quarter that is asked for. */
  figures: IncidentFigures | null;
}

/** The incidents of every case, newest first; of a quarter, with what they came to. */
export function IncidentLog({ query, rows, next, departments, quarters, figures }: IncidentLogView) {
  const { t, tell, date, number, money, quarter: say } = useSpeech();
  const { quarter } = query;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("registers.title"), href: "/registers" }, { label: t("incidents.register") }]}
        title={t("incidents.register")}
        lead={t("incidents.register.lead")}
        actions={
          <ButtonLink href={incidentAddress({ ...query, after: null }, "/registers/incidents.csv")}>
            {t("risks.csv")}
          </ButtonLink>
        }
      />
      <FilterBar clear="/registers/incidents">
        <Select
          name="quarter"
          label={t("measurement.quarter")}
          empty={t("incidents.all-quarters")}
          value={quarter}
          options={quarters.map((of) => ({ value: of, label: say(of) }))}
        />
        <Select
          name="department"
          label={t("risks.column.department")}
          empty={t("measurement.all-departments")}
          value={query.department === null ? "" : String(query.department)}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
        <Select
          name="severity"
          label={t("incidents.field.severity")}
          empty={t("risks.all")}
          value={query.severity === null ? "" : String(query.severity)}
          options={SEVERITIES.map((severity) => ({
            value: String(severity),
            label: t("incidents.severity-of", { severity, words: t(`incidents.severity.${severity}`) }),
          }))}
        />
        <Select
          name="state"
          label={t("incidents.column.state")}
          empty={t("risks.all")}
          value={query.state}
          options={INCIDENT_SHOWN.map((value) => ({ value, label: t(`incidents.state.${value}`) }))}
        />
        <Select
          name="paused"
          label={t("incidents.pauses-of")}
          empty={t("risks.all")}
          value={query.paused}
          options={[{ value: "yes", label: t("incidents.paused-only") }]}
        />
      </FilterBar>
      {figures && quarter && (
        <FigureGrid label={t("incidents.figures", { quarter: say(quarter) })}>
          <Figure label={t("incidents.figure.count")} value={number(figures.count)} />
          <Figure label={t("incidents.figure.hours")} value={number(figures.hours)} unit={t("incidents.hours")} />
          <Figure label={t("incidents.figure.cost")} value={money(figures.costMinor as Minor | null)} />
          <Figure label={t("incidents.figure.paused")} value={number(figures.paused)} />
        </FigureGrid>
      )}
      <Section id="incidents" keepPlace>
        {rows.length === 0 ? (
          <Empty title={t("incidents.empty")}>{t("incidents.empty.next")}</Empty>
        ) : (
          <DataTable
            caption={t("incidents.register")}
            hideCaption
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ reference, id }) => `/use-cases/${reference}/incidents/${id}`}
            narrow="cards"
            columns={[
              {
                key: "severity",
                header: t("incidents.field.severity"),
                width: "fit",
                cell: (row) => <SeverityBadge severity={row.severity} />,
              },
              { key: "title", header: t("incidents.column.incident"), cell: (row) => tell(row.title), rowHeader: true },
              {
                key: "case",
                header: t("risks.column.case"),
                cell: (row) => `${row.reference} ${tell(row.useCaseTitle)}`,
              },
              {
                key: "started",
                header: t("incidents.field.startedOn"),
                cell: (row) => date(row.startedOn),
                width: "fit",
              },
              {
                key: "state",
                header: t("incidents.column.state"),
                cell: (row) => (
                  <>
                    {t(`incidents.state.${row.state}`)}{" "}
                    {row.pauses > 0 && <Badge tone="warning">{t("incidents.paused-case")}</Badge>}
                  </>
                ),
              },
              {
                key: "hours",
                header: t("incidents.field.hoursLost"),
                cell: (row) => number(row.hoursLost),
                numeric: true,
              },
              {
                key: "cost",
                header: quarter ? t("incidents.column.cost-in", { quarter: say(quarter) }) : t("incidents.column.cost"),
                cell: (row) => money(quarter ? (row.costInQuarter as Minor | null) : row.costMinor),
                numeric: true,
              },
            ]}
          />
        )}
        <Pager
          next={next === null ? undefined : incidentAddress({ ...query, after: next })}
          summary={t("incidents.shown", { count: rows.length })}
        />
      </Section>
    </>
  );
}
