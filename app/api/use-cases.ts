/** Operations on use cases. */
import { z } from "zod";
import type { Key } from "#app/locales/keys";
import { AI_TYPES, CONTENT_LIMITS, SOURCES, TIMES_PER } from "#app/use-cases/content";
import { KNOWN_DAYS, type KnownDay, LIVE_ENTRY } from "#app/use-cases/intake/live-entry";
import { contract } from "./contract";
import { wentTo } from "./roll-out";
import {
  day,
  departmentAnswer,
  id,
  instant,
  moneyAnswer,
  personAnswer,
  reference,
  said,
  stage,
  told,
  toldAnswer,
  words,
} from "./shapes";

const longTold = told(CONTENT_LIMITS.text);

const answered = {
  reference,
  title: toldAnswer,
  stage: said("api.field.stage", stage.nullable()),
  department: departmentAnswer.nullable(),
  owner: said("api.field.owner", personAnswer.nullable()),
  updatedAt: instant,
  value: said("api.field.value", z.number().min(0).max(100).nullable()),
  complexity: said("api.field.complexity", z.number().min(0).max(100).nullable()),
  scoresHidden: said("api.field.scoresHidden", z.boolean()),
  npv: said("api.field.npv", moneyAnswer.nullable()),
  realised: said("api.field.realised", moneyAnswer.nullable()),
  proven: said("api.field.proven", moneyAnswer.nullable()),
};

export const listedCase = z.object(answered).meta({ id: "ListedUseCase" });

export const useCaseAnswer = z
  .object({
    ...answered,
    version: said("api.field.version", z.int()),
    stageSince: z.string().meta({ format: "date" }).nullable(),
    stageReason: toldAnswer.nullable(),
    relookOn: z.string().meta({ format: "date" }).nullable(),
    mergedInto: reference.nullable(),
    author: personAnswer.nullable(),
    technicalOwner: personAnswer.nullable(),
    coAuthor: said("api.field.coAuthor", personAnswer.nullable()),
    need: toldAnswer.nullable(),
    expectedBenefit: toldAnswer.nullable(),
    affected: toldAnswer.nullable(),
    peopleAffected: z.int().nullable(),
    times: z.number().nullable(),
    timesPer: said("api.field.timesPer", z.enum(TIMES_PER).nullable()),
    minutesPerTime: z.number().nullable(),
    hoursAYear: said("api.field.hoursAYear", z.number().nullable()),
    dataInvolved: toldAnswer.nullable(),
    toolInMind: said("api.field.toolInMind", z.string().nullable()),
    source: z.string().nullable(),
    aiType: z.string().nullable(),
    country: z.string().nullable(),
    whyNew: toldAnswer.nullable(),
    externalSource: z.string().nullable(),
    externalId: z.string().nullable(),
    assessments: z.int(),
    roi: said("api.field.roi", z.number().nullable()),
    cost: said("api.field.cost", moneyAnswer.nullable()),
    createdAt: instant,
  })
  .meta({ id: "UseCase" });

const similarCase = z.object({
  reference,
  title: toldAnswer,
  stage: stage.nullable(),
  likeness: z.number().min(0).max(1),
});

const submitted = useCaseAnswer
  .extend({ similar: said("api.field.similar", z.array(similarCase)) })
  .meta({ id: "SubmittedUseCase" });

const numbers = {
  peopleAffected: z.int().min(0).max(CONTENT_LIMITS.people).nullable().optional(),
  times: z.number().min(0).max(100_000).nullable().optional(),
  timesPer: said("api.field.timesPer", z.enum(TIMES_PER).nullable().optional()),
  minutesPerTime: z.number().min(0).max(100_000).nullable().optional(),
  toolInMind: said("api.field.toolInMind", words(CONTENT_LIMITS.tool).nullable().optional()),
  source: z.enum(SOURCES).nullable().optional(),
  aiType: said("api.field.aiType", words(CONTENT_LIMITS.word).nullable().optional()),
  country: words(CONTENT_LIMITS.word).nullable().optional(),
  departmentId: id.nullable().optional(),
  ownerId: said("api.field.owner", id.nullable().optional()),
  technicalOwnerId: id.nullable().optional(),
  coAuthorId: said("api.field.coAuthor", id.nullable().optional()),
};

const content = {
  title: told(CONTENT_LIMITS.title).optional(),
  need: longTold.nullable().optional(),
  expectedBenefit: longTold.nullable().optional(),
  affected: longTold.nullable().optional(),
  dataInvolved: longTold.nullable().optional(),
  ...numbers,
};

const REQUIRED: Key = "desk.input.required";
/** What the gate «submitted» asks of what is said. */
const ASKED = ["title", "need", "departmentId", "affected", "expectedBenefit", "ownerId"] as const;

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && (typeof value !== "object" || Object.keys(value).length > 0);

