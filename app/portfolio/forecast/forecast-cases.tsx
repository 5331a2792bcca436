import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { forecastAddress } from "./forecast-address";
import type { ForecastAnswer } from "./read-forecast.server";

type Row = ForecastAnswer["cases"][number];

/** Why a share of a promise is expected to come true. */
function ShareOf({ row }: { row: Row }) {
  const { t, percent, number, money } = useSpeech();
  const why =
    row.basis === "last-report" ? "last-report" : row.haircut ? "haircut" : row.track ? "track" : "department";
  return (
    <Formula
      expression={t(`forecast.share.${why}`)}
      inputs={[
        { name: t(row.haircut ? "forecast.share.taken" : "forecast.share.prior"), value: percent(row.prior, 0) },
        ...(row.track && row.own !== null
          ? [
              {
                name: t("forecast.share.own", { count: row.track.quarters }),
                value: percent(row.own, 0),
                href: `/use-cases/${row.reference}/kpis`,
              },
              { name: t("forecast.share.weight"), value: number(row.weight, 2) },
            ]
          : []),
        { name: t("forecast.promised"), value: money(row.promised) },
        { name: t("forecast.chance"), value: percent(row.chance, 0) },
        { name: t("forecast.expected"), value: money(row.expected) },
      ]}
    />
  );
}

/** Each case that has value still to come, with what it promises and what is expected of it. */
export function CasesAhead({ year, departmentId, quarter, stage, cases, counted, next }: ForecastAnswer) {
  const { t, tell, money, percent, quarter: say } = useSpeech();
  const narrowed = quarter !== null || stage !== null;
  const title = quarter
    ? t("forecast.cases.in", { quarter: say(quarter) })
    : stage
      ? t("forecast.cases.at", { stage: t(`use-cases.stage.${stage}`) })
      : t("forecast.cases");
  return (
    <Section
      id="cases"
      title={title}
      lead={t("forecast.cases.lead")}
      actions={narrowed && <a href={`${forecastAddress({ year, departmentId })}#cases`}>{t("forecast.cases.all")}</a>}
    >
      <DataTable
        caption={title}
        hideCaption
        totals
        narrow="cards"
        rows={cases}
        rowKey={(row) => row.id}
        empty={t("forecast.nothing-ahead")}
        columns={[
          {
            key: "case",
            header: t("measurement.use-case"),
            cell: (row) => (
              <a href={`/use-cases/${row.reference}/business-case`}>
                <Unbroken>{row.reference}</Unbroken> {tell(row.title)}
              </a>
            ),
            rowHeader: true,
            total: t("forecast.cases.total", { count: counted.cases }),
          },
          { key: "stage", header: t("portfolio.stage"), cell: (row) => t(`use-cases.stage.${row.stage}`) },
          {
            key: "promised",
            header: t("forecast.promised"),
            cell: (row) =>
              row.basis === "last-report"
                ? t("forecast.as-reported", { amount: money(row.promised) })
                : money(row.promised),
            numeric: true,
            total: money(counted.promised),
          },
          { key: "chance", header: t("forecast.chance"), cell: (row) => percent(row.chance, 0), numeric: true },
          {
            key: "share",
            header: t("forecast.share"),
            cell: (row) => (
              <>
                {percent(row.share, 0)} <ShareOf row={row} />
              </>
            ),
            numeric: true,
          },
          {
            key: "expected",
            header: t("forecast.expected"),
            cell: (row) => money(row.expected),
            numeric: true,
            total: money(counted.expected),
          },
        ]}
      />
      <Pager
        next={next && `${forecastAddress({ year, departmentId, quarter, stage, after: next })}#cases`}
        summary={t("forecast.cases.shown", { count: cases.length, total: counted.cases })}
      />
    </Section>
  );
}
