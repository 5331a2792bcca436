import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { permits } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { committeeSessions, decisionConditions, decisions, people, useCases } from "#db/schema.server";
import { type Asked, checkAsked } from "./asked.server";

/** Writes what a decision asks for, and tells those who are asked. @throws Refusal 409 where one of them has no open account */
export async function askFor(
  tx: Writer,
  may: Permitted<"decision.take", UseCase>,
  decision: { id: number; session: number },
  asked: readonly Asked[],
  when: When,
): Promise<void> {
  if (asked.length === 0) return;
  const { subject: useCase, actor } = may;
  await checkAsked(tx, asked, when.today);
  const made = await tx
    .insert(decisionConditions)
    .values(asked.map((one) => ({ ...one, decisionId: decision.id, useCaseId: useCase.id })))
    .returning({ id: decisionConditions.id, ownerId: decisionConditions.ownerId, dueOn: decisionConditions.dueOn });
  for (const [index, { id, ownerId, dueOn }] of made.entries()) {
    const body = asked[index]?.text ?? null;
    const after = { session: decision.session, text: body, ownerId, dueOn };
    await record(tx, may, { subject: "condition", subjectId: id, useCaseId: useCase.id, after }, when);
    const news = { kind: "asked" as const, useCaseId: useCase.id, href: `/use-cases/${useCase.reference}` };
    await notify(tx, actor, { ...news, values: { dueOn, body } }, [ownerId], when);
  }
}

const CONDITION = {
  id: decisionConditions.id,
  version: decisionConditions.version,
  reference: useCases.reference,
  useCaseId: decisionConditions.useCaseId,
  outcome: decisions.outcome,
  session: committeeSessions.number,
  text: decisionConditions.text,
  ownerId: decisionConditions.ownerId,
  owner: people.name,
  dueOn: decisionConditions.dueOn,
  metOn: decisionConditions.metOn,
  answer: decisionConditions.answer,
  decidedBy: decisions.byId,
};

const conditionsWith = (db: Reader) =>
  db
    .select(CONDITION)
    .from(decisionConditions)
    .innerJoin(decisions, eq(decisions.id, decisionConditions.decisionId))
    .innerJoin(committeeSessions, eq(committeeSessions.id, decisions.sessionId))
    .innerJoin(useCases, eq(useCases.id, decisionConditions.useCaseId))
    .innerJoin(people, eq(people.id, decisionConditions.ownerId));

export type Condition = Awaited<ReturnType<typeof conditionsOf>>[number];

/** What the committee asked about a case, what is still open first. One query. */
export function conditionsOf(db: Reader, useCaseId: number) {
  return conditionsWith(db)
    .where(eq(decisionConditions.useCaseId, useCaseId))
    .orderBy(asc(decisionConditions.metOn), asc(decisionConditions.dueOn), asc(decisionConditions.id));
}

/** What the decisions of a session ask for, in the order in which it was written. One query. */
export function conditionsOfSession(db: Reader, sessionId: number) {
  return conditionsWith(db).where(eq(decisions.sessionId, sessionId)).orderBy(asc(decisionConditions.id));
}

/** More than a committee can follow up. */
const MOST_OPEN = 200;

/** What is open: what the reader was asked, and what others were, the earliest due first. One query. */
export async function conditionsPage(
  db: Reader,
  actor: Actor,
): Promise<{ mine: OpenCondition[]; others: OpenCondition[] }> {
  const rows = await conditionsWith(db)
    .where(isNull(decisionConditions.metOn))
    .orderBy(
      desc(sql`case when ${decisionConditions.ownerId} = ${actor.personId ?? 0} then 1 else 0 end`),
      asc(decisionConditions.dueOn),
      asc(decisionConditions.id),
    )
    .limit(MOST_OPEN);
  const open = rows.map((row) => ({ ...row, mayMeet: permits(actor, "condition.meet", { accountOf: row.ownerId }) }));
  return {
    mine: open.filter(({ ownerId }) => ownerId === actor.personId),
    others: open.filter(({ ownerId }) => ownerId !== actor.personId),
  };
}

export type OpenCondition = Condition & { mayMeet: boolean };

/** How many things a person was asked and has not answered. */
export async function countAsked(db: Reader, personId: number): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(decisionConditions)
    .where(and(eq(decisionConditions.ownerId, personId), isNull(decisionConditions.metOn)));
  return Number(row?.open ?? 0);
}

/**
 * Says how a condition was met, or answers a question; whoever decided is told.
 * @throws Refusal 404 for one that is none; 409 when somebody answered it since `version`, or it was answered
 */
export async function meetCondition(
  tx: Writer,
  actor: Actor,
  { id, version, answer }: { id: number; version: number; answer: Told },
  when: When,
): Promise<Condition> {
  const [condition] = await conditionsWith(tx).where(eq(decisionConditions.id, id));
  if (!condition) throw new Refusal(404, "committee.refusal.no-condition");
  const may = permit(actor, "condition.meet", { accountOf: condition.ownerId });
  if (condition.metOn) throw new Refusal(409, "committee.refusal.condition-met");
  const [met] = await tx
    .update(decisionConditions)
    .set({ metOn: when.today, metBy: actor.personId, answer, version: version + 1 })
    .where(and(eq(decisionConditions.id, id), eq(decisionConditions.version, version)))
    .returning({ id: decisionConditions.id });
  if (!met) throw new Refusal(409, "desk.refusal.stale");
  const { useCaseId, reference, decidedBy } = condition;
  const change = { subject: "condition", subjectId: id, useCaseId, before: { metOn: null } };
  await record(tx, may, { ...change, after: { metOn: when.today, answer } }, when);
  const news = { kind: "answered" as const, useCaseId, href: `/use-cases/${reference}`, values: { body: answer } };
  await notify(tx, actor, news, [decidedBy], when);
  return { ...condition, metOn: when.today, answer, version: version + 1 };
}