const liveSaid = z.strictObject({
  stage: said("api.field.live.stage", z.enum(LIVE_ENTRY)),
  days: said(
    "api.field.live.days",
    z.strictObject(
      Object.fromEntries(KNOWN_DAYS.map((one) => [one, day.nullable().optional()])) as Record<
        KnownDay,
        z.ZodOptional<z.ZodNullable<typeof day>>
      >,
    ),
  ).optional(),
});

const createInput = z
  .strictObject({
    ...content,
    whyNew: said("api.field.whyNew", longTold.nullable().optional()),
    submit: said("api.field.submit", z.boolean().optional()),
    live: said("api.field.live", liveSaid.optional()),
  })
  .superRefine((said, context) => {
    if (said.submit === false) return;
    for (const name of ASKED) {
      if (!isSaid(said[name])) context.addIssue({ code: "custom", path: [name], message: REQUIRED });
    }
  });

/** As in a merge patch: what is left out stays, null takes away; of a text each language by itself. */
const patched = (maximum: number) =>
  z.strictObject({
    fr: z.string().max(maximum).nullable().optional(),
    en: z.string().max(maximum).nullable().optional(),
  });
const longPatched = patched(CONTENT_LIMITS.text).nullable().optional();

const editInput = z.strictObject({
  title: patched(CONTENT_LIMITS.title).optional(),
  need: longPatched,
  expectedBenefit: longPatched,
  affected: longPatched,
  dataInvolved: longPatched,
  ...numbers,
});
export type CaseEdit = z.output<typeof editInput>;
export type CaseContentSaid = z.output<typeof createInput>;

const moveInput = z.strictObject({
  to: said("api.field.move.to", stage),
  from: said("api.field.move.from", stage.nullable()),
  reason: said("api.field.move.reason", told(4_000).optional()),
  learning: said("api.field.move.learning", told(4_000).optional()),
  relookOn: said("api.field.move.relookOn", day.optional()),
  override: said("api.field.move.override", z.boolean().optional()),
  wentTo,
});

const mergeInput = z.strictObject({ into: reference, reason: told(4_000) });

const parameters = z.object({ reference });

const EXAMPLE = {
  title: { fr: "Trier les courriers des clients", en: "Sort customers' letters" },
  need: { fr: "Deux jours passent avant qu’un courrier arrive chez la bonne personne." },
  affected: { fr: "Les 40 conseillers du service client" },
  expectedBenefit: { fr: "Une réponse le jour même" },
  peopleAffected: 40,
  times: 25,
  timesPer: "day" as const,
  minutesPerTime: 4,
  aiType: AI_TYPES[0],
  departmentId: 1,
  ownerId: 1,
};

export const createUseCase = contract({
  id: "createUseCase",
  summary: "api.operation.createUseCase",
  method: "POST",
  path: "/use-cases",
  group: "use-cases",
  scope: "write",
  act: "use-case.submit",
  body: createInput,
  answer: submitted,
  status: 201,
  location: ({ reference }) => `/use-cases/${reference}`,
  once: "optional",
  refused: [403, 409],
  example: EXAMPLE,
});

export const readUseCase = contract({
  id: "readUseCase",
  summary: "api.operation.readUseCase",
  method: "GET",
  path: "/use-cases/{reference}",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: useCaseAnswer,
  refused: [404],
});

export const updateUseCase = contract({
  id: "updateUseCase",
  summary: "api.operation.updateUseCase",
  method: "PATCH",
  path: "/use-cases/{reference}",
  group: "use-cases",
  scope: "write",
  act: "use-case.edit",
  parameters,
  body: editInput,
  answer: useCaseAnswer,
  edits: true,
  refused: [403, 404, 409],
  example: { expectedBenefit: { fr: "Une réponse en deux heures" }, minutesPerTime: 5 },
});

export const submitUseCase = contract({
  id: "submitUseCase",
  summary: "api.operation.submitUseCase",
  method: "POST",
  path: "/use-cases/{reference}/submission",
  group: "use-cases",
  scope: "write",
  act: "use-case.submit",
  parameters,
  body: z.strictObject({ whyNew: said("api.field.whyNew", longTold.nullable().optional()) }),
  answer: submitted,
  edits: true,
  refused: [403, 404, 409],
  example: { whyNew: { fr: "L’autre cas ne traite que les courriels." } },
});

export const moveUseCase = contract({
  id: "moveUseCase",
  summary: "api.operation.moveUseCase",
  method: "POST",
  path: "/use-cases/{reference}/moves",
  group: "use-cases",
  scope: "write",
  act: "use-case.move",
  parameters,
  body: moveInput,
  answer: useCaseAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: {
    from: "approved",
    to: "on-hold",
    reason: { fr: "Le fournisseur change d’offre." },
    relookOn: "2027-03-01",
  },
});

export const mergeUseCase = contract({
  id: "mergeUseCase",
  summary: "api.operation.mergeUseCase",
  method: "POST",
  path: "/use-cases/{reference}/merge",
  group: "use-cases",
  scope: "write",
  act: "use-case.merge",
  parameters,
  body: mergeInput,
  answer: useCaseAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: { into: "UC-0001", reason: { fr: "Le même besoin, dans une autre équipe." } },
});
