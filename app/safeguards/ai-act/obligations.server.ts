import { and, asc, count, eq, inArray, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { addDays, type Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { aiActObligations, people, useCases } from "#db/schema.server";
import type { ProvisionKey } from "./law/shipped";
import { type ActRole, type Obligation, owedFrom } from "./obligations";
import type { Law } from "./wording";

export const OBLIGATION_STATES = ["open", "done", "not-applicable"] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Whoever gets one that applies already has so many days before it is overdue. */
const DAYS_TO_BEGIN = 30;

/** Who builds answers for what a provider owes; who uses, for the rest. */
const ownerOf = (role: ActRole, useCase: UseCase): number | null =>
  role === "provider" || role === "product-manufacturer"
    ? (useCase.technicalOwnerId ?? useCase.ownerId)
    : (useCase.ownerId ?? useCase.technicalOwnerId);

/** Lays what a confirmed class asks over what was there: what stays keeps its state, what is new opens, the rest lapses. */
export async function layOut(
  tx: Writer,
  may: Permitted<"ai-act.confirm", UseCase>,
  { id: classificationId, owed }: { id: number; owed: readonly Obligation[] },
  law: Law,
  when: When,
): Promise<void> {
  const useCase = may.subject;
  const known = await tx.select().from(aiActObligations).where(eq(aiActObligations.useCaseId, useCase.id));
  const same = (a: { role: string; provision: string }, b: { role: string; provision: string }) =>
    a.role === b.role && a.provision === b.provision;
  const soon = addDays(when.today, DAYS_TO_BEGIN);
  const fresh = owed
    .filter((one) => !known.some((row) => same(row, one)))
    .map((one) => {
      const from = owedFrom(one, (provision) => law(provision).appliesFrom);
      const { role, provision } = one;
      const ownerId = ownerOf(role, useCase);
      return {
        useCaseId: useCase.id,
        classificationId,
        role,
        provision,
        ownerId,
        dueOn: from && from > soon ? from : soon,
      };
    });
  if (fresh.length > 0) await tx.insertMany(aiActObligations, fresh);
  const back = known.filter((row) => row.state === "lapsed" && owed.some((one) => same(row, one)));
  const gone = known.filter((row) => row.state !== "lapsed" && !owed.some((one) => same(row, one)));
  for (const [rows, state] of [
    [back, "open"],
    [gone, "lapsed"],
  ] as const) {
    if (rows.length === 0) continue;
    const ids = rows.map(({ id }) => id);
    await tx
      .update(aiActObligations)
      .set({ state, classificationId, version: sql`${aiActObligations.version} + 1` })
      .where(inArray(aiActObligations.id, ids));
  }
  const owners = [...new Set([...fresh.map(({ ownerId }) => ownerId)])];
  const href = `/use-cases/${useCase.reference}/ai-act#obligations`;
  for (const owner of owners) {
    const values = { count: fresh.filter(({ ownerId }) => ownerId === owner).length };
    await notify(tx, may.actor, { kind: "obligations", useCaseId: useCase.id, href, values }, [owner], when);
  }
}

const COLUMNS = {
  id: aiActObligations.id,
  useCaseId: aiActObligations.useCaseId,
  reference: useCases.reference,
  title: useCases.title,
  role: aiActObligations.role,
  provision: aiActObligations.provision,
  ownerId: aiActObligations.ownerId,
  owner: people.name,
  dueOn: aiActObligations.dueOn,
  state: aiActObligations.state,
  note: aiActObligations.note,
  closedOn: aiActObligations.closedOn,
  version: aiActObligations.version,
};

const obligationRows = (db: Reader) =>
  db
    .select(COLUMNS)
    .from(aiActObligations)
    .innerJoin(useCases, eq(useCases.id, aiActObligations.useCaseId))
    .leftJoin(people, eq(people.id, aiActObligations.ownerId));

type Row = Awaited<ReturnType<typeof obligationRows>>[number];
export type CaseObligation = Omit<Row, "role" | "provision" | "state"> & {
  role: ActRole;
  provision: ProvisionKey;
  state: ObligationState;
  overdue: boolean;
};

const read = (row: Row, today: Day): CaseObligation => ({
  ...row,
  role: row.role as ActRole,
  provision: row.provision as ProvisionKey,
  state: row.state as ObligationState,
  overdue: row.state === "open" && row.dueOn < today,
});

/** What a case owes, what is open and due first before the rest; what lapsed is left to the record. One query. */
export async function obligationsOfCase(db: Reader, useCaseId: number, today: Day): Promise<CaseObligation[]> {
  const rows = await obligationRows(db)
    .where(and(eq(aiActObligations.useCaseId, useCaseId), ne(aiActObligations.state, "lapsed")))
    .orderBy(
      asc(sql`case when ${aiActObligations.state} = 'open' then 0 else 1 end`),
      asc(aiActObligations.dueOn),
      asc(aiActObligations.id),
    );
  return rows.map((row) => read(row, today));
}

/** A case that was turned down, stopped or merged owes nothing of its own any more; one that is retired still keeps documents. */
export const stillOwing = or(
  isNull(useCases.stage),
  notInArray(useCases.stage, ["rejected", "stopped", "merged", "withdrawn"]),
);

/** What a person still has to see to, and how much of it is overdue. One query. */
export async function countObligations(
  db: Reader,
  personId: number,
  today: Day,
): Promise<{ open: number; overdue: number }> {
  const [all] = await db
    .select({
      open: count(),
      overdue: sql<number>`coalesce(sum(case when ${aiActObligations.dueOn} < ${today} then 1 else 0 end), 0)`,
    })
    .from(aiActObligations)
    .innerJoin(useCases, eq(useCases.id, aiActObligations.useCaseId))
    .where(and(eq(aiActObligations.ownerId, personId), eq(aiActObligations.state, "open"), stillOwing));
  return { open: Number(all?.open ?? 0), overdue: Number(all?.overdue ?? 0) };
}

export interface ObligationChange {
  id: number;
  version: number;
  ownerId?: number | null;
  dueOn?: Day;
  state?: ObligationState;
  note?: Told | null;
}

/**
 * Gives an obligation an owner, a day, or an end: done with what proves it, or not applicable with the reason.
 * @throws Refusal 404 for none, 409 when it changed since `version` or ends without a word
 */
export async function changeObligation(
  tx: Writer,
  actor: Actor,
  { id, version, ...change }: ObligationChange,
  when: When,
): Promise<CaseObligation> {
  const [row] = await obligationRows(tx).where(eq(aiActObligations.id, id));
  if (!row || row.state === "lapsed") throw new Refusal(404, "ai-act.refusal.no-obligation");
  const useCase = await caseById(tx, row.useCaseId);
  const may = permit(actor, "obligation.handle", { ...useCase, accountOf: row.ownerId });
  const state = change.state ?? (row.state as ObligationState);
  const note = change.note === undefined ? row.note : change.note;
  if (state !== "open" && !note?.fr && !note?.en) throw new Refusal(409, "ai-act.refusal.no-note");
  const closed =
    state === "open" ? { closedBy: null, closedOn: null } : { closedBy: actor.personId, closedOn: when.today };
  const ownerId = change.ownerId === undefined ? row.ownerId : change.ownerId;
  if (ownerId !== null && ownerId !== row.ownerId) {
    const [open] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, ownerId), eq(people.active, true)));
    if (!open) throw new Refusal(409, "ai-act.refusal.no-such-owner");
  }
  const after = { ownerId, dueOn: change.dueOn ?? row.dueOn, state, note };
  const [changed] = await tx
    .update(aiActObligations)
    .set({ ...after, ...(state === row.state ? {} : closed), version: version + 1 })
    .where(and(eq(aiActObligations.id, id), eq(aiActObligations.version, version)))
    .returning({ id: aiActObligations.id });
  if (!changed) throw new Refusal(409, "desk.refusal.stale");
  const before = { ownerId: row.ownerId, dueOn: row.dueOn, state: row.state, note: row.note };
  const key = row.provision;
  await record(
    tx,
    may,
    { subject: "obligation", subjectId: id, useCaseId: useCase.id, before, after: { key, ...after } },
    when,
  );
  if (ownerId !== null && ownerId !== row.ownerId) {
    const href = `/use-cases/${useCase.reference}/ai-act#obligations`;
    await notify(
      tx,
      actor,
      { kind: "obligations", useCaseId: useCase.id, href, values: { count: 1 } },
      [ownerId],
      when,
    );
  }
  const [fresh] = await obligationRows(tx).where(eq(aiActObligations.id, id));
  return read(fresh ?? row, when.today);
}
