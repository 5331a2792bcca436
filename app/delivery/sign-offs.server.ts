import { and, desc, eq, isNull } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import type { Reader, Writer } from "#db/client.server";
import { people, signOffs } from "#db/schema.server";
import type { SignOffKind } from "./sign-offs";

/** Asks a reviewer to look at a case. @throws Refusal 409 while the same is already asked */
export async function requestSignOff(
  tx: Writer,
  actor: Actor,
  { useCaseId, kind, dueOn }: { useCaseId: number; kind: SignOffKind; dueOn: Day | null },
  when: When,
): Promise<{ id: number }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "sign-off.request", useCase);
  const [open] = await tx
    .select({ id: signOffs.id })
    .from(signOffs)
    .where(and(eq(signOffs.useCaseId, useCaseId), eq(signOffs.kind, kind), isNull(signOffs.verdict)));
  if (open) throw new Refusal(409, "delivery.refusal.sign-off-open");
  const asked = { kind, requestedBy: actor.personId, requestedOn: when.today, dueOn };
  const [made] = await tx
    .insert(signOffs)
    .values({ useCaseId, ...asked })
    .returning({ id: signOffs.id });
  if (!made) throw new Error("The sign-off was not written");
  await record(tx, may, { subject: "sign-off", subjectId: made.id, useCaseId, after: asked }, when);
  const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
  const news = { kind: "sign-off-asked" as const, useCaseId, href, values: { signOff: kind, dueOn } };
  const { authorId, coAuthorId, ownerId, technicalOwnerId } = useCase;
  const parties = new Set([authorId, coAuthorId, ownerId, technicalOwnerId]);
  const reviewers = (await idsHolding(tx, kind)).filter((id) => !parties.has(id));
  await notify(tx, actor, news, reviewers, when);
  return made;
}

export interface SignOffAnswer {
  signOffId: number;
  verdict: "yes" | "no";
  note: Told | null;
  /** What a yes asks for in return. */
  conditions?: Told | null;
}

/**
 * A reviewer's yes or no. Four eyes: never by a party to the case, nor by who asked for it.
 * @throws Refusal 409 when it was answered meanwhile
 */
export async function answerSignOff(tx: Writer, actor: Actor, answer: SignOffAnswer, when: When): Promise<void> {
  const { signOffId, verdict, note, conditions = null } = answer;
  const [asked] = await tx.select().from(signOffs).where(eq(signOffs.id, signOffId));
  if (!asked) throw new Refusal(404, "desk.refusal.not-found");
  const { useCaseId, kind } = asked;
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, `sign-off.${kind}`, useCase);
  if (actor.personId !== null && asked.requestedBy === actor.personId) {
    throw new Refusal(403, "delivery.refusal.own-request");
  }
  if (asked.verdict) throw new Refusal(409, "delivery.refusal.sign-off-answered");
  const said = { verdict, note, conditions: verdict === "yes" ? conditions : null, on: when.today };
  await tx
    .update(signOffs)
    .set({ ...said, byId: actor.personId, version: asked.version + 1 })
    .where(eq(signOffs.id, signOffId));
  await record(tx, may, { subject: "sign-off", subjectId: signOffId, useCaseId, after: { kind, ...said } }, when);
  const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
  const news = { kind: "sign-off-answered" as const, useCaseId, href };
  const values = { signOff: kind, verdict, reason: said.conditions ?? note };
  await notify(tx, actor, { ...news, values }, [asked.requestedBy, ...(await concernedBy(tx, useCase))], when);
}

/** Every sign-off of a case, the newest first: the newest of a kind is the one that counts. */
export async function signOffsOfCase(db: Reader, useCaseId: number) {
  const asker = db.select({ id: people.id, name: people.name }).from(people).as("asker");
  return db
    .select({
      id: signOffs.id,
      kind: signOffs.kind,
      verdict: signOffs.verdict,
      note: signOffs.note,
      conditions: signOffs.conditions,
      requestedBy: signOffs.requestedBy,
      asker: asker.name,
      requestedOn: signOffs.requestedOn,
      dueOn: signOffs.dueOn,
      by: people.name,
      on: signOffs.on,
    })
    .from(signOffs)
    .leftJoin(asker, eq(asker.id, signOffs.requestedBy))
    .leftJoin(people, eq(people.id, signOffs.byId))
    .where(eq(signOffs.useCaseId, useCaseId))
    .orderBy(desc(signOffs.id));
}
