/** POCs as operations answer them. */
import { z } from "zod";
import { LACKS, SIDES, VERDICTS } from "#app/delivery/poc";
import { CONFIDENCES } from "#app/delivery/running/warning";
import { FINDINGS } from "#app/delivery/trying/compared";
import { COMPONENT_KINDS, LICENCES } from "#app/delivery/trying/component";
import { HOSTINGS } from "#app/delivery/vendors";
import { moneyAnswer, reference, said, toldAnswer } from "./shapes";

const dayAnswer = z.string().meta({ format: "date" });

export const componentFields = {
  kind: z.enum(COMPONENT_KINDS),
  licence: said("api.field.component.licence", z.enum(LICENCES).nullable()),
  hosting: z.enum(HOSTINGS).nullable(),
};

export const componentAnswer = z
  .object({
    ...componentFields,
    name: z.string(),
    modelId: z.int().nullable(),
    vendorId: z.int().nullable(),
    role: said("api.field.component.role", toldAnswer.nullable()),
  })
  .meta({ id: "Component" });

const attemptAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    label: toldAnswer,
    on: dayAnswer,
    modelId: z.int().nullable(),
    iterationId: z.int().nullable(),
    components: z.array(componentAnswer),
    runCost: moneyAnswer.nullable(),
    costPerUnit: said("api.field.attempt.costPerUnit", z.number().nullable()),
    costUnit: z.string().nullable(),
    volumePerQuarter: z.number().nullable(),
    costPerQuarter: moneyAnswer.nullable(),
    result: said("api.field.attempt.result", z.number().nullable()),
    reached: z.boolean().nullable(),
    sampleSize: z.int().nullable(),
    method: toldAnswer.nullable(),
    guardrail: toldAnswer.nullable(),
    guardrailValue: z.number().nullable(),
    guardrailHeld: said("api.field.attempt.guardrailHeld", z.boolean().nullable()),
    place: said("api.field.attempt.place", z.int()),
    best: z.boolean(),
    chosen: said("api.field.attempt.chosen", z.boolean()),
  })
  .meta({ id: "Attempt" });

const amended = z.object({
  hypothesis: toldAnswer.optional(),
  kpiName: toldAnswer.optional(),
  kpiUnit: z.string().optional(),
  threshold: z.number().optional(),
  endsOn: dayAnswer.optional(),
  peopleCap: z.int().optional(),
  budgetCapMinor: z.int().optional(),
  personDaysCap: z.int().nullable().optional(),
});

const reaching = z.object({ kind: z.enum(["unknown", "never", "reaches", "reached"]), on: dayAnswer.optional() });

export const pocAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    useCase: reference,
    number: z.int(),
    follows: said("api.field.poc.follows", z.int().nullable()),
    hypothesis: toldAnswer,
    startsOn: dayAnswer,
    endsOn: dayAnswer,
    peopleCap: z.int(),
    budgetCap: moneyAnswer,
    personDaysCap: z.int().nullable(),
    team: z.array(z.object({ name: z.string(), role: toldAnswer, side: z.enum(SIDES).nullable() })),
    dataOwner: z.string().nullable(),
    oneFunctionReason: toldAnswer.nullable(),
    kpi: z.object({
      name: toldAnswer,
      unit: z.string(),
      direction: z.enum(["up", "down"]),
      baseline: z.number(),
      threshold: z.number(),
    }),
    guardrail: z
      .object({
        name: toldAnswer,
        unit: z.string().nullable(),
        direction: z.enum(["up", "down"]).nullable(),
        limit: z.number().nullable(),
      })
      .nullable(),
    vendorId: z.int().nullable(),
    modelId: z.int().nullable(),
    sealed: said("api.field.poc.sealed", z.object({ on: dayAnswer, by: z.string().nullable() }).nullable()),
    lacks: said("api.field.poc.lacks", z.array(z.enum(LACKS))),
    measuredAgainst: said(
      "api.field.poc.measuredAgainst",
      z.object({ threshold: z.number(), sealed: z.number(), amendedOn: dayAnswer.nullable() }),
    ),
    amendments: z.array(
      z.object({
        id: z.int(),
        before: amended,
        after: amended,
        reason: toldAnswer,
        askedBy: z.string().nullable(),
        askedOn: dayAnswer,
        verdict: z.enum(["yes", "no"]).nullable(),
        note: toldAnswer.nullable(),
        signedBy: z.string().nullable(),
        signedOn: dayAnswer.nullable(),
      }),
    ),
    pace: said(
      "api.field.poc.pace",
      z
        .object({
          spent: moneyAnswer.nullable(),
          spentAtEnd: moneyAnswer.nullable(),
          personDays: z.number().nullable(),
          money: reaching,
          work: reaching.nullable(),
          kpi: reaching,
          nextCheckIn: dayAnswer,
        })
        .nullable(),
    ),
    warnings: said(
      "api.field.poc.warnings",
      z.array(
        z.object({
          kind: z.string(),
          on: dayAnswer.optional(),
          days: z.int().optional(),
          weeks: z.int().optional(),
        }),
      ),
    ),
    checkIns: z.array(
      z.object({
        id: z.int(),
        on: dayAnswer,
        value: z.number().nullable(),
        confidence: z.enum(CONFIDENCES),
        spent: moneyAnswer.nullable(),
        personDays: z.number().nullable(),
        blockers: toldAnswer.nullable(),
        next: toldAnswer.nullable(),
        by: z.string().nullable(),
        reason: said("api.field.check-in.reason", toldAnswer.nullable()),
        correctedBy: z.string().nullable(),
        correctedOn: dayAnswer.nullable(),
        version: said("api.field.version", z.int()),
      }),
    ),
    weeksSkipped: said("api.field.poc.weeksSkipped", z.array(z.object({ from: dayAnswer, to: dayAnswer }))),
    iterations: z.array(
      z.object({
        id: z.int(),
        question: toldAnswer,
        startedOn: dayAnswer,
        endedOn: dayAnswer.nullable(),
        learnt: toldAnswer.nullable(),
      }),
    ),
    attempts: z.array(attemptAnswer),
    proposal: said(
      "api.field.poc.proposal",
      z.object({
        finding: z.enum(FINDINGS),
        attemptId: z.int().nullable(),
        result: z.number().nullable(),
      }),
    ),
    verdict: z
      .object({
        verdict: z.enum(VERDICTS),
        on: dayAnswer.nullable(),
        by: z.string().nullable(),
        result: z.number().nullable(),
        measured: said("api.field.verdict.measured", z.object({ attempt: z.int(), result: z.number() }).nullable()),
        finding: z.enum(FINDINGS),
        reason: toldAnswer.nullable(),
        learning: toldAnswer.nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Poc" });
