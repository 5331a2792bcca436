/** Worked examples of scoring and agreement that nobody in this project wrote. */
import { describe, expect, it } from "vitest";
import { kendall } from "#app/assessment/kendall";
import { axesOf, axisScore, nativeOf } from "#app/assessment/score";
import { sharedData, sharedText } from "../support/shared-data";

interface Example {
  id: string;
  method: string;
  tolerance?: number;
  weights?: number[];
  scores?: number[][];
  expected_scores?: number[];
  competition_rank?: number[];
  user_value?: number;
  time_criticality?: number;
  risk_reduction?: number;
  job_size?: number;
  expected?: number;
  ratings_subjects_by_raters?: number[][];
  check?: { W: number; chi2: number };
}

const examples: Example[] = sharedData ? JSON.parse(sharedText("mcdm_cases.json")).cases : [];
const of = (method: string) => examples.filter((each) => each.method === method && !("normalisation" in each));

/** Methods that the product does not offer: it scores absolutely, and compares no categories. */
const NO_USE = [
  ...["topsis", "minmax_normalisation", "ahp_weights (principal eigenvector)", "icc", "fleiss_kappa", "cohen_kappa"],
  "krippendorff_alpha_nominal",
];

describe.skipIf(!sharedData)("Published examples", () => {
  it("of weighted sums come out of the axis, which is their sum on a scale of 0 to 100", () => {
    let checked = 0;
    for (const { id, weights = [], scores = [], expected_scores = [], tolerance = 0.005, competition_rank } of of(
      "weighted_sum",
    )) {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const whole = expected_scores.some((score) => score > 5) ? 1 : total;
      const found = scores.map((row) => {
        const axis = axisScore(
          "value",
          row.map((score, at) => ({ axis: "value", score, weight: weights[at] ?? 0 })),
        );
        // 0…100 back to Σ w·s, or to the weighted mean where the example divides by the weights.
        return (((axis ?? Number.NaN) / 100) * 4 + 1) * (whole === 1 ? total : 1);
      });
      for (const [at, score] of found.entries()) {
        expect(Math.abs(score - (expected_scores[at] ?? 0)), id).toBeLessThanOrEqual(tolerance);
        const ahead = found.filter((other) => other > score + tolerance).length;
        expect(ahead + 1, `${id} place`).toBe(competition_rank?.[at]);
        checked += 1;
      }
    }
    expect(checked).toBe(5);
  });

  it("of weighted shortest job first come out of the ratio", () => {
    const [example] = of("wsjf");
    const on = (axis: "value" | "complexity", quantity = 0) => ({ axis, weight: 1, mean: null, quantity });
    const { user_value, time_criticality, risk_reduction, job_size, expected } = example ?? {};
    const means = [on("value", user_value), on("value", time_criticality), on("value", risk_reduction)];
    expect(nativeOf([...means, on("complexity", job_size)], "sum-ratio")?.score).toBe(expected);
  });

  it("of agreement come out of Kendall’s W with its identity to Friedman’s statistic", () => {
    const [example] = of("kendall_w");
    const rows = example?.ratings_subjects_by_raters ?? [];
    const found = kendall((rows[0] ?? []).map((_, rater) => rows.map((row) => row[rater] ?? 0)));
    // It is given without the correction for ties: nobody ties here.
    expect(found).toMatchObject({ raters: 3, cases: 8 });
    if (typeof found === "string") throw new Error(found);
    expect(Math.abs(found.w - (example?.check?.W ?? 0))).toBeLessThan(1e-9);
    expect(found.chiSquare).toBeCloseTo(example?.check?.chi2 ?? 0, 9);
  });

  it("of normalised columns are summed by the same rule, once they are normalised", () => {
    const [example] = examples.filter(({ id }) => id === "saw-kracka2010") as (Example & {
      matrix: number[][];
      types: number[];
    })[];
    if (!example) throw new Error("saw-kracka2010 is not there");
    const columns = example.types.map((type, at) => {
      const raw = example.matrix.map((row) => (type > 0 ? (row[at] ?? 0) : 1 / (row[at] ?? 1)));
      const sum = raw.reduce((total, value) => total + value, 0);
      return raw.map((value) => value / sum);
    });
    for (const [at, expected] of (example.expected_scores ?? []).entries()) {
      // A share p is a score of 1 + 4p: the axis takes it back to p × 100.
      const means = columns.map((column, criterion) => ({
        ...{ axis: "value" as const, weight: example.weights?.[criterion] ?? 0, quantity: null },
        mean: 1 + 4 * (column[at] ?? 0),
      }));
      expect(Math.abs((axesOf(means, "weighted").value ?? 0) / 100 - expected)).toBeLessThanOrEqual(
        example.tolerance ?? 0,
      );
    }
  });

  it("are each used, or of a method that the product does not offer", () => {
    const used = new Set(["weighted_sum", "wsjf", "kendall_w", ...NO_USE]);
    expect(examples.map(({ method }) => method).filter((method) => !used.has(method))).toEqual([]);
    expect(examples).toHaveLength(12);
  });
});
