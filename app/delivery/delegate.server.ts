import { and, asc, eq, gte, isNull } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { readActor } from "#app/people/auth.server";
import { membersHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { withInvolved } from "#app/use-cases/signatures/involved.server";
import type { SignOffKind } from "#app/use-cases/signatures/signature";
import type { Reader, Writer } from "#db/client.server";
import { people, signOffAbsences, signOffs } from "#db/schema.server";
import { signOffById } from "./sign-offs.server";

/** Somebody with an open account and the role. @throws Refusal 409 */
async function holderOf(tx: Writer, kind: SignOffKind, id: number): Promise<Actor & { personId: number }> {
  const found = (await membersHolding(tx, kind)).find((one) => one.id === id);
  if (!found) throw new Refusal(409, "delivery.refusal.delegate-role");
  return readActor(tx, found.id, found.name);
}

/**
 * Gives one sign-off to another reviewer of the same role; both names stay on the record. Four eyes hold on both sides: who
 * is involved in the case gives it to nobody, and it is given to nobody who is.
 * @throws Refusal 403 or 409
 */
export async function delegateSignOff(
  tx: Writer,
  actor: Actor,
  { signOffId, toId }: { signOffId: number; toId: number },
  when: When,
): Promise<void> {
  const asked = await signOffById(tx, signOffId);
  const { kind, useCaseId } = asked;
  const useCase = await withInvolved(tx, await caseById(tx, useCaseId));
  const may = permit(actor, "sign-off.delegate", useCase);
  permit(actor, `sign-off.${kind}`, useCase);
  if (asked.verdict) throw new Refusal(409, "delivery.refusal.sign-off-answered");
  if (toId === actor.personId) throw new Refusal(409, "delivery.refusal.delegate-self");
  const to = await holderOf(tx, kind, toId);
  if (!permits(to, `sign-off.${kind}`, useCase) || asked.requestedBy === toId) {
    throw new Refusal(409, "delivery.refusal.delegate-involved");
  }
  const given = { delegatedTo: toId, delegatedBy: actor.personId, delegatedOn: when.today };
  await tx
    .update(signOffs)
    .set({ ...given, version: asked.version + 1 })
    .where(eq(signOffs.id, signOffId));
  const before = { delegatedTo: asked.delegatedTo, delegatedBy: asked.delegatedBy };
  await record(
    tx,
    may,
    { subject: "sign-off", subjectId: signOffId, useCaseId, before, after: { kind, ...given } },
    when,
  );
  const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
  const values = { signOff: kind, dueOn: asked.dueOn };
  await notify(tx, actor, { kind: "sign-off-given", useCaseId, href, values }, [toId], when);
}

export interface Absence {
  kind: SignOffKind;
  fromId: number;
  toId: number;
  startsOn: Day;
  endsOn: Day;
}

/**
 * Says that a reviewer is away between two days, and who of the same role signs meanwhile: requests and reminders go to them,
 * and what they sign says in whose place.
 * @throws Refusal 403 for another's absence, or 409 for days that are past, overlap, or a person who does not hold the role
 */
export async function announceAbsence(tx: Writer, actor: Actor, absence: Absence, when: When): Promise<{ id: number }> {
  const { kind, fromId, toId, startsOn, endsOn } = absence;
  const may = permit(actor, "sign-off.absence", { accountOf: fromId });
  if (fromId === toId) throw new Refusal(409, "delivery.refusal.delegate-self");
  if (endsOn < startsOn) throw new Refusal(409, "delivery.input.ends-before");
  if (endsOn < when.today) throw new Refusal(409, "delivery.refusal.absence-past");
  await holderOf(tx, kind, fromId);
  await holderOf(tx, kind, toId);
  const known = await tx
    .select()
    .from(signOffAbsences)
    .where(
      and(eq(signOffAbsences.kind, kind), gte(signOffAbsences.endsOn, startsOn), isNull(signOffAbsences.withdrawnOn)),
    );
  const overlaps = known.filter((one) => one.startsOn <= endsOn);
  if (overlaps.some((one) => one.fromId === fromId)) throw new Refusal(409, "delivery.refusal.absence-twice");
  // Who is away signs for nobody.
  if (overlaps.some((one) => one.fromId === toId || one.toId === fromId)) {
    throw new Refusal(409, "delivery.refusal.absence-both");
  }
  const [made] = await tx
    .insert(signOffAbsences)
    .values({ ...absence, byId: actor.personId })
    .returning({ id: signOffAbsences.id });
  if (!made) throw new Error("The absence was not written");
  await record(tx, may, { subject: "sign-off-absence", subjectId: made.id, after: absence }, when);
  const values = { signOff: kind, dueOn: startsOn, endsOn };
  await notify(tx, actor, { kind: "sign-off-stand-in", useCaseId: null, href: "/sign-offs", values }, [toId], when);
  return made;
}

/** Takes an absence back: its reviewer signs again. @throws Refusal 404, or 409 when stale */
export async function withdrawAbsence(
  tx: Writer,
  actor: Actor,
  { id, version }: { id: number; version: number },
  when: When,
): Promise<void> {
  const [absence] = await tx.select().from(signOffAbsences).where(eq(signOffAbsences.id, id));
  if (!absence) throw new Refusal(404, "desk.refusal.not-found");
  const may = permit(actor, "sign-off.absence", { accountOf: absence.fromId });
  if (absence.withdrawnOn !== null || absence.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const withdrawnOn = when.today;
  await tx
    .update(signOffAbsences)
    .set({ withdrawnOn, version: version + 1 })
    .where(eq(signOffAbsences.id, id));
  const before = { withdrawnOn: null };
  await record(tx, may, { subject: "sign-off-absence", subjectId: id, before, after: { withdrawnOn } }, when);
}

/** Who is or will be away, the first one first. One query. */
export async function absencesFrom(db: Reader, actor: Actor, today: Day) {
  const standIn = db.select({ id: people.id, name: people.name }).from(people).as("stand_in");
  const rows = await db
    .select({ absence: signOffAbsences, from: people.name, to: standIn.name })
    .from(signOffAbsences)
    .innerJoin(people, eq(people.id, signOffAbsences.fromId))
    .innerJoin(standIn, eq(standIn.id, signOffAbsences.toId))
    .where(and(gte(signOffAbsences.endsOn, today), isNull(signOffAbsences.withdrawnOn)))
    .orderBy(asc(signOffAbsences.startsOn), asc(signOffAbsences.id));
  return rows.map(({ absence: { byId: _, withdrawnOn: __, ...absence }, ...names }) => ({
    ...{ ...absence, ...names },
    mayWithdraw: permits(actor, "sign-off.absence", { accountOf: absence.fromId }),
  }));
}

export type ShownAbsence = Awaited<ReturnType<typeof absencesFrom>>[number];
