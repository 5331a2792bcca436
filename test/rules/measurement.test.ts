import { describe, expect, test } from "vitest";
import { attachmentHeaders } from "#app/kernel/attachment";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { blockOf, gradeOf } from "#app/measurement/enhance/block";
import { servedAs } from "#app/measurement/evidence-files";
import { asClosed, type FrozenReport, frozenText } from "#app/measurement/frozen";
import { overTime } from "#app/measurement/over-time";
import { implausible } from "#app/measurement/plausible";
import { nextStatus, quarterToRead, quarterToReport, whyNotReport } from "#app/measurement/quarter-life";
import { breaksLimit, progressToTarget, realisedValue } from "#app/measurement/realised";
import { keptShare, provenShare, returnOn } from "#app/measurement/returns";

const up = { direction: "up" as const, baseline: 100, valuePerUnitMinor: 250, attribution: 1, share: 10_000 };
const down = { ...up, direction: "down" as const };

describe("Realised value", () => {
  test.each([
    ["up, better", 110, up, 2_500],
    ["up, worse is negative", 90, up, -2_500],
    ["down, better", 90, down, 2_500],
    ["down, worse is negative", 110, down, -2_500],
    ["unchanged is zero, not nothing", 100, up, 0],
    ["unchanged downwards is zero, never minus zero", 100, down, 0],
    ["a share of it", 110, { ...up, attribution: 0.3 }, 750],
    ["no share of it", 110, { ...up, attribution: 0 }, 0],
    ["not turned into money", 110, { ...up, valuePerUnitMinor: null }, null],
    ["not known", null, up, null],
    ["half a cent rounds away from zero", 101, { ...up, valuePerUnitMinor: 0.5 }, 1],
    ["half a cent of loss too", 99, { ...up, valuePerUnitMinor: 0.5 }, -1],
    ["the dust of a subtraction decides nothing", 70.1, { ...up, baseline: 70, valuePerUnitMinor: 5 }, 1],
    ["a baseline of zero", 3, { ...up, baseline: 0 }, 750],
    ["a negative value", -5, { ...up, baseline: 5 }, -2_500],
  ])("%s", (_, actual, terms, expected) => {
    expect(realisedValue(actual, terms)).toBe(expected);
  });
});

describe("Returns", () => {
  test.each([
    [300, 100, 2],
    [100, 100, 0],
    [0, 100, -1],
    [-100, 100, -2],
    [100, 0, null],
    [0, 0, null],
    [100, -50, null],
  ])("on %d for a cost of %d are %s", (value, cost, expected) => {
    expect(returnOn(minor(value), minor(cost))).toBe(expected);
  });

  test.each([
    [60, 100, 0.6],
    [100, 100, 1],
    [0, 100, 0],
    [0, 0, null],
    [-20, 100, null],
    [120, 100, null],
    [-20, -10, null],
  ])("a proven %d of %d is %s", (proven, realised, expected) => {
    expect(provenShare(minor(proven), minor(realised))).toBe(expected);
  });

  test("of a promise that was never made is not known", () => {
    expect(keptShare(minor(100), minor(0))).toBeNull();
    expect(keptShare(minor(50), minor(100))).toBe(0.5);
  });
});

describe("Guardrails and targets", () => {
  const rail = { direction: "down" as const, limit: 5, isGuardrail: true };
  test.each([
    ["below a ceiling", 4, rail, false],
    ["at its ceiling it holds", 5, rail, false],
    ["above a ceiling", 5.1, rail, true],
    ["above a floor", 6, { ...rail, direction: "up" as const }, false],
    ["below a floor", 4, { ...rail, direction: "up" as const }, true],
    ["not known is not broken", null, rail, false],
    ["a KPI is no guardrail", 99, { ...rail, isGuardrail: false }, false],
  ])("%s", (_, actual, about, expected) => {
    expect(breaksLimit(actual, about)).toBe(expected);
  });

  test.each([
    [15, { baseline: 10, target: 20 }, 0.5],
    [5, { baseline: 10, target: 0 }, 0.5],
    [25, { baseline: 10, target: 20 }, 1.5],
    [8, { baseline: 10, target: 20 }, -0.2],
    [10, { baseline: 10, target: null }, null],
    [null, { baseline: 10, target: 20 }, null],
    [10, { baseline: 10, target: 10 }, 1],
    [9, { baseline: 10, target: 10 }, 0],
  ])("%s on the way %j is %s", (actual, way, expected) => {
    expect(progressToTarget(actual, { ...way, direction: "up" })).toBe(expected);
  });
});

test.each([
  [10, 9, null],
  [-10, 9, "sign"],
  [90, 9, "tenfold"],
  [89, 9, null],
  [0.9, 9, "tenfold"],
  [0, 9, null],
  [9, 0, null],
  [9, null, null],
  [null, 9, null],
  [-90, -9, "tenfold"],
] as const)("A value of %s after %s is implausible by %s", (actual, last, expected) => {
  expect(implausible(actual, { last, unit: "min", baseline: 9, target: 5 })).toBe(expected);
});

test.each([
  [105, "%", 60, 90, 55, "unit"],
  [-2, "%", 60, 90, null, "unit"],
  [100, "%", 60, 90, 55, null],
  [105, "%", 60, 120, 55, null],
  [105, "%", 60, null, 104, null],
  [105, "min", 60, 90, 55, null],
  [0.42, "%", 60, 90, 42, "tenfold"],
] as const)("%s %s after a baseline of %s, a target of %s and %s is implausible by %s", (...of) => {
  const [actual, unit, baseline, target, last, expected] = of;
  expect(implausible(actual, { last, unit, baseline, target })).toBe(expected);
});

