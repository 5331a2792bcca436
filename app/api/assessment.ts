/** Operations on assessments: the queue, one's own, rounds, and conflicts of interest. */
import { z } from "zod";
import { contract } from "./contract";
import { criterionAnswer, modelName } from "./scoring-models";
import { instant, reference, said, told, toldAnswer, words } from "./shapes";

const dayAnswer = z.string().meta({ format: "date" });
const score = said("api.field.score", z.int().min(1).max(5));
const key = said("api.field.criterion", z.string().min(1).max(60));
const unknown = z.number().nullable();
const parameters = z.object({ reference });
const opened = said(
  "api.field.round.opened",
  z.object({ by: z.string(), on: dayAnswer, reason: toldAnswer }).nullable(),
);
const given = z.object({ key, score, comment: toldAnswer.nullable() });

const round = z
  .object({
    number: z.int(),
    model: modelName,
    opened,
    value: unknown,
    complexity: unknown,
    risk: unknown,
    native: said("api.field.native", unknown),
    contested: said("api.field.contested", z.int()),
    criteria: z.array(
      z.object({
        key,
        mean: unknown,
        quantity: said("api.field.quantity", unknown),
        low: unknown,
        high: unknown,
        spread: z.number(),
        contested: z.boolean(),
      }),
    ),
    assessors: z.array(
      z.object({
        name: z.string(),
        abstained: z.boolean(),
        conflicted: said("api.field.assessor.conflicted", z.boolean()),
        conflictAt: said("api.field.assessor.conflict-at", instant.nullable()),
        comment: toldAnswer.nullable(),
        scores: z.array(given),
      }),
    ),
  })
  .meta({ id: "AssessmentRound" });

const assessmentAnswer = z
  .object({
    reference,
    round: said("api.field.round", z.int()),
    opened,
    model: modelName,
    criteria: z.array(criterionAnswer),
    mine: said(
      "api.field.mine",
      z
        .object({
          submitted: z.boolean(),
          abstained: z.boolean(),
          conflicted: z.boolean(),
          comment: toldAnswer.nullable(),
          scores: z.array(given),
          unscored: said("api.field.unscored", z.array(z.object({ key, comment: toldAnswer }))),
          version: z.int(),
        })
        .nullable(),
    ),
    owed: said("api.field.owed", z.boolean()),
    submitted: z.int(),
    conflicts: z.int(),
    needed: said("api.field.needed", z.int()),
    rounds: said("api.field.rounds", z.array(round)),
  })
  .meta({ id: "Assessment" });

const group = "assessment";

export const listAssessments = contract({
  id: "listAssessments",
  summary: "api.operation.listAssessments",
  method: "GET",
  path: "/assessments",
  group,
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    owed: said("api.field.queue.owed", z.int()),
    items: z.array(
      z.object({
        reference,
        title: toldAnswer,
        department: z.object({ name: toldAnswer }).nullable(),
        since: dayAnswer.nullable(),
        mine: said("api.field.queue.mine", z.enum(["waiting", "draft", "submitted", "conflict", "party"])),
        round: z.int(),
        submitted: z.int(),
        needed: said("api.field.needed", z.int()),
      }),
    ),
  }),
});

export const readAssessment = contract({
  id: "readAssessment",
  summary: "api.operation.readAssessment",
  method: "GET",
  path: "/use-cases/{reference}/assessment",
  group,
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: assessmentAnswer,
  refused: [404],
});

export const writeAssessment = contract({
  id: "writeAssessment",
  summary: "api.operation.writeAssessment",
  method: "POST",
  path: "/use-cases/{reference}/assessment",
  group,
  scope: "write",
  act: "assessment.write",
  parameters,
  body: z.strictObject({
    scores: said(
      "api.field.scores",
      z
        .array(z.strictObject({ key, score: score.optional(), comment: words(1_000).nullable().optional() }))
        .max(30)
        .optional(),
    ),
    comment: words(4_000).nullable().optional(),
    abstain: said("api.field.abstain", z.boolean().optional()),
    submit: said("api.field.assessment.submit", z.boolean()),
    language: said("api.field.lines.language", z.enum(["fr", "en"]).optional()),
  }),
  answer: assessmentAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: { submit: false, comment: "To be looked at again with the data team", language: "en" },
});

export const declareConflict = contract({
  id: "declareConflict",
  summary: "api.operation.declareConflict",
  method: "POST",
  path: "/use-cases/{reference}/conflict",
  group,
  scope: "write",
  act: "conflict.declare",
  parameters,
  body: z.strictObject({ reason: words(1_000) }),
  answer: assessmentAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: { reason: "Someone of my family sells this tool" },
});

export const withdrawConflict = contract({
  id: "withdrawConflict",
  summary: "api.operation.withdrawConflict",
  method: "POST",
  path: "/use-cases/{reference}/conflict/withdrawal",
  group,
  scope: "write",
  act: "conflict.declare",
  parameters,
  answer: assessmentAnswer,
  once: "optional",
  refused: [403, 404, 409],
});

export const openRound = contract({
  id: "openRound",
  summary: "api.operation.openRound",
  method: "POST",
  path: "/use-cases/{reference}/rounds",
  group,
  scope: "write",
  act: "assessment.round",
  parameters,
  body: z.strictObject({ reason: told(1_000) }),
  answer: assessmentAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: { reason: { fr: "Les avis sont trop éloignés sur la portée.", en: "Opinions on reach are too far apart." } },
});

export const withdrawRound = contract({
  id: "withdrawRound",
  summary: "api.operation.withdrawRound",
  method: "POST",
  path: "/use-cases/{reference}/rounds/withdrawal",
  group,
  scope: "write",
  act: "assessment.round",
  parameters,
  answer: assessmentAnswer,
  once: "optional",
  refused: [403, 404, 409],
});
