import { COLOURS, type Colour, MEASURE_NAMES, type MeasureName, SIZES, type Size } from "./measures";

/** How somebody wants to see the map: `?x=npvP50Minor&y=risk&size=people&colour=department`. */
export interface MapSettings {
  x: MeasureName;
  y: MeasureName;
  size: Size;
  colour: Colour;
  /** The cluster that is opened. */
  cell: string | null;
  /** The page of the map's table, from 1; null while it is folded. */
  rows: number | null;
}

export const USUAL_MAP: MapSettings = {
  ...{ x: "complexity", y: "value", size: "npvP50Minor", colour: "quadrant" },
  ...{ cell: null, rows: null },
};

const oneOf = <Name extends string>(names: readonly Name[], said: string | null): Name | undefined =>
  names.find((name) => name === said);

export const pageNumber = (said: string | null): number | null => {
  const page = Number(said);
  return said !== null && Number.isSafeInteger(page) && page > 0 ? page : null;
};

/** What an address does not say, or says wrongly, stays as usual. */
export function mapSettingsFrom(search: URLSearchParams): MapSettings {
  return {
    x: oneOf(MEASURE_NAMES, search.get("x")) ?? USUAL_MAP.x,
    y: oneOf(MEASURE_NAMES, search.get("y")) ?? USUAL_MAP.y,
    size: oneOf(SIZES, search.get("size")) ?? USUAL_MAP.size,
    colour: oneOf(COLOURS, search.get("colour")) ?? USUAL_MAP.colour,
    cell: search.get("cell"),
    rows: pageNumber(search.get("rows")),
  };
}
