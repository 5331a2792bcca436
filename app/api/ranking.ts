/** The order of the cases under whatever weights and means are sent, and cases side by side: nothing of it is kept. */
import { z } from "zod";
import { AXES } from "#app/assessment/score";
import { MOST_WEIGHT } from "#app/assessment/weights";
import { MOST_COMPARED, referencesIn } from "#app/committee/compare/references";
import { QUADRANTS, RANKED_STAGES } from "#app/committee/ranking";
import { contract } from "./contract";
import { departmentAnswer, id, LONGEST_PAGE, moneyAnswer, reference, said, stage, toldAnswer } from "./shapes";

const unknown = z.number().nullable();
const group = "portfolio";
const quadrant = said("api.field.ranking.quadrant", z.enum(QUADRANTS));
const axis = said("api.field.axis", z.enum(AXES));
const share = said("api.field.comparison.share", z.number());

const placed = z
  .object({
    reference,
    title: toldAnswer,
    department: departmentAnswer.nullable(),
    stage: z.enum(RANKED_STAGES),
    rank: said("api.field.ranking.rank", z.int()),
    rankToday: said("api.field.ranking.today", z.int().nullable()),
    quadrant,
    quadrantToday: quadrant.nullable(),
    passes: said("api.field.ranking.passes", z.boolean()),
    value: unknown,
    complexity: unknown,
    risk: unknown,
    npvP50: moneyAnswer.nullable(),
    riskAdjustedNpv: moneyAnswer,
    perCost: said("api.field.ranking.perCost", unknown),
    cost: moneyAnswer.nullable(),
    people: unknown,
    cumulatedCost: moneyAnswer,
    cumulatedPeople: said("api.field.ranking.cumulated", z.number()),
    side: said("api.field.ranking.side", z.enum(["above", "fits", "below", "stopped", "unknown"])),
    crosses: said("api.field.ranking.crosses", z.enum(["in", "out"]).nullable()),
  })
  .meta({ id: "RankedUseCase" });

const sum = z.object({ count: z.int(), cost: moneyAnswer, people: z.number(), riskAdjustedNpv: moneyAnswer });

export const rankUseCases = contract({
  id: "rankUseCases",
  summary: "api.operation.rankUseCases",
  method: "POST",
  path: "/ranking",
  group,
  scope: "read",
  act: "use-case.read",
  body: z.strictObject({
    weights: said(
      "api.field.ranking.weights",
      z
        .array(
          z.strictObject({
            line: z.string().min(1).max(60),
            criterion: z.string().min(1).max(60),
            weight: z.number().min(0).max(MOST_WEIGHT),
          }),
        )
        .max(200)
        .optional(),
    ),
    thresholds: said(
      "api.field.ranking.thresholds",
      z.strictObject({ value: z.number().min(0).max(100), complexity: z.number().min(0).max(100) }).optional(),
    ),
    budget: said("api.field.ranking.budget", z.int().min(0).nullish()),
    people: said("api.field.ranking.people", z.number().min(0).max(1e6).nullish()),
    assumedPeople: said("api.field.ranking.assumed", z.number().min(0).max(1_000).nullish()),
    department: said("api.field.filter.department", id.optional()),
    limit: said("api.field.limit", z.int().min(1).max(LONGEST_PAGE).optional()),
    after: said("api.field.ranking.after", z.int().min(0).optional()),
  }),
  answer: z.object({
    ranked: said("api.field.ranking.ranked", z.int()),
    items: z.array(placed),
    next: said("api.field.ranking.next", z.int().nullable()),
    line: z.object({
      by: said("api.field.ranking.by", z.enum(["budget", "people", "both"]).nullable()),
      above: said("api.field.ranking.above", sum),
      filled: said("api.field.ranking.filled", sum),
      most: said("api.field.ranking.most", moneyAnswer.nullable()),
      withoutPeople: said("api.field.ranking.withoutPeople", z.int()),
    }),
    changes: said("api.field.ranking.changes", z.object({ ranks: z.int(), crossing: z.int(), quadrants: z.int() })),
    weightless: said("api.field.ranking.weightless", z.array(z.object({ line: z.string(), axis }))),
    hidden: said("api.field.preview.hidden", z.int()),
  }),
  refused: [],
  example: {
    weights: [{ line: "value-complexity", criterion: "strategy", weight: 5 }],
    thresholds: { value: 50, complexity: 60 },
    budget: 50_000_000,
    people: 12,
    assumedPeople: 2,
  },
});

const compared = z.object({
  reference,
  title: toldAnswer,
  stage: stage.nullable(),
  rank: z.int().nullable(),
  filtersFailed: z.int().nullable(),
  scoresHidden: said("api.field.comparison.hidden", z.boolean()),
  scores: z
    .object({
      value: unknown,
      complexity: unknown,
      risk: unknown,
      members: z.int(),
      criteria: z.array(
        z.object({
          key: z.string(),
          axis,
          name: toldAnswer,
          mean: unknown,
          low: unknown,
          high: unknown,
          contested: z.boolean(),
        }),
      ),
    })
    .nullable(),
  businessCase: z
    .object({
      npv: moneyAnswer,
      p10: moneyAnswer,
      p50: moneyAnswer,
      p90: moneyAnswer,
      probabilityPositive: z.number(),
      totalBenefit: moneyAnswer,
      totalCost: moneyAnswer,
      peakFunding: moneyAnswer,
      roi: unknown,
      paybackQuarters: unknown,
      flow: z.array(z.object({ quarter: z.string(), net: moneyAnswer, cumulative: moneyAnswer })),
    })
    .nullable(),
  aiActClass: z.string().nullable(),
  dataQuestionsAnswered: z.int(),
  conditions: z.object({ open: z.int(), met: z.int() }),
});

export const compareUseCases = contract({
  id: "compareUseCases",
  summary: "api.operation.compareUseCases",
  method: "GET",
  path: "/comparison",
  group,
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    cases: said(
      "api.field.comparison.cases",
      z
        .string()
        .regex(new RegExp(`^[Uu][Cc]-\\d{1,12}(,[Uu][Cc]-\\d{1,12}){1,${MOST_COMPARED - 1}}$`), "compare.off")
        .refine((cases) => !referencesIn([cases]).isOff, "compare.off"),
    ),
  }),
  answer: z.object({
    draws: z.int(),
    cases: z.array(compared),
    pairs: said(
      "api.field.comparison.pairs",
      z.array(
        z.object({
          first: reference,
          second: reference,
          npv: z.object({ first: share, second: share, tied: share }).nullable(),
          members: said(
            "api.field.comparison.members",
            z.array(z.object({ axis, both: z.int(), firstHigher: z.int(), secondHigher: z.int() })),
          ),
        }),
      ),
    ),
  }),
  refused: [404],
});
