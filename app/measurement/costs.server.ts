import { and, eq } from "drizzle-orm";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { post } from "#app/use-cases/ledger.server";
import type { Reader, Writer } from "#db/client.server";
import { costs } from "#db/schema.server";
import { type CostKind, countedCost, difference, type EnteredKind } from "./postings";
import { stateOf } from "./quarters.server";

export interface CostEntry {
  useCaseId: number;
  quarter: Quarter;
  kind: EnteredKind;
  /** Null takes the entry away. Negative is a credit, such as one that corrects a closed quarter. */
  amountMinor: Minor | null;
  /** Null says nothing new: the note that is there stays. */
  note: Told | null;
  /** The version of the entry that the form started from, 0 where there was none. Left out: whatever is there. */
  version?: number;
}

/**
 * Sets what a use case really cost in a quarter, for one kind of cost.
 * @throws Refusal 409 once the quarter is closed (a late invoice belongs to the quarter that is open), when it has not
 *   begun, or when somebody changed the entry since `version`
 */
export async function setCost(tx: Writer, actor: Actor, input: CostEntry, when: When): Promise<void> {
  const useCase = await caseById(tx, input.useCaseId);
  const may = permit(actor, "cost.write", useCase);
  const { useCaseId, quarter, kind, amountMinor } = input;
  await refuseQuarter(tx, quarter, when);
  const before = await costOf(tx, input);
  if (input.version !== undefined && input.version !== (before?.version ?? 0)) {
    throw new Refusal(409, "desk.refusal.stale");
  }
  if ((before?.amountMinor ?? null) === amountMinor && !input.note) return;
  const note = amountMinor === null ? null : (input.note ?? before?.note ?? null);
  await keepCost(tx, { useCaseId, quarter, kind, amountMinor, note }, before, enteredBy(actor, useCase), when);
  await record(
    tx,
    may,
    {
      subject: "cost",
      subjectId: useCaseId,
      useCaseId,
      before: before ? { quarter, kind, amountMinor: before.amountMinor, note: before.note } : null,
      after: { quarter, kind, amountMinor, note },
    },
    when,
  );
}

/** @throws Refusal 409 where costs of a quarter cannot be entered: it is closed, or has not begun */
export async function refuseQuarter(tx: Writer, quarter: Quarter, when: When): Promise<void> {
  const { status } = await stateOf(tx, quarter);
  if (status === "closed") throw new Refusal(409, "measurement.refusal.closed-cost", { quarter });
  if (quarter > when.quarter) throw new Refusal(409, "measurement.refusal.not-begun", { quarter });
}

/** Who enters a cost: the installation does it for whoever answers for the case. */
export function enteredBy(actor: Actor, { ownerId }: { ownerId: number | null }): number {
  const by = actor.personId ?? ownerId;
  if (by === null) throw new Error("A cost is entered by somebody");
  return by;
}

interface Place {
  useCaseId: number;
  quarter: Quarter;
  kind: CostKind;
}

const at = ({ useCaseId, quarter, kind }: Place) =>
  and(eq(costs.useCaseId, useCaseId), eq(costs.quarter, quarter), eq(costs.kind, kind));

export async function costOf(tx: Reader, place: Place) {
  const [row] = await tx.select().from(costs).where(at(place));
  return row ?? null;
}

/** Writes an entry over what was there, and carries the difference into the kept sums: part of a command that records. */
export async function keepCost(
  tx: Writer,
  entry: Place & { amountMinor: Minor | null; note: Told | null },
  before: { amountMinor: Minor; version: number } | null,
  by: number,
  when: When,
): Promise<void> {
  const { useCaseId, quarter, kind, amountMinor, note } = entry;
  if (amountMinor === null) await tx.delete(costs).where(at(entry));
  else {
    const row = { amountMinor, note, enteredBy: by, enteredOn: when.today };
    if (before)
      await tx
        .update(costs)
        .set({ ...row, version: before.version + 1 })
        .where(at(entry));
    else await tx.insert(costs).values({ useCaseId, quarter, kind, ...row });
  }
  const counted = (amount: Minor | null) => countedCost(kind, amount);
  await post(tx, useCaseId, quarter, difference(counted(before?.amountMinor ?? null), counted(amountMinor)), when);
}
