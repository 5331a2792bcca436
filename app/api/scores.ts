/** Operations on how a score came about: its formula with its inputs, what stands beside it, and how far the committee agrees. */
import { z } from "zod";
import { STRENGTHS } from "#app/assessment/kendall";
import { AXES } from "#app/assessment/score";
import { contract } from "./contract";
import { modelName } from "./scoring-models";
import { idInAddress, reference, said, toldAnswer, words } from "./shapes";

const dayAnswer = z.string().meta({ format: "date" });
const axis = said("api.field.axis", z.enum(AXES));
const score = said("api.field.score", z.int().min(1).max(5));
const key = said("api.field.criterion", z.string());
const unknown = z.number().nullable();
const parameters = z.object({ reference });

const override = z
  .object({ score: z.number(), by: z.string(), on: dayAnswer, reason: toldAnswer })
  .meta({ id: "ScoreOverride" });

const scoreAnswer = z
  .object({
    reference,
    round: z.int(),
    model: modelName,
    axes: z.array(
      z.object({
        axis,
        score: said("api.field.counts", unknown),
        computed: said("api.field.computed", unknown),
        override: override.nullable(),
        formula: said("api.field.formula", z.string()),
        inputs: z.array(
          z.object({
            key,
            name: toldAnswer,
            weight: z.number(),
            mean: unknown,
            quantity: said("api.field.quantity", unknown),
            scores: z.array(z.object({ assessor: z.string(), score })),
          }),
        ),
        ratio: said("api.field.ratio", z.object({ whole: unknown, least: z.number(), most: z.number() }).nullable()),
      }),
    ),
    native: said(
      "api.field.native",
      z.object({ formula: z.string(), numerator: z.number(), denominator: z.number(), score: z.number() }).nullable(),
    ),
  })
  .meta({ id: "Score" });

const group = "assessment";

export const readAgreement = contract({
  id: "readAgreement",
  summary: "api.operation.readAgreement",
  method: "GET",
  path: "/assessments/agreement",
  group,
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    session: said("api.field.agreement.session", idInAddress.optional()),
    department: said("api.field.filter.department", idInAddress.optional()),
    all: said("api.field.agreement.all", z.literal("yes").optional()),
  }),
  answer: z.object({
    scored: z.int(),
    hidden: said("api.field.preview.hidden", z.int()),
    models: said("api.field.agreement.models", z.int()),
    axes: z.array(
      z.object({
        axis,
        undefinedBecause: said(
          "api.field.agreement.undefined",
          z.enum(["one-rater", "one-case", "all-tied"]).nullable(),
        ),
        w: said("api.field.agreement.w", unknown),
        meanCorrelation: said("api.field.agreement.correlation", unknown),
        byChance: unknown,
        chiSquare: unknown,
        strength: said("api.field.agreement.strength", z.enum(STRENGTHS).nullable()),
        raters: z.array(z.string()),
        ratersLeft: z.array(z.string()),
        cases: z.array(z.object({ reference, title: toldAnswer, ranks: z.array(z.number()), sum: z.number() })),
        casesLeft: z.int(),
      }),
    ),
  }),
  refused: [404],
});

export const readScore = contract({
  id: "readScore",
  summary: "api.operation.readScore",
  method: "GET",
  path: "/use-cases/{reference}/score",
  group,
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: scoreAnswer,
  refused: [404, 409],
});

export const overrideScore = contract({
  id: "overrideScore",
  summary: "api.operation.overrideScore",
  method: "POST",
  path: "/use-cases/{reference}/score-overrides",
  group,
  scope: "write",
  act: "score.override",
  parameters,
  body: z.strictObject({
    axis,
    score: said("api.field.override.score", z.int().min(0).max(100)),
    reason: words(2_000),
  }),
  answer: scoreAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: { axis: "value", score: 80, reason: "It opens the way for three other cases" },
});
