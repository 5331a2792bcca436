import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField } from "#app/ui/field";
import { Figure, FigureGrid } from "#app/ui/figure";
import { FilterBar } from "#app/ui/navigation";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { readCasesAsOf } from "./as-of.server";
import { ByDepartment } from "./by-department";
import { Cases } from "./cases";
import { Compared } from "./compared";
import { Narrowed } from "./drill-down";
import type { FilterNames } from "./drill-down.server";
import { drill, type Filters } from "./filters";
import { Headline } from "./headline";
import type { PastAnswer } from "./past.server";
import { ValueByQuarter } from "./value-by-quarter";

/** The dashboard as it was on a day: its figures, not what the day book does not keep. */
export function PastView(board: PastAnswer) {
  const { t, tell, date, quarter: say } = useSpeech();
  const { asOf, quarter, departmentId, departments, quarters, closed, since, tooLate } = board;
  const empty = board.series.every((each) => each.reports === 0 && each.cost === null && each.forecast === null);
  return (
    <>
      <PageHeader
        title={t("portfolio.past.of", { quarter: say(quarter), date: date(asOf) })}
        lead={t("portfolio.past.lead")}
        crumbs={[
          { label: t("portfolio.dashboard"), href: drill("", { quarter, departmentId }) },
          { label: t("portfolio.past") },
        ]}
        meta={
          <span>{t(closed ? "portfolio.past.closed" : "portfolio.past.not-closed", { quarter: say(quarter) })}</span>
        }
        actions={<ButtonLink href={drill("", { quarter, departmentId })}>{t("portfolio.past.now")}</ButtonLink>}
      />
      <FilterBar>
        <DateField name="on" label={t("portfolio.past.on")} value={asOf} />
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
      {tooLate && <Notice tone="warning">{t("portfolio.past.too-late")}</Notice>}
      {empty ? (
        <Empty title={t("portfolio.past.empty", { date: date(asOf) })}>
          {since && t("portfolio.past.since", { date: date(since) })}
        </Empty>
      ) : (
        <>
          <Headline board={board} />
          <ValueByQuarter board={board} />
          <ByDepartment board={board} />
          <Cases board={board} />
          <Compared board={board} />
        </>
      )}
    </>
  );
}

interface CasesProps {
  filters: Filters;
  names: FilterNames;
  found: Awaited<ReturnType<typeof readCasesAsOf>>;
}

/** The cases behind a figure of a past day: what each counted for then, and what it counts for now. */
export function CasesAsOfView({ filters, names, found }: CasesProps) {
  const { t, tell, money, date } = useSpeech();
  const { rows, total, next } = found;
  const { quarter, until, departmentId, asOf } = filters;
  const here = drill("cases", filters);
  return (
    <>
      <PageHeader
        title={t("portfolio.past.cases", { date: date(asOf) })}
        lead={t("portfolio.past.cases.lead")}
        crumbs={[
          { label: t("portfolio.dashboard"), href: drill("", { quarter: quarter ?? until, departmentId }) },
          { label: t("portfolio.past"), href: drill("", { quarter: quarter ?? until, departmentId, asOf }) },
          { label: t("portfolio.behind.total") },
        ]}
      />
      <Narrowed page="cases" filters={filters} names={names} />
      <FigureGrid label={t("portfolio.behind.total")}>
        <Figure size="large" label={t("measurement.realised")} value={money(total.realised)} />
        <Figure size="large" label={t("portfolio.proven")} value={money(total.proven)} />
        <Figure size="large" label={t("portfolio.cost")} value={money(total.cost)} />
      </FigureGrid>
      <Section>
        <DataTable
          caption={t("portfolio.past.cases", { date: date(asOf) })}
          hideCaption
          narrow="cards"
          totals
          rows={rows}
          rowKey={(row) => row.reference}
          columns={[
            {
              key: "case",
              header: t("measurement.use-case"),
              cell: (row) => (
                <a href={`/use-cases/${row.reference}/activity`}>
                  <Unbroken>{`${row.reference} ${tell(row.title)}`}</Unbroken>
                </a>
              ),
              rowHeader: true,
              total: t("portfolio.behind.total"),
            },
            {
              key: "realised",
              header: t("measurement.realised"),
              cell: (row) => money(row.realised),
              numeric: true,
              total: money(total.realised),
            },
            {
              key: "proven",
              header: t("portfolio.proven"),
              cell: (row) => money(row.proven),
              numeric: true,
              total: money(total.proven),
            },
            {
              key: "cost",
              header: t("portfolio.cost"),
              cell: (row) => money(row.cost),
              numeric: true,
              total: money(total.cost),
            },
            {
              key: "now",
              header: t("portfolio.past.realised-now"),
              cell: (row) =>
                row.realisedNow === null ? (
                  money(null)
                ) : (
                  <a href={drill("reports", { ...filters, asOf: null, evidence: null, case: row.reference })}>
                    {money(row.realisedNow)}
                  </a>
                ),
              numeric: true,
            },
          ]}
        />
        <Pager
          next={next && `${here}${here.includes("?") ? "&" : "?"}after=${encodeURIComponent(next)}`}
          summary={t("portfolio.past.shown", { count: rows.length })}
        />
      </Section>
    </>
  );
}
