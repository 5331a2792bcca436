import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { type Asked, checkAsked } from "#app/committee/asked.server";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import type { SignOffKind } from "#app/use-cases/signatures/signature";
import type { Reader, Writer } from "#db/client.server";
import { people, signOffConditions, signOffs, useCases } from "#db/schema.server";

/** Writes the conditions of a yes, and tells those who are to meet them. @throws Refusal 409 for a day that is past, or an account that is closed */
export async function askConditions(
  tx: Writer,
  may: Permitted<`sign-off.${SignOffKind}`, UseCase>,
  signOffId: number,
  asked: readonly Asked[],
  when: When,
): Promise<void> {
  if (asked.length === 0) return;
  const { subject: useCase, actor } = may;
  await checkAsked(tx, asked, when.today);
  for (const one of asked) {
    const [made] = await tx
      .insert(signOffConditions)
      .values({ ...one, signOffId, useCaseId: useCase.id })
      .returning({ id: signOffConditions.id });
    const change = { subject: "sign-off-condition", subjectId: made?.id ?? 0, useCaseId: useCase.id };
    await record(tx, may, { ...change, after: { ...one } }, when);
    const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
    const news = { kind: "asked" as const, useCaseId: useCase.id, href };
    await notify(tx, actor, { ...news, values: { dueOn: one.dueOn, body: one.text } }, [one.ownerId], when);
  }
}

const conditionsWith = (db: Reader) =>
  db
    .select({
      id: signOffConditions.id,
      signOffId: signOffConditions.signOffId,
      useCaseId: signOffConditions.useCaseId,
      reference: useCases.reference,
      kind: signOffs.kind,
      text: signOffConditions.text,
      ownerId: signOffConditions.ownerId,
      owner: people.name,
      dueOn: signOffConditions.dueOn,
      metOn: signOffConditions.metOn,
      answer: signOffConditions.answer,
      signedBy: signOffs.byId,
      version: signOffConditions.version,
    })
    .from(signOffConditions)
    .innerJoin(signOffs, eq(signOffs.id, signOffConditions.signOffId))
    .innerJoin(useCases, eq(useCases.id, signOffConditions.useCaseId))
    .innerJoin(people, eq(people.id, signOffConditions.ownerId));

export type SignOffCondition = Awaited<ReturnType<typeof signOffConditionsOf>>[number];

/** The conditions of the sign-offs of these cases, what is open first. One query. */
export function signOffConditionsOf(db: Reader, useCaseIds: readonly number[]) {
  return conditionsWith(db)
    .where(inArray(signOffConditions.useCaseId, [...useCaseIds]))
    .orderBy(asc(signOffConditions.dueOn), asc(signOffConditions.id));
}

const MOST_OPEN = 100;

/** Those that nobody met yet, the earliest day first. One query. */
export function openSignOffConditions(db: Reader, kind: SignOffKind | null) {
  return conditionsWith(db)
    .where(and(isNull(signOffConditions.metOn), kind ? eq(signOffs.kind, kind) : undefined))
    .orderBy(asc(signOffConditions.dueOn), asc(signOffConditions.id))
    .limit(MOST_OPEN);
}

/** How many conditions of sign-offs wait for a person. */
export async function countConditions(db: Reader, personId: number): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(signOffConditions)
    .where(and(eq(signOffConditions.ownerId, personId), isNull(signOffConditions.metOn)));
  return Number(row?.open ?? 0);
}

/** Says how a condition was met; who signed is told. @throws Refusal 404; 409 when it was met, or stale */
export async function meetSignOffCondition(
  tx: Writer,
  actor: Actor,
  { id, version, answer }: { id: number; version: number; answer: Told },
  when: When,
): Promise<SignOffCondition> {
  const [condition] = await conditionsWith(tx).where(eq(signOffConditions.id, id));
  if (!condition) throw new Refusal(404, "committee.refusal.no-condition");
  const { useCaseId, reference, signedBy } = condition;
  const parties = { ...(await caseById(tx, useCaseId)), accountOf: condition.ownerId };
  const may = permit(actor, "sign-off.condition", parties);
  if (condition.metOn) throw new Refusal(409, "committee.refusal.condition-met");
  const met = { metOn: when.today, metBy: actor.personId, answer };
  const [changed] = await tx
    .update(signOffConditions)
    .set({ ...met, version: version + 1 })
    .where(and(eq(signOffConditions.id, id), eq(signOffConditions.version, version)))
    .returning({ id: signOffConditions.id });
  if (!changed) throw new Refusal(409, "desk.refusal.stale");
  const change = { subject: "sign-off-condition", subjectId: id, useCaseId, before: { metOn: null } };
  await record(tx, may, { ...change, after: { metOn: when.today, answer } }, when);
  const href = `/use-cases/${reference}/governance#sign-offs`;
  await notify(tx, actor, { kind: "answered", useCaseId, href, values: { body: answer } }, [signedBy], when);
  return { ...condition, metOn: when.today, answer, version: version + 1 };
}
