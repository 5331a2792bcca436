/** Sign-offs: what waits, what was signed and still holds, who signs for whom, and what a yes asked for. */
import { z } from "zod";
import { MOST_CONDITIONS } from "#app/delivery/sign-offs";
import { SIGN_OFF_KINDS, SIGNATURE_STATES, STALE_CAUSES } from "#app/use-cases/signatures/signature";
import { type Contract, contract } from "./contract";
import { day, id, idInAddress, personAnswer, reference, said, saying, stage, told, toldAnswer } from "./shapes";

const date = z.string().meta({ format: "date" });
const role = z.enum(SIGN_OFF_KINDS);

const conditionAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    text: toldAnswer,
    owner: personAnswer,
    dueOn: date,
    metOn: date.nullable(),
    answer: toldAnswer.nullable(),
  })
  .meta({ id: "SignOffCondition" });

const signOffAnswer = z
  .object({
    id: z.int(),
    role,
    gate: stage.nullable(),
    state: said("api.field.sign-off.state", z.enum(SIGNATURE_STATES)),
    counts: said("api.field.sign-off.counts", z.boolean()),
    requestedBy: z.string().nullable(),
    requestedOn: date,
    dueOn: date.nullable(),
    delegatedTo: z.string().nullable(),
    delegatedBy: z.string().nullable(),
    signedBy: z.string().nullable(),
    inPlaceOf: said("api.field.sign-off.inPlaceOf", z.string().nullable()),
    signedOn: date.nullable(),
    note: toldAnswer.nullable(),
    words: said("api.field.sign-off.words", toldAnswer.nullable()),
    conditions: z.array(conditionAnswer),
    expiresOn: said("api.field.sign-off.expiresOn", date.nullable()),
    staleOn: date.nullable(),
    staleCause: said("api.field.sign-off.staleCause", z.enum(STALE_CAUSES).nullable()),
    staleDetail: toldAnswer.nullable(),
    renews: said("api.field.sign-off.renews", z.int().nullable()),
  })
  .meta({ id: "SignOff" });

const signOffsOfCase = z.object({ items: z.array(signOffAnswer) });
const shared = { group: "delivery" as const };
const refused = [403, 404, 409] as const;

export const listSignOffs = contract({
  ...shared,
  id: "listSignOffs",
  summary: "api.operation.listSignOffs",
  method: "GET",
  path: "/sign-offs",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ role: role.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.int(),
        role,
        useCase: reference,
        title: toldAnswer,
        stage: stage.nullable(),
        requestedBy: z.string().nullable(),
        requestedOn: date,
        dueOn: date.nullable(),
        overdue: z.boolean(),
        delegatedTo: z.string().nullable(),
        delegatedBy: z.string().nullable(),
        maySign: z.boolean(),
      }),
    ),
  }),
});

export const listCaseSignOffs = contract({
  ...shared,
  id: "listCaseSignOffs",
  summary: "api.operation.listCaseSignOffs",
  method: "GET",
  path: "/use-cases/{reference}/sign-offs",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: signOffsOfCase,
  refused: [404],
});

export const requestSignOff = contract({
  ...shared,
  id: "requestSignOff",
  summary: "api.operation.requestSignOff",
  method: "POST",
  path: "/use-cases/{reference}/sign-offs",
  scope: "write",
  act: "sign-off.request",
  parameters: z.object({ reference }),
  body: z.strictObject({
    role,
    gate: stage.nullable().optional(),
    dueOn: said("api.field.sign-off.dueOn", day.nullable().optional()),
  }),
  answer: signOffsOfCase,
  once: "optional",
  refused,
  example: { role: "security" },
});

export const signSignOff = contract({
  ...shared,
  id: "signSignOff",
  summary: "api.operation.signSignOff",
  method: "POST",
  path: "/sign-offs/{id}/signature",
  scope: "write",
  act: "sign-off.security",
  parameters: z.object({ id: idInAddress }),
  body: z
    .strictObject({
      verdict: z.enum(["yes", "no"]),
      note: told(4_000).nullable().optional(),
      words: said("api.field.sign-off.words", told(4_000).nullable().optional()),
      conditions: said(
        "api.field.sign-off.conditions",
        z
          .array(
            z.strictObject({
              text: saying(2_000),
              ownerId: id,
              dueOn: day,
            }),
          )
          .max(MOST_CONDITIONS)
          .optional(),
      ),
    })
    .refine(({ verdict, note }) => verdict === "yes" || Object.keys(note ?? {}).length > 0, {
      path: ["note"],
      message: "delivery.input.no-needs-note",
    }),
  answer: signOffsOfCase,
  once: "optional",
  refused,
  example: { verdict: "yes" },
});

export const delegateSignOff = contract({
  ...shared,
  id: "delegateSignOff",
  summary: "api.operation.delegateSignOff",
  method: "POST",
  path: "/sign-offs/{id}/delegation",
  scope: "write",
  act: "sign-off.delegate",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({ toId: said("api.field.sign-off.toId", id) }),
  answer: signOffsOfCase,
  refused,
  example: { toId: 1 },
});

export const meetSignOffCondition = contract({
  ...shared,
  id: "meetSignOffCondition",
  summary: "api.operation.meetSignOffCondition",
  method: "PATCH",
  path: "/sign-off-conditions/{id}",
  scope: "write",
  act: "sign-off.condition",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({
    answer: saying(4_000),
  }),
  answer: conditionAnswer,
  edits: true,
  refused,
  example: { answer: { en: "Done, see the files" } },
});

const absenceAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    role,
    from: personAnswer,
    to: personAnswer,
    startsOn: date,
    endsOn: date,
  })
  .meta({ id: "ReviewerAbsence" });

const absences = z.object({ items: z.array(absenceAnswer) });

export const listAbsences = contract({
  ...shared,
  id: "listAbsences",
  summary: "api.operation.listAbsences",
  method: "GET",
  path: "/sign-off-absences",
  scope: "read",
  act: "use-case.read",
  answer: absences,
});

export const announceAbsence = contract({
  ...shared,
  id: "announceAbsence",
  summary: "api.operation.announceAbsence",
  method: "POST",
  path: "/sign-off-absences",
  scope: "write",
  act: "sign-off.absence",
  body: z.strictObject({
    role,
    fromId: said("api.field.absence.fromId", id),
    toId: said("api.field.absence.toId", id),
    startsOn: day,
    endsOn: day,
  }),
  answer: absences,
  once: "optional",
  refused: [403, 409],
  example: { role: "security", fromId: 1, toId: 2, startsOn: "2026-12-21", endsOn: "2027-01-03" },
});

export const withdrawAbsence = contract({
  ...shared,
  id: "withdrawAbsence",
  summary: "api.operation.withdrawAbsence",
  method: "POST",
  path: "/sign-off-absences/{id}/withdrawal",
  scope: "write",
  act: "sign-off.absence",
  parameters: z.object({ id: idInAddress }),
  answer: absences,
  refused,
});

export const SIGN_OFF_CONTRACTS: readonly Contract[] = [
  listSignOffs,
  listCaseSignOffs,
  requestSignOff,
  signSignOff,
  delegateSignOff,
  meetSignOffCondition,
  listAbsences,
  announceAbsence,
  withdrawAbsence,
];
