/** What was promised against what came, and what authors answer to the haircut that follows from it. */
import { z } from "zod";
import { CALIBRATED_KINDS } from "#app/business-cases/calibrated";
import { DIMENSIONS } from "#app/measurement/calibration";
import { contract } from "./contract";
import { moneyAnswer, quarter, reference, said, told, toldAnswer } from "./shapes";

const counted = {
  cases: said("api.field.calibration.cases", z.int()),
  quarters: said("api.field.calibration.quarters", z.int()),
  promised: moneyAnswer,
  realised: moneyAnswer,
};
const interval = {
  low: said("api.field.calibration.low", z.number()),
  high: said("api.field.calibration.high", z.number()),
};

const groupAnswer = z
  .object({
    key: said("api.field.calibration.key", z.string()),
    name: toldAnswer.nullable(),
    ...counted,
    own: said("api.field.calibration.own", z.number().nullable()),
    weight: said("api.field.calibration.weight", z.number()),
    share: said("api.field.calibration.share", z.number()),
    ...interval,
  })
  .meta({ id: "CalibrationGroup" });

export const readCalibration = contract({
  id: "readCalibration",
  summary: "api.operation.readCalibration",
  method: "GET",
  path: "/calibration",
  group: "dashboard",
  scope: "read",
  act: "calibration.read",
  refused: [403],
  query: z.strictObject({
    by: said("api.field.calibration.by", z.enum(DIMENSIONS).optional()),
    of: said("api.field.calibration.of", z.string().max(40).optional()),
  }),
  answer: z
    .object({
      portfolio: z.object({ ...counted, mean: said("api.field.calibration.mean", z.number()), ...interval }).nullable(),
      departments: z.array(groupAnswer),
      kinds: z.array(groupAnswer),
      estimators: z.array(groupAnswer),
      opened: said(
        "api.field.calibration.opened",
        z.array(
          z.object({
            useCase: reference,
            title: toldAnswer,
            businessCase: z.int(),
            kind: z.string(),
            promised: moneyAnswer,
            realised: moneyAnswer,
            missing: said("api.field.calibration.missing", z.int()),
            quarters: z.array(z.object({ quarter, promised: moneyAnswer, realised: moneyAnswer })),
          }),
        ),
      ),
    })
    .meta({ id: "Calibration" }),
});

const parameters = z.object({ reference });
const shared = {
  path: "/use-cases/{reference}/calibration",
  group: "business-cases",
  act: "calibration.answer",
} as const;

export const readSuggestedHaircuts = contract({
  ...shared,
  id: "readSuggestedHaircuts",
  summary: "api.operation.readSuggestedHaircuts",
  method: "GET",
  scope: "read",
  parameters,
  refused: [403, 404],
  answer: z.object({
    items: z.array(
      z.object({
        kind: z.enum(CALIBRATED_KINDS),
        factor: said("api.field.calibration.factor", z.number().nullable()),
        ...interval,
        cases: said("api.field.calibration.alike", z.int()),
        weight: said("api.field.calibration.weight", z.number()),
        mean: said("api.field.calibration.mean", z.number()),
      }),
    ),
  }),
});

export const answerCalibration = contract({
  ...shared,
  id: "answerCalibration",
  summary: "api.operation.answerCalibration",
  method: "POST",
  scope: "write",
  parameters,
  once: "optional",
  refused: [403, 404, 409],
  body: z.strictObject({
    startedFrom: said(
      "api.field.business-case.startedFrom",
      z.strictObject({ number: z.int().min(1), version: z.int().min(1) }),
    ),
    line: said("api.field.calibration.line", z.string().min(1).max(200)),
    answer: said("api.field.calibration.answer", z.enum(["take", "refuse", "withdraw"])),
    reason: said("api.field.calibration.reason", told(2_000).nullable().default(null)),
  }),
  answer: z.object({ number: z.int(), version: z.int() }),
  example: {
    startedFrom: { number: 1, version: 3 },
    line: "line-1",
    answer: "refuse",
    reason: { en: "Measured on our own mailbox for two months" },
  },
});
