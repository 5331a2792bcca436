/** The bench's own arithmetic: a figure that proves something must itself be proven. */
import { describe, expect, test } from "vitest";
import { verdictsOf } from "../../bench/goals";
import type { PageFigures } from "../../bench/measure";
import { HELP, readOptions, UsageProblem } from "../../bench/options";
import { registerOf, wordsOf } from "../../bench/register";
import type { Result } from "../../bench/result";
import { median, over, percentile, type Round, ratio } from "../../bench/statistics";
import { columns } from "../../bench/table";

const round = (p50: number, perSecond = 1): Round => ({ p50, p95: p50 * 2, p99: p50 * 3, perSecond });

describe("Percentiles", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  test.each([
    [hundred, 0.5, 50],
    [hundred, 0.95, 95],
    [hundred, 0.99, 99],
    [hundred, 1, 100],
    [[7], 0.5, 7],
    [[7], 0.99, 7],
    [[3, 1, 2], 0.5, 2],
    [[3, 1, 2], 0, 1],
  ])("of %j at %d is %d", (values, share, expected) => expect(percentile(values, share)).toBe(expected));

  test("of nothing there is none", () => expect(percentile([], 0.5)).toBeNaN());

  test.each([
    [[5], 5],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])("the median of %j is %d", (values, expected) => expect(median(values)).toBe(expected));

  test("the median of nothing is none", () => expect(median([])).toBeNaN());
});

describe("Rounds", () => {
  test("a figure over the rounds is its median, so that a spoilt round moves little", () => {
    expect(over([round(2, 100), round(90, 3), round(3, 90)])).toEqual({ p50: 3, p95: 6, p99: 9, perSecond: 90 });
  });

  test("a ratio compares what met the same moment, round by round", () => {
    // The machine was twice as slow in the second round, for both: the ratio does not move.
    expect(ratio([round(3, 100), round(6, 50)], [round(2, 200), round(4, 100)])).toMatchObject({
      p50: 1.5,
      perSecond: 0.5,
    });
  });

  test("a round that the other does not have counts for nothing", () => {
    expect(ratio([round(3), round(100)], [round(2)]).p50).toBe(1.5);
    expect(ratio([], []).p50).toBeNaN();
  });
});

describe("What the bench can be told", () => {
  test("nothing: ten thousand cases with ten reports each, everything measured", () => {
    expect(readOptions([])).toMatchObject({
      ...{ cases: 10_000, reports: 100_000, engine: "sqlite", server: null, only: null, connections: 16 },
      ...{ rounds: 5, writeSeconds: 60, importRows: 10_000, growth: true, browser: true, writes: true, json: false },
    });
  });

  test("sizes, engine, form and file", () => {
    const told = "--cases 200 --reports 500 --engine postgres --json --out x.json --only list,case --no-browser";
    expect(readOptions(told.split(" "))).toMatchObject({
      ...{ cases: 200, reports: 500, engine: "postgres", json: true, out: "x.json" },
      ...{ only: ["list", "case"], browser: false },
    });
  });

  test("a quick run is short, and each of its figures can be told otherwise", () => {
    expect(readOptions(["--quick"])).toMatchObject({ rounds: 1, growth: false, importRows: 200 });
    expect(readOptions(["--quick", "--rounds", "2", "--growth"])).toMatchObject({ rounds: 2, growth: true });
  });

  test("a server is PostgreSQL", () => {
    expect(readOptions(["--server", "postgres://db"])).toMatchObject({ engine: "postgres", server: "postgres://db" });
  });

  test("--help answers nothing to run, and every option is told", () => {
    expect(readOptions(["--help"])).toBeNull();
    for (const name of ["cases", "engine", "growth", "no-browser", "out"]) expect(HELP).toContain(`--${name}`);
  });

  test.each([
    [["--fast"], "--fast"],
    [["list"], "list"],
    [["--cases"], "--cases"],
    [["--cases", "many"], "«many»"],
    [["--cases", "1.5"], "whole number"],
    [["--cases", "5"], "from 100"],
    [["--engine", "oracle"], "sqlite or postgres"],
    [["--server", "http://db"], "postgres://"],
    [["--server", "postgres://db", "--engine", "sqlite"], "--engine postgres"],
  ])("%j is refused in a sentence", (args, part) => {
    expect(() => readOptions(args)).toThrow(UsageProblem);
    expect(() => readOptions(args)).toThrow(part);
  });
});

