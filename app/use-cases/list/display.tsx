import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Menu } from "#app/ui/facet";
import { GROUPS, SORTS, type Sort, turned } from "./order";
import { hrefOf, type ListQuery } from "./query";
import { COLUMNS, type ColumnName, USUAL_COLUMNS } from "./shown";
import { ViewFields } from "./view-fields";

const ALL_SORTS = Object.keys(SORTS) as Sort[];
const KEYS = ["list.sort.first", "list.sort.then", "list.sort.last"] as const;

/** In what order the list stands, in which groups, with which columns: one form, whose answer is an address. */
export function DisplayMenu({ query, open }: { query: ListQuery; open: boolean }) {
  const { t } = useSpeech();
  const columns = query.columns ?? USUAL_COLUMNS;
  const inOrder = [...columns, ...COLUMNS.filter((column) => !columns.includes(column))];
  const orders = ALL_SORTS.flatMap((by) =>
    [SORTS[by], turned(SORTS[by])].map((direction) => ({
      value: `${by}-${direction}`,
      label: t("list.sort.key", {
        column: t(`list.column.${by}`),
        direction: t(direction === "ascending" ? "list.sort.up" : "list.sort.down"),
      }),
    })),
  );
  return (
    <Menu label={t("list.display")} end open={open}>
      <form method="get" className="form">
        <ViewFields query={query} without={["sort", "group", "columns"]} />
        {KEYS.map((label, at) => {
          const key = query.sort[at];
          return (
            <Select
              key={label}
              name="sort"
              id={`sort-${at + 1}`}
              label={t(label)}
              empty={at === 0 ? undefined : t("list.sort.nothing")}
              value={key && `${key.by}-${key.direction}`}
              options={orders}
            />
          );
        })}
        <Select
          name="group"
          label={t("list.group")}
          empty={t("list.group.none")}
          value={query.group}
          options={GROUPS.map((group) => ({ value: group, label: t(`list.column.${group}`) }))}
        />
        <fieldset className="menu-choices">
          <legend>{t("list.columns")}</legend>
          {inOrder.map((column) => {
            const at = columns.indexOf(column);
            return (
              <label key={column}>
                <input type="checkbox" name="columns" value={column} defaultChecked={at >= 0} />
                <span>{t(`list.column.${column}`)}</span>
                {at > 0 && (
                  <a
                    href={`${hrefOf(query, { columns: raised(columns, at) })}&show=display`}
                    aria-label={t("list.columns.up", { column: t(`list.column.${column}`) })}
                  >
                    ↑
                  </a>
                )}
              </label>
            );
          })}
        </fieldset>
        <Button>{t("list.display.apply")}</Button>
        <a href={hrefOf(query, { columns: null, group: null, sort: [{ by: "updated", direction: SORTS.updated }] })}>
          {t("list.display.usual")}
        </a>
      </form>
    </Menu>
  );
}

function raised(columns: readonly ColumnName[], at: number): ColumnName[] {
  const moved = [...columns];
  const [column] = moved.splice(at, 1);
  if (column) moved.splice(at - 1, 0, column);
  return moved;
}
