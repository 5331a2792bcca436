import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Menu } from "#app/ui/facet";
import { DescriptionList } from "#app/ui/listing";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { BulkBar } from "../bulk/bar";
import type { BulkKind } from "../bulk/bulk-input";
import { ViewsMenu } from "../views/menu";
import type { SavedView } from "../views/views.server";
import { useColumns } from "./columns";
import { DisplayMenu } from "./display";
import { ListFilters } from "./filters";
import { groupOf } from "./group";
import type { CaseList } from "./list.server";
import { hrefOf, isFiltered, type ListQuery, NONE, unfiltered } from "./query";
import { useMarkWords } from "./words";

export interface ListPage {
  list: CaseList;
  today: string;
  views: SavedView[];
  /** The view with which the list opens. */
  openedWith: number | null;
  maySubmit: boolean;
  mayImport: boolean;
  /** What this person may do to many cases at once. */
  bulkKinds: BulkKind[];
  mayMerge: boolean;
  /** The display menu is open: somebody is putting columns in order. */
  displayOpen: boolean;
}

/** The list of use cases: search, filters that count, sorted columns, pages by key. */
export function UseCaseList(props: ListPage) {
  const { list, today, views, maySubmit, mayImport, displayOpen } = props;
  const { t, number } = useSpeech();
  const { query, rows, facets } = list;
  const { group } = query;
  const columns = useColumns(query, today);
  const headings = useGroupHeadings(list);
  const there = rows.length > 0 || isFiltered(query);
  const create = <ButtonLink href="/use-cases/new">{t("use-cases.list.new")}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t("use-cases.list.title")}
        lead={there && t("use-cases.list.lead", { count: facets.total })}
        actions={maySubmit && there && create}
      />
      <Debts list={list} />
      <NotUnderstood query={query} />
      <Section keepPlace>
        {there && <ListFilters list={list} />}
        {there && (
          <div className="toolbar">
            <ViewsMenu views={views} query={query} openedWith={props.openedWith} />
            <BulkBar query={query} total={facets.total} kinds={props.bulkKinds} mayMerge={props.mayMerge} />
            <span className="toolbar-end" />
            <DisplayMenu query={query} open={displayOpen} />
            <Menu label={t("list.export")} end>
              <ul className="menu-links">
                <li>
                  <a href={hrefOf(query, {}, "/use-cases/export.csv")}>{t("use-cases.list.export")}</a>
                </li>
                <li>
                  <a href={hrefOf(query, {}, "/use-cases/export.xlsx")}>{t("list.export.xlsx")}</a>
                </li>
                <li>
                  <a href={hrefOf(query, {}, "/use-cases/export")}>{t("list.export.more")}</a>
                </li>
              </ul>
            </Menu>
          </div>
        )}
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
              groupOf={group ? (row) => groupOf(group, row) : undefined}
              groupHeading={headings}
              enhance="rows"
            />
            <KeysHelp />
            {rows.some(({ scoresHidden }) => scoresHidden) && (
              <p className="hint">
                <a href="/assess">{t("use-cases.list.scores-hidden")}</a>
              </p>
            )}
            <Pager
              previous={list.previous && hrefOf(query, { before: list.previous })}
              next={list.next && hrefOf(query, { after: list.next })}
              summary={t("use-cases.list.summary", {
                shown: rows.length,
                count: number(facets.total),
              })}
            />
          </>
        )}
      </Section>
    </>
  );
}

const KEYS = ["j", "k", "x", "enter", "search", "help"] as const;

/** The keys that work on the rows: shown by `?`, where script is there to hear them. */
function KeysHelp() {
  const { t } = useSpeech();
  return (
    <dialog className="keys" data-keys="" aria-label={t("list.keys")}>
      <h2>{t("list.keys")}</h2>
      <DescriptionList items={KEYS.map((key) => ({ term: t(`list.key.${key}`), value: t(`list.keys.${key}`) }))} />
      <form method="dialog">
        <Button variant="quiet">{t("list.keys.close")}</Button>
      </form>
    </dialog>
  );
}

/** What stands over each group: its name, how many cases of the view it has, and what they promise and brought. */
function useGroupHeadings(list: CaseList) {
  const { t, shortMoney } = useSpeech();
  const { words } = useMarkWords(list);
  return (value: string) => {
    const { group } = list.query;
    const totals = list.groups.find((one) => one.value === value);
    return (
      <>
        {group && words[group](value)}
        {totals && (
          <span className="hint">
            {t("list.group.totals", {
              count: totals.cases,
              npv: shortMoney(totals.npvMinor),
              realised: shortMoney(totals.realisedMinor),
            })}
          </span>
        )}
      </>
    );
  };
}

function NothingFound(props: { query: ListQuery; maySubmit: boolean; mayImport: boolean }) {
  const { query, maySubmit, mayImport } = props;
  const { t } = useSpeech();
  return isFiltered(query) ? (
    <Empty
      title={t("use-cases.list.nothing-found")}
      action={<ButtonLink href={hrefOf(unfiltered(query))}>{t("use-cases.list.show-all")}</ButtonLink>}
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

/** What the address says that nobody can read, and how to say it. The list shows more than was asked for, then. */
function NotUnderstood({ query }: { query: ListQuery }) {
  const { t } = useSpeech();
  if (query.misread.length === 0) return null;
  return (
    <Notice tone="warning" title={t("list.misread", { count: query.misread.length })}>
      <ul>
        {query.misread.map(({ name, said }) => (
          <li key={`${name} ${said}`}>
            <code className="unbroken">{`${name}=${said}`}</code> {t(`list.misread.${name}`)}
          </li>
        ))}
      </ul>
      <a href={hrefOf(query)}>{t("list.misread.without")}</a>
    </Notice>
  );
}

/** What the list owes: cases whose stage nobody knows, and one's own drafts. */
function Debts({ list: { query, facets } }: { list: CaseList }) {
  const { t } = useSpeech();
  const drafts = facets.stage.find(({ value }) => value === "draft")?.cases ?? 0;
  return (
    <>
      {facets.unknownStages > 0 && !query.stage.includes(NONE) && (
        <Notice tone="info">
          <a href={hrefOf(query, { stage: [NONE] })}>
            {t("use-cases.list.unknown-stages", { count: facets.unknownStages })}
          </a>
        </Notice>
      )}
      {drafts > 0 && !query.stage.includes("draft") && (
        <Notice tone="info">
          <a href={hrefOf(query, { stage: ["draft"] })}>{t("use-cases.list.drafts", { count: drafts })}</a>
        </Notice>
      )}
    </>
  );
}
