import { describe, expect, test } from "vitest";
import { evaluate } from "#app/business-cases/evaluate";
import { draftSchema } from "#app/business-cases/schema";
import { isProven } from "#app/kernel/evidence";
import { story } from "#seeds/story/index";
import { caseOf, found, kpisOf, REPORTED, realised, scoresOf, stageOf } from "./story-record";

const { cases, quarters, organisation } = story;

const totals = REPORTED.map((quarter) => {
  const reports = kpisOf().flatMap(({ kpi }) =>
    kpi.reports
      .filter((report) => report.quarter === quarter)
      .map((report) => ({ report, value: realised(kpi, report) })),
  );
  const sum = (list: typeof reports) => list.reduce((total, { value }) => total + value, 0) / 100_000;
  const spent = cases.flatMap(({ costs }) => costs).filter((cost) => cost.quarter === quarter);
  const value = sum(reports);
  return {
    quarter,
    value,
    proven: sum(reports.filter(({ report }) => isProven(report.evidence))) / value,
    cost: spent.reduce((total, { amount }) => total + amount, 0) / 100_000,
    running: spent.filter(({ kind }) => kind !== "build").reduce((total, { amount }) => total + amount, 0) / 100_000,
  };
});

describe("its figures", () => {
  test("grow to about a million euros a quarter, with Christmas in them", () => {
    const values = totals.map(({ value }) => value);
    expect(values[0]).toBeGreaterThan(150);
    expect(values[0]).toBeLessThan(350);
    expect(values[5]).toBeGreaterThan(800);
    expect(values[5]).toBeLessThan(1_600);
    const steps = values.slice(1).map((value, index) => value / found(values[index]) - 1);
    expect(Math.max(...steps)).toBeGreaterThan(2.5 * Math.min(...steps));
  });

  test("cost less than they bring, once the first builds are paid", () => {
    for (const { value, running, quarter } of totals.slice(2)) expect(value, quarter).toBeGreaterThan(1.5 * running);
    const [value, cost] = [
      totals.reduce((sum, each) => sum + each.value, 0),
      totals.reduce((sum, each) => sum + each.cost, 0),
    ];
    expect(value / cost).toBeGreaterThan(1.3);
    expect(value / cost).toBeLessThan(4);
  });

  test("are proven for a fifth at first and for three fifths at last", () => {
    expect(found(totals[0]).proven).toBeGreaterThan(0.12);
    expect(found(totals[0]).proven).toBeLessThan(0.28);
    expect(found(totals[5]).proven).toBeGreaterThan(0.54);
    expect(found(totals[5]).proven).toBeLessThan(0.68);
  });

  test("come from business cases that the product accepts, and that pass the filters or carry an exception", () => {
    for (const useCase of cases) {
      const { businessCase, key, filterExceptions, decisions } = useCase;
      if (!businessCase) continue;
      const draft = draftSchema.parse({
        firstQuarter: businessCase.firstQuarter,
        horizonQuarters: organisation.horizonQuarters,
        discountRate: organisation.discountRate,
        lines: businessCase.lines,
      });
      expect(draft.lines).toEqual(businessCase.lines);
      const { payback, npv } = evaluate(draft).outputs;
      const complexity = scoresOf(useCase).complexity ?? 0;
      const failed = [
        ...(payback === null || payback > 4 ? ["payback"] : []),
        ...(complexity > 70 ? ["complexity"] : []),
      ];
      expect(npv, key).toBeGreaterThan(0);
      if (decisions.some(({ outcome }) => outcome === "approve")) {
        expect(failed, `${key}: payback ${payback}, complexity ${complexity}`).toEqual(
          filterExceptions.map(({ filter }) => filter),
        );
      }
    }
  });
});

describe("what went wrong", () => {
  test("two POCs were stopped, and say what they taught", () => {
    const stopped = cases.filter((useCase) => stageOf(useCase) === "stopped");
    for (const { poc } of stopped)
      expect(poc?.verdict?.outcome === "stop" && poc.verdict.learning.fr.length).toBeGreaterThan(100);
  });

  test("the delivery rounds bring about a tenth of their promise", () => {
    const { kpis, businessCase } = caseOf("tournees-livraison");
    const report = found(found(kpis[0]).reports.at(-1));
    const { outputs, quarters: flow } = evaluate({
      firstQuarter: found(businessCase).firstQuarter,
      horizonQuarters: 12,
      discountRate: 0.08,
      lines: found(businessCase).lines,
    });
    expect(outputs.npv).toBeGreaterThan(0);
    expect(realised(found(kpis[0]), report) / found(flow.at(-1)).benefit).toBeLessThan(0.15);
  });

  test("a guardrail broke, and its case moved backwards", () => {
    const { kpis, moves } = caseOf("substitution-drive");
    const guardrail = found(kpis.find((kpi) => kpi.guardrail));
    expect(guardrail.reports.filter(({ actual }) => found(actual) > found(guardrail.limit))).toHaveLength(2);
    expect(moves.slice(-2).map(({ to }) => to)).toEqual(["production", "pilot"]);
  });

  test("a department did not report, and some reports are missing", () => {
    const silent = quarters.flatMap(({ silent: all, quarter }) =>
      all.map(({ department }) => ({ department, quarter })),
    );
    expect(silent).toHaveLength(1);
    for (const { department, quarter } of silent) {
      const sent = kpisOf().filter(
        ({ useCase, kpi }) =>
          useCase.department === department && kpi.reports.some((report) => report.quarter === quarter),
      );
      expect(sent).toEqual([]);
    }
    expect(
      kpisOf().filter(({ kpi }) => !kpi.lastQuarter && !kpi.reports.some(({ quarter }) => quarter === "2026-Q3"))
        .length,
    ).toBeGreaterThan(3);
    expect(
      kpisOf()
        .flatMap(({ kpi }) => kpi.reports)
        .filter(({ unavailableBecause }) => unavailableBecause),
    ).toHaveLength(1);
  });

  test("a gate was overridden, two decisions went knowingly against the rank, a closed quarter was restated", () => {
    expect(cases.flatMap(({ moves }) => moves).filter(({ overridden }) => overridden.length)).toHaveLength(1);
    expect(cases.flatMap(({ decisions }) => decisions).filter(({ againstRank }) => againstRank)).toHaveLength(2);
    expect(kpisOf().flatMap(({ kpi }) => kpi.restatements)).toHaveLength(1);
  });

  test("some assessments are contested", () => {
    const waiting = cases.filter((useCase) => stageOf(useCase) === "assessment");
    expect(waiting.filter((useCase) => scoresOf(useCase).contested > 0).length).toBeGreaterThanOrEqual(2);
  });
});
