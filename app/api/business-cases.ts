/** Working out a business case without keeping it. */
import { z } from "zod";
import { DEFAULT_DISCOUNT_RATE, DEFAULT_HORIZON_QUARTERS } from "#app/business-cases/lines";
import { PERIODS_A_YEAR, type Period } from "#app/business-cases/plain-flow";
import { annualRate, quarterlyRate } from "#app/business-cases/returns";
import { draftFields, faultsOf } from "#app/business-cases/schema";
import type { Key } from "#app/locales/keys";
import { contract } from "./contract";
import { moneyAnswer, quarter, said, toldAnswer } from "./shapes";

const rate = z.number().nullable();
/** A horizon may end after the years that people say. */
const anyQuarter = z.string().regex(/^\d{4}-Q[1-4]$/);

const fault = (key: Extract<Key, `business-cases.error.${string}`>) => ({ error: key });
const MOST_PERIODS = 400;
/** Below this, in minor units, nobody means money, and rates of return leave the numbers that a computer holds. */
const LEAST_FLOW = 1e-6;
const EXACT = Number.MAX_SAFE_INTEGER / 2;

const flow = z
  .number(fault("business-cases.error.number"))
  .refine((value) => Math.abs(value) < EXACT, fault("business-cases.error.too-large"))
  .refine((value) => value === 0 || Math.abs(value) >= LEAST_FLOW, fault("business-cases.error.too-small"));

const { firstQuarter, horizonQuarters, discountRate, lines } = draftFields;

/** Lines, or money as it falls: what is asked for, and the rate of one period either way. */
const evaluated = z
  .strictObject(
    {
      firstQuarter: said("api.field.evaluate.firstQuarter", firstQuarter).optional(),
      horizonQuarters: said("api.field.evaluate.horizonQuarters", horizonQuarters).optional(),
      discountRate: said("api.field.evaluate.discountRate", discountRate).optional(),
      ratePerPeriod: said(
        "api.field.evaluate.ratePerPeriod",
        z
          .number(fault("business-cases.error.number"))
          .gt(-1, fault("business-cases.error.rate"))
          .max(10, fault("business-cases.error.rate")),
      ).optional(),
      lines: said("api.field.evaluate.lines", lines).optional(),
      cashFlow: said(
        "api.field.evaluate.cashFlow",
        z
          .array(flow, fault("business-cases.error.amounts"))
          .min(1, fault("business-cases.error.amounts"))
          .max(MOST_PERIODS, fault("business-cases.error.too-many-periods")),
      ).optional(),
      period: said(
        "api.field.evaluate.period",
        z.enum(Object.keys(PERIODS_A_YEAR) as [Period, ...Period[]], fault("business-cases.error.period")),
      ).optional(),
    },
    fault("business-cases.error.draft"),
  )
  .transform((given, context) => {
    const say = (path: (string | number)[], message: Key) => context.addIssue({ code: "custom", path, message });
    const period = given.period ?? "quarter";
    const perYear = PERIODS_A_YEAR[given.cashFlow ? period : "quarter"];
    const yearly = given.discountRate ?? DEFAULT_DISCOUNT_RATE;
    if (given.ratePerPeriod !== undefined && given.discountRate !== undefined) {
      say(["ratePerPeriod"], "business-cases.error.two-rates");
    }
    const rates = {
      ratePerPeriod: given.ratePerPeriod ?? (perYear === 4 ? quarterlyRate(yearly) : yearly),
      discountRate: given.ratePerPeriod === undefined ? yearly : annualRate(given.ratePerPeriod, perYear),
    };
    const first = given.firstQuarter ?? null;
    if (given.cashFlow) {
      const { cashFlow } = given;
      if (given.lines !== undefined) say(["lines"], "business-cases.error.lines-or-flow");
      if (given.horizonQuarters !== undefined && given.horizonQuarters !== (cashFlow.length * 4) / perYear) {
        say(["horizonQuarters"], "business-cases.error.flow-horizon");
      }
      if (cashFlow.reduce((sum, value) => sum + Math.abs(value), 0) >= EXACT) {
        say(["cashFlow"], "business-cases.error.too-large");
      }
      // A negative rate makes what is far away count for more than numbers hold.
      const reached = cashFlow.reduce((sum, value, at) => sum + Math.abs(value) / (1 + rates.ratePerPeriod) ** at, 0);
      if (!(reached < EXACT)) say(["ratePerPeriod"], "business-cases.error.too-large");
      return { of: "flow" as const, firstQuarter: first, ...rates, period, flows: cashFlow };
    }
    if (given.lines === undefined) say(["lines"], "business-cases.error.lines-or-flow");
    if (period !== "quarter") say(["period"], "business-cases.error.period-of-lines");
    if (given.ratePerPeriod !== undefined && given.ratePerPeriod < 0)
      say(["ratePerPeriod"], "business-cases.error.rate");
    const draft = {
      horizonQuarters: given.horizonQuarters ?? DEFAULT_HORIZON_QUARTERS,
      discountRate: rates.discountRate,
      lines: given.lines ?? [],
    };
    for (const { path, message } of faultsOf(draft)) say(path, message);
    return { of: "lines" as const, firstQuarter: first, ...draft };
  });

export const evaluateBusinessCase = contract({
  id: "evaluateBusinessCase",
  summary: "api.operation.evaluateBusinessCase",
  method: "POST",
  path: "/business-cases/evaluate",
  group: "business-cases",
  scope: "read",
  act: "use-case.read",
  body: evaluated,
  answer: z
    .object({
      firstQuarter: quarter,
      horizonQuarters: z.int(),
      discountRate: z.number(),
      quarterlyRate: said("api.field.quarterlyRate", z.number()),
      period: said("api.field.evaluate.period.answer", z.enum(["quarter", "year"])),
      ratePerPeriod: said("api.field.evaluate.ratePerPeriod.answer", z.number()),
      workingDaysAYear: said("api.field.evaluate.workingDaysAYear", z.number()),
      outputs: z.object({
        totalBenefit: moneyAnswer,
        totalCost: moneyAnswer,
        totalNet: moneyAnswer,
        npv: moneyAnswer,
        npvExact: said("api.field.npvExact", z.number()),
        irrPerPeriod: said("api.field.irrPerPeriod", z.array(z.number())),
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
          side: said("api.field.side", z.enum(["benefit", "cost", "both"])),
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
      breakEven: said(
        "api.field.breakEven",
        z.array(
          z.object({
            line: z.string(),
            input: z.string(),
            likely: z.number(),
            kind: z.enum(["from", "up-to", "always", "never"]),
            value: rate,
          }),
        ),
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
