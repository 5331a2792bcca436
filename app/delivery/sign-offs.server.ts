import { desc, eq, inArray } from "drizzle-orm";
import type { Asked } from "#app/committee/asked.server";
import { addDays, type Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { concerningOf } from "#app/use-cases/own-checks/own-facts.server";
import { withInvolved } from "#app/use-cases/signatures/involved.server";
import { openRequest } from "#app/use-cases/signatures/renew.server";
import { awayOn, reviewersOf } from "#app/use-cases/signatures/reviewers.server";
import { expiryOf, type SignOffKind } from "#app/use-cases/signatures/signature";
import { termsOf } from "#app/use-cases/signatures/terms.server";
import { leaptOver, STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { people, signOffs } from "#db/schema.server";
import { NEXT_GATE } from "./pipeline";
import { askConditions, type SignOffCondition, signOffConditionsOf } from "./sign-off-conditions.server";
import { SIGNED_GATES } from "./sign-offs";

export type SignOff = typeof signOffs.$inferSelect;

/** @throws Refusal 404 */
export async function signOffById(db: Reader, id: number): Promise<SignOff> {
  const [found] = await db.select().from(signOffs).where(eq(signOffs.id, id));
  if (!found) throw new Refusal(404, "desk.refusal.not-found");
  return found;
}

/** Of which gate a request is where none is said: the next one that is signed. */
function gateOf(stage: Stage | null): Stage {
  const next = (stage && NEXT_GATE[stage]) ?? null;
  return SIGNED_GATES.find((gate) => gate === next) ?? (stage === "production" ? "production" : "pilot");
}

/** The gates that ask a case for this signature, in their order: by themselves, or by a check of the organisation's own. */
async function gatesAsking(db: Reader, useCase: UseCase, kind: SignOffKind, today: Day): Promise<Stage[]> {
  const concerning = (await concerningOf(db, [useCase], today)).get(useCase.id) ?? [];
  const own = new Set(concerning.flatMap(({ check }) => (check.role === kind ? [check.gate] : [])));
  const always: readonly Stage[] = kind === "finance" ? [] : SIGNED_GATES;
  return STAGES.filter((gate) => always.includes(gate) || own.has(gate));
}

/**
 * The gate that a request is for: the one that is said, if it asks for this signature; else the next one that does. A role
 * that no gate asks may be asked all the same, without a gate being said.
 * @throws Refusal 409 naming the gate that does ask
 */
async function gateToSign(db: Reader, useCase: UseCase, kind: SignOffKind, said: Stage | null, today: Day) {
  const asking = await gatesAsking(db, useCase, kind, today);
  const next = asking.find((gate) => leaptOver(useCase.stage, "retired", null).includes(gate)) ?? asking[0];
  if (said !== null && !asking.includes(said)) {
    throw new Refusal(409, "delivery.refusal.sign-off-gate", { kind, gate: next ?? "none" });
  }
  return said ?? next ?? gateOf(useCase.stage);
}

/**
 * Asks a reviewer to look at a case, until a day or for as long as the role has.
 * @throws Refusal 409 while the same is already asked, at a gate that does not ask it, or for a day that is past
 */
export async function requestSignOff(
  tx: Writer,
  actor: Actor,
  {
    useCaseId,
    kind,
    dueOn,
    gate = null,
  }: { useCaseId: number; kind: SignOffKind; dueOn: Day | null; gate?: Stage | null },
  when: When,
): Promise<{ id: number }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "sign-off.request", useCase);
  if (await openRequest(tx, useCaseId, kind)) throw new Refusal(409, "delivery.refusal.sign-off-open");
  if (dueOn !== null && dueOn < when.today) throw new Refusal(409, "delivery.refusal.sign-off-past");
  const { daysToAnswer } = await termsOf(tx, kind);
  const asked = {
    ...{ kind, gate: await gateToSign(tx, useCase, kind, gate, when.today) },
    ...{ requestedBy: actor.personId, requestedOn: when.today },
    dueOn: dueOn ?? addDays(when.today, daysToAnswer),
  };
  const [made] = await tx
    .insert(signOffs)
    .values({ useCaseId, ...asked })
    .returning({ id: signOffs.id });
  if (!made) throw new Error("The sign-off was not written");
  await record(tx, may, { subject: "sign-off", subjectId: made.id, useCaseId, after: asked }, when);
  const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
  const news = { kind: "sign-off-asked" as const, useCaseId, href, values: { signOff: kind, dueOn: asked.dueOn } };
  await notify(tx, actor, news, await reviewersOf(tx, kind, useCase, when.today), when);
  return made;
}

export interface SignOffAnswer {
  signOffId: number;
  verdict: "yes" | "no";
  note: Told | null;
  /** What a yes asks for in return, in words. */
  conditions?: Told | null;
  /** The same as conditions of somebody, until a day. */
  asked?: readonly Asked[];
}

