/** Operations on what a person is told, and on what waits for a first answer. */
import { z } from "zod";
import { LOCALES } from "#app/kernel/told";
import { RHYTHMS } from "#app/people/mail-rhythm";
import { NOTIFICATIONS } from "#app/people/notification";
import { HOLDERS } from "#app/safeguards/screening";
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

const preferences = {
  locale: said("api.field.preference.locale", z.enum(LOCALES).nullable()),
  theme: said("api.field.preference.theme", z.enum(["light", "dark"]).nullable()),
  mailRhythm: said("api.field.preference.mailRhythm", z.enum(RHYTHMS)),
};
const defaultView = said("api.field.preference.defaultView", id.nullable());
const preferencesAnswer = z.object({ ...preferences, defaultView }).meta({ id: "Preferences" });

export const readPreferences = contract({
  id: "readPreferences",
  summary: "api.operation.readPreferences",
  method: "GET",
  path: "/me/preferences",
  group: "organisation",
  scope: "read",
  act: "account.use",
  answer: preferencesAnswer,
});

export const updatePreferences = contract({
  id: "updatePreferences",
  summary: "api.operation.updatePreferences",
  method: "PATCH",
  path: "/me/preferences",
  group: "organisation",
  scope: "write",
  act: "account.use",
  body: z.strictObject({
    locale: said("api.field.preference.locale", z.enum(LOCALES).optional()),
    theme: said("api.field.preference.theme", z.enum(["light", "dark"]).optional()),
    mailRhythm: said("api.field.preference.mailRhythm", z.enum(RHYTHMS).optional()),
    defaultView: defaultView.optional(),
  }),
  answer: preferencesAnswer,
  once: "optional",
  refused: [404],
  example: { mailRhythm: "weekly" },
});

const screeningAnswer = z
  .object({
    reference,
    version: said("api.field.version", z.int()),
    prohibitedPractice: z.boolean().nullable(),
    customerFacing: z.boolean().nullable(),
    humanInTheLoop: z.boolean().nullable(),
    augmentOrReplace: z.enum(["augment", "replace"]).nullable(),
    redLineException: said("api.field.screening.exception", toldAnswer.nullable()),
    screenedOn: day.nullable(),
  })
  .meta({ id: "Screening" });

export const readScreening = contract({
  id: "readScreening",
  summary: "api.operation.readScreening",
  method: "GET",
  path: "/use-cases/{reference}/screening",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: screeningAnswer,
  refused: [404],
});

export const screenUseCase = contract({
  id: "screenUseCase",
  summary: "api.operation.screenUseCase",
  method: "PATCH",
  path: "/use-cases/{reference}/screening",
  group: "use-cases",
  scope: "write",
  act: "use-case.screen",
  parameters: z.object({ reference }),
  body: z.strictObject({
    version: said("api.field.screening.version", z.int().min(0).optional()),
    prohibitedPractice: said("api.field.screening.prohibited", z.boolean()),
    customerFacing: said("api.field.screening.customers", z.boolean()),
    humanInTheLoop: said("api.field.screening.human", z.boolean()),
    augmentOrReplace: said("api.field.screening.augment", z.enum(["augment", "replace"])),
    redLineException: said("api.field.screening.exception", told(4_000).nullable().optional()),
  }),
  answer: screeningAnswer,
  refused: [403, 404, 409],
  example: { prohibitedPractice: false, customerFacing: true, humanInTheLoop: true, augmentOrReplace: "augment" },
});
