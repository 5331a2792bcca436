/** The rules that a case must pass to go on: their list, what a change would stop, and the exceptions that are signed. */
import { z } from "zod";
import { FIELD_NAMES, FIELDS, OPERATORS, THRESHOLD_LIMITS } from "#app/committee/filters";
import { contract } from "./contract";
import { day, id, idInAddress, reference, said, told, toldAnswer } from "./shapes";

const rule = {
  field: said("api.field.filter.field", z.enum(FIELD_NAMES)),
  operator: z.enum(OPERATORS),
  threshold: said("api.field.filter.threshold", z.number()),
};

const flowAnswer = z.object({
  cases: said("api.field.filter.cases", z.int()),
  passing: said("api.field.filter.passing", z.int()),
  steps: z.array(
    z.object({
      filter: z.int(),
      entered: said("api.field.filter.entered", z.int()),
      stopped: said("api.field.filter.stopped", z.int()),
      missing: said("api.field.filter.missing", z.int()),
    }),
  ),
});

export const listFilters = contract({
  id: "listFilters",
  summary: "api.operation.listFilters",
  method: "GET",
  path: "/filters",
  group: "committee",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    items: z.array(
      z
        .object({
          id: z.int(),
          version: z.int(),
          name: toldAnswer,
          ...rule,
          position: z.int(),
          active: z.boolean(),
        })
        .meta({ id: "Filter" }),
    ),
    flow: flowAnswer,
  }),
});

const filterBody = z
  .strictObject({
    id: said("api.field.filter.id", id.nullable().default(null)),
    version: said("api.field.filter.version", z.int().min(0).default(0)),
    name: told(120).refine(({ fr, en }) => Boolean(fr || en), "people.input.name-in-one-language"),
    field: rule.field,
    operator: z.enum(OPERATORS),
    threshold: said("api.field.filter.threshold", z.number()),
    position: z.int().min(1).max(99),
    active: z.boolean().default(true),
  })
  .superRefine(({ field, threshold }, context) => {
    const { min, max } = THRESHOLD_LIMITS[FIELDS[field].unit];
    const off =
      threshold < min
        ? (["desk.input.too-small", min] as const)
        : threshold > max
          ? (["desk.input.too-large", max] as const)
          : null;
    if (off) context.addIssue({ code: "custom", path: ["threshold"], message: off[0], params: { limit: off[1] } });
  });

const EXAMPLE = {
  name: { fr: "Au moins dix personnes", en: "At least ten people" },
  field: "peopleAffected",
  operator: "at-least",
  threshold: 10,
  position: 3,
} as const;

export const writeFilter = contract({
  id: "writeFilter",
  summary: "api.operation.writeFilter",
  method: "POST",
  path: "/filters",
  group: "committee",
  scope: "write",
  act: "filter.edit",
  once: "optional",
  refused: [403, 404, 409],
  body: filterBody,
  answer: z.object({ id: z.int() }),
  example: EXAMPLE,
});

export const previewFilter = contract({
  id: "previewFilter",
  summary: "api.operation.previewFilter",
  method: "POST",
  path: "/filters/preview",
  group: "committee",
  scope: "read",
  act: "filter.edit",
  refused: [403],
  body: filterBody,
  answer: z.object({ before: flowAnswer, after: flowAnswer }),
  example: EXAMPLE,
});

export const listFilterExceptions = contract({
  id: "listFilterExceptions",
  summary: "api.operation.listFilterExceptions",
  method: "GET",
  path: "/filter-exceptions",
  group: "committee",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    items: z.array(
      z.object({
        id: z.int(),
        useCase: reference,
        filter: z.int(),
        reason: toldAnswer,
        by: z.string(),
        on: z.string().meta({ format: "date" }),
        until: said("api.field.filter.until", z.string().meta({ format: "date" }).nullable()),
      }),
    ),
  }),
});

export const signFilterException = contract({
  id: "signFilterException",
  summary: "api.operation.signFilterException",
  method: "POST",
  path: "/filter-exceptions",
  group: "committee",
  scope: "write",
  act: "filter.except",
  once: "optional",
  refused: [403, 404, 409],
  body: z.strictObject({
    useCase: reference,
    filter: id,
    reason: told(2_000).refine(({ fr, en }) => Boolean(fr || en), "desk.input.required"),
    until: said("api.field.filter.until", day.nullable().default(null)),
  }),
  answer: z.object({ id: z.int() }),
  example: { useCase: "UC-0042", filter: 1, reason: { en: "The law asks for it by March" }, until: "2027-03-31" },
});

export const withdrawFilterException = contract({
  id: "withdrawFilterException",
  summary: "api.operation.withdrawFilterException",
  method: "POST",
  path: "/filter-exceptions/{id}/withdrawal",
  group: "committee",
  scope: "write",
  act: "filter.edit",
  parameters: z.object({ id: idInAddress }),
  refused: [403, 404],
  body: z.strictObject({}),
  answer: z.object({ withdrawn: z.boolean() }),
  example: {},
});
