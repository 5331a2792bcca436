import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { FieldGrid, FormActions } from "#app/ui/form";
import { Disclosure, Row, Section } from "#app/ui/page";
import { Scatter, type ScatterAxis } from "#app/ui/scatter";
import { DataTable, Pager } from "#app/ui/table";
import { Carried } from "../carried";
import { addressOf, placeInOrder, type Said } from "../choice";
import type { Names } from "../prioritise.server";
import type { MapMark, MapRow, MapView } from "./map-view";
import { groupLabel, markLabel, measureLabel, measureValue } from "./map-words";
import { COLOURS, MEASURE_NAMES, type MeasureName, SIZES, sourceOf } from "./measures";
import { type Scale, shareOn } from "./scale";

interface Props {
  map: MapView;
  names: Names;
  departments: readonly { id: number; name: Told }[];
  said: Said;
  /** The page that shows it. */
  path: string;
  /** Where that page says why a case has its rank, if its ranks are not those of the ranked list. */
  whyOf?(row: MapRow): string;
}

const AFTER = "after-map";
const MEMBERS = "members";
const TABLE = "map-table";

/** The area of a bubble follows its size; where many share the map, all are smaller. */
function radius({ count, share }: MapMark, drawn: number): number {
  const [least, most] = drawn <= 60 ? [4, 22] : drawn <= 200 ? [3.5, 15] : [3, 11];
  if (count > 1) return Math.min(16, Math.max(9, 6 + Math.sqrt(count) * 1.2));
  return Math.round((share === null ? (least + most) / 3 : least + Math.sqrt(share) * (most - least)) * 10) / 10;
}

/** The cases on two axes of one's choice: bubbles that are links, each cluster opening to its members. */
export function BubbleMap(props: Props) {
  const { map, names, departments, said, path } = props;
  const speech = useSpeech();
  const { t, number } = speech;
  const { settings, marks, groups, corners } = map;
  const lookOf = new Map(groups.map(({ key }, index) => [key, index]));
  const axis = (name: MeasureName, scale: Scale, threshold: number | null): ScatterAxis => ({
    label: measureLabel(speech, name),
    ticks: scale.ticks.map((at) => ({ at: shareOn(scale, at), label: measureValue(speech, name, at, true) })),
    threshold: threshold === null ? null : shareOn(scale, threshold),
  });
  return (
    <>
      <Scatter
        caption={t("prioritise.map.caption", {
          y: measureLabel(speech, settings.y),
          x: measureLabel(speech, settings.x),
          size: t(`prioritise.size.${settings.size}`),
          colour: t(`prioritise.colour.${settings.colour}`),
        })}
        after={AFTER}
        x={axis(settings.x, map.x, map.xThreshold)}
        y={axis(settings.y, map.y, map.yThreshold)}
        corners={corners?.map((quadrant) => t(`prioritise.quadrants.${quadrant}`))}
        marks={marks.map((mark) => ({
          key: mark.cell,
          ...{ x: mark.x, y: mark.y, r: radius(mark, map.drawn) },
          look: mark.group === null ? null : (lookOf.get(mark.group) ?? 0),
          count: mark.count > 1 ? number(mark.count) : undefined,
          label: markLabel(speech, map, mark, names[mark.first.useCaseId]),
          href:
            mark.count > 1
              ? `${addressOf(path, said, { cell: mark.cell })}#${MEMBERS}`
              : `/use-cases/${names[mark.first.useCaseId]?.reference ?? ""}`,
        }))}
        legend={groups.map(({ key, count }, look) => ({
          look,
          label: t("prioritise.map.group", { group: groupLabel(speech, settings.colour, key, departments), count }),
        }))}
      />
      {map.undrawn > 0 && <p className="hint">{t("prioritise.map.undrawn", { count: map.undrawn })}</p>}
      <div id={AFTER} tabIndex={-1}>
        <MapForm {...props} />
      </div>
      <Opened {...props} />
      <MapTable {...props} />
    </>
  );
}

