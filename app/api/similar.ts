/** Operations on cases that are like one another: found, joined, merged, kept apart. */
import { z } from "zod";
import { CONTENT_LIMITS, TIMES_PER } from "#app/use-cases/content";
import { NEED_LETTERS, REASON_LETTERS } from "#app/use-cases/similar/join-input";
import { contract } from "./contract";
import { after, departmentAnswer, id, idInAddress, reference, said, stage, told, toldAnswer } from "./shapes";

const likeness = said("api.field.likeness", z.number().min(0).max(1));
const parameters = z.object({ reference });
const ofOne = z.object({ reference, id: idInAddress });

const volume = {
  peopleAffected: z.int().min(0).max(CONTENT_LIMITS.people).nullable(),
  times: z.number().min(0).max(100_000).nullable(),
  timesPer: said("api.field.timesPer", z.enum(TIMES_PER).nullable()),
  minutesPerTime: z.number().min(0).max(100_000).nullable(),
};

const coSponsor = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    person: z.string().nullable(),
    department: departmentAnswer.nullable(),
    need: toldAnswer.nullable(),
    ...volume,
    hoursAYear: said("api.field.hoursAYear", z.number().nullable()),
    additional: said("api.field.additional", z.boolean()),
    joinedOn: z.string().meta({ format: "date" }),
    mergedFrom: said("api.field.mergedFrom", reference.nullable()),
  })
  .meta({ id: "CoSponsor" });

const sharedNeed = z
  .object({
    reference,
    people: said("api.field.sharedPeople", z.number().nullable()),
    hoursAYear: said("api.field.sharedHours", z.number().nullable()),
    departments: z.array(
      z.object({
        department: departmentAnswer.nullable(),
        people: z.number().nullable(),
        hoursAYear: z.number().nullable(),
        entries: z.int(),
        counted: said("api.field.counted", z.int()),
      }),
    ),
    coSponsors: z.array(coSponsor),
  })
  .meta({ id: "SharedNeed" });

const joining = {
  departmentId: id,
  peopleAffected: volume.peopleAffected.optional(),
  times: volume.times.optional(),
  timesPer: said("api.field.timesPer", z.enum(TIMES_PER).nullable().optional()),
  minutesPerTime: volume.minutesPerTime.optional(),
  additional: said("api.field.additional", z.boolean().optional()),
  need: told(NEED_LETTERS).nullable().optional(),
};
const correction = z.strictObject(joining);
export type JoiningSaid = z.output<typeof correction>;

export const findSimilar = contract({
  id: "findSimilar",
  summary: "api.operation.findSimilar",
  method: "GET",
  path: "/similar-use-cases",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    title: said("api.field.similar.title", z.string().max(CONTENT_LIMITS.title).optional()),
    need: said("api.field.similar.need", z.string().max(3_000).optional()),
    department: said("api.field.filter.department", idInAddress.optional()),
  }),
  answer: z.object({
    items: z.array(
      z
        .object({
          reference,
          title: toldAnswer,
          stage: stage.nullable(),
          department: departmentAnswer.nullable(),
          likeness,
          shared: said("api.field.shared", z.array(z.string())),
          because: said("api.field.because", toldAnswer.nullable()),
        })
        .meta({ id: "SimilarUseCase" }),
    ),
  }),
});

export const readSharedNeed = contract({
  id: "readSharedNeed",
  summary: "api.operation.readSharedNeed",
  method: "GET",
  path: "/use-cases/{reference}/co-sponsors",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: sharedNeed,
  refused: [404],
});

const VOLUMES = { departmentId: 2, peopleAffected: 12, times: 2, timesPer: "week" as const, minutesPerTime: 30 };

export const joinUseCase = contract({
  id: "joinUseCase",
  summary: "api.operation.joinUseCase",
  method: "POST",
  path: "/use-cases/{reference}/co-sponsors",
  group: "use-cases",
  scope: "write",
  act: "use-case.join",
  parameters,
  body: z.strictObject({ ...joining, draft: said("api.field.draft", reference.nullable().optional()) }),
  answer: sharedNeed,
  status: 201,
  location: (answer) => `/use-cases/${answer.reference}/co-sponsors`,
  once: "optional",
  refused: [403, 404, 409],
  example: { ...VOLUMES, need: { fr: "Les mêmes courriers, dans nos agences." } },
});

export const correctCoSponsor = contract({
  id: "correctCoSponsor",
  summary: "api.operation.correctCoSponsor",
  method: "PATCH",
  path: "/use-cases/{reference}/co-sponsors/{id}",
  group: "use-cases",
  scope: "write",
  act: "use-case.join",
  parameters: ofOne,
  body: correction,
  answer: coSponsor,
  edits: true,
  refused: [403, 404, 409],
  example: { ...VOLUMES, additional: true },
});

export const leaveUseCase = contract({
  id: "leaveUseCase",
  summary: "api.operation.leaveUseCase",
  method: "POST",
  path: "/use-cases/{reference}/co-sponsors/{id}/withdrawal",
  group: "use-cases",
  scope: "write",
  act: "use-case.join",
  parameters: ofOne,
  answer: sharedNeed,
  once: "optional",
  refused: [403, 404, 409],
});

export const unmergeUseCase = contract({
  id: "unmergeUseCase",
  summary: "api.operation.unmergeUseCase",
  method: "POST",
  path: "/use-cases/{reference}/unmerge",
  group: "use-cases",
  scope: "write",
  act: "use-case.merge",
  parameters,
  body: z.strictObject({ reason: told(REASON_LETTERS) }),
  answer: z.object({ reference, stage: stage.nullable() }),
  once: "optional",
  refused: [403, 404, 409],
  example: { reason: { fr: "L’autre cas ne traite que les courriels." } },
});

const paired = z.object({ reference, title: toldAnswer, stage: stage.nullable() });

export const listDuplicates = contract({
  id: "listDuplicates",
  summary: "api.operation.listDuplicates",
  method: "GET",
  path: "/duplicates",
  group: "use-cases",
  scope: "read",
  act: "use-case.merge",
  query: z.strictObject({ apart: said("api.field.apart", z.literal("yes").optional()), after }),
  answer: z.object({
    items: z.array(z.object({ one: paired, other: paired, likeness })),
    next: said("api.field.next", z.string().nullable()),
  }),
  refused: [403],
});

export const judgeDuplicate = contract({
  id: "judgeDuplicate",
  summary: "api.operation.judgeDuplicate",
  method: "POST",
  path: "/duplicates",
  group: "use-cases",
  scope: "write",
  act: "use-case.merge",
  body: z.strictObject({ one: reference, other: reference, apart: said("api.field.apart", z.boolean()) }),
  answer: z.object({ one: reference, other: reference, apart: z.boolean() }),
  once: "optional",
  refused: [403, 404, 409],
  example: { one: "UC-0001", other: "UC-0002", apart: true },
});
