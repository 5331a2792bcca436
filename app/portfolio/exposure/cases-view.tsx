import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "#app/use-cases/stage-badge";
import { drill } from "../filters";
import type { Behind, CaseBehind } from "./cases.server";
import { type BEHIND_SORTS, type BehindQuery, behindAddress, provenOf, realisedOf } from "./exposure";

export interface CasesBehindView extends Behind {
  query: BehindQuery;
}

/** The cases behind one figure of exposure, each figure of theirs with the way down to its reports and costs. */
export function CasesBehind({ query, thing, quarter, sum, rows, next }: CasesBehindView) {
  const speech = useSpeech();
  const { t, tell, money, number } = speech;
  const title = thing
    ? t("exposure.behind.of", { name: thing.name })
    : t(query.linked === "no" ? "exposure.behind.unlinked" : "exposure.behind");
  const to = (text: string, known: unknown, href: string) => (known === null ? text : <a href={href}>{text}</a>);
  const column = (key: (typeof BEHIND_SORTS)[number], href: (row: CaseBehind) => string) => ({
    key,
    header: t(`exposure.column.${key}`),
    cell: (row: CaseBehind) => to(money(row[key]), row[key], href(row)),
    numeric: true,
    sort: {
      href: behindAddress({ ...query, sort: key, from: 0 }),
      direction: query.sort === key ? ("descending" as const) : null,
    },
  });
  return (
    <>
      <PageHeader
        title={title}
        lead={t("exposure.behind.lead", { quarter: speech.quarter(quarter) })}
        crumbs={[
          { label: t("registers.title"), href: "/registers" },
          { label: t("exposure.title"), href: `/registers/exposure?by=${query.by}` },
          { label: title },
        ]}
      />
      <Section title={t("exposure.behind.sum")}>
        <FigureGrid label={t("exposure.behind.sum")}>
          <Figure
            label={query.stage ? t(`use-cases.stage.${query.stage}`) : t("exposure.cases")}
            value={number(sum.useCases)}
            note={t("exposure.counted")}
          />
          <Figure label={t("exposure.realised")} value={money(realisedOf(sum))} />
          <Figure label={t("exposure.proven")} value={money(provenOf(sum))} />
          <Figure label={t("exposure.promised")} value={money(sum.promised)} />
          <Figure label={t("exposure.run-cost")} value={money(sum.runCost)} />
        </FigureGrid>
      </Section>
      <Section id="cases" title={t("exposure.what-if.cases")} keepPlace>
        {rows.length === 0 ? (
          <Notice tone="info" title={t("exposure.what-if.no-case")} />
        ) : (
          <DataTable
            caption={title}
            hideCaption
            wide
            rows={rows}
            rowKey={({ reference }) => reference}
            columns={[
              {
                key: "title",
                header: t("registers.case"),
                cell: ({ reference, title: name }) => (
                  <a href={`/use-cases/${reference}`}>
                    <Unbroken>{`${reference} · ${tell(name) || t("use-cases.untitled")}`}</Unbroken>
                  </a>
                ),
                rowHeader: true,
              },
              { key: "stage", header: t("people.field.stage"), cell: ({ stage }) => <StageBadge stage={stage} /> },
              column("realised", ({ reference }) => drill("reports", { quarter, case: reference })),
              column("proven", ({ reference }) => drill("reports", { quarter, case: reference, evidence: "proven" })),
              column("promised", ({ reference }) => `/use-cases/${reference}/business-case`),
              column("runCost", ({ reference }) => drill("costs", { quarter, case: reference })),
            ]}
          />
        )}
        <Pager
          previous={query.from > 0 ? behindAddress({ ...query, from: Math.max(0, query.from - 50) }) : undefined}
          next={next === null ? undefined : behindAddress({ ...query, from: next })}
          summary={
            rows.length > 0
              ? t("exposure.shown", { from: query.from + 1, to: query.from + rows.length, count: sum.useCases })
              : undefined
          }
        />
      </Section>
    </>
  );
}
