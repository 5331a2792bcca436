/** Risks of cases, and the register over all of them. */
import { z } from "zod";
import { RISK_SHOWN } from "#app/safeguards/risks/register";
import { MARKS, RISK_CATEGORIES, RISK_LEVELS, TEXT_LETTERS, TITLE_LETTERS } from "#app/safeguards/risks/risk";
import { contract } from "./contract";
import { after, day, id, idInAddress, pageOf, personAnswer, reference, said, saying, told, toldAnswer } from "./shapes";

const date = z.string().meta({ format: "date" });
const mark = z.literal([...MARKS]);

const risk = z
  .object({
    id: z.int(),
    reference: said("api.field.risk.reference", reference.nullable()),
    title: toldAnswer,
    description: toldAnswer.nullable(),
    category: z.enum(RISK_CATEGORIES),
    owner: personAnswer,
    likelihood: mark,
    impact: mark,
    mitigation: toldAnswer.nullable(),
    mitigationOwnerId: z.int().nullable(),
    mitigationDueOn: date.nullable(),
    mitigationDoneOn: date.nullable(),
    residualLikelihood: mark.nullable(),
    residualImpact: mark.nullable(),
    score: said("api.field.risk.score", z.int()),
    level: z.enum(RISK_LEVELS),
    reviewOn: date,
    overdue: z.boolean(),
    state: z.enum(["open", "closed"]),
    stateReason: toldAnswer.nullable(),
    reviews: said(
      "api.field.risk.reviews",
      z.array(z.object({ on: date, by: z.string().nullable(), note: toldAnswer, score: z.int(), nextOn: date })),
    ),
    version: z.int(),
  })
  .meta({ id: "Risk" });

const words = {
  title: said("api.field.risk.title", saying(TITLE_LETTERS)),
  description: told(TEXT_LETTERS).nullable(),
  category: z.enum(RISK_CATEGORIES),
  ownerId: said("api.field.risk.owner", id),
  likelihood: said("api.field.risk.mark", mark),
  impact: said("api.field.risk.mark", mark),
  mitigation: said("api.field.risk.mitigation", told(TEXT_LETTERS).nullable()),
  mitigationOwnerId: id.nullable(),
  mitigationDueOn: day.nullable(),
  mitigationDoneOn: day.nullable(),
  residualLikelihood: said("api.field.risk.residual", mark.nullable()),
  residualImpact: said("api.field.risk.residual", mark.nullable()),
  reviewOn: said("api.field.risk.reviewOn", day),
};
const changes = z.strictObject(words).partial();
const { title, category, ownerId, likelihood, impact, reviewOn } = words;

const group = "safeguards" as const;
const one = z.strictObject({ id: idInAddress });

/** What the register and its file may be narrowed to. */
export const riskFilters = {
  department: said(
    "api.field.risk.department",
    z
      .string()
      .regex(/^(\d{1,15}|organisation)$/)
      .optional(),
  ),
  owner: said(
    "api.field.risk.ownerFilter",
    z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
  ),
  category: z.enum(RISK_CATEGORIES).optional(),
  level: z.enum(RISK_LEVELS).optional(),
  review: said("api.field.risk.reviewFilter", z.enum(["overdue"]).optional()),
  state: z.enum(RISK_SHOWN).optional(),
};

export const listRisks = contract({
  id: "listRisks",
  summary: "api.operation.listRisks",
  method: "GET",
  path: "/risks",
  group,
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ ...riskFilters, after }),
  answer: pageOf(
    z
      .object({
        id: z.int(),
        reference: said("api.field.risk.reference", reference.nullable()),
        title: toldAnswer,
        category: z.enum(RISK_CATEGORIES),
        owner: z.string(),
        likelihood: mark,
        impact: mark,
        residualLikelihood: mark.nullable(),
        residualImpact: mark.nullable(),
        score: said("api.field.risk.score", z.int()),
        level: z.enum(RISK_LEVELS),
        reviewOn: date,
        overdue: z.boolean(),
        state: z.enum(["open", "closed"]),
      })
      .meta({ id: "RegisteredRisk" }),
  ),
});

