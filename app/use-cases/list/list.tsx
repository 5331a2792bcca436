import type { ReactNode } from "react";
import type { Minor } from "#app/kernel/money";
import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { type Column, DataTable, Pager } from "#app/ui/table";
import { langOf } from "../case-frame";
import { HiddenScore } from "../hidden-scores";
import { StageBadge } from "../stage-badge";
import { ListFilters } from "./filters";
import type { CaseList, CaseRow } from "./list.server";
import { hrefOf, isFiltered, type ListQuery, NONE, sortedBy } from "./query";

/** The list of use cases: search, filters that count, sorted columns, pages by key. */
export function UseCaseList(props: { list: CaseList; maySubmit: boolean; mayImport: boolean }) {
  const { list, maySubmit, mayImport } = props;
  const { t, number } = useSpeech();
  const { query, rows, facets } = list;
  const columns = useColumns(query);
  const create = <ButtonLink href="/use-cases/new">{t("use-cases.list.new")}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t("use-cases.list.title")}
        lead={(rows.length > 0 || isFiltered(query)) && t("use-cases.list.lead", { count: facets.total })}
        actions={
          <>
            {rows.length > 0 && query.sort !== "updated" && (
              <ButtonLink href={sortedBy(query, "updated").href} variant="plain">
                {t("use-cases.list.newest-first")}
              </ButtonLink>
            )}
            {rows.length > 0 && (
              <ButtonLink href={hrefOf(query, {}, "/use-cases/export.csv")} variant="plain">
                {t("use-cases.list.export")}
              </ButtonLink>
            )}
            {maySubmit && (rows.length > 0 || isFiltered(query)) && create}
          </>
        }
      />
      <Debts list={list} />
      <Section keepPlace>
        {(rows.length > 0 || isFiltered(query)) && <ListFilters list={list} />}
        {rows.length === 0 ? (
          <NothingFound query={query} maySubmit={maySubmit} mayImport={mayImport} />
        ) : (
          <>
            <DataTable
              caption={t("use-cases.list.title")}
              hideCaption
              narrow="cards"
              rows={rows}
              rowKey={({ id }) => id}
              rowHref={({ reference }) => `/use-cases/${reference}`}
              columns={columns}
            />
            {rows.some(({ scoresHidden }) => scoresHidden) && (
              <p className="hint">
                <a href="/assess">{t("use-cases.list.scores-hidden")}</a>
              </p>
            )}
            <Pager
              previous={list.previous && hrefOf(query, { before: list.previous })}
              next={list.next && hrefOf(query, { after: list.next })}
              summary={t("use-cases.list.summary", { shown: rows.length, count: number(facets.total) })}
            />
          </>
        )}
      </Section>
    </>
  );
}

function NothingFound(props: { query: ListQuery; maySubmit: boolean; mayImport: boolean }) {
  const { query, maySubmit, mayImport } = props;
  const { t } = useSpeech();
  return isFiltered(query) ? (
    <Empty
      title={t("use-cases.list.nothing-found")}
      action={<ButtonLink href="/use-cases">{t("use-cases.list.show-all")}</ButtonLink>}
    >
      {t("use-cases.list.nothing-found.next")}
    </Empty>
  ) : (
    <Empty
      title={t("use-cases.list.empty")}
      action={
        maySubmit && (
          <>
            <ButtonLink href="/use-cases/new">{t("use-cases.list.new")}</ButtonLink>
            {mayImport && (
              <ButtonLink href="/import" variant="plain">
                {t("use-cases.list.import")}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {t(maySubmit ? "use-cases.list.empty.next" : "use-cases.list.empty.others")}
    </Empty>
  );
}

/** What the list owes: cases whose stage nobody knows, and one's own drafts. */
function Debts({ list: { query, facets } }: { list: CaseList }) {
  const { t } = useSpeech();
  const drafts = facets.stage.find(({ value }) => value === "draft")?.cases ?? 0;
  return (
    <>
      {facets.unknownStages > 0 && query.stage !== NONE && (
        <Notice tone="info">
          <a href={hrefOf(query, { stage: NONE })}>
            {t("use-cases.list.unknown-stages", { count: facets.unknownStages })}
          </a>
        </Notice>
      )}
      {drafts > 0 && query.stage !== "draft" && (
        <Notice tone="info">
          <a href={hrefOf(query, { stage: "draft" })}>{t("use-cases.list.drafts", { count: drafts })}</a>
        </Notice>
      )}
    </>
  );
}

function useColumns(query: ListQuery): Column<CaseRow>[] {
  const { t, tell, locale, number, percent } = useSpeech();
  return [
    {
      key: "title",
      header: t("use-cases.field.title"),
      cell: (row) => (
        <>
          <span lang={langOf(row.title, locale)}>{tell(row.title) || t("use-cases.untitled")}</span>
          <span className="hint unbroken"> {row.reference}</span>
        </>
      ),
      rowHeader: true,
      sort: sortedBy(query, "title"),
    },
    {
      key: "stage",
      header: t("use-cases.column.stage"),
      cell: (row) => <StageBadge stage={row.stage} />,
      sort: sortedBy(query, "stage"),
    },
    {
      key: "department",
      header: t("use-cases.list.place"),
      cell: (row) => (
        <span>
          {tell(row.department) || UNKNOWN}
          {row.owner && <span className="hint unbroken"> {row.owner}</span>}
        </span>
      ),
    },
    {
      key: "value",
      header: t("use-cases.column.value"),
      cell: (row) => (row.scoresHidden ? <HiddenScore reference={row.reference} short /> : number(row.value, 0)),
      numeric: true,
      short: true,
      sort: sortedBy(query, "value"),
    },
    {
      key: "complexity",
      header: t("use-cases.column.complexity"),
      cell: (row) => (row.scoresHidden ? <HiddenScore reference={row.reference} short /> : number(row.complexity, 0)),
      numeric: true,
      short: true,
      sort: sortedBy(query, "complexity"),
    },
    {
      key: "npv",
      header: t("use-cases.column.npv"),
      cell: (row) => <Amount of={row.npvMinor} />,
      numeric: true,
      short: true,
      sort: sortedBy(query, "npv"),
    },
    {
      key: "realised",
      header: t("use-cases.list.realised"),
      cell: (row) => (
        <span>
          <Amount of={row.realisedMinor} />
          {row.provenShare !== null && (
            <>
              <br />
              <span className="hint">{t("use-cases.list.proven", { share: percent(row.provenShare, 0) })}</span>
            </>
          )}
        </span>
      ),
      numeric: true,
      short: true,
      sort: sortedBy(query, "realised"),
    },
  ];
}

/** An amount where space is short; its full value is a hover away. */
function Amount({ of }: { of: Minor | null }): ReactNode {
  const { shortMoney, money } = useSpeech();
  return of === null ? UNKNOWN : <span title={money(of)}>{shortMoney(of)}</span>;
}
