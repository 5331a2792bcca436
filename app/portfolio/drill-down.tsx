import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { EvidenceMark, ReviewBadge } from "#app/measurement/evidence-mark";
import { SharedAmount } from "#app/measurement/shared-amount";
import { incidentAddress } from "#app/safeguards/incidents/register";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Tag } from "#app/ui/mark";
import { PageHeader, Row, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { FilterNames, readCasesBehind, readCostsBehind, readReportsBehind } from "./drill-down.server";
import { FileLinks } from "./files/file-links";
import { drill, type Filters } from "./filters";

type Page = "reports" | "costs" | "cases";

interface Common {
  filters: Filters;
  names: FilterNames;
}

function Frame({ page, filters, names, children }: Common & { page: Page; children: ReactNode }) {
  const { t } = useSpeech();
  const { quarter, until, departmentId } = filters;
  return (
    <>
      <PageHeader
        title={t(`portfolio.behind.${page}`)}
        lead={t(`portfolio.behind.${page}.lead`)}
        crumbs={[
          { label: t("portfolio.dashboard"), href: drill("", { quarter: quarter ?? until, departmentId }) },
          { label: t(`portfolio.behind.${page}`) },
        ]}
        actions={<FileLinks page={drill(page, filters)} />}
      />
      <Narrowed page={page} filters={filters} names={names} />
      {children}
    </>
  );
}

/** The filters that the address carries, each with the way to drop it. */
export function Narrowed({ page, filters, names }: Common & { page: Page }) {
  const { t, tell, quarter: say } = useSpeech();
  const { quarter, until, departmentId, evidence, case: reference } = filters;
  const without = (name: keyof Filters) => drill(page, { ...filters, [name]: null });
  const department = names.departments.find(({ id }) => id === departmentId);
  return (
    <Row>
      {quarter && <Tag removeHref={without("quarter")}>{say(quarter)}</Tag>}
      {until && <Tag removeHref={without("until")}>{t("portfolio.until", { quarter: say(until) })}</Tag>}
      {departmentId !== null && (
        <Tag removeHref={without("departmentId")}>{tell(department?.name) || t("measurement.no-department")}</Tag>
      )}
      {evidence && <Tag removeHref={without("evidence")}>{t(`portfolio.evidence.${evidence}`)}</Tag>}
      {reference && (
        <Tag href={`/use-cases/${reference}/kpis`} removeHref={without("case")}>
          <Unbroken>
            {reference} {tell(names.case?.title)}
          </Unbroken>
        </Tag>
      )}
    </Row>
  );
}

const nextOf = (page: Page, filters: Filters, next: string | null) => {
  if (!next) return null;
  const here = drill(page, filters);
  return `${here}${here.includes("?") ? "&" : "?"}after=${encodeURIComponent(next)}`;
};

/** The reports that a number on the dashboard is the sum of. */
export function ReportsBehind({ found, ...common }: Common & { found: Awaited<ReturnType<typeof readReportsBehind>> }) {
  const { t, tell, money, number, quarter } = useSpeech();
  const { rows, total, reports, inMoney, next } = found;
  return (
    <Frame page="reports" {...common}>
      <FigureGrid label={t("portfolio.behind.total")}>
        <Figure size="large" label={t("measurement.realised")} value={money(total)} />
        <Figure
          label={t("portfolio.behind.reports")}
          value={number(inMoney)}
          comparison={t("portfolio.not-in-money", { count: reports - inMoney })}
        />
      </FigureGrid>
      <Section>
        <DataTable
          caption={t("portfolio.behind.reports")}
          hideCaption
          narrow="cards"
          totals
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/report/${row.id}`}
          columns={[
            {
              key: "kpi",
              header: t("measurement.kpi"),
              cell: (row) => tell(row.kpi),
              rowHeader: true,
              total: t("portfolio.behind.total-of", { count: inMoney }),
            },
            { key: "case", header: t("measurement.use-case"), cell: (row) => `${row.reference} ${tell(row.title)}` },
            {
              key: "department",
              header: t("measurement.department"),
              cell: (row) => tell(row.department) || t("measurement.no-department"),
              hideNarrow: true,
            },
            { key: "quarter", header: t("measurement.quarter"), cell: (row) => quarter(row.quarter) },
            {
              key: "value",
              header: t("measurement.actual"),
              cell: (row) => `${number(row.actual)} ${row.unit}`,
              numeric: true,
            },
            {
              key: "evidence",
              header: t("measurement.evidence"),
              cell: (row) => <EvidenceMark grade={row.evidence} />,
            },
            {
              key: "review",
              header: t("measurement.review"),
              cell: (row) => <ReviewBadge review={row.review} />,
              hideNarrow: true,
            },
            { key: "owner", header: t("measurement.reporter"), cell: (row) => row.owner, hideNarrow: true },
            {
              key: "realised",
              header: t("measurement.realised"),
              cell: (row) => <SharedAmount amount={row.realised} share={row.share} />,
              numeric: true,
              total: money(total),
            },
          ]}
        />
        <Pager
          next={nextOf("reports", common.filters, next)}
          summary={t("portfolio.shown", { count: rows.length, whole: inMoney })}
        />
      </Section>
    </Frame>
  );
}

/** The costs that a number on the dashboard is the sum of. */
export function CostsBehind({ found, ...common }: Common & { found: Awaited<ReturnType<typeof readCostsBehind>> }) {
  const { t, tell, money, date, quarter } = useSpeech();
  const { rows, total, entries, next } = found;
  return (
    <Frame page="costs" {...common}>
      <FigureGrid label={t("portfolio.behind.total")}>
        <Figure size="large" label={t("portfolio.cost")} value={money(total)} />
      </FigureGrid>
      <Section>
        <DataTable
          caption={t("portfolio.behind.costs")}
          hideCaption
          narrow="cards"
          totals
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) =>
            row.kind === "incident"
              ? incidentAddress({ quarter: row.quarter, case: row.reference })
              : `/use-cases/${row.reference}/kpis#costs`
          }
          columns={[
            {
              key: "case",
              header: t("measurement.use-case"),
              cell: (row) => `${row.reference} ${tell(row.title)}`,
              rowHeader: true,
              total: t("portfolio.behind.total-costs", { count: entries }),
            },
            { key: "quarter", header: t("measurement.quarter"), cell: (row) => quarter(row.quarter) },
            { key: "kind", header: t("measurement.cost.kind"), cell: (row) => t(`measurement.cost.${row.kind}`) },
            ...(rows.some(({ note }) => tell(note))
              ? [
                  {
                    key: "note",
                    header: t("measurement.note"),
                    cell: (row: (typeof rows)[number]) => tell(row.note),
                    hideNarrow: true,
                  },
                ]
              : []),
            {
              key: "by",
              header: t("portfolio.entered"),
              cell: (row) => t("measurement.by-on", { name: row.enteredBy, date: date(row.enteredOn) }),
              width: "medium",
              hideNarrow: true,
            },
            {
              key: "amount",
              header: t("measurement.cost.amount"),
              cell: (row) => money(row.amount),
              numeric: true,
              total: money(total),
            },
          ]}
        />
        <Pager
          next={nextOf("costs", common.filters, next)}
          summary={t("portfolio.shown", { count: rows.length, whole: entries })}
        />
      </Section>
    </Frame>
  );
}

