import { Fragment, type ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { unbroken } from "./unbroken";

export type SortDirection = "ascending" | "descending";

export interface Sort {
  /** Where a click leads: the same list in the other order. */
  href: string;
  /** Null while the list is sorted by something else. */
  direction: SortDirection | null;
}

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell(row: Row): ReactNode;
  align?: "start" | "end" | "center";
  /** Tabular figures on the right. */
  numeric?: boolean;
  sort?: Sort;
  width?: "fit" | "medium" | "wide";
  /** Sentences to read, with their line breaks: in cards they stand under their label, from the left. */
  prose?: boolean;
  /** Left out on narrow screens: the row must still make sense without it. */
  hideNarrow?: boolean;
  /** On a narrow screen's cards two of these share a line. */
  short?: boolean;
  /** The box by which its row is chosen: on a narrow screen's cards it stands in the corner. */
  tick?: boolean;
  /** The cell that names its row. */
  rowHeader?: boolean;
  total?: ReactNode;
}

export interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row, index: number): string | number;
  /** Makes the whole row lead there, through the cell that names it. */
  rowHref?(row: Row): string | null | undefined;
  hideCaption?: boolean;
  totals?: boolean;
  narrow?: "scroll" | "cards";
  /** Many columns: scrolls both ways under a header and beside a first column that stay. */
  wide?: boolean;
  /** What stands there instead of rows. */
  empty?: ReactNode;
  /** Rows that follow one another under one heading: which heading a row is under, and what it says. */
  groupOf?(row: Row): string;
  groupHeading?(group: string): ReactNode;
  /** What works on the table's rows, such as keys that walk through them. */
  enhance?: string;
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const align = column.align ?? (column.numeric ? "end" : "start");
  const names = [
    align === "start" ? "" : `align-${align}`,
    column.numeric ? "numeric" : "",
    column.width ? `width-${column.width}` : "",
    column.prose ? "cell-prose" : "",
    column.hideNarrow ? "hide-narrow" : "",
    column.short ? "short" : "",
    column.tick ? "cell-tick" : "",
  ].filter(Boolean);
  return names.length > 0 ? names.join(" ") : undefined;
}

/** The words of a sortable column, with the arrow of its present order. */
export function SortHeader({ sort, children }: { sort: Sort; children: ReactNode }) {
  const { t } = useSpeech();
  const arrow = sort.direction === "ascending" ? "M5 2l4 6H1z" : sort.direction === "descending" ? "M5 8L1 2h8z" : null;
  return (
    <a
      className="sort"
      href={sort.href}
      title={sort.direction === "ascending" ? t("shell.sort-down") : t("shell.sort-up")}
    >
      {children}
      <svg className="sort-arrow" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d={arrow ?? "M5 0l3 4H2zM5 10L2 6h6z"} className={arrow ? undefined : "sort-arrow-idle"} />
      </svg>
    </a>
  );
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, hideCaption, totals, narrow = "scroll", wide, empty } = props;
  const { groupOf, groupHeading, enhance } = props;
  const classes = columns.map(classOf);
  const cards = narrow === "cards";
  const labels = columns.map((column) => (cards && typeof column.header === "string" ? column.header : undefined));
  const line = (row: Row, at: number) => {
    const href = rowHref?.(row);
    return (
      <tr key={rowKey(row, at)} className={href ? "row-linked" : undefined}>
        {columns.map((column, index) => {
          const content = unbroken(column.cell(row));
          return column.rowHeader ? (
            <th key={column.key} scope="row" className={classes[index]}>
              {href ? (
                <a className="row-link" href={href}>
                  {content}
                </a>
              ) : (
                content
              )}
            </th>
          ) : (
            <td key={column.key} className={classes[index]} data-label={labels[index]}>
              {content}
            </td>
          );
        })}
      </tr>
    );
  };
  return (
    <section
      className={`table-region${wide ? " table-wide" : ""}`}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      data-enhance={enhance}
    >
      <table className={cards ? "table table-cards" : "table"}>
        <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                className={classes[index]}
                aria-sort={column.sort?.direction ?? undefined}
              >
                {column.sort ? <SortHeader sort={column.sort}>{column.header}</SortHeader> : unbroken(column.header)}
              </th>
            ))}
          </tr>
        </thead>
        {(!groupOf || rows.length === 0) && (
          <tbody>
            {rows.length === 0 && (
              <tr>
                <td className="table-empty" colSpan={columns.length}>
                  {empty ?? <NothingHere />}
                </td>
              </tr>
            )}
            {rows.map(line)}
          </tbody>
        )}
        {groupOf &&
          stretchesOf(rows, groupOf).map(({ group, from, members }) => (
            <tbody key={group}>
              <tr className="group-row">
                <th scope="rowgroup" colSpan={columns.length}>
                  {groupHeading?.(group) ?? group}
                </th>
              </tr>
              {members.map((row, at) => line(row, from + at))}
            </tbody>
          ))}
        {totals && rows.length > 0 && (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={classes[index]}>
                    {column.total ?? <Total />}
                  </th>
                ) : (
                  <td key={column.key} className={classes[index]} data-label={labels[index]}>
                    {column.total}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** Rows in their stretches of one group. */
function stretchesOf<Row>(rows: readonly Row[], groupOf: (row: Row) => string) {
  const stretches: { group: string; from: number; members: Row[] }[] = [];
  rows.forEach((row, at) => {
    const group = groupOf(row);
    const last = stretches.at(-1);
    if (last?.group === group) last.members.push(row);
    else stretches.push({ group, from: at, members: [row] });
  });
  return stretches;
}

function NothingHere() {
  const { t } = useSpeech();
  return <Fragment>{t("shell.table-empty")}</Fragment>;
}

function Total() {
  const { t } = useSpeech();
  return <Fragment>{t("shell.total")}</Fragment>;
}

export interface PagerProps {
  previous?: string | null;
  next?: string | null;
  summary?: ReactNode;
}

/** The pages of a list that is read by key: there is a page before and a page after, and no page number. */
export function Pager({ previous, next, summary }: PagerProps) {
  const { t } = useSpeech();
  if (!previous && !next && !summary) return null;
  return (
    <nav className="pager" aria-label={t("shell.pages")}>
      <span className="pager-summary">{summary}</span>
      {previous && (
        <a className="button button-quiet" href={previous} rel="prev">
          {t("shell.previous")}
        </a>
      )}
      {next && (
        <a className="button button-quiet" href={next} rel="next">
          {t("shell.next")}
        </a>
      )}
    </nav>
  );
}
