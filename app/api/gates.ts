/** Gates: what they always ask, what the organisation added, and what a case answers to it. */
import { z } from "zod";
import { AI_TYPES } from "#app/use-cases/content";
import { CHECK_KINDS, faultOf, OWN_GATES } from "#app/use-cases/own-checks/own-check";
import { SIGN_OFF_KINDS } from "#app/use-cases/signatures/signature";
import { TERM_BOUNDS } from "#app/use-cases/signatures/terms-input";
import { type Contract, contract } from "./contract";
import { day, id, idInAddress, reference, said, stage, told, toldAnswer } from "./shapes";

const date = z.string().meta({ format: "date" });
const kind = z.enum(CHECK_KINDS);
const role = z.enum(SIGN_OFF_KINDS);

/** A text that people of both languages read. */
const inBoth = (maximum: number) => told(maximum).refine(({ fr, en }) => Boolean(fr && en), "api.fault.both-languages");

const lacking = z
  .object({
    waiting: said("api.field.lacking.waiting", z.int()),
    later: said("api.field.lacking.later", z.int()),
    owing: said("api.field.lacking.owing", z.int()),
  })
  .meta({ id: "Lacking" });

const checkAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    requirement: said("api.field.gate.requirement", z.string()),
    gate: stage,
    kind,
    question: toldAnswer,
    help: toldAnswer.nullable(),
    expected: said("api.field.gate.expected", z.boolean().nullable()),
    role: role.nullable(),
    redLine: said("api.field.gate.redLine", z.boolean()),
    departmentIds: z.array(z.int()),
    aiTypes: z.array(z.string()),
    customerFacing: z.boolean().nullable(),
    from: date,
    retired: date.nullable(),
  })
  .meta({ id: "GateCheck" });

const termsAnswer = z.object({
  role,
  daysToAnswer: z.int(),
  monthsValid: said("api.field.terms.months", z.int().nullable()),
  version: z.int(),
});

const shared = { group: "delivery" as const };
const refused = [403, 404, 409] as const;

export const listGates = contract({
  ...shared,
  id: "listGates",
  summary: "api.operation.listGates",
  method: "GET",
  path: "/gates",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    gates: z.array(
      z.object({
        gate: stage,
        requirements: said("api.field.gate.requirements", z.array(z.string())),
        checks: z.array(checkAnswer),
      }),
    ),
    terms: said("api.field.terms", z.array(termsAnswer)),
  }),
});

const newCheck = z
  .strictObject({
    gate: z.enum(OWN_GATES),
    kind,
    question: inBoth(300),
    help: told(1_000).nullable().optional(),
    expected: said("api.field.gate.expected", z.boolean().nullable().optional()),
    role: role.nullable().optional(),
    redLine: said("api.field.gate.redLine", z.boolean().optional()),
    departmentIds: z.array(id).max(200).optional(),
    aiTypes: z.array(z.enum(AI_TYPES)).optional(),
    customerFacing: z.boolean().nullable().optional(),
    from: day.nullable().optional(),
  })
  .superRefine(({ expected = null, role: of = null, redLine = false, ...check }, context) => {
    const lacks = faultOf({ ...check, expected, role: of, redLine });
    if (lacks) context.addIssue({ code: "custom", path: [lacks], message: "desk.input.choose" });
  });

const example = {
  gate: "pilot" as const,
  kind: "yes-no" as const,
  question: { fr: "Le support est-il prévenu ?", en: "Has the help desk been told?" },
  expected: true,
};

export const addGateCheck = contract({
  ...shared,
  id: "addGateCheck",
  summary: "api.operation.addGateCheck",
  method: "POST",
  path: "/gate-checks",
  scope: "write",
  act: "gate.edit",
  body: newCheck,
  answer: checkAnswer,
  status: 201,
  location: () => "/gates",
  once: "optional",
  refused: [403, 409],
  example,
});

export const previewGateCheck = contract({
  ...shared,
  id: "previewGateCheck",
  summary: "api.operation.previewGateCheck",
  method: "POST",
  path: "/gate-checks/preview",
  scope: "read",
  act: "use-case.read",
  body: newCheck,
  answer: lacking,
  example,
});

export const rewordGateCheck = contract({
  ...shared,
  id: "rewordGateCheck",
  summary: "api.operation.rewordGateCheck",
  method: "PATCH",
  path: "/gate-checks/{id}",
  scope: "write",
  act: "gate.edit",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({ question: inBoth(300), help: told(1_000).nullable().optional() }),
  answer: checkAnswer,
  edits: true,
  refused,
  example: { question: example.question },
});

export const retireGateCheck = contract({
  ...shared,
  id: "retireGateCheck",
  summary: "api.operation.retireGateCheck",
  method: "POST",
  path: "/gate-checks/{id}/retirement",
  scope: "write",
  act: "gate.edit",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({ on: day.nullable().optional() }),
  answer: checkAnswer,
  edits: true,
  refused,
  example: {},
});

export const setSignOffTerms = contract({
  ...shared,
  id: "setSignOffTerms",
  summary: "api.operation.setSignOffTerms",
  method: "POST",
  path: "/sign-off-terms",
  scope: "write",
  act: "gate.edit",
  body: z.strictObject({
    role,
    daysToAnswer: z.int().min(TERM_BOUNDS.days.min).max(TERM_BOUNDS.days.max),
    monthsValid: said(
      "api.field.terms.months",
      z.int().min(TERM_BOUNDS.months.min).max(TERM_BOUNDS.months.max).nullable(),
    ),
    startedFrom: said("api.field.terms.startedFrom", z.int().min(0)),
  }),
  answer: termsAnswer,
  refused: [403, 409],
  example: { role: "finance", daysToAnswer: 10, monthsValid: 12, startedFrom: 0 },
});

const given = z.object({
  id: z.int(),
  said: z.boolean().nullable(),
  text: toldAnswer.nullable(),
  file: z.string().nullable(),
  note: toldAnswer.nullable(),
  passes: z.boolean(),
  by: z.string().nullable(),
  on: date,
});

const caseChecks = z.object({
  items: z.array(z.object({ check: checkAnswer, met: z.boolean(), answers: z.array(given) })),
});

export const listCaseChecks = contract({
  ...shared,
  id: "listCaseChecks",
  summary: "api.operation.listCaseChecks",
  method: "GET",
  path: "/use-cases/{reference}/checks",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: caseChecks,
  refused: [404],
});

export const answerCaseCheck = contract({
  ...shared,
  id: "answerCaseCheck",
  summary: "api.operation.answerCaseCheck",
  method: "POST",
  path: "/use-cases/{reference}/checks",
  scope: "write",
  act: "gate.answer",
  parameters: z.object({ reference }),
  body: z.strictObject({
    checkId: id,
    said: z.boolean().nullable().optional(),
    text: told(4_000).nullable().optional(),
    fileId: id.nullable().optional(),
    note: told(2_000).nullable().optional(),
  }),
  answer: caseChecks,
  once: "optional",
  refused,
  example: { checkId: 1, said: true },
});

export const GATE_CONTRACTS: readonly Contract[] = [
  listGates,
  addGateCheck,
  previewGateCheck,
  rewordGateCheck,
  retireGateCheck,
  listCaseChecks,
  answerCaseCheck,
  setSignOffTerms,
];
