/** The board by stage, how cases flow through it, and how many each stage should hold. */
import { z } from "zod";
import { BOARD_STAGES, ENDED_STAGES, FLOW_STAGES, MOST_LIMIT } from "#app/delivery/pipeline";
import { contract } from "./contract";
import { dayAnswer } from "./session-shapes";
import { moneyAnswer, said, stage, toldAnswer } from "./shapes";

const department = said(
  "api.field.pipeline.department",
  z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
);
const most = said("api.field.pipeline.limit", z.int().min(1).max(MOST_LIMIT).nullable());
const count = z.int().min(0);

const limitsAnswer = z.object({
  submitted: most,
  assessment: most,
  approved: most,
  poc: most,
  pilot: most,
});

export const readPipeline = contract({
  id: "readPipeline",
  summary: "api.operation.readPipeline",
  method: "GET",
  path: "/pipeline",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ department }),
  answer: z.object({
    columns: z.array(
      z.object({
        stage: z.enum(BOARD_STAGES).nullable(),
        cases: count,
        limit: z.int().nullable(),
        npv: moneyAnswer.nullable(),
        shown: said(
          "api.field.pipeline.shown",
          z.array(
            z.object({
              reference: z.string(),
              title: toldAnswer,
              department: toldAnswer.nullable(),
              owner: z.string().nullable(),
              days: said("api.field.pipeline.days", z.int().nullable()),
              relookOn: dayAnswer.nullable(),
              npv: moneyAnswer.nullable(),
              missing: said("api.field.pipeline.missing", z.array(z.string()).nullable()),
            }),
          ),
        ),
      }),
    ),
    ended: z.array(z.object({ stage: z.enum(ENDED_STAGES), cases: count })),
  }),
});

const days = z.number().nullable();

export const readFlow = contract({
  id: "readFlow",
  summary: "api.operation.readFlow",
  method: "GET",
  path: "/pipeline/flow",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    department,
    stage: said("api.field.pipeline.stage", z.enum(FLOW_STAGES).optional()),
  }),
  answer: z.object({
    steps: z.array(
      z.object({
        stage: z.enum(FLOW_STAGES),
        ...{ entered: count, still: count, onward: count, back: count, out: count },
        conversion: z.number().nullable(),
        medianDays: days,
        p85Days: days,
      }),
    ),
    stage,
    stays: z.array(z.object({ reference: z.string(), leftOn: dayAnswer, days: z.int() })),
    months: z.array(
      z.object({ month: z.string(), submitted: count, approved: count, production: count, stopped: count }),
    ),
    pocs: z.object({
      ended: count,
      medianDays: days,
      medianPeople: z.number().nullable(),
      medianBudget: moneyAnswer.nullable(),
      verdicts: z.object({ scale: count, pivot: count, stop: count }),
    }),
  }),
});

export const setStageLimits = contract({
  id: "setStageLimits",
  summary: "api.operation.setStageLimits",
  method: "PATCH",
  path: "/pipeline/limits",
  group: "delivery",
  scope: "write",
  act: "board.limit",
  refused: [403],
  body: limitsAnswer.partial().strict(),
  answer: limitsAnswer,
  example: { poc: 8, pilot: null },
});

export const PIPELINE = [readPipeline, readFlow, setStageLimits] as const;