function MapForm({ map: { settings }, said, path }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const measures = MEASURE_NAMES.map((name) => ({ value: name, label: measureLabel(speech, name) }));
  return (
    <Disclosure summary={t("prioritise.map.adjust")}>
      <form method="get" action={path} className="form form-wide">
        <Carried said={said} without={["x", "y", "size", "colour", "cell", "rows", "page"]} />
        <FieldGrid columns={4}>
          <Select name="x" label={t("prioritise.map.x")} value={settings.x} options={measures} />
          <Select name="y" label={t("prioritise.map.y")} value={settings.y} options={measures} />
          <Select
            name="size"
            label={t("prioritise.map.size")}
            value={settings.size}
            options={SIZES.map((size) => ({ value: size, label: t(`prioritise.size.${size}`) }))}
          />
          <Select
            name="colour"
            label={t("prioritise.map.colour")}
            value={settings.colour}
            options={COLOURS.map((colour) => ({ value: colour, label: t(`prioritise.colour.${colour}`) }))}
          />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("prioritise.map.show")}</Button>
          <a href={addressOf(path, said, { x: null, y: null, size: null, colour: null, cell: null })}>
            {t("prioritise.map.usual")}
          </a>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function Rows({ caption, rows, map, names, departments, whyOf }: Props & { caption: string; rows: readonly MapRow[] }) {
  const speech = useSpeech();
  const { t, tell, number } = speech;
  const { x, y, size, colour } = map.settings;
  /** Why it stands there: its row in the whole order, or what another page says of its own. */
  const placeOf = whyOf ?? (({ rank }: MapRow) => placeInOrder(rank));
  const axis = (name: MeasureName, at: "x" | "y" | "size") => ({
    key: at,
    header: measureLabel(speech, name),
    cell: (row: MapRow) => {
      const said = measureValue(speech, name, row[at]);
      const href = sourceOf(name, names[row.useCaseId]?.reference ?? "") ?? placeOf(row);
      return row[at] === null ? said : <a href={href}>{said}</a>;
    },
    numeric: true,
  });
  return (
    <DataTable<MapRow>
      caption={caption}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ useCaseId }) => useCaseId}
      rowHref={({ useCaseId }) => `/use-cases/${names[useCaseId]?.reference ?? ""}`}
      columns={[
        {
          key: "rank",
          header: t("prioritise.rank"),
          cell: (row) => <a href={placeOf(row)}>{number(row.rank)}</a>,
          numeric: true,
          width: "fit",
        },
        {
          key: "case",
          header: t("prioritise.case"),
          cell: ({ useCaseId }) => `${names[useCaseId]?.reference ?? ""} ${tell(names[useCaseId]?.title)}`,
          rowHeader: true,
        },
        axis(y, "y"),
        axis(x, "x"),
        ...(size === "none" || size === x || size === y ? [] : [axis(size, "size")]),
        {
          key: "group",
          header: t(`prioritise.colour.${colour}`),
          cell: ({ group }) => groupLabel(speech, colour, group, departments),
        },
      ]}
    />
  );
}

/** The members of the cluster that was opened. */
function Opened(props: Props) {
  const { t } = useSpeech();
  const { map, said, path } = props;
  const { opened } = map;
  if (!opened) return null;
  const title = t("prioritise.map.members", { count: opened.count });
  return (
    <Section
      title={title}
      id={MEMBERS}
      level={3}
      lead={
        opened.count > opened.members.length
          ? t("prioritise.map.members.first", { shown: opened.members.length })
          : undefined
      }
      actions={<a href={addressOf(path, said, { cell: null })}>{t("prioritise.map.members.close")}</a>}
    >
      <Rows {...props} caption={title} rows={opened.members} />
    </Section>
  );
}

/** Every case of the map, a page at a time. */
function MapTable(props: Props) {
  const { t } = useSpeech();
  const { map, said, path } = props;
  const { rows, page, last } = map.table;
  const to = (at: number) => `${addressOf(path, said, { rows: at })}#${TABLE}`;
  return (
    <div id={TABLE}>
      <Disclosure summary={t("shell.chart.table")} open={map.settings.rows !== null}>
        <Rows {...props} caption={t("prioritise.chart.title")} rows={rows} />
        {last > 1 && (
          <Row>
            <Pager
              previous={page > 1 ? to(page - 1) : undefined}
              next={page < last ? to(page + 1) : undefined}
              summary={t("prioritise.page", { page, last })}
            />
          </Row>
        )}
      </Disclosure>
    </div>
  );
}
