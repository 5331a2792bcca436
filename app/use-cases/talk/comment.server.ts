import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { commentMentions, comments, people } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { tellFollowers, whoSees } from "../following/audience.server";
import { refuseMerged } from "../similar/standing-in.server";
import type { Named } from "./mentions";
import { readMentions } from "./mentions.server";

export interface Said {
  id: number;
  /** Names in the text that several people have, or nobody: as they were written. */
  ambiguous: string[];
  unknown: string[];
  /** People who are named and may not see it, by name: they were not told. */
  notTold: string[];
}

const subjectOf = ({ internal }: { internal: boolean }) => (internal ? "note" : "comment");

/** Keeps whom a comment names, as far as they may see it. Answers who they are. */
async function mention(
  tx: Writer,
  useCase: UseCase,
  said: { id: number; internal: boolean; people: readonly number[] },
): Promise<number[]> {
  const told = await whoSees(tx, useCase, said.people, said.internal);
  if (told.length > 0) {
    await tx.insertMany(
      commentMentions,
      told.map((personId) => ({ commentId: said.id, personId })),
    );
  }
  return told;
}

// Without its words, which may be taken back, or are a note's.
function newsOf(useCase: UseCase, id: number, kind: "comment" | "mention") {
  const href = `/use-cases/${useCase.reference}#comment-${id}`;
  return { kind, useCaseId: useCase.id, href, values: {} };
}

/** Says something about a case, to everybody or as a note to those who judge it; tells whom it names and who follows. */
export async function comment(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  body: Told,
  when: When,
  { internal = false }: { internal?: boolean } = {},
): Promise<Said> {
  const may = permit(actor, internal ? "note.write" : "use-case.comment", useCase);
  await refuseMerged(tx, useCase);
  // Only people comment: the installation has nothing to say.
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted", { act: may.act });
  const [said] = await tx
    .insert(comments)
    .values({ useCaseId: useCase.id, authorId: actor.personId, body, internal, at: when.now })
    .returning({ id: comments.id });
  if (!said) throw new Error("The comment was not kept");
  const { id } = said;
  const named = await readMentions(tx, body);
  const told = await mention(tx, useCase, { id, internal, people: named.people });
  await notify(tx, actor, newsOf(useCase, id, "mention"), told, when);
  await tellFollowers(tx, actor, useCase, newsOf(useCase, id, "comment"), when, { internal, except: told });
  const change = { subject: subjectOf({ internal }), subjectId: id, useCaseId: useCase.id };
  await record(tx, may, { ...change, after: { body, ...(told.length > 0 && { mentions: told }) } }, when);
  return saidOf(tx, id, named, told);
}

async function saidOf(tx: Reader, id: number, named: Named, told: readonly number[]): Promise<Said> {
  const { ambiguous, unknown } = named;
  const kept = named.people.filter((one) => !told.includes(one));
  const rows = kept.length
    ? await tx
        .select({ name: people.name })
        .from(people)
        .where(inArray(people.id, kept))
        .orderBy(asc(people.nameFolded))
    : [];
  return { id, ambiguous, unknown, notTold: rows.map(({ name }) => name) };
}

/** A comment of this case that the actor may see. @throws Refusal 404 */
async function commentOn(db: Reader, actor: Actor, useCase: UseCase, id: number) {
  const [found] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.useCaseId, useCase.id)));
  if (!found) throw new Refusal(404, "case.refusal.no-comment");
  // Whoever may not read a note is not told that there is one.
  if (found.internal && (await whoSees(db, useCase, [actor.personId ?? 0], true)).length === 0) {
    throw new Refusal(404, "case.refusal.no-comment");
  }
  if (found.withdrawnAt) throw new Refusal(409, "case.refusal.comment-withdrawn");
  return found;
}

/** Says it otherwise, `body` being made of what it said: who is named only now is told. @throws Refusal 404, 409 when it was changed or taken back meanwhile */
export async function editComment(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  edit: { id: number; version: number; body(before: Told): Told },
  when: When,
): Promise<Said> {
  const before = await commentOn(tx, actor, useCase, edit.id);
  const may = permit(actor, "comment.edit", { ...useCase, writtenBy: before.authorId });
  const { id, version } = edit;
  const body = edit.body(before.body);
  if (before.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const named = await readMentions(tx, body);
  const unchanged = JSON.stringify(before.body) === JSON.stringify(body);
  if (unchanged) return saidOf(tx, id, named, await whoSees(tx, useCase, named.people, before.internal));
  const [saved] = await tx
    .update(comments)
    .set({ body, editedAt: when.now, version: version + 1 })
    .where(and(eq(comments.id, id), eq(comments.version, version), isNull(comments.withdrawnAt)))
    .returning({ id: comments.id });
  if (!saved) throw new Refusal(409, "desk.refusal.stale");
  const known = await tx
    .delete(commentMentions)
    .where(eq(commentMentions.commentId, id))
    .returning({ personId: commentMentions.personId });
  const told = await mention(tx, useCase, { id, internal: before.internal, people: named.people });
  const already = new Set(known.map(({ personId }) => personId));
  const fresh = told.filter((personId) => !already.has(personId));
  await notify(tx, actor, newsOf(useCase, id, "mention"), fresh, when);
  const change = { subject: subjectOf(before), subjectId: id, useCaseId: useCase.id };
  await record(tx, may, { ...change, before: { body: before.body }, after: { body } }, when);
  return saidOf(tx, id, named, told);
}

/** Takes a comment back: that it was there stays, what it said is gone. @throws Refusal 404, 409 when it is gone already */
export async function withdrawComment(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  id: number,
  when: When,
): Promise<void> {
  const before = await commentOn(tx, actor, useCase, id);
  const may = permit(actor, "comment.withdraw", { ...useCase, writtenBy: before.authorId });
  await tx.delete(commentMentions).where(eq(commentMentions.commentId, id));
  await tx
    .update(comments)
    .set({ body: {}, withdrawnAt: when.now, version: before.version + 1 })
    .where(eq(comments.id, id));
  const change = { subject: subjectOf(before), subjectId: id, useCaseId: useCase.id };
  await record(tx, may, { ...change, after: { withdrawn: true } }, when);
}
