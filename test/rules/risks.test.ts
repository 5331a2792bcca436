import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { riskAddress, riskQuery } from "#app/safeguards/risks/register";
import { faultOf, levelOf, MARKS, type Mark, RISK_LEVELS, scoresOf, standingScore } from "#app/safeguards/risks/risk";

const TODAY = day("2026-11-21");
const aMark = fc.constantFrom<Mark>(...MARKS);

const risk = {
  likelihood: 4 as Mark,
  impact: 5 as Mark,
  residualLikelihood: 2 as Mark | null,
  residualImpact: 3 as Mark | null,
  mitigation: { fr: "Relire" } as { fr: string } | null,
  mitigationDoneOn: null as ReturnType<typeof day> | null,
};

describe("A risk", () => {
  test.each([
    [1, "low"],
    [4, "low"],
    [5, "medium"],
    [9, "medium"],
    [10, "high"],
    [14, "high"],
    [15, "critical"],
    [25, "critical"],
  ] as const)("of score %i is %s", (score, level) => expect(levelOf(score)).toBe(level));

  test("has every score in exactly one level", () => {
    for (let score = 1; score <= 25; score += 1) {
      const holding = RISK_LEVELS.filter((level) => score >= scoresOf(level).from && score <= scoresOf(level).to);
      expect(holding).toEqual([levelOf(score)]);
    }
  });

  test("is lowered by a mitigation that is done, and not by one that is promised", () => {
    expect(standingScore(risk)).toBe(20);
    expect(standingScore({ ...risk, mitigationDoneOn: TODAY })).toBe(6);
    expect(standingScore({ ...risk, mitigationDoneOn: TODAY, residualLikelihood: null, residualImpact: null })).toBe(
      20,
    );
  });

  test("never counts for more than without its mitigation, as long as it is free of faults", () => {
    fc.assert(
      fc.property(aMark, aMark, aMark, aMark, (likelihood, impact, residualLikelihood, residualImpact) => {
        const one = { ...risk, likelihood, impact, residualLikelihood, residualImpact, mitigationDoneOn: TODAY };
        fc.pre(faultOf(one, TODAY) === null);
        expect(standingScore(one)).toBeLessThanOrEqual(likelihood * impact);
      }),
    );
  });

  test.each([
    [{ residualImpact: null }, "residual-half"],
    [{ residualImpact: 5, impact: 4 }, "residual-above"],
    [{ mitigation: null, mitigationDoneOn: TODAY }, "done-without"],
    [{ mitigationDoneOn: day("2026-11-22") }, "done-ahead"],
    [{}, null],
  ] as const)("told as %j has the fault %s", (change, fault) => {
    expect(faultOf({ ...risk, ...change } as typeof risk, TODAY)).toBe(fault);
  });
});

describe("The address of the register", () => {
  test("says what is asked and nothing more, and is read back", () => {
    const query = riskQuery.parse({ department: "3", level: "high", review: "overdue", likelihood: "2", impact: "9" });
    expect(query).toMatchObject({ department: 3, level: "high", review: "overdue", likelihood: 2, impact: null });
    expect(query.state).toBe("open");
    expect(riskAddress(query)).toBe("/registers/risks?department=3&level=high&review=overdue&likelihood=2");
    expect(riskAddress(riskQuery.parse({ level: "awful", after: "x", state: "nowhere" }))).toBe("/registers/risks");
  });
});
