import { attachmentHeaders } from "#app/kernel/attachment";
import type { Actor } from "#app/people/roles";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import {
  bytesOf,
  type CaseFile,
  fileOn,
  readFiles,
  removeFile as removeFileOf,
} from "#app/use-cases/files/files.server";
import { mayAdd, receiveFile } from "#app/use-cases/files/receive.server";
import { follow, readFollowers, readVoters, vote } from "#app/use-cases/following/following.server";
import { readInterest as interestIn } from "#app/use-cases/following/interest.server";
import { chosenVersions, readVersions } from "#app/use-cases/history/versions.server";
import { linkCases, readLinks, unlinkCases } from "#app/use-cases/links/links.server";
import { tagNamed } from "#app/use-cases/tags/tag-names";
import { readTags, setTags as setTagsOf } from "#app/use-cases/tags/tags.server";
import { comment, editComment, type Said, withdrawComment as withdraw } from "#app/use-cases/talk/comment.server";
import { readTalk, type TalkComment } from "#app/use-cases/talk/talk.server";
import type { Reader } from "#db/client.server";
import * as around from "./around";
import { gives, reads, writes, writesItself } from "./operation.server";
import * as past from "./past";
import { at, Turned } from "./problem";
import { instantOf } from "./shapes";
import * as talk from "./talk";

const contracts = { ...around, ...past, ...talk };

const orNull = (milliseconds: number | null) => (milliseconds === null ? null : instantOf(milliseconds));

function commentAnswer({ id, version, authorId, author, body, internal, mentioned, ...when }: TalkComment) {
  return {
    ...{ id, version, internal },
    body: when.withdrawnAt === null ? body : null,
    author: { id: authorId, name: author },
    at: instantOf(when.at),
    editedAt: orNull(when.editedAt),
    withdrawnAt: orNull(when.withdrawnAt),
    mentions: mentioned.map((one) => ({ id: one.id, name: one.name })),
  };
}

async function commentSaid(db: Reader, actor: Actor, useCase: UseCase, id: number) {
  // The newest before the one that follows it is this one.
  const [found] = (await readTalk(db, actor, useCase, id + 1)).comments;
  if (!found || found.id !== id) throw new Turned(404, "api.refusal.no-such-thing");
  return commentAnswer(found);
}

const namedIn = ({ notTold, unknown, ambiguous }: Said) => ({ notTold, unknown, ambiguous });

export const listComments = reads(contracts.listComments, async (db, { parameters, query, actor }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  const before = query.after === undefined ? null : Number(query.after);
  if (before !== null && !(Number.isSafeInteger(before) && before > 0)) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const { comments, older } = await readTalk(db, actor, useCase, before);
  return { items: comments.map(commentAnswer), next: older === null ? null : String(older) };
});

export const createComment = writes(contracts.createComment, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const said = await comment(tx, actor, useCase, body.body, when, { internal: body.internal ?? false });
  return { ...(await commentSaid(tx, actor, useCase, said.id)), ...namedIn(said) };
});

export const updateComment = writes(contracts.updateComment, async (tx, { parameters, body, actor, when, version }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const { id } = parameters;
  const said = await editComment(tx, actor, useCase, { id, version, body: () => body.body }, when);
  return { ...(await commentSaid(tx, actor, useCase, id)), ...namedIn(said) };
});

export const withdrawComment = writes(contracts.withdrawComment, async (tx, { parameters, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await withdraw(tx, actor, useCase, parameters.id, when);
  return commentSaid(tx, actor, useCase, parameters.id);
});

async function interestAnswer(db: Reader, actor: Actor, useCase: UseCase) {
  const named = ({ id, name }: { id: number; name: string }) => ({ id, name });
  return {
    ...(await interestIn(db, actor, useCase)),
    voters: (await readVoters(db, useCase.id)).map(named),
    following: (await readFollowers(db, useCase)).map(named),
  };
}

export const readInterest = reads(contracts.readInterest, async (db, { parameters, actor }) =>
  interestAnswer(db, actor, await openCase(db, actor, parameters.reference)),
);

export const setVote = writes(contracts.setVote, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await vote(tx, actor, useCase, body.voted, when);
  return interestAnswer(tx, actor, useCase);
});

