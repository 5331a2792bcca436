import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "#app/kernel/day";
import { between, daysSaid } from "#app/use-cases/import/known-days";
import { KNOWN_DAYS, type KnownDay } from "#app/use-cases/intake/live-entry";
import type { Stage } from "#app/use-cases/stages";

const TODAY = day("2026-03-02");

const cells = (said: Partial<Record<KnownDay | "since", string>>) => ({
  since: { value: said.since ?? "", name: "since" },
  of: Object.fromEntries(KNOWN_DAYS.map((one) => [one, { value: said[one] ?? "", name: one }])) as Record<
    KnownDay,
    { value: string; name: string }
  >,
});

const read = (stage: Stage | undefined, said: Partial<Record<KnownDay | "since", string>>) => {
  const { since, earlier, remarks } = daysSaid(stage, cells(said), "mdy", TODAY);
  return {
    since,
    earlier: earlier.map((step) => `${step.stage} ${step.on}`),
    remarks: remarks.map(({ key, values }) => `${key} ${values?.column}`),
  };
};

describe("The days that a row knows of its case", () => {
  it.each<[string, Stage | undefined, Partial<Record<KnownDay | "since", string>>, ReturnType<typeof read>]>([
    [
      "are the way it came",
      "production",
      { submitted: "1/5/2024", poc: "3/1/2024", pilot: "6/1/2024", production: "9/1/2024" },
      {
        since: day("2024-09-01"),
        earlier: ["submitted 2024-01-05", "poc 2024-03-01", "pilot 2024-06-01"],
        remarks: [],
      },
    ],
    [
      "say since when it stands there, unless a column of its own does",
      "pilot",
      { since: "7/1/2024", pilot: "6/1/2024", poc: "6/15/2024" },
      { since: day("2024-07-01"), earlier: ["poc 2024-06-15"], remarks: [] },
    ],
    ["are unknown where no cell says one", "pilot", {}, { since: null, earlier: [], remarks: [] }],
    [
      "are unknown where a cell says that there is none",
      "pilot",
      { pilot: "N/A - not yet" },
      { since: null, earlier: [], remarks: [] },
    ],
    [
      "stay unknown where they are to come",
      "pilot",
      { since: "3/3/2026", poc: "1/1/2099" },
      {
        since: null,
        earlier: [],
        remarks: ["imports.remark.day-to-come since", "imports.remark.day-to-come poc"],
      },
    ],
    ["may be today's", "pilot", { since: "3/2/2026" }, { since: TODAY, earlier: [], remarks: [] }],
    [
      "stay unknown where they are no certain day",
      "pilot",
      { pilot: "To be determined (2025)" },
      { since: null, earlier: [], remarks: ["imports.remark.day pilot"] },
    ],
    [
      "do not count for a stage that it has not reached",
      "poc",
      { poc: "3/1/2024", production: "9/1/2024" },
      { since: day("2024-03-01"), earlier: [], remarks: ["imports.remark.day-beyond production"] },
    ],
    [
      "do not count after the day of a later stage",
      "production",
      { submitted: "8/1/2024", poc: "7/1/2024", production: "9/1/2024" },
      {
        since: day("2024-09-01"),
        earlier: ["poc 2024-07-01"],
        remarks: ["imports.remark.day-after submitted"],
      },
    ],
    [
      "hold for a case in assessment up to its submission",
      "assessment",
      { submitted: "8/1/2024", approved: "9/1/2024" },
      { since: null, earlier: ["submitted 2024-08-01"], remarks: ["imports.remark.day-beyond approved"] },
    ],
    [
      "hold for a case that left the way, up to production",
      "stopped",
      { since: "10/1/2024", submitted: "8/1/2024", pilot: "9/1/2024", retired: "10/1/2024" },
      {
        since: day("2024-10-01"),
        earlier: ["submitted 2024-08-01", "pilot 2024-09-01"],
        remarks: ["imports.remark.day-beyond retired"],
      },
    ],
    [
      "say nothing of a case whose stage is unknown",
      undefined,
      { submitted: "8/1/2024" },
      { since: null, earlier: [], remarks: ["imports.remark.day-beyond submitted"] },
    ],
  ])("%s", (_, stage, said, expected) => {
    expect(read(stage, said)).toEqual({
      ...expected,
      remarks: expect.toSatisfy(
        (remarks: string[]) => JSON.stringify(remarks.toSorted()) === JSON.stringify(expected.remarks.toSorted()),
      ),
    });
  });

  it("never go back in time, nor beyond the day of the stage or today", () => {
    const someDay = fc.option(
      fc.integer({ min: -2_000, max: 200 }).map((days) => addDays(TODAY, days) as string),
      { nil: "" },
    );
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN_DAYS), fc.array(someDay, { minLength: 7, maxLength: 7 }), (stage, all) => {
        const said = Object.fromEntries([...KNOWN_DAYS, "since"].map((one, at) => [one, all[at] ?? ""]));
        const { since, earlier } = daysSaid(stage, cells(said), null, TODAY);
        const way = [...earlier.map(({ on }) => on as string), ...(since ? [since as string] : [])];
        expect(way).toEqual(way.toSorted());
        expect((way.at(-1) ?? "") <= TODAY).toBe(true);
        const stages = earlier.map((step) => (KNOWN_DAYS as readonly Stage[]).indexOf(step.stage));
        expect(stages).toEqual(stages.toSorted((one, other) => one - other));
        expect(stages.every((at) => at < KNOWN_DAYS.indexOf(stage))).toBe(true);
      }),
    );
  });
});

describe("The steps between where a case stood and where a file says that it stands", () => {
  const way = [
    { stage: "submitted" as const, on: day("2024-01-05") },
    { stage: "poc" as const, on: day("2024-03-01") },
    { stage: "pilot" as const, on: day("2024-06-01") },
  ];

  it.each<[Stage | null, string | null, string[]]>([
    ["poc", "2024-03-01", ["pilot"]],
    ["poc", null, ["pilot"]],
    ["poc", "2024-07-01", []],
    ["assessment", "2024-02-01", ["poc", "pilot"]],
    ["pilot", null, []],
    ["stopped", "2024-02-01", []],
    [null, null, ["submitted", "poc", "pilot"]],
  ])("from %s since %s are %j", (from, since, expected) => {
    expect(between(way, from, since === null ? null : day(since)).map(({ stage }) => stage)).toEqual(expected);
  });
});