/** In whose place somebody signs: who gave it to them, or whom they stand in for that day; never a party to the case. */
async function inPlaceOf(
  tx: Writer,
  actor: Actor,
  asked: SignOff,
  useCase: Awaited<ReturnType<typeof withInvolved<Awaited<ReturnType<typeof caseById>>>>>,
  today: Day,
): Promise<number | null> {
  if (actor.personId === null) return null;
  if (asked.delegatedTo === actor.personId) return asked.delegatedBy;
  const away = (await awayOn(tx, asked.kind, today)).filter(({ toId }) => toId === actor.personId);
  if (away.length === 0) return null;
  const absent = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      inArray(
        people.id,
        away.map(({ fromId }) => fromId),
      ),
    );
  const able = absent.find(({ id, name }) =>
    permits({ personId: id, name, roles: [asked.kind], departmentIds: [] }, `sign-off.${asked.kind}`, useCase),
  );
  return able?.id ?? null;
}

/**
 * A reviewer's yes or no. Four eyes: never by who is involved in the case, nor by who asked for it, nor in their place.
 * @throws Refusal 409 when it was answered meanwhile
 */
export async function answerSignOff(tx: Writer, actor: Actor, answer: SignOffAnswer, when: When): Promise<void> {
  const { signOffId, verdict, note, conditions = null, asked: conditionsAsked = [] } = answer;
  const asked = await signOffById(tx, signOffId);
  const { useCaseId, kind } = asked;
  const useCase = await withInvolved(tx, await caseById(tx, useCaseId));
  const may = permit(actor, `sign-off.${kind}`, useCase);
  if (actor.personId !== null && asked.requestedBy === actor.personId) {
    throw new Refusal(403, "delivery.refusal.own-request");
  }
  if (asked.verdict) throw new Refusal(409, "delivery.refusal.sign-off-answered");
  if (verdict === "no" && conditionsAsked.length > 0) throw new Refusal(409, "delivery.input.no-takes-no-conditions");
  const said = {
    ...{ verdict, note, on: when.today, conditions: verdict === "yes" ? conditions : null },
    forId: await inPlaceOf(tx, actor, asked, useCase, when.today),
    expiresOn: verdict === "yes" ? expiryOf(when.today, await termsOf(tx, kind)) : null,
  };
  await tx
    .update(signOffs)
    .set({ ...said, byId: actor.personId, version: asked.version + 1 })
    .where(eq(signOffs.id, signOffId));
  await record(tx, may, { subject: "sign-off", subjectId: signOffId, useCaseId, after: { kind, ...said } }, when);
  await askConditions(tx, may, signOffId, conditionsAsked, when);
  const href = `/use-cases/${useCase.reference}/governance#sign-offs`;
  const news = { kind: "sign-off-answered" as const, useCaseId, href };
  const values = { signOff: kind, verdict, reason: said.conditions ?? conditionsAsked[0]?.text ?? note };
  const told = [asked.requestedBy, said.forId, ...(await concernedBy(tx, useCase))];
  await notify(tx, actor, { ...news, values }, told, when);
}

export interface CaseSignOff {
  id: number;
  kind: SignOffKind;
  gate: Stage | null;
  verdict: "yes" | "no" | null;
  note: Told | null;
  conditions: Told | null;
  asked: SignOffCondition[];
  requestedBy: number | null;
  asker: string | null;
  requestedOn: Day;
  dueOn: Day | null;
  by: string | null;
  on: Day | null;
  /** In whose place it was signed. */
  inPlaceOf: string | null;
  delegatedTo: string | null;
  delegatedToId: number | null;
  delegatedBy: string | null;
  delegatedOn: Day | null;
  expiresOn: Day | null;
  staleOn: Day | null;
  staleCause: SignOff["staleCause"];
  staleDetail: Told | null;
  /** It renews one that ended. */
  renewsId: number | null;
}

/** Every sign-off of a case, the newest first: of each kind, the newest that was answered counts. Two queries. */
export async function signOffsOfCase(db: Reader, useCaseId: number): Promise<CaseSignOff[]> {
  const named = (alias: string) => db.select({ id: people.id, name: people.name }).from(people).as(alias);
  const [asker, absent, given, giver] = [named("asker"), named("absent"), named("given"), named("giver")];
  const rows = await db
    .select({
      row: signOffs,
      ...{ asker: asker.name, by: people.name, inPlaceOf: absent.name },
      ...{ delegatedTo: given.name, delegatedBy: giver.name },
    })
    .from(signOffs)
    .leftJoin(asker, eq(asker.id, signOffs.requestedBy))
    .leftJoin(people, eq(people.id, signOffs.byId))
    .leftJoin(absent, eq(absent.id, signOffs.forId))
    .leftJoin(given, eq(given.id, signOffs.delegatedTo))
    .leftJoin(giver, eq(giver.id, signOffs.delegatedBy))
    .where(eq(signOffs.useCaseId, useCaseId))
    .orderBy(desc(signOffs.id));
  const conditions = rows.length ? await signOffConditionsOf(db, [useCaseId]) : [];
  return rows.map(({ row, ...names }) => {
    const { useCaseId: _, byId: __, forId: ___, remindedOn: ____, version: _____, ...own } = row;
    return {
      ...{ ...own, delegatedToId: row.delegatedTo, ...names },
      asked: conditions.filter(({ signOffId }) => signOffId === row.id),
    };
  });
}