export const setFollowing = writes(contracts.setFollowing, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await follow(tx, actor, useCase, body.follows, when);
  return interestAnswer(tx, actor, useCase);
});

const tagsAnswer = async (db: Reader, id: number) => ({ tags: (await readTags(db, id)).map(({ name }) => name) });

export const listTags = reads(contracts.listTags, async (db, { parameters, actor }) =>
  tagsAnswer(db, (await openCase(db, actor, parameters.reference)).id),
);

export const setTags = writes(contracts.setTags, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const wanted = body.tags.map((name, place) => {
    const tag = tagNamed(name);
    if (tag) return tag;
    throw new Turned(400, "api.refusal.malformed", {}, [{ pointer: `#/tags/${place}`, key: "case.refusal.not-a-tag" }]);
  });
  await setTagsOf(tx, actor, useCase, wanted, when);
  return tagsAnswer(tx, useCase.id);
});

const linksAnswer = async (db: Reader, id: number) => ({
  items: (await readLinks(db, id)).map(({ words, ...link }) => ({ ...link, is: words })),
});

export const listLinks = reads(contracts.listLinks, async (db, { parameters, actor }) =>
  linksAnswer(db, (await openCase(db, actor, parameters.reference)).id),
);

export const createLink = writes(contracts.createLink, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await at(["to"], () => linkCases(tx, actor, useCase, { kind: body.is, to: body.to }, when));
  return linksAnswer(tx, useCase.id);
});

export const removeLink = writes(contracts.removeLink, async (tx, { parameters, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await unlinkCases(tx, actor, useCase, parameters.id, when);
  return linksAnswer(tx, useCase.id);
});

export const listFiles = reads(contracts.listFiles, async (db, { parameters, actor }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  return { items: (await readFiles(db, actor, useCase)).map((file) => fileAnswer(useCase, file)) };
});

function fileAnswer({ reference }: UseCase, { addedById, addedBy, addedAt, mayRemove: _, ...file }: CaseFile) {
  return { ...file, useCase: reference, addedBy: { id: addedById, name: addedBy }, addedAt: instantOf(addedAt) };
}

export const addFile = writesItself(contracts.addFile, async (database, { parameters, query, actor, when }, around) => {
  const useCase = await openCase(database, actor, parameters.reference);
  const internal = query.internal === "yes";
  mayAdd(actor, useCase, internal);
  const { id } = await receiveFile(database, actor, useCase, { name: query.name, internal, bytes: around.bytes }, when);
  return fileAnswer(useCase, await fileOn(database, actor, useCase, id));
});

export const readFile = gives(contracts.readFile, async (db, { parameters, actor }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  const file = await fileOn(db, actor, useCase, parameters.id);
  return { headers: { ...attachmentHeaders(file), ETag: `"${file.sha256}"` }, body: bytesOf(db, file) };
});

export const removeFile = writes(contracts.removeFile, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  await removeFileOf(tx, actor, useCase, { id: parameters.id, reason: body.reason }, when);
  return { reference: useCase.reference };
});

export const listVersions = reads(contracts.listVersions, async (db, { parameters, actor }) => {
  const versions = await readVersions(db, actor, await openCase(db, actor, parameters.reference));
  return { items: versions.map(({ number, at, who }) => ({ number, at: instantOf(at), by: who })) };
});

export const readVersion = reads(contracts.readVersion, async (db, { parameters, actor }) => {
  const versions = await readVersions(db, actor, await openCase(db, actor, parameters.reference));
  const { shown } = chosenVersions(versions, parameters.number, null);
  return {
    number: shown.number,
    at: instantOf(shown.at),
    by: shown.who,
    useCase: contracts.caseThen.parse(shown.then),
  };
});