test.each([
  ["12,5", null],
  [
    "12,5\t2\n11\t1",
    [
      ["12,5", "2"],
      ["11", "1"],
    ],
  ],
  ["12,5\r\n11\r\n", [["12,5"], ["11"]]],
  ["8\t\tTickets\t", [["8", "", "Tickets", ""]]],
  ['8\t"deux\nlignes"\t"dit ""non"""\n\n9', [["8", "deux lignes", 'dit "non"'], [""], ["9"]]],
  ['un "mot"\tb', [['un "mot"', "b"]]],
] as const)("The block %j pasted from a spreadsheet is %j", (text, block) => {
  expect(blockOf(text)).toEqual(block);
});

test.each([
  ["Mesuré", "2"],
  ["mesure ", "2"],
  ["0", "0"],
  ["", null],
  ["validé", null],
])("The grade %j pasted is %j", (text, value) => {
  const options = ["Déclaré", "Estimé", "Mesuré"].map((label, at) => ({ value: String(at), label }));
  expect(gradeOf(text, options)).toBe(value);
});

test.each([
  ["sum", 9],
  ["average", 3],
  ["latest", 2],
  ["max", 4],
  ["min", 2],
] as const)("Over time the %s of 3, unknown, 4, 2 is %s", (how, expected) => {
  expect(overTime([3, null, 4, 2], how)).toBe(expected);
  expect(overTime([null], how)).toBeNull();
});

describe("A quarter's life", () => {
  const q1 = quarter("2026-Q1");
  const q2 = quarter("2026-Q2");
  const q3 = quarter("2026-Q3");
  test("goes one way and ends closed", () => {
    expect([nextStatus("open"), nextStatus("collecting"), nextStatus("in-review"), nextStatus("closed")]).toEqual([
      "collecting",
      "in-review",
      "closed",
      null,
    ]);
  });

  const about = {
    status: "open",
    quarter: q2,
    current: q3,
    kpi: { firstQuarter: q1, lastQuarter: null },
    review: null,
  } as const;
  test.each([
    ["an open quarter", {}, null],
    ["one in review, for latecomers", { status: "in-review" }, null],
    ["the current quarter", { quarter: q3 }, null],
    ["a closed one", { status: "closed" }, "closed"],
    ["one that has not begun", { quarter: quarter("2026-Q4") }, "not-begun"],
    ["one before the KPI", { kpi: { firstQuarter: q3, lastQuarter: null } }, "outside"],
    ["one after the KPI", { kpi: { firstQuarter: q1, lastQuarter: q1 } }, "outside"],
    ["a report that finance accepted", { review: "accepted" }, "accepted"],
    ["a report that was sent back", { review: "sent-back" }, null],
  ] as const)("reports on %s: refused for %s", (_, change, expected) => {
    expect(whyNotReport({ ...about, ...change })).toBe(expected);
  });

  test.each([
    ["nothing begun: the last one that is over", [], q2],
    ["one being collected", [{ quarter: q3, status: "collecting" }], q3],
    [
      "the earliest of two",
      [
        { quarter: q2, status: "in-review" },
        { quarter: q1, status: "in-review" },
      ],
      q1,
    ],
    ["the last one closed: the current one", [{ quarter: q2, status: "closed" }], q3],
  ] as const)("asks for a quarter; %s", (_, known, expected) => {
    expect(quarterToReport(known, q3)).toBe(expected);
  });

  test("is read first where it is closed", () => {
    expect(
      quarterToRead(
        [
          { quarter: q1, status: "closed" },
          { quarter: q2, status: "in-review" },
        ],
        q3,
      ),
    ).toBe(q1);
    expect(quarterToRead([], q3)).toBe(q2);
  });
});

describe("What a close freezes", () => {
  const report: FrozenReport = { reportId: 1, kpiId: 7, actual: 8, evidence: 2, realisedMinor: 500 };
  const text = (reports: FrozenReport[]) =>
    frozenText(quarter("2026-Q3"), reports, [{ useCaseId: 1, kind: "run", amountMinor: 3 }]);

  test("does not depend on the order of rows, and on every figure of them", () => {
    const other = { ...report, reportId: 2 };
    expect(text([other, report])).toBe(text([report, other]));
    for (const change of [{ actual: 9 }, { evidence: 3 as const }, { realisedMinor: 501 }, { realisedMinor: null }]) {
      expect(text([{ ...report, ...change }])).not.toBe(text([report]));
    }
  });

  test("is found again below two restatements, and below a value that was missing", () => {
    const now = { ...report, actual: 10, realisedMinor: 700 };
    const since = [
      { reportId: 1, oldActual: 8, oldEvidence: 2 as const, oldRealisedMinor: 500 },
      { reportId: 1, oldActual: 9, oldEvidence: 3 as const, oldRealisedMinor: 600 },
    ];
    expect(text(asClosed([now], since))).toBe(text([report]));
    const added = { ...report, reportId: 5 };
    const fromNothing = { reportId: 5, oldActual: null, oldEvidence: 0 as const, oldRealisedMinor: null };
    expect(text(asClosed([report, added], [fromNothing]))).toBe(text([report]));
  });
});

test("An evidence file is served by its name, to be saved and never run", () => {
  expect(servedAs("page.HTML")).toBe("application/octet-stream");
  expect(servedAs("drawing.svg")).toBe("application/octet-stream");
  expect(servedAs("relevé.PDF")).toBe("application/pdf");
  const headers = attachmentHeaders({ name: 'été "1"\r\n.pdf', mediaType: "application/pdf", size: 3 });
  expect(headers["Content-Disposition"]).not.toMatch(/[\r\n]/);
  expect(headers["Content-Disposition"]).toContain("attachment");
});
