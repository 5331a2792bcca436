/** Working out a business case without keeping it. */
import { z } from "zod";
import { draftSchema } from "#app/business-cases/schema";
import { contract } from "./contract";
import { moneyAnswer, quarter, said, toldAnswer } from "./shapes";

const rate = z.number().nullable();
/** A horizon may end after the years that people say. */
const anyQuarter = z.string().regex(/^\d{4}-Q[1-4]$/);

export const evaluateBusinessCase = contract({
  id: "evaluateBusinessCase",
  summary: "api.operation.evaluateBusinessCase",
  method: "POST",
  path: "/business-cases/evaluate",
  group: "business-cases",
  scope: "read",
  act: "use-case.read",
  body: draftSchema,
  answer: z
    .object({
      firstQuarter: quarter,
      horizonQuarters: z.int(),
      discountRate: z.number(),
      quarterlyRate: said("api.field.quarterlyRate", z.number()),
      outputs: z.object({
        totalBenefit: moneyAnswer,
        totalCost: moneyAnswer,
        totalNet: moneyAnswer,
        npv: moneyAnswer,
        irr: said("api.field.irr", z.object({ kind: z.enum(["one", "none", "several"]), rates: z.array(z.number()) })),
        mirr: rate,
        roi: said("api.field.roi", rate),
        payback: said("api.field.payback", rate),
        discountedPayback: rate,
        peakFunding: moneyAnswer,
        profitabilityIndex: rate,
      }),
      quarters: said(
        "api.field.present",
        z.array(
          z.object({
            quarter: anyQuarter,
            benefit: moneyAnswer,
            cost: moneyAnswer,
            net: moneyAnswer,
            cumulative: moneyAnswer,
            present: moneyAnswer,
          }),
        ),
      ),
      lines: z.array(
        z.object({
          id: z.string(),
          label: toldAnswer,
          side: z.enum(["benefit", "cost"]),
          amounts: z.array(moneyAnswer),
          total: moneyAnswer,
        }),
      ),
      nonMonetary: z.array(
        z.object({
          id: z.string(),
          label: toldAnswer,
          unit: toldAnswer,
          quantities: z.array(z.number()),
          total: z.number(),
        }),
      ),
      uncertainty: said(
        "api.field.uncertainty",
        z.object({
          draws: z.int(),
          seed: z.int(),
          p10: moneyAnswer,
          p50: moneyAnswer,
          p90: moneyAnswer,
          probabilityPositive: z.number().min(0).max(1),
          tornado: z.array(
            z.object({
              line: z.string(),
              input: z.string(),
              atLow: moneyAnswer,
              atHigh: moneyAnswer,
              swing: moneyAnswer,
            }),
          ),
        }),
      ),
    })
    .meta({ id: "EvaluatedBusinessCase" }),
  example: {
    firstQuarter: "2027-Q1",
    horizonQuarters: 12,
    discountRate: 0.08,
    lines: [
      {
        kind: "time",
        label: { fr: "Tri du courrier", en: "Sorting letters" },
        volumePerQuarter: { low: 40_000, likely: 55_000, high: 60_000 },
        minutesSaved: { low: 1, likely: 2, high: 2.5 },
        hourlyCost: 3_800,
        reuseShare: 0.5,
        adoption: { low: 0.4, likely: 0.7, high: 0.85 },
        rampQuarters: 3,
        attribution: 0.9,
      },
      { kind: "build", label: { fr: "Mise en place" }, amount: { low: 3_000_000, likely: 4_000_000, high: 6_000_000 } },
      { kind: "run", label: { fr: "Exploitation" }, amountPerQuarter: 450_000 },
    ],
  },
});