function page(name: string, stream: Round, made = round(5, 100)): PageFigures {
  const floor = { figures: round(1), bytes: 1, ratio: stream };
  return {
    ...{ name, path: "/", bytes: 1, gzipBytes: 1, made },
    kept: { perSecond: 1, keptRatio: 1, unchangedPerSecond: 1, unchangedRatio: 9.9 },
    floors: { json: floor, string: floor, stream: floor, remix: floor },
  };
}

const RESULT: Result = {
  ...{ version: 1, date: "2026-11-22", commit: null, engine: "sqlite", cases: 10_000, reports: 100_000, builtMs: null },
  machine: { node: "20", platform: "linux", processor: "", processors: 2, memoryMegabytes: 1, load: 0 },
  ...{
    startMs: 500,
    pages: [],
    writes: null,
    imported: null,
    files: null,
    moves: null,
    similar: null,
    draws: { draws: 10_000, lines: 40, p50: 17, p95: 30 },
    ranking: { cases: 10_000, today: 95, whatIf: 480, map: 80, preview: 600 },
    choosing: { candidates: 1_000, best: 0.5, explained: 3, processor: 3, heldUp: 20, gap: 0 },
    growth: null,
    tenfold: null,
    browser: null,
    peakMegabytes: 200,
  },
};

