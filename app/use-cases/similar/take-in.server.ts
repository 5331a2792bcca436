/** How one case goes up in another, and how it comes back: what curators' merges and joined drafts have in common. */
import { and, desc, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Act } from "#app/people/permissions";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import {
  caseFiles,
  caseLinks,
  caseTags,
  comments,
  coSponsors,
  followers,
  merges,
  stageChanges,
  useCases,
  votes,
} from "#db/schema.server";
import { caseById, type UseCase } from "../cases.server";
import type { TimesPer } from "../content";
import { carryOver } from "../ledger.server";
import { moveCase } from "../move.server";

/** What was moved from one case to the other, by its ids; of votes, followers and tags the person or the tag. */
export type Moved = Record<
  "comments" | "files" | "coSponsors" | "linksFrom" | "linksTo" | "votes" | "followers" | "tags" | "entry",
  number[]
>;

/** The volumes with which a case goes into another. */
export interface Entry {
  personId: number | null;
  departmentId: number | null;
  need: Told | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
  additional: boolean;
}

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** Rows that name their case, all of them. */
async function moveRows(tx: Writer, from: number, into: number) {
  const to = { useCaseId: into };
  return {
    comments: idsOf(
      await tx.update(comments).set(to).where(eq(comments.useCaseId, from)).returning({ id: comments.id }),
    ),
    files: idsOf(
      await tx.update(caseFiles).set(to).where(eq(caseFiles.useCaseId, from)).returning({ id: caseFiles.id }),
    ),
    coSponsors: idsOf(
      await tx.update(coSponsors).set(to).where(eq(coSponsors.useCaseId, from)).returning({ id: coSponsors.id }),
    ),
  };
}

/** Rows of which a case has one for each person or tag: those that the other case has already stay behind. */
async function moveOnce(tx: Writer, from: number, into: number) {
  const to = { useCaseId: into };
  const votedThere = tx.select({ id: votes.personId }).from(votes).where(eq(votes.useCaseId, into));
  const voted = await tx
    .update(votes)
    .set(to)
    .where(and(eq(votes.useCaseId, from), notInArray(votes.personId, votedThere)))
    .returning({ id: votes.personId });
  const followsThere = tx.select({ id: followers.personId }).from(followers).where(eq(followers.useCaseId, into));
  const following = await tx
    .update(followers)
    .set(to)
    .where(and(eq(followers.useCaseId, from), notInArray(followers.personId, followsThere)))
    .returning({ id: followers.personId });
  const taggedThere = tx.select({ id: caseTags.tagId }).from(caseTags).where(eq(caseTags.useCaseId, into));
  const tagged = await tx
    .update(caseTags)
    .set(to)
    .where(and(eq(caseTags.useCaseId, from), notInArray(caseTags.tagId, taggedThere)))
    .returning({ id: caseTags.tagId });
  return { votes: idsOf(voted), followers: idsOf(following), tags: idsOf(tagged) };
}

/** Links to and from other cases; what the other case has already, or would link it to itself, stays behind. */
async function moveLinks(tx: Writer, from: number, into: number) {
  const around = await tx
    .select()
    .from(caseLinks)
    .where(or(inArray(caseLinks.fromId, [from, into]), inArray(caseLinks.toId, [from, into])));
  const there = new Set(around.map((link) => `${link.fromId} ${link.toId} ${link.kind}`));
  const movable = (fromId: number, toId: number, kind: string) =>
    fromId !== toId && !there.has(`${fromId} ${toId} ${kind}`);
  const linksFrom = idsOf(around.filter((link) => link.fromId === from && movable(into, link.toId, link.kind)));
  const linksTo = idsOf(around.filter((link) => link.toId === from && movable(link.fromId, into, link.kind)));
  if (linksFrom.length > 0) await tx.update(caseLinks).set({ fromId: into }).where(inArray(caseLinks.id, linksFrom));
  if (linksTo.length > 0) await tx.update(caseLinks).set({ toId: into }).where(inArray(caseLinks.id, linksTo));
  return { linksFrom, linksTo };
}

/**
 * Lets a case go up in another one: its volumes become an entry there; comments, files, links, tags, votes, followers and
 * co-sponsors go along. Both histories stay where they are, and say so. What moved is kept, so that it can be undone.
 * @throws Refusal 409 when the other one cannot take it, 403 when nobody acts
 */
export async function takeIn(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  into: UseCase,
  { reason, entry }: { reason: Told; entry: Entry },
  when: When,
): Promise<{ coSponsorId: number }> {
  const from = may.subject;
  const byId = may.actor.personId;
  if (byId === null) throw new Refusal(403, "people.refusal.not-permitted", { act: may.act });
  if (from.id === into.id) throw new Refusal(409, "similar.refusal.itself");
  if (from.stage === "merged" || !canTakeIn(into)) throw new Refusal(409, "similar.refusal.cannot-take");
  const rows = await moveRows(tx, from.id, into.id);
  const moved: Moved = {
    ...rows,
    ...(await moveOnce(tx, from.id, into.id)),
    ...(await moveLinks(tx, from.id, into.id)),
    entry: [],
  };
  const [made] = await tx
    .insert(coSponsors)
    .values({ ...entry, useCaseId: into.id, mergedFromId: from.id, joinedOn: when.today })
    .returning({ id: coSponsors.id });
  const coSponsorId = made?.id ?? 0;
  moved.entry = [coSponsorId];
  await tx.insert(merges).values({
    ...{ fromId: from.id, intoId: into.id, reason, byId, at: when.now, moved },
    ...{ stageBefore: from.stage, stageSinceBefore: from.stageSince },
    ...{ reasonBefore: from.stageReason, relookBefore: from.relookOn },
  });
  await moveCase(tx, may, { to: "merged", mergedIntoId: into.id, reason }, [], when);
  const change = { subject: "use-case", subjectId: into.id, useCaseId: into.id };
  await record(tx, may, { ...change, after: { joinedBy: from.reference, reason } }, when);
  return { coSponsorId };
}

