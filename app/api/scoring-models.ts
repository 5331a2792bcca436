/** Operations on the scoring model: its versions, and the draft of the next. */
import { z } from "zod";
import { MODEL_LIMITS } from "#app/assessment/model";
import { SCHEMES } from "#app/assessment/ratio";
import { AXES } from "#app/assessment/score";
import { SHIPPED_LINES } from "#app/assessment/shipped-models";
import { AI_TYPES } from "#app/use-cases/content";
import { contract } from "./contract";
import { id, idInAddress, instant, reference, said, told, toldAnswer } from "./shapes";

const dayAnswer = z.string().meta({ format: "date" });
const axis = said("api.field.axis", z.enum(AXES));
const scheme = said("api.field.scheme", z.enum(SCHEMES));
const weight = said("api.field.weight", z.number().min(0).max(MODEL_LIMITS.weight));
const values = said("api.field.values", z.array(z.number().positive().max(MODEL_LIMITS.value)).length(5).nullable());

export const criterionAnswer = z
  .object({
    key: said("api.field.criterion", z.string()),
    axis,
    weight: z.number(),
    name: toldAnswer,
    question: toldAnswer,
    anchors: said("api.field.anchors", z.array(toldAnswer)),
    values: said("api.field.values", z.array(z.number()).nullable()),
  })
  .meta({ id: "Criterion" });

export const modelName = z
  .object({ id: z.int(), line: said("api.field.line", z.string()), name: toldAnswer, number: z.int(), scheme })
  .meta({ id: "ScoringModelVersion" });

const scope = {
  departmentIds: said("api.field.scope.departments", z.array(z.int())),
  aiTypes: said("api.field.scope.types", z.array(z.string())),
};

const listed = {
  id: z.int(),
  line: said("api.field.line", z.string()),
  name: toldAnswer,
  number: z.int(),
  scheme,
  publishedOn: dayAnswer,
  publishedBy: z.string().nullable(),
  note: toldAnswer.nullable(),
  inForce: said("api.field.inForce", z.boolean()),
  ...scope,
};

const modelAnswer = z.object({ ...listed, criteria: z.array(criterionAnswer) }).meta({ id: "ScoringModel" });

const draftAnswer = z
  .object({
    id: z.int(),
    line: said("api.field.line", z.string()),
    basedOnId: z.int().nullable(),
    name: toldAnswer,
    note: toldAnswer.nullable(),
    scheme,
    ...scope,
    criteria: z.array(criterionAnswer),
    problems: said("api.field.problems", z.array(z.object({ problem: z.string(), at: z.int().nullable() }))),
    editedBy: z.string().nullable(),
    editedAt: instant,
    version: said("api.field.version", z.int()),
  })
  .meta({ id: "ScoringDraft" });

