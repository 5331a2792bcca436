/** How much hangs on each vendor and model, and what would become of it without one or at another price. */
import { z } from "zod";
import { BEHIND_SORTS, BY, COUNTED_STAGES, MEASURES } from "#app/portfolio/exposure/exposure";
import { contract } from "./contract";
import { idInAddress, moneyAnswer, quarter, said, stage, toldAnswer, wholeInAddress } from "./shapes";

const money = moneyAnswer.nullable();
const atStake = {
  useCases: z.int(),
  stages: said("api.field.exposure.stages", z.object({ poc: z.int(), pilot: z.int(), production: z.int() })),
  runCost: said("api.field.exposure.runCost", money),
  realised: said("api.field.exposure.realised", money),
  proven: said("api.field.exposure.proven", money),
  promised: said("api.field.exposure.promised", money),
  withoutCost: said("api.field.exposure.withoutCost", z.int()),
  withoutValue: said("api.field.exposure.withoutValue", z.int()),
};
const together = z.object(atStake).meta({ id: "AtStake" });
const inQuarter = z.object({ realised: money, runCost: money }).meta({ id: "InQuarter" });
const thing = z.object({ id: z.int(), name: z.string() });

export const readExposure = contract({
  id: "readExposure",
  summary: "api.operation.readExposure",
  method: "GET",
  path: "/exposure",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ by: said("api.field.exposure.by", z.enum(BY).optional()) }),
  answer: z
    .object({
      by: z.enum(BY),
      quarter: said("api.field.exposure.quarter", quarter),
      together: said("api.field.exposure.together", together),
      unlinked: said("api.field.exposure.unlinked", together),
      bridge: said(
        "api.field.exposure.bridge",
        z.object({ linked: inQuarter, unlinked: inQuarter, elsewhere: inQuarter, dashboard: inQuarter }),
      ),
      items: z.array(
        z.object({ id: z.int(), name: z.string(), vendor: z.string().nullable(), ...atStake }).meta({ id: "Exposed" }),
      ),
      staleSpend: said("api.field.exposure.staleSpend", z.array(z.object({ id: z.int(), name: z.string(), quarter }))),
      concentration: said(
        "api.field.exposure.concentration",
        z.array(
          z.object({
            measure: z.enum(MEASURES),
            largest: z.object({ id: z.int(), name: z.string(), share: z.number() }),
            three: z.number(),
            index: z.number(),
          }),
        ),
      ),
    })
    .meta({ id: "Exposure" }),
});

export const listExposedCases = contract({
  id: "listExposedCases",
  summary: "api.operation.listExposedCases",
  method: "GET",
  path: "/exposure/use-cases",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    by: said("api.field.exposure.by", z.enum(BY).optional()),
    id: said("api.field.exposure.id", idInAddress.optional()),
    stage: z.enum(COUNTED_STAGES).optional(),
    linked: said("api.field.exposure.linked", z.enum(["yes", "no"]).optional()),
    sort: z.enum(BEHIND_SORTS).optional(),
    from: said("api.field.exposure.from", wholeInAddress(0, 1_000_000).optional()),
  }),
  answer: z
    .object({
      quarter: said("api.field.exposure.quarter", quarter),
      thing: thing.nullable(),
      together,
      useCases: z.array(
        z
          .object({
            ...{ reference: z.string(), title: toldAnswer, stage: stage.nullable() },
            ...{ realised: money, proven: money, promised: money, runCost: money },
          })
          .meta({ id: "ExposedCase" }),
      ),
      next: said("api.field.exposure.next", z.int().nullable()),
    })
    .meta({ id: "ExposedCases" }),
  refused: [404],
});

const loss = z
  .object({ useCases: z.int(), realised: money, proven: money, promised: money, runCost: money })
  .meta({ id: "Loss" });

export const readWhatIf = contract({
  id: "readWhatIf",
  summary: "api.operation.readWhatIf",
  method: "GET",
  path: "/exposure/what-if",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    vendor: said("api.field.exposure.vendor", idInAddress.optional()),
    model: said("api.field.exposure.model", idInAddress.optional()),
    price: said(
      "api.field.exposure.price",
      z
        .string()
        .regex(/^\d{1,2}(\.\d{1,6})?$/)
        .transform(Number)
        .optional()
        .meta({ type: "number", minimum: 0, maximum: 99 }),
    ),
  }),
  answer: z
    .object({
      thing,
      quarter,
      factor: z.number(),
      gone: z.object({ all: loss, withAlternative: loss, withoutAlternative: loss }),
      price: z.object({
        roiFalls: said("api.field.exposure.roiFalls", z.int()),
        npvFalls: said("api.field.exposure.npvFalls", z.int()),
        unknown: said("api.field.exposure.unknown", z.int()),
        before: money,
        after: money,
        part: said("api.field.exposure.part", money),
      }),
      useCases: z.array(
        z
          .object({
            reference: z.string(),
            title: toldAnswer,
            stage: stage.nullable(),
            alternative: said("api.field.exposure.alternative", z.boolean()),
            realised: money,
            promised: money,
            runCost: money,
            costAfter: money,
            roiBefore: z.number().nullable(),
            roiAfter: z.number().nullable(),
            npv: money,
            npvAfter: money,
          })
          .meta({ id: "Dependent" }),
      ),
    })
    .meta({ id: "WhatIf" }),
  refused: [404],
});

export const EXPOSURE = [readExposure, listExposedCases, readWhatIf] as const;
