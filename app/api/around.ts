/** Operations on what a use case hangs together with: votes, followers, tags, links. */
import { z } from "zod";
import { LINK_KINDS, LINK_WORDS } from "#app/use-cases/links/link-kinds";
import { MOST_TAGS, TAG_LETTERS } from "#app/use-cases/tags/tag-names";
import { contract } from "./contract";
import { idInAddress, personAnswer, reference, said, stage, toldAnswer, words } from "./shapes";

const parameters = z.object({ reference });
const parametersWithId = z.object({ reference, id: idInAddress });
const shared = { group: "use-cases", refused: [403, 404, 409] } as const;

// ── Votes and followers ────────────────────────────────────────────────────────────────────────────────────────────

const interestAnswer = z
  .object({
    votes: z.int(),
    voted: said("api.field.voted", z.boolean()),
    followers: z.int(),
    follows: said("api.field.follows", z.boolean()),
    voters: z.array(personAnswer),
    following: z.array(personAnswer),
  })
  .meta({ id: "Interest" });

export const readInterest = contract({
  ...shared,
  id: "readInterest",
  summary: "api.operation.readInterest",
  method: "GET",
  path: "/use-cases/{reference}/interest",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: interestAnswer,
  refused: [404],
});

export const setVote = contract({
  ...shared,
  id: "setVote",
  summary: "api.operation.setVote",
  method: "POST",
  path: "/use-cases/{reference}/vote",
  scope: "write",
  act: "use-case.vote",
  parameters,
  body: z.strictObject({ voted: said("api.field.voted", z.boolean()) }),
  answer: interestAnswer,
  example: { voted: true },
});

export const setFollowing = contract({
  ...shared,
  id: "setFollowing",
  summary: "api.operation.setFollowing",
  method: "POST",
  path: "/use-cases/{reference}/following",
  scope: "write",
  act: "use-case.follow",
  parameters,
  body: z.strictObject({ follows: said("api.field.follows", z.boolean()) }),
  answer: interestAnswer,
  example: { follows: true },
});

// ── Tags and links ─────────────────────────────────────────────────────────────────────────────────────────────────

const tagsAnswer = z.object({ tags: z.array(z.string()) }).meta({ id: "Tags" });

export const listTags = contract({
  ...shared,
  id: "listTags",
  summary: "api.operation.listTags",
  method: "GET",
  path: "/use-cases/{reference}/tags",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: tagsAnswer,
  refused: [404],
});

export const setTags = contract({
  ...shared,
  id: "setTags",
  summary: "api.operation.setTags",
  method: "POST",
  path: "/use-cases/{reference}/tags",
  scope: "write",
  act: "use-case.tag",
  parameters,
  body: z.strictObject({ tags: said("api.field.tags", z.array(words(TAG_LETTERS)).max(MOST_TAGS)) }),
  answer: tagsAnswer,
  example: { tags: ["courriers", "service client"] },
});

const linkAnswer = z
  .object({
    id: z.int(),
    is: said("api.field.link.is", z.enum(LINK_WORDS)),
    reference,
    title: toldAnswer,
    stage: stage.nullable(),
  })
  .meta({ id: "Link" });
const linksAnswer = z.object({ items: z.array(linkAnswer) });

export const listLinks = contract({
  ...shared,
  id: "listLinks",
  summary: "api.operation.listLinks",
  method: "GET",
  path: "/use-cases/{reference}/links",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: linksAnswer,
  refused: [404],
});

export const createLink = contract({
  ...shared,
  id: "createLink",
  summary: "api.operation.createLink",
  method: "POST",
  path: "/use-cases/{reference}/links",
  scope: "write",
  act: "use-case.link",
  parameters,
  body: z.strictObject({ is: said("api.field.link.kind", z.enum(LINK_KINDS)), to: reference }),
  answer: linksAnswer,
  once: "optional",
  example: { is: "builds-on", to: "UC-0001" },
});

export const removeLink = contract({
  ...shared,
  id: "removeLink",
  summary: "api.operation.removeLink",
  method: "POST",
  path: "/use-cases/{reference}/links/{id}/removal",
  scope: "write",
  act: "use-case.link",
  parameters: parametersWithId,
  body: z.strictObject({}),
  answer: linksAnswer,
  example: {},
});
