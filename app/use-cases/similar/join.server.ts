import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { coSponsors, departments } from "#db/schema.server";
import { caseById, openCase, refuseHidden, type UseCase } from "../cases.server";
import { concernedBy } from "../concerned.server";
import type { TimesPer } from "../content";
import { inBothLanguages, say } from "../import/said";
import { canTakeIn, letOut, mergeOf, takeIn } from "./take-in.server";

/** The same need in one's own team. */
export interface Joining {
  departmentId: number;
  need: Told | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
  additional: boolean;
}

const SUBJECT = "co-sponsor";

async function requireDepartment(tx: Writer, id: number): Promise<void> {
  const [found] = await tx.select({ id: departments.id }).from(departments).where(eq(departments.id, id));
  if (!found) throw new Refusal(409, "similar.refusal.no-department");
}

/**
 * Joins a case: its need is that of one's own team as well. A draft that says the same goes up in it, and comes back when
 * the joining is taken back: nothing that was written is lost.
 * @param draft the reference of a draft that joins
 * @throws Refusal 409 when the case cannot be joined, or one has joined it already
 */
export async function joinCase(
  tx: Writer,
  actor: Actor,
  { reference, draft = null, ...said }: Joining & { reference: string; draft?: string | null },
  when: When,
): Promise<{ id: number; reference: string }> {
  const useCase = await openCase(tx, actor, reference);
  const may = permit(actor, "use-case.join", useCase);
  const personId = actor.personId;
  if (personId === null) throw new Refusal(403, "people.refusal.not-permitted", { act: may.act });
  if (!canTakeIn(useCase)) throw new Refusal(409, "similar.refusal.cannot-join");
  await requireDepartment(tx, said.departmentId);
  // A draft that says the same goes up in one's own case, too: nothing that was written is lost.
  if (!draft) refuseOwn(actor, useCase, said.departmentId);
  const [before] = await tx
    .select({ id: coSponsors.id })
    .from(coSponsors)
    .where(and(eq(coSponsors.useCaseId, useCase.id), eq(coSponsors.personId, personId)));
  if (before && !draft) throw new Refusal(409, "similar.refusal.joined-already");
  const id = draft
    ? await joinWithDraft(tx, actor, useCase, draft, { ...said, personId }, when)
    : await credit(tx, useCase, { ...said, personId }, when);
  const change = { subject: SUBJECT, subjectId: id, useCaseId: useCase.id, after: { ...said, draft } };
  await record(tx, may, change, when);
  const news = {
    kind: "joined",
    useCaseId: useCase.id,
    href: `/use-cases/${useCase.reference}/join`,
    values: {},
  } as const;
  await notify(tx, actor, news, await concernedBy(tx, useCase), when);
  return { id, reference: useCase.reference };
}

/** The volumes of one's own case are on its card: said again, they would credit its author twice. Another department may share it. */
function refuseOwn({ personId }: Actor, { authorId, coAuthorId, departmentId, reference }: UseCase, joining: number) {
  const own = personId === authorId || personId === coAuthorId;
  if (own && (departmentId === null || departmentId === joining)) {
    throw new Refusal(409, "similar.refusal.own-case", { reference });
  }
}

async function credit(tx: Writer, { id }: UseCase, said: Joining & { personId: number }, when: When): Promise<number> {
  const [made] = await tx
    .insert(coSponsors)
    .values({ ...said, useCaseId: id, joinedOn: when.today })
    .returning({ id: coSponsors.id });
  return made?.id ?? 0;
}

async function joinWithDraft(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  reference: string,
  said: Joining & { personId: number },
  when: When,
): Promise<number> {
  const draft = await openCase(tx, actor, reference);
  permit(actor, "use-case.edit", draft);
  if (draft.stage !== "draft") throw new Refusal(409, "use-cases.refusal.not-a-draft");
  const may = permit(actor, "use-case.join", draft);
  const reason = inBothLanguages(say("similar.joined-as-draft", { reference: useCase.reference }));
  const entry = { ...said, need: said.need ?? draft.need ?? draft.title };
  const { coSponsorId } = await takeIn(tx, may, useCase, { reason, entry }, when);
  return coSponsorId;
}

/** A joining, for those who may correct it: whoever joined, and curators. @throws Refusal 403, 404 */
async function ownJoining(tx: Writer, actor: Actor, useCase: UseCase, id: number) {
  refuseHidden(actor, useCase);
  const [row] = await tx
    .select()
    .from(coSponsors)
    .where(and(eq(coSponsors.id, id), eq(coSponsors.useCaseId, useCase.id)));
  if (!row) throw new Refusal(404, "similar.refusal.no-joining");
  const own = row.personId !== null && row.personId === actor.personId;
  const may = own ? permit(actor, "use-case.join", useCase) : permit(actor, "use-case.merge", useCase);
  return { row, may };
}

/** Corrects what was said on joining. @throws Refusal 409 when somebody changed it since `version` */
export async function correctJoining(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  { id, version, ...said }: Joining & { id: number; version: number },
  when: When,
): Promise<void> {
  const { row, may } = await ownJoining(tx, actor, useCase, id);
  await requireDepartment(tx, said.departmentId);
  const [saved] = await tx
    .update(coSponsors)
    .set({ ...said, version: version + 1 })
    .where(and(eq(coSponsors.id, id), eq(coSponsors.version, version)))
    .returning({ id: coSponsors.id });
  if (!saved) throw new Refusal(409, "desk.refusal.stale");
  const { departmentId, need, peopleAffected, timesPer, times, minutesPerTime, additional } = row;
  const before = { departmentId, need, peopleAffected, timesPer, times, minutesPerTime, additional };
  await record(tx, may, { subject: SUBJECT, subjectId: id, useCaseId: useCase.id, before, after: said }, when);
}

/**
 * Takes a joining back. A draft that joined is a draft again; what a merge brought goes only with the merge.
 * @returns the draft's reference, where there is one
 * @throws Refusal 409 when a merge brought it
 */
export async function leaveCase(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  id: number,
  when: When,
): Promise<string | null> {
  const { row, may } = await ownJoining(tx, actor, useCase, id);
  let draft: UseCase | null = null;
  if (row.mergedFromId !== null) {
    draft = await caseById(tx, row.mergedFromId);
    const merge = await mergeOf(tx, draft.id);
    if (merge?.stageBefore !== "draft" || !merge.moved.entry?.includes(id)) {
      throw new Refusal(409, "similar.refusal.came-by-merge", { reference: draft.reference });
    }
    const reason = inBothLanguages(say("similar.left", { reference: useCase.reference }));
    await letOut(tx, permit(actor, may.act, draft), merge, reason, when);
  } else {
    await tx.delete(coSponsors).where(eq(coSponsors.id, id));
  }
  const { useCaseId: _, id: __, version: ___, ...before } = row;
  await record(tx, may, { subject: SUBJECT, subjectId: id, useCaseId: useCase.id, before, after: null }, when);
  return draft?.reference ?? null;
}
