import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KpiShown, lacksOf, timeAfter, timed } from "#app/portfolio/review/review";
import type { Stage } from "#app/use-cases/stages";

const kpi = (more: Partial<KpiShown> = {}): KpiShown => ({ target: 10, actual: 8, isGuardrail: false, ...more });

describe("What a case lacks to be presented", () => {
  test.each<[string, Stage | null, KpiShown[], string[]]>([
    ["live with a target and a value", "production", [kpi()], []],
    ["a pilot counts as live", "pilot", [kpi()], []],
    ["a POC is too early", "poc", [kpi()], ["stage"]],
    ["one that was stopped is over", "stopped", [kpi()], ["stage"]],
    ["no KPI at all", "production", [], ["kpi"]],
    ["a guardrail is no result", "production", [kpi({ isGuardrail: true })], ["kpi"]],
    ["no target", "production", [kpi({ target: null })], ["target"]],
    ["no value", "production", [kpi({ actual: null })], ["actual"]],
    ["neither target nor value", "production", [kpi({ target: null, actual: null })], ["target", "actual"]],
    ["a value of nought is a value", "production", [kpi({ actual: 0 })], []],
    ["a target of nought is a target", "production", [kpi({ target: 0 })], []],
    [
      "the value of one KPI does not stand for the target of another",
      "production",
      [kpi({ target: null }), kpi({ actual: null })],
      ["actual"],
    ],
    ["one whole KPI is enough", "production", [kpi({ target: null, actual: null }), kpi()], []],
    ["everything at once, in the order of mending it", null, [], ["stage", "kpi"]],
  ])("%s", (_, stage, kpis, lacks) => {
    expect(lacksOf({ stage, kpis })).toEqual(lacks);
  });

  test("is nothing exactly where it is live and one KPI has all three, in whichever order they come", () => {
    const some = fc.record({
      target: fc.option(fc.integer({ min: -5, max: 5 })),
      actual: fc.option(fc.integer({ min: -5, max: 5 })),
      isGuardrail: fc.boolean(),
    });
    const stages = fc.constantFrom<Stage | null>("production", "pilot", "poc", "retired", null);
    fc.assert(
      fc.property(stages, fc.array(some, { maxLength: 5 }), (stage, kpis) => {
        const whole = kpis.some((one) => !one.isGuardrail && one.target !== null && one.actual !== null);
        const live = stage === "production" || stage === "pilot";
        expect(lacksOf({ stage, kpis }).length === 0).toBe(whole && live);
        expect(lacksOf({ stage, kpis: [...kpis].reverse() })).toEqual(lacksOf({ stage, kpis }));
      }),
    );
  });
});

describe("The times of an agenda", () => {
  test.each([
    ["09:30", 45, "10:15"],
    ["09:30", 0, "09:30"],
    ["23:50", 20, "00:10"],
    ["00:00", 61, "01:01"],
  ])("%s and %d minutes are %s", (time, minutes, then) => {
    expect(timeAfter(time, minutes)).toBe(then);
  });

  test("follow one another without a gap, and end after all minutes", () => {
    const slots = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 240 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(slots, fc.integer({ min: 0, max: 240 }), (all, openingMinutes) => {
        const agenda = timed({ startsAt: "09:30", openingMinutes }, all);
        const borders = [agenda.opening, ...agenda.slots];
        for (const [at, slot] of borders.entries()) expect(slot.from).toBe(borders[at - 1]?.until ?? "09:30");
        const minutes = all.reduce((sum, slot) => sum + slot.minutes, openingMinutes);
        expect(agenda.until).toBe(timeAfter("09:30", minutes));
      }),
    );
  });
});