const criterion = z.strictObject({
  key: said("api.field.criterion", z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  axis,
  weight,
  name: told(MODEL_LIMITS.name),
  question: told(MODEL_LIMITS.question),
  anchors: said("api.field.anchors", z.array(told(MODEL_LIMITS.anchor)).length(5)),
  values: values.optional(),
});

const placing = z.object({ rank: z.int().nullable(), value: z.number().nullable(), complexity: z.number().nullable() });

const parameters = z.object({ id: idInAddress });
const group = "assessment";
const edit = "scoring-model.edit";

export const listScoringModels = contract({
  id: "listScoringModels",
  summary: "api.operation.listScoringModels",
  method: "GET",
  path: "/scoring-models",
  group,
  scope: "read",
  act: "use-case.read",
  answer: z.object({ items: z.array(z.object(listed).meta({ id: "ListedScoringModel" })) }),
});

export const readScoringModel = contract({
  id: "readScoringModel",
  summary: "api.operation.readScoringModel",
  method: "GET",
  path: "/scoring-models/{id}",
  group,
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: modelAnswer,
  refused: [404],
});

export const listScoringDrafts = contract({
  id: "listScoringDrafts",
  summary: "api.operation.listScoringDrafts",
  method: "GET",
  path: "/scoring-drafts",
  group,
  scope: "read",
  act: edit,
  answer: z.object({ items: z.array(draftAnswer) }),
  refused: [403],
});

export const createScoringDraft = contract({
  id: "createScoringDraft",
  summary: "api.operation.createScoringDraft",
  method: "POST",
  path: "/scoring-drafts",
  group,
  scope: "write",
  act: edit,
  body: z.strictObject({
    modelId: said("api.field.draft.model", id.optional()),
    shipped: said("api.field.draft.shipped", z.enum(SHIPPED_LINES).optional()),
    apart: said("api.field.draft.apart", z.boolean().optional()),
    weights: said(
      "api.field.draft.weights",
      z.record(z.string().min(1).max(60), z.number().min(0).max(MODEL_LIMITS.weight)).optional(),
    ),
  }),
  answer: draftAnswer,
  status: 201,
  location: (answer) => `/scoring-drafts/${answer.id}`,
  once: "optional",
  refused: [403, 404, 409],
  example: { shipped: "wsjf" },
});

export const readScoringDraft = contract({
  id: "readScoringDraft",
  summary: "api.operation.readScoringDraft",
  method: "GET",
  path: "/scoring-drafts/{id}",
  group,
  scope: "read",
  act: edit,
  parameters,
  answer: draftAnswer,
  refused: [403, 404],
});

export const previewScoringDraft = contract({
  id: "previewScoringDraft",
  summary: "api.operation.previewScoringDraft",
  method: "GET",
  path: "/scoring-drafts/{id}/preview",
  group,
  scope: "read",
  act: edit,
  parameters,
  answer: z.object({
    concerned: said("api.field.preview.concerned", z.int()),
    movedCount: said("api.field.preview.moved", z.int()),
    moved: z.array(z.object({ reference, title: toldAnswer, before: placing, after: placing })),
    kept: said("api.field.preview.kept", z.int()),
    staying: said(
      "api.field.preview.staying",
      z.array(z.object({ reference, title: toldAnswer, what: z.enum(["kept", "lacking", "unscored"]) })),
    ),
    lackingCount: said("api.field.preview.lacking", z.int()),
    lacking: z.array(z.object({ key: z.string(), name: toldAnswer, cases: z.int() })),
    unscored: z.int(),
    hidden: said("api.field.preview.hidden", z.int()),
    ranked: z.int(),
  }),
  refused: [403, 404],
});

export const updateScoringDraft = contract({
  id: "updateScoringDraft",
  summary: "api.operation.updateScoringDraft",
  method: "PATCH",
  path: "/scoring-drafts/{id}",
  group,
  scope: "write",
  act: edit,
  parameters,
  body: z
    .strictObject({
      name: told(MODEL_LIMITS.name),
      note: told(2_000).nullable(),
      scheme,
      departmentIds: said("api.field.scope.departments", z.array(id).max(500)),
      aiTypes: said("api.field.scope.types", z.array(z.enum(AI_TYPES)).max(AI_TYPES.length)),
      criteria: said("api.field.draft.criteria", z.array(criterion).max(MODEL_LIMITS.criteria)),
    })
    .partial(),
  answer: draftAnswer,
  edits: true,
  refused: [403, 404, 409],
  example: { note: { fr: "La confiance compte désormais.", en: "Confidence counts from now on." } },
});

export const publishScoringDraft = contract({
  id: "publishScoringDraft",
  summary: "api.operation.publishScoringDraft",
  method: "POST",
  path: "/scoring-drafts/{id}/publication",
  group,
  scope: "write",
  act: edit,
  parameters,
  answer: modelAnswer,
  edits: true,
  refused: [403, 404, 409],
});

export const discardScoringDraft = contract({
  id: "discardScoringDraft",
  summary: "api.operation.discardScoringDraft",
  method: "POST",
  path: "/scoring-drafts/{id}/discarding",
  group,
  scope: "write",
  act: edit,
  parameters,
  answer: z.object({ id: z.int() }),
  once: "optional",
  refused: [403, 404],
});

export const withdrawScoringModel = contract({
  id: "withdrawScoringModel",
  summary: "api.operation.withdrawScoringModel",
  method: "POST",
  path: "/scoring-models/{id}/withdrawal",
  group,
  scope: "write",
  act: edit,
  parameters,
  answer: modelAnswer,
  once: "optional",
  refused: [403, 404, 409],
});
