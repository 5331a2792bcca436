import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Chart } from "#app/ui/chart";
import { Tabs } from "#app/ui/navigation";
import { Disclosure, Empty, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import {
  type AtStake,
  type BehindQuery,
  type Bridge,
  BY,
  type By,
  behindAddress,
  type Concentration,
  type Exposed,
  type ExposureSort,
  provenOf,
  readingOf,
  realisedOf,
} from "./exposure";
import { StaleSpend, type StaleSpendView } from "./stale-spend-view";
import { BridgeSection, Together } from "./together-view";

export interface ExposureView extends StaleSpendView {
  by: By;
  sort: ExposureSort;
  quarter: Quarter;
  together: AtStake;
  unlinked: AtStake;
  bridge: Bridge;
  concentrations: Concentration[];
  /** A page of them, and how many there are in all. */
  rows: Exposed[];
  /** The largest, for the charts. */
  top: Exposed[];
  count: number;
  from: number;
  next: number | null;
}

const thing = (by: By, id: number) => `/registers/exposure/what-if?${by}=${id}`;

/** How much of the portfolio hangs on each vendor or model, and how much on few of them. */
export function ExposureView(view: ExposureView) {
  const { t, quarter } = useSpeech();
  const { by, rows, sort, from, next } = view;
  const at = (query: Record<string, string | number>) =>
    `/registers/exposure?${new URLSearchParams({ by, sort, ...query } as Record<string, string>)}`;
  return (
    <>
      <PageHeader
        title={t("exposure.title")}
        lead={t("exposure.lead-of", { quarter: quarter(view.quarter) })}
        crumbs={[{ label: t("registers.title"), href: "/registers" }, { label: t("exposure.title") }]}
        actions={<ButtonLink href="/registers/exposure/what-if">{t("exposure.what-if")}</ButtonLink>}
      />
      <Tabs
        label={t("exposure.by")}
        items={BY.map((one) => ({
          href: `/registers/exposure?by=${one}`,
          label: t(`exposure.by.${one}`),
          current: one === by,
        }))}
      />
      {view.count === 0 ? (
        <Empty title={t("exposure.none")}>{t("exposure.none.next")}</Empty>
      ) : (
        <>
          <Together view={view} />
          <BridgeSection view={view} />
          <StaleSpend view={view} />
          <ConcentrationSection view={view} />
          <Charts view={view} />
          <Section id="all" title={t(`exposure.all.${by}`)} lead={t("exposure.all.lead")}>
            <ExposureTable rows={rows} by={by} sort={sort} at={at} />
            <Pager
              previous={from > 0 ? at({ from: Math.max(0, from - rows.length) }) : undefined}
              next={next === null ? undefined : at({ from: next })}
              summary={t("exposure.shown", { from: from + 1, to: from + rows.length, count: view.count })}
            />
          </Section>
        </>
      )}
    </>
  );
}

function ConcentrationSection({ view: { concentrations, by } }: { view: ExposureView }) {
  const { t, percent, number } = useSpeech();
  if (concentrations.length === 0) return null;
  return (
    <Section title={t("exposure.concentration")} lead={t("exposure.concentration.lead")}>
      <DataTable
        caption={t("exposure.concentration")}
        hideCaption
        narrow="cards"
        rows={concentrations}
        rowKey={({ measure }) => measure}
        columns={[
          {
            key: "measure",
            header: t("exposure.measure"),
            cell: (row) => t(`exposure.measure.${row.measure}`),
            rowHeader: true,
          },
          {
            key: "largest",
            header: t("exposure.largest"),
            cell: ({ largest }) => <a href={thing(by, largest.id)}>{largest.name}</a>,
          },
          { key: "share", header: t("exposure.share"), cell: ({ largest }) => percent(largest.share), numeric: true },
          { key: "three", header: t("exposure.three"), cell: ({ three }) => percent(three), numeric: true },
          { key: "index", header: t("exposure.index"), cell: ({ index }) => number(Math.round(index)), numeric: true },
          {
            key: "reading",
            header: t("exposure.reading"),
            cell: ({ index }) => t(`exposure.reading.${readingOf(index)}`),
          },
        ]}
      />
      <Disclosure summary={t("exposure.index.how")}>
        <p>{t("exposure.index.formula")}</p>
      </Disclosure>
    </Section>
  );
}

function Charts({ view: { top, by } }: { view: ExposureView }) {
  const { t } = useSpeech();
  const labels = top.map(({ name }) => name);
  const hrefs = top.map(({ id }) => thing(by, id));
  const grade = (at: 0 | 1 | 2 | 3) => ({
    name: t(`exposure.grade.${at}`),
    values: top.map(({ grades }) => grades?.[at] ?? null),
    paint: `grade-${at}` as const,
    hrefs,
  });
  return (
    <Section title={t("exposure.charts")}>
      <Chart
        caption={t("exposure.chart.value")}
        format={{ style: "money" }}
        description={{
          kind: "bars",
          stacked: true,
          horizontal: true,
          labelHeader: t(`exposure.by.${by}`),
          labels,
          series: [grade(3), grade(2), grade(1), grade(0)],
        }}
      />
      <Chart
        caption={t("exposure.chart.cases")}
        format={{ style: "number" }}
        description={{
          kind: "bars",
          stacked: true,
          horizontal: true,
          labelHeader: t(`exposure.by.${by}`),
          labels,
          series: (["production", "pilot", "poc"] as const).map((stage, at) => ({
            name: t(`use-cases.stage.${stage}`),
            values: top.map(({ stages }) => stages[stage]),
            paint: (["a", "b", "c"] as const)[at],
            hrefs,
          })),
        }}
      />
    </Section>
  );
}

interface TableProps {
  rows: Exposed[];
  by: By;
  sort: ExposureSort;
  at(query: Record<string, string | number>): string;
}

function ExposureTable({ rows, by, sort, at }: TableProps) {
  const { t, wholeMoney, number } = useSpeech();
  const by_ = (one: ExposureSort) => ({
    href: at({ sort: one }),
    direction: sort === one ? (one === "name" ? ("ascending" as const) : ("descending" as const)) : null,
  });
  const opens = (id: number, text: string, more: Partial<BehindQuery> = {}) => (
    <a href={behindAddress({ by, id, ...more })}>{text}</a>
  );
  return (
    <DataTable
      caption={t(`exposure.all.${by}`)}
      hideCaption
      wide
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t(`exposure.by.${by}`),
          cell: ({ id, name }) => <a href={`/registers/${by}s/${id}`}>{name}</a>,
          rowHeader: true,
          sort: by_("name"),
        },
        ...(by === "model"
          ? [{ key: "vendor", header: t("registers.field.vendorId"), cell: ({ vendor }: Exposed) => vendor ?? "" }]
          : []),
        {
          key: "cases",
          header: t("exposure.cases"),
          cell: ({ id, useCases }) => opens(id, number(useCases)),
          numeric: true,
          sort: by_("useCases"),
        },
        ...(["poc", "pilot", "production"] as const).map((stage) => ({
          key: stage,
          header: t(`use-cases.stage.${stage}`),
          cell: ({ id, stages }: Exposed) => opens(id, number(stages[stage]), { stage }),
          numeric: true,
        })),
        {
          key: "realised",
          header: t("exposure.realised"),
          cell: (one) => opens(one.id, wholeMoney(realisedOf(one))),
          numeric: true,
          sort: by_("realised"),
        },
        {
          key: "proven",
          header: t("exposure.proven"),
          cell: (one) => opens(one.id, wholeMoney(provenOf(one)), { sort: "proven" }),
          numeric: true,
        },
        {
          key: "promised",
          header: t("exposure.promised"),
          cell: ({ id, promised }) => opens(id, wholeMoney(promised), { sort: "promised" }),
          numeric: true,
        },
        {
          key: "cost",
          header: t("exposure.run-cost"),
          cell: ({ id, runCost }) => opens(id, wholeMoney(runCost), { sort: "runCost" }),
          numeric: true,
          sort: by_("runCost"),
        },
        {
          key: "unknown",
          header: t("exposure.unknown"),
          cell: ({ withoutValue, withoutCost }) =>
            withoutValue + withoutCost > 0
              ? t("exposure.unknown.of", { value: withoutValue, cost: withoutCost })
              : t("exposure.unknown.none"),
        },
      ]}
    />
  );
}
