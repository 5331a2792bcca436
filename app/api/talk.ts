/** Operations on what is said of a use case. */
import { z } from "zod";
import { COMMENT_MAXIMUM } from "#app/use-cases/talk/talk-input";
import { contract } from "./contract";
import { after, idInAddress, instant, pageOf, personAnswer, reference, said, told, toldAnswer } from "./shapes";

const parameters = z.object({ reference });
const parametersWithId = z.object({ reference, id: idInAddress });
const shared = { group: "use-cases", refused: [403, 404, 409] } as const;

const commentAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    author: personAnswer,
    body: said("api.field.comment.body", toldAnswer.nullable()),
    internal: said("api.field.comment.internal", z.boolean()),
    at: instant,
    editedAt: instant.nullable(),
    withdrawnAt: said("api.field.comment.withdrawnAt", instant.nullable()),
    mentions: said("api.field.comment.mentions", z.array(personAnswer)),
  })
  .meta({ id: "Comment" });

/** As it is after it was written, with whom its words named and who was not told of it. */
const saidAnswer = commentAnswer
  .extend({
    notTold: said("api.field.comment.notTold", z.array(z.string())),
    unknown: said("api.field.comment.unknown", z.array(z.string())),
    ambiguous: said("api.field.comment.ambiguous", z.array(z.string())),
  })
  .meta({ id: "SaidComment" });

const EXAMPLE_COMMENT = { fr: "Qui connaît les volumes ?", en: "Who knows the volumes?" };

export const listComments = contract({
  ...shared,
  id: "listComments",
  summary: "api.operation.listComments",
  method: "GET",
  path: "/use-cases/{reference}/comments",
  scope: "read",
  act: "use-case.read",
  parameters,
  query: z.strictObject({ after }),
  answer: pageOf(commentAnswer),
  refused: [404],
});

export const createComment = contract({
  ...shared,
  id: "createComment",
  summary: "api.operation.createComment",
  method: "POST",
  path: "/use-cases/{reference}/comments",
  scope: "write",
  act: "use-case.comment",
  parameters,
  body: z.strictObject({
    body: said(
      "api.field.comment.said",
      told(COMMENT_MAXIMUM).refine((body) => Boolean(body.fr || body.en), "desk.input.required"),
    ),
    internal: said("api.field.comment.internal", z.boolean().optional()),
  }),
  answer: saidAnswer,
  once: "optional",
  example: { body: EXAMPLE_COMMENT },
});

export const updateComment = contract({
  ...shared,
  id: "updateComment",
  summary: "api.operation.updateComment",
  method: "PATCH",
  path: "/use-cases/{reference}/comments/{id}",
  scope: "write",
  act: "comment.edit",
  parameters: parametersWithId,
  body: z.strictObject({
    body: said(
      "api.field.comment.said",
      told(COMMENT_MAXIMUM).refine((body) => Boolean(body.fr || body.en), "desk.input.required"),
    ),
  }),
  answer: saidAnswer,
  edits: true,
  example: { body: EXAMPLE_COMMENT },
});

export const withdrawComment = contract({
  ...shared,
  id: "withdrawComment",
  summary: "api.operation.withdrawComment",
  method: "POST",
  path: "/use-cases/{reference}/comments/{id}/withdrawal",
  scope: "write",
  act: "comment.withdraw",
  parameters: parametersWithId,
  body: z.strictObject({}),
  answer: commentAnswer,
  example: {},
});

export const TALK = [listComments, createComment, updateComment, withdrawComment] as const;
