/** Operations on quarterly reviews: their agenda, what departments present, and what was decided there. */
import { z } from "zod";
import { isTime, LACKS, MOST_PRESENTED } from "#app/portfolio/review/review";
import { REVIEW_LIMITS } from "#app/portfolio/review/review-input";
import { contract } from "./contract";
import {
  day,
  evidence,
  id,
  idInAddress,
  moneyAnswer,
  personAnswer,
  quarter,
  reference,
  said,
  saying,
  toldAnswer,
} from "./shapes";

const parameters = z.object({ quarter });
const shared = { group: "dashboard", refused: [403, 404, 409] } as const;
const money = moneyAnswer.nullable();
const time = z.string().refine(isTime, "review.input.time").meta({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });
const minutes = (least: number) => z.int().min(least).max(REVIEW_LIMITS.minutes);
const liveTarget = said("api.field.review.liveTarget", z.int().min(0).max(REVIEW_LIMITS.liveTarget));

const presentedAnswer = z.object({
  useCase: reference,
  title: toldAnswer,
  realised: money,
  proven: money,
  cost: money,
  kpis: z.array(
    z.object({
      kpi: z.int(),
      name: toldAnswer,
      unit: z.string(),
      baseline: z.number(),
      target: z.number().nullable(),
      actual: z.number().nullable(),
      realised: money,
      evidence: evidence.nullable(),
    }),
  ),
  lacks: said("api.field.review.lacks", z.array(z.enum(LACKS))),
});

const reviewAnswer = z
  .object({
    quarter,
    heldOn: z.string().meta({ format: "date" }).nullable(),
    startsAt: z.string(),
    until: z.string(),
    openingMinutes: z.int(),
    version: z.int(),
    departments: z.array(
      z.object({
        department: z.object({ id: z.int(), name: toldAnswer }),
        from: z.string(),
        until: z.string(),
        minutes: z.int(),
        liveTarget,
        live: said("api.field.review.live", z.int()),
        ready: said("api.field.review.ready", z.int()),
        realised: money,
        proven: money,
        presented: z.array(presentedAnswer),
      }),
    ),
    decisions: z.array(
      z.object({
        id: z.int(),
        decision: toldAnswer,
        useCase: reference.nullable(),
        owner: personAnswer.nullable(),
        dueOn: z.string().meta({ format: "date" }).nullable(),
      }),
    ),
  })
  .meta({ id: "QuarterlyReview" });

export const readQuarterlyReview = contract({
  id: "readQuarterlyReview",
  summary: "api.operation.readQuarterlyReview",
  method: "GET",
  path: "/quarterly-reviews/{quarter}",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  parameters,
  refused: [404],
  answer: reviewAnswer,
});

export const planQuarterlyReview = contract({
  ...shared,
  id: "planQuarterlyReview",
  summary: "api.operation.planQuarterlyReview",
  method: "PATCH",
  path: "/quarterly-reviews/{quarter}",
  scope: "write",
  act: "review.plan",
  parameters,
  body: z.strictObject({
    heldOn: day,
    startsAt: time,
    openingMinutes: minutes(0),
    departments: said(
      "api.field.review.departments",
      z
        .array(z.strictObject({ department: id, minutes: minutes(1), liveTarget }))
        .min(1)
        .max(REVIEW_LIMITS.departments)
        .refine((all) => new Set(all.map(({ department }) => department)).size === all.length, "review.input.twice"),
    ),
  }),
  answer: reviewAnswer,
  example: {
    ...{ heldOn: "2026-11-20", startsAt: "09:30", openingMinutes: 10 },
    departments: [{ department: 1, minutes: 10, liveTarget: 3 }],
  },
});

export const changePresentations = contract({
  ...shared,
  id: "changePresentations",
  summary: "api.operation.changePresentations",
  method: "POST",
  path: "/quarterly-reviews/{quarter}/presentations",
  scope: "write",
  act: "review.present",
  parameters,
  body: z.strictObject({
    add: said(
      "api.field.review.add",
      z
        .array(reference)
        .max(MOST_PRESENTED * REVIEW_LIMITS.departments)
        .optional(),
    ),
    remove: said(
      "api.field.review.remove",
      z
        .array(reference)
        .max(MOST_PRESENTED * REVIEW_LIMITS.departments)
        .optional(),
    ),
  }),
  answer: reviewAnswer,
  once: "optional",
  example: { add: ["UC-0001"] },
});

export const recordReviewDecision = contract({
  ...shared,
  id: "recordReviewDecision",
  summary: "api.operation.recordReviewDecision",
  method: "POST",
  path: "/quarterly-reviews/{quarter}/decisions",
  scope: "write",
  act: "review.decide",
  parameters,
  body: z.strictObject({
    decision: saying(REVIEW_LIMITS.decision),
    useCase: reference.nullable().optional(),
    owner: id.nullable().optional(),
    dueOn: day.nullable().optional(),
  }),
  answer: z.object({ id: z.int() }),
  once: "optional",
  example: { decision: { en: "Roll out to all stores" }, useCase: "UC-0001" },
});

export const withdrawReviewDecision = contract({
  ...shared,
  id: "withdrawReviewDecision",
  summary: "api.operation.withdrawReviewDecision",
  method: "POST",
  path: "/quarterly-reviews/{quarter}/decisions/{id}/withdrawal",
  scope: "write",
  act: "review.decide",
  parameters: parameters.extend({ id: idInAddress }),
  answer: reviewAnswer,
});

export const QUARTERLY_REVIEWS = [
  readQuarterlyReview,
  planQuarterlyReview,
  changePresentations,
  recordReviewDecision,
  withdrawReviewDecision,
] as const;
