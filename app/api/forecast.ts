/** What the rest of a year is expected to bring, and what it should bring. */
import { z } from "zod";
import { OUTLOOKS } from "#app/portfolio/forecast/forecast";
import { contract } from "./contract";
import { departmentName } from "./dashboard";
import {
  after,
  id,
  idInAddress,
  moneyAnswer,
  pageOf,
  quarter,
  reference,
  said,
  stage,
  toldAnswer,
  wholeInAddress,
} from "./shapes";

const money = moneyAnswer.nullable();
const ratio = z.number().nullable();

const ranged = { expected: moneyAnswer, low: moneyAnswer, high: moneyAnswer };
const fiscalYear = said("api.field.fiscalYear", wholeInAddress(1900, 2998));

export const readForecast = contract({
  id: "readForecast",
  summary: "api.operation.readForecast",
  method: "GET",
  path: "/dashboard/forecast",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    year: fiscalYear.optional(),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
    quarter: said("api.field.forecast.quarter", quarter.optional()),
    stage: stage.optional(),
    after,
  }),
  answer: z
    .object({
      year: z.int(),
      department: departmentName,
      realised: said("api.field.realised", moneyAnswer),
      rest: said("api.field.forecast.rest", z.object(ranged)),
      whole: said("api.field.forecast.whole", z.object(ranged)),
      quarters: z.array(z.object({ quarter, closed: z.boolean(), realised: money, promised: money, ...ranged })),
      bridge: said(
        "api.field.forecast.bridge",
        z.object({
          promised: moneyAnswer,
          gone: moneyAnswer,
          chance: moneyAnswer,
          experience: moneyAnswer,
          unpromised: moneyAnswer,
          expected: moneyAnswer,
        }),
      ),
      target: said(
        "api.field.forecast.target",
        z
          .object({
            amount: moneyAnswer,
            gap: moneyAnswer,
            outlook: z.enum(OUTLOOKS),
            share: ratio,
            expectedShare: ratio,
          })
          .nullable(),
      ),
      k: said("api.field.forecast.k", z.number()),
      counted: z.object({ useCases: z.int(), promised: moneyAnswer, expected: moneyAnswer }),
      ...pageOf(
        z.object({
          useCase: reference,
          title: toldAnswer,
          stage,
          basis: z.enum(["business-case", "last-report"]),
          promised: moneyAnswer,
          chance: z.number(),
          share: z.number(),
          prior: z.number(),
          own: ratio,
          ownQuarters: z.int(),
          weight: z.number(),
          haircut: z.boolean(),
          expected: moneyAnswer,
        }),
      ).shape,
    })
    .meta({ id: "Forecast" }),
});

const targetAnswer = z.object({ year: z.int(), department: z.int().nullable(), target: money }).meta({ id: "Target" });

export const setTarget = contract({
  id: "setTarget",
  summary: "api.operation.setTarget",
  method: "PATCH",
  path: "/dashboard/forecast",
  group: "dashboard",
  scope: "write",
  act: "target.set",
  refused: [403, 404],
  body: z.strictObject({
    year: z.int().min(1900).max(2998),
    department: id.nullable().optional(),
    targetMinor: said("api.field.targetMinor", z.int().min(0).max(1e13).nullable()),
  }),
  answer: targetAnswer,
  example: { year: 2026, targetMinor: 450_000_000 },
});

export const FORECAST = [readForecast, setTarget] as const;