export const readRisk = contract({
  id: "readRisk",
  summary: "api.operation.readRisk",
  method: "GET",
  path: "/risks/{id}",
  group,
  scope: "read",
  act: "use-case.read",
  parameters: one,
  answer: risk,
  refused: [404],
});

const created = {
  method: "POST",
  group,
  scope: "write",
  body: changes.extend({ title, category, ownerId, likelihood, impact, reviewOn }),
  answer: risk,
  status: 201,
  location: (made: z.output<typeof risk>) => `/risks/${made.id}`,
  once: "optional",
} as const;

export const createRisk = contract({
  ...created,
  id: "createRisk",
  summary: "api.operation.createRisk",
  path: "/use-cases/{reference}/risks",
  act: "risk.write",
  parameters: z.strictObject({ reference }),
  refused: [403, 404, 409],
  example: {
    title: { en: "An invented answer is sent without review" },
    category: "quality",
    ownerId: 1,
    likelihood: 3,
    impact: 4,
    mitigation: { en: "Review before sending" },
    residualLikelihood: 1,
    residualImpact: 4,
    reviewOn: "2027-03-01",
  },
});

export const createOrganisationRisk = contract({
  ...created,
  id: "createOrganisationRisk",
  summary: "api.operation.createOrganisationRisk",
  path: "/risks",
  act: "organisation-risk.write",
  refused: [403, 409],
  example: {
    title: { en: "One vendor carries most of the models in production" },
    category: "vendor",
    ownerId: 1,
    likelihood: 3,
    impact: 4,
    mitigation: { en: "A second vendor under contract" },
    reviewOn: "2027-03-01",
  },
});

export const updateRisk = contract({
  id: "updateRisk",
  summary: "api.operation.updateRisk",
  method: "PATCH",
  path: "/risks/{id}",
  group,
  scope: "write",
  act: "risk.write",
  parameters: one,
  body: changes,
  answer: risk,
  edits: true,
  refused: [403, 404, 409],
  example: { likelihood: 2 },
});

const started = said("api.field.risk.version", z.int().min(1));

export const reviewRisk = contract({
  id: "reviewRisk",
  summary: "api.operation.reviewRisk",
  method: "POST",
  path: "/risks/{id}/reviews",
  group,
  scope: "write",
  act: "risk.review",
  parameters: one,
  body: z.strictObject({
    fromVersion: started,
    note: said("api.field.risk.note", saying(TEXT_LETTERS)),
    likelihood,
    impact,
    residualLikelihood: words.residualLikelihood.optional(),
    residualImpact: words.residualImpact.optional(),
    mitigationDoneOn: day.nullable().optional(),
    reviewOn,
  }),
  answer: risk,
  once: "optional",
  refused: [403, 404, 409],
  example: {
    fromVersion: 1,
    note: { en: "Two cases in a month, both caught." },
    likelihood: 3,
    impact: 3,
    residualLikelihood: 1,
    residualImpact: 3,
    reviewOn: "2027-06-01",
  },
});

const ending = z.strictObject({ fromVersion: started, reason: said("api.field.risk.reason", saying(TEXT_LETTERS)) });

export const closeRisk = contract({
  id: "closeRisk",
  summary: "api.operation.closeRisk",
  method: "POST",
  path: "/risks/{id}/closing",
  group,
  scope: "write",
  act: "risk.close",
  parameters: one,
  body: ending,
  answer: risk,
  once: "optional",
  refused: [403, 404, 409],
  example: { fromVersion: 1, reason: { en: "The channel is closed." } },
});

export const reopenRisk = contract({
  id: "reopenRisk",
  summary: "api.operation.reopenRisk",
  method: "POST",
  path: "/risks/{id}/reopening",
  group,
  scope: "write",
  act: "risk.close",
  parameters: one,
  body: ending,
  answer: risk,
  once: "optional",
  refused: [403, 404, 409],
  example: { fromVersion: 2, reason: { en: "The channel is open again." } },
});
