/** A run's figures as tables for people. */
import { verdictsOf } from "./goals";
import type { GrowthFigures } from "./growth";
import { FLOORS } from "./measure";
import type { Result } from "./result";
import type { Round } from "./statistics";

type Cell = string | number | null | undefined;

const shown = (cell: Cell) =>
  cell === null || cell === undefined || (typeof cell === "number" && Number.isNaN(cell))
    ? "–"
    : typeof cell === "string"
      ? cell
      : cell.toFixed(Math.abs(cell) >= 100 ? 0 : Math.abs(cell) >= 10 ? 1 : 2);

/** Columns as wide as what stands in them: the first from the left, figures from the right. */
export function columns(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map(shown));
  const widths = (texts[0] ?? []).map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0)));
  return texts
    .map((row) =>
      row
        .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const times = ({ p50, p95, p99 }: Round) => [p50, p95, p99];

function pagesOf({ pages }: Result): string {
  const head = ["page, made anew", "p50 ms", "p95 ms", "p99 ms", "a second", "kept", "304", "kB", "gzip kB"];
  return columns([
    head,
    ...pages.map(({ name, made, kept, bytes, gzipBytes }) => [
      name,
      ...times(made),
      made.perSecond,
      kept?.perSecond ?? null,
      kept?.unchangedPerSecond ?? null,
      bytes / 1024,
      gzipBytes / 1024,
    ]),
  ]);
}

const FLOOR_NAMES = {
  json: "SQL + JSON",
  string: "SQL + string",
  stream: "SQL + stream",
  remix: "bare Remix",
} as const;

function floorsOf({ pages }: Result): string {
  const head = ["beside it", "p50 ms", "p95 ms", "a second", "kB", "ours: p50", "ours: a second"];
  return columns([
    head,
    ...pages.flatMap(({ name, floors }) =>
      FLOORS.flatMap((floor) => {
        const of = floors?.[floor];
        if (!of) return [];
        const { figures, ratio, bytes } = of;
        const ours = [`${shown(ratio.p50)} ×`, `${shown(ratio.perSecond)} ×`];
        return [[`${name}: ${FLOOR_NAMES[floor]}`, figures.p50, figures.p95, figures.perSecond, bytes / 1024, ...ours]];
      }),
    ),
  ]);
}

function writesOf({ writes, imported, files }: Result): string[] {
  if (!writes) return [];
  const { submit, capture, report, grid, storm } = writes;
  const lines = [
    ["submit", submit] as const,
    ["capture", capture] as const,
    ...(report ? [["report", report] as const] : []),
    ...(grid ? [[`grid of ${grid.rows}`, grid.round] as const] : []),
  ];
  return [
    columns([
      ["write, one by one", "p50 ms", "p95 ms", "p99 ms", "a second"],
      ...lines.map(([name, round]) => [name, ...times(round), round.perSecond]),
    ]),
    `${storm.connections} writers at once for ${shown(storm.seconds)} s: ${storm.written} written, ${shown(storm.perSecond)} a second, ` +
      `${storm.errors} errors, p50 ${shown(storm.p50)} ms, p95 ${shown(storm.p95)} ms, slowest ${shown(storm.slowest)} ms`,
    ...(imported
      ? [
          `import of ${imported.rows} rows, dry run and all: ${shown(imported.seconds)} s, ${shown(imported.rowsPerSecond)} rows a second`,
        ]
      : []),
    ...(files
      ? [
          `a file of ${files.megabytes} MB: in ${shown(files.incoming.p50)} ms with +${shown(files.incoming.grewMegabytes)} MB, ` +
            `out ${shown(files.outgoing.p50)} ms with +${shown(files.outgoing.grewMegabytes)} MB`,
        ]
      : []),
  ];
}

function growthOf(growth: GrowthFigures | null): string[] {
  if (!growth) return [];
  const { small, large, pages } = growth;
  const of = ({ cases, reports }: typeof small) => `${cases} cases, ${reports} reports`;
  return [
    `From ${of(small)} to ${of(large)}:\n${columns([
      ["page", "p50 ms", "then", "grew", "p95 ms", "then", "grew", "processor ms", "then", "its SQL then, ms"],
      ...pages.map(({ name, small: less, large: more, ratio, processor, readMs }) => [
        ...[name, less.p50, more.p50, `${shown(ratio.p50)} ×`],
        ...[less.p95, more.p95, `${shown(ratio.p95)} ×`, processor.small, processor.large, readMs],
      ]),
    ])}`,
  ];
}

function browserOf({ browser }: Result): string[] {
  if (!browser) return [];
  const head = [
    "browser, processor 4 × slower",
    "script kB",
    "first paint ms",
    "of Remix",
    "largest ms",
    "blocking ms",
  ];
  return [
    columns([
      head,
      ...browser.map(({ name, scriptBytes, firstPaintMs, paintRatio, largestPaintMs, blockingMs }) => [
        ...[name, scriptBytes / 1024, firstPaintMs, `${shown(paintRatio)} ×`, largestPaintMs, blockingMs],
      ]),
    ]),
  ];
}

function movesOf({ moves }: Result): string[] {
  if (!moves) return [];
  const { cards, answered, moved } = moves;
  const times = ({ p50, p95 }: typeof moved) => `p50 ${shown(p50)} ms, p95 ${shown(p95)} ms`;
  return [
    `a card among ${cards}: its answer seen after ${times(answered)}; moved, and seen there, after ${times(moved)}`,
  ];
}

function goalsOf(result: Result): string {
  return columns([
    ["goal", "measured", "", "", ""],
    ...verdictsOf(result).map(({ goal, measured, sense, limit, unit, kept }) => [
      ...[goal, `${shown(measured)} ${unit}`, sense, `${limit} ${unit}`, kept === null ? "–" : kept ? "✓" : "✗"],
    ]),
  ]);
}

function similarOf({ similar }: Result): string[] {
  if (!similar) return [];
  const head = ["similar cases", "pairs", "found", "shown", "recall", "precision", "look-alikes", "taken for the same"];
  return [
    columns([
      head,
      ...similar.map(
        ({ set, half, measured: { pairs, found, shown: seen, recall, precision, lookalikes, mistaken } }) => [
          ...[
            `${set}, ${half}`,
            String(pairs),
            String(found),
            String(seen),
            recall,
            precision,
            String(lookalikes),
            String(mistaken),
          ],
        ],
      ),
    ]),
  ];
}

export function tableOf(result: Result): string {
  const { machine, engine, cases, reports, commit, date, startMs, peakMegabytes } = result;
  return [
    `${cases} use cases and ${reports} reports on ${engine}; Node ${machine.node}, ${machine.processors} processors, load ${shown(machine.load)} each, ` +
      `${date.slice(0, 10)}${commit ? `, ${commit}` : ""}`,
    pagesOf(result),
    floorsOf(result),
    ...similarOf(result),
    `${result.draws.draws} draws of ${result.draws.lines} lines: p50 ${shown(result.draws.p50)} ms, p95 ${shown(result.draws.p95)} ms`,
    ...(result.ranking
      ? [
          `${result.ranking.cases} ranked cases: ${shown(result.ranking.today)} ms in order, ${shown(result.ranking.whatIf)} ms with other weights, ` +
            `${shown(result.ranking.map)} ms for their map, ${shown(result.ranking.preview)} ms to preview another scoring model`,
        ]
      : []),
    `${result.choosing.candidates} candidates: the best selection in ${shown(result.choosing.best)} s, explained in ` +
      `${shown(result.choosing.explained)} s (${shown(result.choosing.processor)} s of processor)${result.choosing.gap === 0 ? "" : `, at most ${(result.choosing.gap * 100).toFixed(4)} % from the best`}, others held up ${shown(result.choosing.heldUp)} ms at most`,
    ...growthOf(result.growth),
    ...growthOf(result.tenfold),
    ...writesOf(result),
    ...browserOf(result),
    ...movesOf(result),
    `start to ready ${shown(startMs)} ms, peak memory ${shown(peakMegabytes)} MB`,
    goalsOf(result),
  ].join("\n\n");
}
