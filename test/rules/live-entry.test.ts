import { expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { entryOf, isSilent, type LiveAnswers } from "#app/use-cases/intake/live-entry";
import { liveTyped } from "#app/use-cases/intake/typed";

const TODAY = day("2026-11-20");
const said = (stage: LiveAnswers["stage"], days: Record<string, string> = {}) =>
  entryOf({ stage, days: days as LiveAnswers["days"] }, TODAY);
const faultsOf = (...asked: Parameters<typeof said>) =>
  Object.fromEntries(Object.entries(said(...asked).faults).map(([field, { key }]) => [field, key]));

test("A case is entered where it stands, with the days that are known and no other", () => {
  const days = { submitted: "2025-01-06", approved: "2025-02-03", production: "2026-03-02" };
  expect(said("production", days)).toEqual({
    entry: {
      stage: "production",
      stageSince: "2026-03-02",
      earlier: [
        { stage: "submitted", on: "2025-01-06" },
        { stage: "approved", on: "2025-02-03" },
      ],
    },
    faults: {},
  });
  expect(said("pilot").entry).toEqual({ stage: "pilot", stageSince: null, earlier: [] });
  expect(said("poc", { poc: "2026-11-20" }).entry?.stageSince).toBe("2026-11-20");
  expect(said(null)).toEqual({ entry: null, faults: {} });
});

test.each<[Parameters<typeof said>, Record<string, string>]>([
  [["pilot", { pilot: "2026-11-21" }], { "liveOn.pilot": "intake.live.to-come" }],
  [["pilot", { production: "2026-01-05" }], { "liveOn.production": "intake.live.beyond" }],
  [["pilot", { submitted: "2026-05-04", pilot: "2026-05-01" }], { "liveOn.pilot": "intake.live.out-of-order" }],
  [["retired", { submitted: "2026-05-04", poc: "2026-05-04" }], {}],
  [[null, { production: "2026-01-05" }], { liveStage: "intake.live.stage-needed" }],
])("%j is refused at %j", (asked, faults) => {
  expect(faultsOf(...asked)).toEqual(faults);
});

test("A draft keeps what can be read of it, and nothing of what says nothing", () => {
  const form = (fields: Record<string, string>) => liveTyped(Object.entries(fields));
  expect(form({ "title.fr": "x", liveStage: "", "liveOn.poc": "" })).toBeNull();
  expect(form({ liveStage: "pilot", "liveOn.pilot": "2026-02-30", "liveOn.submitted": "2026-01-05" })).toEqual({
    stage: "pilot",
    days: { submitted: "2026-01-05" },
  });
  expect(form({ liveStage: "approved" })).toBeNull();
  expect(isSilent({ stage: null, days: {} })).toBe(true);
});