/** The cases that a promise is the sum of, with what they delivered of it. */
export function CasesBehind({ found, ...common }: Common & { found: Awaited<ReturnType<typeof readCasesBehind>> }) {
  const { t, tell, money } = useSpeech();
  const { rows, total, cases, next } = found;
  const { filters } = common;
  return (
    <Frame page="cases" {...common}>
      <FigureGrid label={t("portfolio.behind.total")}>
        <Figure size="large" label={t("portfolio.forecast")} value={money(total.forecast)} />
        <Figure
          size="large"
          label={t("measurement.realised")}
          value={money(total.realised)}
          href={total.realised === null ? undefined : drill("reports", filters)}
          note={t("portfolio.all-cases")}
        />
      </FigureGrid>
      <Section>
        <DataTable
          caption={t("portfolio.behind.cases")}
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
                <a href={`/use-cases/${row.reference}/business-case`}>
                  <Unbroken>{`${row.reference} ${tell(row.title)}`}</Unbroken>
                </a>
              ),
              rowHeader: true,
              total: t("portfolio.behind.total-cases", { count: cases }),
            },
            {
              key: "forecast",
              header: t("portfolio.forecast"),
              cell: (row) => money(row.forecast),
              numeric: true,
              total: money(total.forecast),
            },
            {
              key: "realised",
              header: t("measurement.realised"),
              cell: (row) =>
                row.realised === null ? (
                  money(null)
                ) : (
                  <a href={drill("reports", { ...filters, case: row.reference })}>{money(row.realised)}</a>
                ),
              numeric: true,
            },
            {
              key: "forecast-cost",
              header: t("portfolio.forecast-cost"),
              cell: (row) => money(row.forecastCost),
              numeric: true,
              total: money(total.forecastCost),
            },
            {
              key: "cost",
              header: t("portfolio.cost"),
              cell: (row) =>
                row.cost === null ? (
                  money(null)
                ) : (
                  <a href={drill("costs", { ...filters, case: row.reference })}>{money(row.cost)}</a>
                ),
              numeric: true,
            },
          ]}
        />
        <Pager
          next={nextOf("cases", filters, next)}
          summary={t("portfolio.shown", { count: rows.length, whole: cases })}
        />
      </Section>
    </Frame>
  );
}
