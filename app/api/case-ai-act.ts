/** The AI Act of a case: what its team answers, legal's word, what follows; the register; and the texts themselves. */
import { z } from "zod";
import { ROLES } from "#app/safeguards/ai-act/obligations";
import { FILE_FORMATS, REGISTER_CLASSES } from "#app/safeguards/ai-act/register";
import { aClass, answers, classified } from "./ai-act";
import { contract } from "./contract";
import {
  after,
  day,
  id,
  idInAddress,
  instant,
  pageOf,
  personAnswer,
  reference,
  said,
  told,
  toldAnswer,
} from "./shapes";

const className = aClass.nullable();
const parameters = z.strictObject({ reference });
const date = z.string().meta({ format: "date" });

const obligation = z
  .object({
    id: z.int(),
    reference,
    role: z.enum(ROLES),
    provision: said("api.field.ai-act.provision", z.string()),
    owner: personAnswer.nullable(),
    dueOn: date,
    state: z.enum(["open", "done", "not-applicable"]),
    overdue: z.boolean(),
    note: toldAnswer.nullable(),
    closedOn: date.nullable(),
    version: z.int(),
  })
  .meta({ id: "CaseObligation" });

const caseAiAct = z
  .object({
    reference,
    confirmed: said(
      "api.field.ai-act.confirmed",
      z.object({ class: className, basis: toldAnswer.nullable(), by: z.string().nullable(), on: date }).nullable(),
    ),
    classification: classified,
    history: said(
      "api.field.ai-act.history",
      z.array(
        z.object({
          id: z.int(),
          class: className,
          why: toldAnswer.nullable(),
          answeredBy: z.string().nullable(),
          answeredAt: instant,
          confirmedBy: z.string().nullable(),
          confirmedOn: date.nullable(),
        }),
      ),
    ),
    obligations: z.array(obligation),
    answersVersion: said("api.field.ai-act.answersVersion", z.int()),
  })
  .meta({ id: "CaseAiAct" });

export const readCaseAiAct = contract({
  id: "readCaseAiAct",
  summary: "api.operation.readCaseAiAct",
  method: "GET",
  path: "/use-cases/{reference}/ai-act",
  group: "ai-act",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: caseAiAct,
  refused: [404],
});

const started = said("api.field.ai-act.answersVersion", z.int().min(0));

export const answerCaseAiAct = contract({
  id: "answerCaseAiAct",
  summary: "api.operation.answerCaseAiAct",
  method: "POST",
  path: "/use-cases/{reference}/ai-act",
  group: "ai-act",
  scope: "write",
  act: "trust-card.write",
  parameters,
  body: z.strictObject({
    answers: said("api.field.ai-act.answers", answers),
    why: said("api.field.ai-act.why", told(2_000).nullable().optional()),
    answersVersion: started,
  }),
  answer: caseAiAct,
  once: "optional",
  refused: [403, 404, 409],
  example: { answers: { aiSystem: "yes", roles: ["provider", "deployer"] }, answersVersion: 0 },
});

export const confirmCaseAiAct = contract({
  id: "confirmCaseAiAct",
  summary: "api.operation.confirmCaseAiAct",
  method: "POST",
  path: "/use-cases/{reference}/ai-act/confirmation",
  group: "ai-act",
  scope: "write",
  act: "ai-act.confirm",
  parameters,
  body: z.strictObject({ answersVersion: said("api.field.ai-act.answersVersion", z.int().min(1)) }),
  answer: caseAiAct,
  once: "optional",
  refused: [403, 404, 409],
  example: { answersVersion: 1 },
});

export const changeObligation = contract({
  id: "changeObligation",
  summary: "api.operation.changeObligation",
  method: "PATCH",
  path: "/ai-act/obligations/{id}",
  group: "ai-act",
  scope: "write",
  act: "obligation.handle",
  parameters: z.strictObject({ id: idInAddress }),
  body: z.strictObject({
    ownerId: id.nullable().optional(),
    dueOn: day.optional(),
    state: z.enum(["open", "done", "not-applicable"]).optional(),
    note: said("api.field.ai-act.note", told(2_000).nullable().optional()),
  }),
  answer: obligation,
  edits: true,
  refused: [403, 404, 409],
  example: { state: "done", note: { en: "Notice given at the works council of 3 March; see the minutes." } },
});

export const listAiActRegister = contract({
  id: "listAiActRegister",
  summary: "api.operation.listAiActRegister",
  method: "GET",
  path: "/ai-act/register",
  group: "ai-act",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ class: z.enum(REGISTER_CLASSES).optional(), after }),
  answer: pageOf(
    z
      .object({
        reference,
        title: toldAnswer,
        department: toldAnswer.nullable(),
        stage: z.string().nullable(),
        class: className,
        confirmedBy: z.string().nullable(),
        confirmedOn: date.nullable(),
        obligations: z.object({ open: z.int(), overdue: z.int(), nextDue: date.nullable() }),
      })
      .meta({ id: "RegisteredCase" }),
  ),
});

export const exportAiActRegister = contract({
  id: "exportAiActRegister",
  summary: "api.operation.exportAiActRegister",
  method: "GET",
  path: "/ai-act/register-file",
  group: "ai-act",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    format: said("api.field.ai-act.format", z.enum(FILE_FORMATS).optional()),
    class: z.enum(REGISTER_CLASSES).optional(),
  }),
  gives: ["text/csv", "application/pdf"],
  answer: z.unknown(),
});

const provision = z
  .object({
    key: z.string(),
    area: z.string(),
    article: z.string(),
    title: toldAnswer,
    text: toldAnswer,
    appliesFrom: date.nullable(),
    source: z.string(),
    asOf: date,
    days: said("api.field.ai-act.days", z.int().optional()),
    edited: said("api.field.ai-act.edited", z.boolean()),
    provisionVersion: said("api.field.ai-act.provisionVersion", z.int()),
  })
  .meta({ id: "Provision" });

export const listProvisions = contract({
  id: "listProvisions",
  summary: "api.operation.listProvisions",
  method: "GET",
  path: "/ai-act/provisions",
  group: "ai-act",
  scope: "read",
  act: "use-case.read",
  answer: z.object({ items: z.array(provision) }),
});

export const editProvision = contract({
  id: "editProvision",
  summary: "api.operation.editProvision",
  method: "POST",
  path: "/ai-act/provisions/{key}",
  group: "ai-act",
  scope: "write",
  act: "law.edit",
  parameters: z.strictObject({ key: z.string().max(60) }),
  body: z.strictObject({
    content: said(
      "api.field.ai-act.content",
      z
        .strictObject({
          article: z.string().min(1).max(80),
          title: told(200),
          text: told(4_000),
          appliesFrom: day.nullable(),
          source: z.string().min(1).max(300),
          asOf: day,
          days: said("api.field.ai-act.days", z.int().min(1).max(365).optional()),
        })
        .nullable(),
    ),
    provisionVersion: said("api.field.ai-act.provisionVersion", z.int().min(0)),
  }),
  answer: provision,
  once: "optional",
  refused: [403, 404, 409],
  example: {
    content: {
      article: "Art. 6(2)",
      title: { fr: "Systèmes de l’annexe III", en: "Systems of Annex III" },
      text: { en: "A system listed in Annex III is high-risk." },
      appliesFrom: "2027-12-02",
      source: "Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744",
      asOf: "2026-11-21",
    },
    provisionVersion: 0,
  },
});
