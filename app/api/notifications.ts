/** Operations on what a person is told, and on what waits for a first answer. */
import { z } from "zod";
import { NOTIFICATIONS } from "#app/people/notification";
import { HOLDERS } from "#app/safeguards/screening";
import { contract } from "./contract";
import { after, day, id, idInAddress, instant, pageOf, personAnswer, reference, said, toldAnswer } from "./shapes";

export const listNotifications = contract({
  id: "listNotifications",
  summary: "api.operation.listNotifications",
  method: "GET",
  path: "/notifications",
  group: "organisation",
  scope: "read",
  act: "account.use",
  query: z.strictObject({ after }),
  answer: pageOf(
    z
      .object({
        id: z.int(),
        kind: z.enum(NOTIFICATIONS),
        text: said("api.field.newsText", z.string()),
        words: said("api.field.newsWords", z.string()),
        useCase: reference.nullable(),
        by: z.string().nullable(),
        page: said("api.field.newsPage", z.string()),
        at: instant,
        read: z.boolean(),
      })
      .meta({ id: "Notification" }),
  ),
});

export const readNotifications = contract({
  id: "readNotifications",
  summary: "api.operation.readNotifications",
  method: "POST",
  path: "/notifications/read",
  group: "organisation",
  scope: "write",
  act: "account.use",
  body: z.strictObject({ ids: said("api.field.newsIds", z.array(id).min(1).max(200).optional()) }),
  answer: z.object({ marked: z.int() }),
  once: "optional",
  example: { ids: [1] },
});

export const listScreening = contract({
  id: "listScreening",
  summary: "api.operation.listScreening",
  method: "GET",
  path: "/screening",
  group: "use-cases",
  scope: "read",
  act: "use-case.screen",
  query: z.strictObject({
    department: idInAddress.optional(),
    holder: z.enum(HOLDERS).optional(),
    late: z.literal("yes").optional(),
    after,
  }),
  answer: pageOf(
    z
      .object({
        reference,
        title: toldAnswer,
        department: toldAnswer.nullable(),
        submittedOn: day.nullable(),
        workingDays: said("api.field.workingDays", z.int().nullable()),
        answerDueOn: said("api.field.answerDueOn", day.nullable()),
        late: z.boolean(),
        screener: said("api.field.screener", personAnswer.nullable()),
      })
      .meta({ id: "WaitingCase" }),
  ),
  refused: [403],
});

export const assignScreening = contract({
  id: "assignScreening",
  summary: "api.operation.assignScreening",
  method: "POST",
  path: "/use-cases/{reference}/screener",
  group: "use-cases",
  scope: "write",
  act: "use-case.screen",
  parameters: z.strictObject({ reference }),
  body: z.strictObject({ personId: said("api.field.screenerId", id.nullable()) }),
  answer: z.object({ reference, screener: personAnswer.nullable(), answerDueOn: day.nullable() }),
  once: "optional",
  refused: [403, 404, 409],
  example: { personId: 1 },
});