/** Whether another case, or a person, can join it: a draft is nobody else's, what was merged or withdrawn is no more. */
export const canTakeIn = ({ stage }: Pick<UseCase, "stage">): boolean =>
  stage !== "draft" && stage !== "merged" && stage !== "withdrawn";

export type Merge = typeof merges.$inferSelect;

/** The merge by which a case stands in another one now, or none. */
export async function mergeOf(tx: Pick<Writer, "select">, fromId: number): Promise<Merge | null> {
  const [merge] = await tx
    .select()
    .from(merges)
    .where(and(eq(merges.fromId, fromId), isNull(merges.undoneAt)))
    .orderBy(desc(merges.id))
    .limit(1);
  return merge ?? null;
}

/**
 * Lets a case that went up in another one come back to where it was, with all that went along and is still there.
 * @throws Refusal 409 when the other case has gone up in a third one since: that merge must be undone first
 */
export async function letOut(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  merge: Merge,
  reason: Told,
  when: When,
): Promise<void> {
  const from = may.subject;
  const into = await caseById(tx, merge.intoId);
  if (from.stage !== "merged" || from.mergedIntoId !== into.id) throw new Refusal(409, "similar.refusal.not-merged");
  if (into.stage === "merged") throw new Refusal(409, "similar.refusal.merged-since", { reference: into.reference });
  await moveBack(tx, merge);
  await tx
    .update(merges)
    .set({ undoneById: may.actor.personId, undoneAt: when.now, undoneReason: reason })
    .where(eq(merges.id, merge.id));
  const stage = merge.stageBefore;
  const [back] = await tx
    .update(useCases)
    .set({
      ...{ stage, stageSince: merge.stageSinceBefore, stageReason: merge.reasonBefore },
      ...{ relookOn: merge.relookBefore, mergedIntoId: null, updatedAt: when.now, version: from.version + 1 },
    })
    .where(and(eq(useCases.id, from.id), eq(useCases.version, from.version)))
    .returning({ id: useCases.id });
  if (!back) throw new Refusal(409, "desk.refusal.stale");
  const move = { useCaseId: from.id, from: "merged", to: stage, on: when.today, byId: may.actor.personId, reason };
  await tx.insert(stageChanges).values(move);
  const { departmentId } = from;
  await carryOver(tx, from.id, { departmentId, stage: "merged" }, { departmentId, stage }, when);
  const change = { subject: "use-case", subjectId: from.id, useCaseId: from.id };
  await record(tx, may, { ...change, before: { stage: "merged" }, after: { stage, reason } }, when);
  const other = { subject: "use-case", subjectId: into.id, useCaseId: into.id };
  await record(tx, may, { ...other, before: { joinedBy: from.reference }, after: { joinedBy: null, reason } }, when);
}

/** What came along and is still there goes back; what was taken away meanwhile stays away, and nothing is there twice. */
async function moveBack(tx: Writer, { fromId, intoId, moved }: Merge): Promise<void> {
  const ids = (kind: keyof Moved) => moved[kind] ?? [];
  const back = { useCaseId: fromId };
  for (const [table, kind] of [
    [comments, "comments"],
    [caseFiles, "files"],
    [coSponsors, "coSponsors"],
  ] as const) {
    await tx
      .update(table)
      .set(back)
      .where(and(inArray(table.id, ids(kind)), eq(table.useCaseId, intoId)));
  }
  for (const [table, key, kind] of [
    [votes, votes.personId, "votes"],
    [followers, followers.personId, "followers"],
    [caseTags, caseTags.tagId, "tags"],
  ] as const) {
    const again = await tx.select({ id: key }).from(table).where(eq(table.useCaseId, fromId));
    const away = ids(kind).filter((id) => !again.some((one) => one.id === id));
    await tx
      .update(table)
      .set(back)
      .where(and(inArray(key, away), eq(table.useCaseId, intoId)));
  }
  const links = await tx
    .select()
    .from(caseLinks)
    .where(or(inArray(caseLinks.fromId, [fromId, intoId]), inArray(caseLinks.toId, [fromId, intoId])));
  const free = (from: number, to: number, kind: string) =>
    from !== to && !links.some((link) => link.fromId === from && link.toId === to && link.kind === kind);
  const linksFrom = links.filter(
    ({ id, fromId: from, toId, kind }) => ids("linksFrom").includes(id) && from === intoId && free(fromId, toId, kind),
  );
  const linksTo = links.filter(
    ({ id, fromId: from, toId, kind }) => ids("linksTo").includes(id) && toId === intoId && free(from, fromId, kind),
  );
  await tx
    .update(caseLinks)
    .set({ fromId })
    .where(inArray(caseLinks.id, idsOf(linksFrom)));
  await tx
    .update(caseLinks)
    .set({ toId: fromId })
    .where(inArray(caseLinks.id, idsOf(linksTo)));
  await tx.delete(coSponsors).where(inArray(coSponsors.id, ids("entry")));
}
