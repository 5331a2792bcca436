import type { ReactNode } from "react";
import { day, daysBetween } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Tag } from "#app/ui/mark";
import type { Column } from "#app/ui/table";
import { SelectBox } from "../bulk/bar";
import { langOf } from "../case-frame";
import { AI_TYPES, isOffered, SOURCES } from "../content";
import { HiddenScore } from "../hidden-scores";
import { StageBadge } from "../stage-badge";
import type { CaseRow } from "./list.server";
import { type ListQuery, sortedBy } from "./query";
import { type ColumnName, USUAL_COLUMNS } from "./shown";

/** The list's columns as the view asks for them; the title first. */
export function useColumns(query: ListQuery, today: string): Column<CaseRow>[] {
  const { t, tell, locale, number, percent, date, shortMoney, money } = useSpeech();
  const chosen = query.columns ?? USUAL_COLUMNS;
  const showsReference = chosen.includes("reference");
  const showsOwner = chosen.includes("owner");
  const showsProven = chosen.includes("proven");
  const score = (row: CaseRow, value: number | null) =>
    row.scoresHidden ? (
      <HiddenScore reference={row.reference} short />
    ) : (
      opened(row, "assessment#score", value === null ? null : number(value, 0))
    );
  // An amount where space is short: its full value is a hover away.
  const amount = (of: Minor | null) => (of === null ? null : <span title={money(of)}>{shortMoney(of)}</span>);
  const figure = { numeric: true, short: true } as const;
  const columns: Record<ColumnName, Omit<Column<CaseRow>, "key" | "header">> = {
    reference: { cell: (row) => row.reference, sort: sortedBy(query, "reference"), short: true },
    stage: { cell: (row) => <StageBadge stage={row.stage} />, sort: sortedBy(query, "stage") },
    since: {
      cell: (row) =>
        row.stageSince === null ? (
          UNKNOWN
        ) : (
          <span title={date(row.stageSince)}>
            {t("list.days-in-stage", { count: Math.max(0, daysBetween(row.stageSince, day(today))) })}
          </span>
        ),
      ...figure,
      sort: sortedBy(query, "since"),
    },
    department: {
      cell: (row) => (
        <span>
          {tell(row.department) || UNKNOWN}
          {!showsOwner && row.owner && <span className="hint unbroken"> {row.owner}</span>}
        </span>
      ),
      sort: sortedBy(query, "department"),
    },
    owner: { cell: (row) => row.owner ?? UNKNOWN, sort: sortedBy(query, "owner") },
    aiType: {
      cell: ({ aiType }) =>
        aiType === null ? UNKNOWN : isOffered(AI_TYPES, aiType) ? t(`use-cases.ai-type.${aiType}`) : aiType,
    },
    source: {
      cell: ({ source }) =>
        source === null ? UNKNOWN : isOffered(SOURCES, source) ? t(`use-cases.source.${source}`) : source,
    },
    campaign: { cell: (row) => tell(row.campaign) || UNKNOWN },
    tags: { cell: (row) => row.tags.map((tag) => <Tag key={tag}>{tag}</Tag>) },
    value: { cell: (row) => score(row, row.value), ...figure, sort: sortedBy(query, "value") },
    complexity: { cell: (row) => score(row, row.complexity), ...figure, sort: sortedBy(query, "complexity") },
    npv: {
      cell: (row) => opened(row, "business-case", amount(row.npvMinor)),
      ...figure,
      sort: sortedBy(query, "npv"),
    },
    realised: {
      cell: (row) => (
        <span>
          {opened(row, "kpis", amount(row.realisedMinor))}
          {!showsProven && row.provenShare !== null && (
            <>
              <br />
              <span className="hint">{t("use-cases.list.proven", { share: percent(row.provenShare, 0) })}</span>
            </>
          )}
        </span>
      ),
      ...figure,
      sort: sortedBy(query, "realised"),
    },
    proven: { cell: (row) => percent(row.provenShare, 0), ...figure },
    updated: {
      cell: (row) => date(new Date(row.updatedAt).toISOString().slice(0, 10)),
      short: true,
      sort: sortedBy(query, "updated"),
    },
  };
  const header = (name: ColumnName) =>
    name === "department" && !showsOwner ? t("use-cases.list.place") : t(`list.column.${name}`);
  return [
    {
      key: "select",
      header: (
        <>
          <span className="visually-hidden">{t("list.bulk.tick-column")}</span>
          <input type="checkbox" aria-label={t("list.bulk.tick-all")} hidden />
        </>
      ),
      cell: (row) => <SelectBox id={row.id} label={t("list.bulk.tick", { title: tell(row.title) || row.reference })} />,
      width: "fit",
      tick: true,
    },
    {
      key: "title",
      header: t("use-cases.field.title"),
      cell: (row) => (
        <>
          <span lang={langOf(row.title, locale)}>{tell(row.title) || t("use-cases.untitled")}</span>
          {!showsReference && <span className="hint unbroken"> {row.reference}</span>}
        </>
      ),
      rowHeader: true,
      sort: sortedBy(query, "title"),
    },
    ...chosen.map((name) => ({ key: name, header: header(name), ...columns[name] })),
  ];
}

/** A figure that leads to where it is worked out, with its formula and its inputs. */
function opened(row: CaseRow, place: string, figure: ReactNode): ReactNode {
  if (figure === null) return UNKNOWN;
  return (
    <a className="figure-link" href={`/use-cases/${row.reference}/${place}`}>
      {figure}
    </a>
  );
}
