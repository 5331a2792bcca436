import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import { isKey, UNKNOWN } from "#app/locales/speech";
import { asMinor } from "../filter-words";
import type { MapMark, MapRow, MapView } from "./map-view";
import { type Colour, type MeasureName, unitOf } from "./measures";

/** A figure of a measure, in the reader's words; `short` where space is. */
export function measureValue(speech: Speech, name: MeasureName, value: number | null, short = false): string {
  if (value === null) return UNKNOWN;
  switch (unitOf(name)) {
    case "money":
      return short ? speech.shortMoney(asMinor(value)) : speech.wholeMoney(asMinor(value));
    case "percent":
      return speech.percent(value, 0);
    case "score":
      return speech.number(value, 0);
    default:
      return speech.number(value, 2);
  }
}

export const measureLabel = ({ t }: Speech, name: MeasureName): string => t(`prioritise.measure.${name}`);

/** What a group of a colour is called. */
export function groupLabel(
  { t, tell }: Speech,
  colour: Colour,
  key: string,
  departments: readonly { id: number; name: Told }[],
): string {
  if (colour === "department") {
    const department = departments.find(({ id }) => String(id) === key);
    return department ? tell(department.name) : t("prioritise.department.none");
  }
  const words = {
    quadrant: `prioritise.quadrant.${key}`,
    stage: `use-cases.stage.${key}`,
    class: `choice.class.${key}`,
    filters: `prioritise.passing.${key}`,
  }[colour];
  return isKey(words) ? t(words) : key;
}

type Named = { reference: string; title: Told } | undefined;

/** A bubble as it is read out: which case, its two axes, its rank. */
export function rowLabel(
  speech: Speech,
  { settings: { x, y } }: Pick<MapView, "settings">,
  row: MapRow,
  name: Named,
): string {
  return speech.t("prioritise.map.bubble", {
    case: name ? `${name.reference} ${speech.tell(name.title)}` : "",
    y: measureLabel(speech, y),
    yValue: measureValue(speech, y, row.y),
    x: measureLabel(speech, x),
    xValue: measureValue(speech, x, row.x),
    rank: row.rank,
    quadrant: speech.t(`prioritise.quadrant.${row.quadrant}`),
  });
}

/** Several in one place: how many, and the first of them. */
export function markLabel(speech: Speech, map: MapView, mark: MapMark, name: Named): string {
  if (mark.count === 1) return rowLabel(speech, map, mark.first, name);
  const { x, y } = map.settings;
  return speech.t("prioritise.map.cluster", {
    count: mark.count,
    y: measureLabel(speech, y),
    yValue: measureValue(speech, y, map.y.min + mark.y * (map.y.max - map.y.min)),
    x: measureLabel(speech, x),
    xValue: measureValue(speech, x, map.x.min + mark.x * (map.x.max - map.x.min)),
    rank: mark.first.rank,
  });
}
