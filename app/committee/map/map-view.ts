import type { FieldCase } from "../field";
import {
  HOUSE_THRESHOLDS,
  QUADRANTS,
  type Quadrant,
  quadrantOf,
  RANKED_STAGES,
  type Ranked,
  type Thresholds,
} from "../ranking";
import { clustersOf, membersOf } from "./clusters";
import { type Colour, groupOf, type MeasureName, measured, unitOf } from "./measures";
import { type Scale, scaleOf, shareOn } from "./scale";
import type { MapSettings } from "./settings";

/** Rows of the table beside the map, and of an opened cluster. */
export const MAP_ROWS = 50;

/** A case as the map has it. */
export interface MapRow {
  useCaseId: number;
  rank: number;
  quadrant: Quadrant;
  x: number | null;
  y: number | null;
  size: number | null;
  group: string;
}

export interface MapMark {
  cell: string;
  /** From 0 to 1, from the left and from below. */
  x: number;
  y: number;
  count: number;
  /** From 0 to 1 by area, of the largest; null where no size is drawn. */
  share: number | null;
  /** That of all its members, where they have one. */
  group: string | null;
  /** The first of its members. */
  first: MapRow;
}

export interface MapView {
  settings: MapSettings;
  x: Scale;
  y: Scale;
  xThreshold: number | null;
  yThreshold: number | null;
  /** Top left, top right, bottom left, bottom right; null where the axes are not value and complexity. */
  corners: readonly Quadrant[] | null;
  marks: MapMark[];
  groups: { key: string; count: number }[];
  drawn: number;
  /** Cases for which one of the axes is not known. */
  undrawn: number;
  opened: { members: MapRow[]; count: number } | null;
  table: { rows: MapRow[]; page: number; last: number };
}

const SCORE = { min: 0, max: 100 };
const CLASSES = ["prohibited", "high", "exempt", "limited", "minimal", "out-of-scope", "unclassified"];

/** The groups of a colour in their own order; departments in that of their codes. */
function orderOf(colour: Colour, departments: readonly number[]): readonly string[] {
  if (colour === "quadrant") return QUADRANTS;
  if (colour === "stage") return RANKED_STAGES;
  if (colour === "class") return CLASSES;
  return colour === "filters" ? ["pass", "stopped"] : [...departments.map(String), "0"];
}

/** @param ranked those that are to be drawn, in their order */
export function mapOf(
  ranked: readonly Ranked<FieldCase>[],
  settings: MapSettings,
  departments: readonly number[],
  thresholds: Thresholds = HOUSE_THRESHOLDS,
): MapView {
  const rows = ranked.map(
    (row): MapRow => ({
      ...{ useCaseId: row.case.useCaseId, rank: row.rank, quadrant: row.quadrant },
      x: measured(settings.x, row),
      y: measured(settings.y, row),
      size: settings.size === "none" ? null : measured(settings.size, row),
      group: groupOf(settings.colour, row),
    }),
  );
  const known = rows.filter((row): row is MapRow & { x: number; y: number } => row.x !== null && row.y !== null);
  const [x, y] = [
    axisOf(
      settings.x,
      known.map((row) => row.x),
    ),
    axisOf(
      settings.y,
      known.map((row) => row.y),
    ),
  ];
  const spots = known.map((row) => ({ row, x: shareOn(x, row.x), y: shareOn(y, row.y) }));
  const largest = known.reduce((most, { size }) => Math.max(most, size ?? 0), 0);
  const marks = clustersOf(spots).map(({ cell, members, x: right, y: up }): MapMark => {
    const [first] = members as [(typeof members)[number], ...typeof members];
    const { size, group } = first.row;
    return {
      ...{ cell, x: right, y: up, count: members.length, first: first.row },
      share: settings.size === "none" ? null : size !== null && size > 0 && largest > 0 ? size / largest : 0,
      group: members.every(({ row }) => row.group === group) ? group : null,
    };
  });
  const members = settings.cell === null ? [] : membersOf(spots, settings.cell);
  const last = Math.max(1, Math.ceil(rows.length / MAP_ROWS));
  const page = Math.min(settings.rows ?? 1, last);
  const counts = new Map<string, number>();
  for (const { group } of known) counts.set(group, (counts.get(group) ?? 0) + 1);
  return {
    ...{ settings, x, y, marks, drawn: known.length, undrawn: rows.length - known.length },
    xThreshold: thresholdOf(settings.x, thresholds),
    yThreshold: thresholdOf(settings.y, thresholds),
    corners: cornersOf(settings),
    groups: orderOf(settings.colour, departments).flatMap((key) => {
      const count = counts.get(key);
      return count ? [{ key, count }] : [];
    }),
    opened: members.length
      ? { members: members.slice(0, MAP_ROWS * 4).map(({ row }) => row), count: members.length }
      : null,
    table: { rows: rows.slice((page - 1) * MAP_ROWS, page * MAP_ROWS), page, last },
  };
}

const axisOf = (name: MeasureName, values: readonly number[]) =>
  scaleOf(values, unitOf(name) === "score" ? SCORE : undefined);

const thresholdOf = (name: MeasureName, { value, complexity }: Thresholds) =>
  name === "value" ? value : name === "complexity" ? complexity : null;

function cornersOf({ x, y }: MapSettings): readonly Quadrant[] | null {
  if (!((x === "complexity" && y === "value") || (x === "value" && y === "complexity"))) return null;
  const at = (right: number, up: number) => (x === "complexity" ? quadrantOf(up, right) : quadrantOf(right, up));
  return [at(0, 100), at(100, 100), at(0, 0), at(100, 0)];
}

/** Every case that a page of this map names. */
export function namedOn({ marks, opened, table }: MapView): number[] {
  return [
    ...marks.map(({ first }) => first.useCaseId),
    ...(opened?.members ?? []).map(({ useCaseId }) => useCaseId),
    ...table.rows.map(({ useCaseId }) => useCaseId),
  ];
}