describe("Goals", () => {
  const of = (result: Partial<Result>, goal: string) =>
    verdictsOf({ ...RESULT, ...result }).find((verdict) => verdict.goal.startsWith(goal));

  test.each([
    ["list: requests a second", { ...round(1.5), perSecond: 0.67 }, true],
    ["list: requests a second", { ...round(1.5), perSecond: 0.66 }, false],
    ["list: p50", round(1.5), true],
    ["list: p50", round(1.51), false],
  ])("%s with %j: %s", (goal, stream, kept) => {
    expect(of({ pages: [page("list", stream)] }, goal)?.kept).toBe(kept);
  });

  test("similar cases are found fast, and those that are", () => {
    const slow = { ...round(1), p95: 61 };
    expect(of({ pages: [page("similar", round(1), slow)] }, "similar: p95")?.kept).toBe(false);
    const counted = { pairs: 100, found: 90, shown: 113, lookalikes: 50, mistaken: 4 };
    const measured = { ...counted, recall: 0.9, precision: 90 / 113 };
    const similar = [{ set: "pairs" as const, half: "held out" as const, measured }];
    expect(of({ similar }, "similar, pairs, held out: recall")?.kept).toBe(true);
    expect(of({ similar }, "similar, pairs, held out: precision")?.kept).toBe(false);
  });

  test("the API may cost three times SQL and JSON, which is a third of its rate", () => {
    const api = (perSecond: number) => of({ pages: [page("api-list", { ...round(1), perSecond })] }, "api-list: cost");
    expect(api(0.34)?.kept).toBe(true);
    expect(api(0.33)?.kept).toBe(false);
  });

  test("an unchanged page is answered ten times as fast as it is made; the board has no goal beside floors", () => {
    expect(of({ pages: [page("board", round(1))] }, "board: unchanged")?.kept).toBe(false);
    expect(of({ pages: [page("board", round(1))] }, "board: p50")).toBeUndefined();
  });

  test("a card that is moved answers within a tenth of a second, and the board of a thousand within sixty milliseconds", () => {
    const times = (p95: number) => ({ p50: 1, p95 });
    const moves = { cards: 1_000, answered: times(100), moved: times(101) };
    expect(of({ moves }, "a card of the board: its answer")?.kept).toBe(true);
    expect(of({ moves }, "a card of the board: moved")?.kept).toBe(false);
    const grown = { name: "board", ratio: round(1), readMs: null, processor: { small: 5, large: 8 }, large: round(90) };
    const growth = (p95: number) => ({
      small: { cases: 1_000, reports: 10_000 },
      large: { cases: 10_000, reports: 100_000 },
      pages: [{ ...grown, small: { ...round(1), p95 } }],
    });
    expect(of({ growth: growth(60) }, "board: p95 at 1000 cases")?.kept).toBe(true);
    expect(of({ growth: growth(61) }, "board: p95 at 1000 cases")?.kept).toBe(false);
  });

  test("what grows tenfold may cost less than what grows a hundredfold", () => {
    const grown = {
      name: "list",
      small: round(1),
      large: round(1.2),
      ratio: round(0.6),
      readMs: null,
      processor: { small: 5, large: 8 },
    };
    const growth = (cases: number) => ({
      growth: { small: { cases: 1_000, reports: 10_000 }, large: { cases, reports: cases * 10 }, pages: [grown] },
    });
    expect(of(growth(10_000), "list: p95")).toMatchObject({ measured: 1.2, limit: 1.15, kept: false });
    expect(of(growth(100_000), "list: p95")).toMatchObject({ limit: 1.3, kept: true });
    const tenfold = { tenfold: growth(100_000).growth };
    expect(of(tenfold, "list: processor")).toMatchObject({ measured: 1.6, limit: 1.5, kept: false });
  });

  test("the list with all its filters has forty milliseconds, and half as much again at a hundred thousand", () => {
    const made = (p95: number) =>
      of({ pages: [page("list-facets", round(9), { ...round(1), p95 })] }, "list-facets: p95");
    expect(made(40)).toMatchObject({ limit: 40, kept: true });
    expect(made(41)?.kept).toBe(false);
    const grown = {
      name: "list-facets",
      small: round(1),
      large: round(2),
      ratio: round(0.75),
      readMs: null,
      processor: { small: 5, large: 8 },
    };
    const sizes = { small: { cases: 10_000, reports: 1 }, large: { cases: 100_000, reports: 1 } };
    expect(of({ growth: { ...sizes, pages: [grown] } }, "list-facets: p95 at")).toMatchObject({
      limit: 1.5,
      kept: true,
    });
  });

  test("a file may take thirty megabytes each way, whatever its size", () => {
    const files = {
      megabytes: 10,
      incoming: { p50: 1, grewMegabytes: 31 },
      outgoing: { p50: 1, grewMegabytes: 30 },
    };
    expect(of({ files }, "a file of 10 MB in")?.kept).toBe(false);
    expect(of({ files }, "a file of 10 MB out")?.kept).toBe(true);
    expect(of({}, "a file")).toBeUndefined();
  });

  test("one error among the writers is one too many", () => {
    const storm = { connections: 64, seconds: 60, written: 9, perSecond: 1, errors: 1, p50: 1, p95: 1, slowest: 999 };
    const writes = {
      submit: round(3),
      capture: round(3.1),
      report: null,
      grid: { rows: 500, round: round(301) },
      storm,
    };
    expect(of({ writes }, "64 writers at once: errors")?.kept).toBe(false);
    expect(of({ writes }, "64 writers at once: slowest")?.kept).toBe(true);
    expect(of({ writes }, "submit: p50")?.kept).toBe(true);
    expect(of({ writes }, "capture: p50")?.kept).toBe(false);
    expect(of({ writes }, "report")).toBeUndefined();
    expect(of({ writes }, "grid of 500 KPIs: p95")?.kept).toBe(false);
  });

  test("what the system does not tell is neither kept nor missed", () => {
    expect(of({ peakMegabytes: Number.NaN }, "peak memory")?.kept).toBeNull();
    expect(of({ startMs: 601 }, "start to ready")?.kept).toBe(false);
  });
});

test("A table's columns are as wide as what stands in them, figures from the right", () => {
  expect(
    columns([
      ["page", "ms"],
      ["list", 1.234],
      ["a", Number.NaN],
    ]),
  ).toBe("page    ms\nlist  1.23\na        –");
});

describe("The file that is imported", () => {
  test("has so many rows under one header, each with an id of its own", () => {
    const [header, ...rows] = registerOf(50, "I").split("\n");
    expect(header).toBe("ID,Title,Stage,Department,Description");
    expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(50);
  });

  test("no two cases have the same words", () => {
    expect(new Set(Array.from({ length: 2_000 }, (_, seed) => wordsOf(seed, 4))).size).toBe(2_000);
  });
});
