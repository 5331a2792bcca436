/** Operations on the files of a use case, and on its past versions. */
import { z } from "zod";
import { MAXIMUM_FILE_BYTES } from "#app/use-cases/files/file-kinds";
import { VERSION_FIELDS, type VersionField } from "#app/use-cases/history/replay";
import { contract } from "./contract";
import { idInAddress, instant, personAnswer, reference, said, told, toldAnswer } from "./shapes";

const parameters = z.object({ reference });
const parametersWithId = z.object({ reference, id: idInAddress });
const shared = { group: "use-cases", refused: [403, 404, 409] } as const;

const done = z.object({ reference }).meta({ id: "Done" });

const fileAnswer = z
  .object({
    id: z.int(),
    useCase: reference,
    name: z.string(),
    mediaType: z.string(),
    size: said("api.field.file.size", z.int()),
    sha256: z.string(),
    internal: said("api.field.comment.internal", z.boolean()),
    addedBy: personAnswer,
    addedAt: instant,
  })
  .meta({ id: "File" });

export const listFiles = contract({
  ...shared,
  id: "listFiles",
  summary: "api.operation.listFiles",
  method: "GET",
  path: "/use-cases/{reference}/files",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: z.object({ items: z.array(fileAnswer) }),
  refused: [404],
});

/** Said in the address, since what is sent is the file itself. */
const yes = z.literal("yes").optional();

export const addFile = contract({
  ...shared,
  id: "addFile",
  summary: "api.operation.addFile",
  method: "POST",
  path: "/use-cases/{reference}/files",
  scope: "write",
  act: "file.add",
  parameters,
  query: z.strictObject({
    name: said("api.field.file.name", z.string().min(1).max(255)),
    internal: said("api.field.file.internal", yes),
  }),
  takes: { megabytes: MAXIMUM_FILE_BYTES / 1024 / 1024 },
  answer: fileAnswer,
  status: 201,
  location: ({ id, useCase }) => `/use-cases/${useCase}/files/${id}`,
});

export const readFile = contract({
  ...shared,
  id: "readFile",
  summary: "api.operation.readFile",
  method: "GET",
  path: "/use-cases/{reference}/files/{id}",
  scope: "read",
  act: "use-case.read",
  parameters: parametersWithId,
  gives: ["*/*"],
  answer: z.unknown(),
  refused: [404],
});

export const removeFile = contract({
  ...shared,
  id: "removeFile",
  summary: "api.operation.removeFile",
  method: "POST",
  path: "/use-cases/{reference}/files/{id}/removal",
  scope: "write",
  act: "file.remove",
  parameters: parametersWithId,
  body: z.strictObject({
    reason: told(500).refine((reason) => Boolean(reason.fr || reason.en), "desk.input.required"),
  }),
  answer: done,
  example: { reason: { fr: "Une version plus récente la remplace." } },
});

const keptAnswer = z.union([z.string(), z.number(), toldAnswer]).nullable();
const thenAnswer = Object.fromEntries(VERSION_FIELDS.map((field) => [field, keptAnswer])) as Record<
  VersionField,
  typeof keptAnswer
>;

export const caseThen = z.object(thenAnswer);

const versionAnswer = z.object({
  number: z.int(),
  at: instant,
  by: z.string(),
});

export const listVersions = contract({
  ...shared,
  id: "listVersions",
  summary: "api.operation.listVersions",
  method: "GET",
  path: "/use-cases/{reference}/versions",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: z.object({ items: z.array(versionAnswer.meta({ id: "ListedVersion" })) }),
  refused: [404],
});

export const readVersion = contract({
  ...shared,
  id: "readVersion",
  summary: "api.operation.readVersion",
  method: "GET",
  path: "/use-cases/{reference}/versions/{number}",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference, number: idInAddress }),
  answer: versionAnswer.extend({ useCase: said("api.field.version.useCase", caseThen) }).meta({ id: "Version" }),
  refused: [404],
});
