import { describe, expect, test } from "vitest";
import { debtsOf, neverAsked, type Step } from "#app/use-cases/debts";
import { NOTHING_KNOWN } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";

const step = (from: Stage | null, to: Stage | null, more: Partial<Step> = {}): Step => ({
  from,
  to,
  overridden: null,
  imported: false,
  ...more,
});

describe("What a case owes", () => {
  test("is nothing where it went through every gate, whatever has become of its facts since", () => {
    const way = [step(null, "submitted"), step("submitted", "assessment"), step("assessment", "approved")];
    expect(debtsOf("approved", way, NOTHING_KNOWN)).toEqual([]);
    expect(neverAsked("approved", way)).toEqual([]);
  });

  test("is what all gates behind it would have asked, where it was entered further on", () => {
    const owed = debtsOf("production", [step(null, "production")], NOTHING_KNOWN);
    expect(owed).toContain("screened");
    expect(owed).toContain("decision");
    expect(owed).toContain("security-sign-off");
    expect(owed).toContain("kpi");
    // It is live: a POC is not run any more, nor are similar ideas looked for.
    expect(owed.filter((one) => /^poc|verdict|similar/.test(one))).toEqual([]);
    const mended = debtsOf("production", [step(null, "production")], {
      ...NOTHING_KNOWN,
      securitySignOff: true,
      kpi: true,
    });
    expect(mended).not.toContain("security-sign-off");
    expect(mended).not.toContain("kpi");
  });

  test("is what a chair let pass, until it is there", () => {
    const way = [step(null, "submitted"), step("submitted", "assessment", { overridden: ["screened"] })];
    expect(debtsOf("assessment", way, NOTHING_KNOWN)).toEqual(["screened"]);
  });

  test("is what a register never said, also where it moved the case", () => {
    expect(debtsOf("submitted", [step(null, "submitted", { imported: true })], NOTHING_KNOWN)).toContain("need");
    const way = [step(null, "submitted"), step("submitted", "approved", { imported: true })];
    expect(debtsOf("approved", way, NOTHING_KNOWN)).toEqual(expect.arrayContaining(["screened", "decision"]));
  });

  test.each(["retired", "rejected", "on-hold", "stopped", "merged", "draft"] as const)(
    "is nothing once it is %s",
    (stage) => {
      expect(debtsOf(stage, [step(null, stage)], NOTHING_KNOWN)).toEqual([]);
    },
  );
});
