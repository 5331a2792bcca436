/** DESIGN's goals, and how far a run keeps them. */
import type { PageFigures } from "./measure";
import type { Result } from "./result";

export interface Verdict {
  goal: string;
  measured: number;
  sense: "≤" | "≥";
  limit: number;
  unit: "×" | "ms" | "kB" | "MB" | "s" | "";
  /** Null where nothing was measured. */
  kept: boolean | null;
}

const RENDERED = new Set(["list", "list-filtered", "list-search", "case", "dashboard"]);
const WITH_CHARTS = new Set(["dashboard", "prioritise", "case"]);
const KILO = 1024;

function verdict(
  goal: string,
  measured: number,
  sense: Verdict["sense"],
  limit: number,
  unit: Verdict["unit"],
): Verdict {
  const kept = Number.isNaN(measured) ? null : sense === "≤" ? measured <= limit : measured >= limit;
  return { goal, measured, sense, limit, unit, kept };
}

const atMost = (goal: string, measured: number, limit: number, unit: Verdict["unit"]) =>
  verdict(goal, measured, "≤", limit, unit);
const atLeast = (goal: string, measured: number, limit: number, unit: Verdict["unit"]) =>
  verdict(goal, measured, "≥", limit, unit);

function ofPage({ name, made, floors, kept }: PageFigures): Verdict[] {
  if (name === "similar") return [atMost(`${name}: p95`, made.p95, 60, "ms")];
  const goals: Verdict[] = [];
  if (RENDERED.has(name)) {
    if (floors) {
      goals.push(atLeast(`${name}: requests a second, of SQL + stream`, floors.stream.ratio.perSecond, 0.67, "×"));
      goals.push(atMost(`${name}: p50, of SQL + stream`, floors.stream.ratio.p50, 1.5, "×"));
    }
    goals.push(atMost(`${name}: p95`, made.p95, 20, "ms"));
  }
  if (name === "list-facets" || name === "list-aged") goals.push(atMost(`${name}: p95`, made.p95, 40, "ms"));
  if (name === "api-list" && floors) {
    goals.push(atMost(`${name}: cost, of SQL + JSON`, 1 / floors.json.ratio.perSecond, 3, "×"));
  }
  if (kept) goals.push(atLeast(`${name}: unchanged, of rendered`, kept.unchangedRatio, 10, "×"));
  return goals;
}

function ofWrites({ writes }: Result): Verdict[] {
  if (!writes) return [];
  const { submit, capture, report, grid, storm } = writes;
  const each = [
    ["submit", submit] as const,
    ["capture", capture] as const,
    ...(report ? [["report", report] as const] : []),
  ];
  return [
    ...each.flatMap(([name, { p50, p95 }]) => [
      atMost(`${name}: p50`, p50, 3, "ms"),
      atMost(`${name}: p95`, p95, 10, "ms"),
    ]),
    ...(grid ? [atMost(`grid of ${grid.rows} KPIs: p95`, grid.round.p95, 300, "ms")] : []),
    atMost(`${storm.connections} writers at once: errors`, storm.errors, 0, ""),
    atMost(`${storm.connections} writers at once: slowest`, storm.slowest, 1000, "ms"),
  ];
}

function ofFiles({ files }: Result): Verdict[] {
  if (!files) return [];
  const size = `a file of ${files.megabytes} MB`;
  return [
    atMost(`${size} in: memory`, files.incoming.grewMegabytes, 30, "MB"),
    atMost(`${size} out: memory`, files.outgoing.grewMegabytes, 30, "MB"),
  ];
}

function ofGrowth({ growth }: Result): Verdict[] {
  if (!growth) return [];
  const { small, large, pages } = growth;
  const sizes = `${large.cases} cases, of ${small.cases}`;
  return pages.flatMap(({ name, ratio, readMs, small: less }) => {
    // So many cards stand on it.
    if (name === "board") return [atMost(`board: p95 at ${small.cases} cases`, less.p95, 60, "ms")];
    if (name === "list-facets") return [atMost(`${name}: p95 at ${sizes}`, ratio.p95, 1.5, "×")];
    if (name.startsWith("list"))
      return [atMost(`${name}: p95 at ${sizes}`, ratio.p95, large.cases > 10_000 ? 1.3 : 1.15, "×")];
    if (name === "similar") return [atMost(`${name}: p95 at ${sizes}`, ratio.p95, 1.5, "×")];
    if (name !== "dashboard") return [];
    return [
      atMost(`dashboard: p95 at ${large.reports} reports, of ${small.reports}`, ratio.p95, 1.3, "×"),
      atMost(`dashboard: its data at ${large.reports} reports`, readMs ?? Number.NaN, 2, "ms"),
    ];
  });
}

function ofTenfold({ tenfold }: Result): Verdict[] {
  if (!tenfold) return [];
  const { small, large, pages } = tenfold;
  return pages.flatMap(({ name, large: more, ratio, processor }) => [
    ...(name === "similar" ? [atMost(`${name}: p95 at ${large.cases} cases`, more.p95, 60 * 1.5, "ms")] : []),
    ...(name === "list-facets" ? [atMost(`${name}: p95 at ${large.cases} cases`, more.p95, 40 * 1.5, "ms")] : []),
    atMost(
      `${name}: processor at ${large.cases} cases, of ${small.cases}`,
      processor.large / processor.small,
      1.5,
      "×",
    ),
    atMost(`${name}: p95 at ${large.cases} cases, of ${small.cases}`, ratio.p95, 1.5, "×"),
  ]);
}

function ofBrowser({ browser }: Result): Verdict[] {
  return (browser ?? [])
    .slice(1)
    .flatMap(({ name, scriptBytes, paintRatio, blockingMs }) => [
      atMost(`${name}: JavaScript`, scriptBytes / KILO, WITH_CHARTS.has(name) ? 165 : 100, "kB"),
      atMost(`${name}: first contentful paint, of bare Remix`, paintRatio, 1.25, "×"),
      atMost(`${name}: blocking time`, blockingMs, 50, "ms"),
    ]);
}

function ofMoves({ moves }: Result): Verdict[] {
  if (!moves) return [];
  return [
    atMost("a card of the board: its answer seen, p95", moves.answered.p95, 100, "ms"),
    atMost("a card of the board: moved and seen there, p95", moves.moved.p95, 100, "ms"),
  ];
}

function ofSimilar({ similar }: Result): Verdict[] {
  return (similar ?? []).flatMap(({ set, half, measured }) => [
    atLeast(`similar, ${set}, ${half}: recall of the top five`, measured.recall, 0.9, ""),
    atLeast(`similar, ${set}, ${half}: precision of the top five`, measured.precision, 0.8, ""),
  ]);
}

/** Each goal that the run measured, in the order of DESIGN's table. */
export function verdictsOf(result: Result): Verdict[] {
  return [
    ...result.pages.flatMap(ofPage),
    ...ofSimilar(result),
    atMost(`${result.draws.draws} draws of ${result.draws.lines} lines: p50`, result.draws.p50, 60, "ms"),
    ...(result.ranking ? [atMost(`ranking ${result.ranking.cases} cases`, result.ranking.today, 150, "ms")] : []),
    atMost(`an exact choice among ${result.choosing.candidates}, explained`, result.choosing.explained, 5, "s"),
    ...ofGrowth(result),
    ...ofTenfold(result),
    ...ofWrites(result),
    ...ofFiles(result),
    ...ofBrowser(result),
    ...ofMoves(result),
    atMost("start to ready", result.startMs / 1000, 0.6, "s"),
    atMost("peak memory after all of it", result.peakMegabytes, 256, "MB"),
  ];
}
