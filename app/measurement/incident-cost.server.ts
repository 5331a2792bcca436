import { and, eq, sum } from "drizzle-orm";
import { type Minor, minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { openIncident } from "#app/safeguards/incidents/incident.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import type { Reader, Writer } from "#db/client.server";
import { incidentCosts, incidents } from "#db/schema.server";
import { costOf, enteredBy, keepCost, refuseQuarter } from "./costs.server";

export interface IncidentCost {
  incidentId: number;
  quarter: Quarter;
  /** Null takes the entry away. Negative is a credit, such as one that corrects a closed quarter. */
  amountMinor: Minor | null;
  note: Told | null;
  /** The version of the entry that the form started from, 0 where there was none. Left out: whatever is there. */
  version?: number;
}

/**
 * Sets what an incident cost in a quarter. The case's costs hold the sum of its incidents as one entry, so that sums,
 * the dashboard and what they open to count it as they count every other cost.
 * @throws Refusal 404, 403; 409 before the incident, for a credit above what it cost, once the quarter is closed (what comes in late belongs to the quarter that is open), when
 *   it has not begun, or when somebody changed the entry since `version`
 */
export async function setIncidentCost(tx: Writer, actor: Actor, input: IncidentCost, when: When): Promise<void> {
  const { incidentId, quarter, amountMinor, note } = input;
  const { incident, useCase } = await openIncident(tx, incidentId);
  const may = permit(actor, "cost.write", useCase);
  await refuseMerged(tx, useCase);
  await refuseQuarter(tx, quarter, when);
  if (quarter < incident.quarter) throw new Refusal(409, "incidents.refusal.cost-before");
  const here = and(eq(incidentCosts.incidentId, incidentId), eq(incidentCosts.quarter, quarter));
  const [before] = await tx.select().from(incidentCosts).where(here);
  if (input.version !== undefined && input.version !== (before?.version ?? 0)) {
    throw new Refusal(409, "desk.refusal.stale");
  }
  const by = enteredBy(actor, useCase);
  if (amountMinor === null) await tx.delete(incidentCosts).where(here);
  else {
    const row = { amountMinor, note: note ?? before?.note ?? null, enteredBy: by, enteredOn: when.today };
    const next = { ...row, version: (before?.version ?? 0) + 1 };
    if (before) await tx.update(incidentCosts).set(next).where(here);
    else await tx.insert(incidentCosts).values({ incidentId, quarter, ...row });
  }
  const total = await costSoFar(tx, incidentId);
  if (total !== null && total < 0) throw new Refusal(409, "incidents.refusal.credit-above");
  const place = { useCaseId: useCase.id, quarter, kind: "incident" as const };
  const all = await incidentCostOf(tx, useCase.id, quarter);
  await keepCost(tx, { ...place, amountMinor: all, note: null }, await costOf(tx, place), by, when);
  await tx.update(incidents).set({ costMinor: total }).where(eq(incidents.id, incidentId));
  const was = before ? { quarter, amountMinor: before.amountMinor, note: before.note } : null;
  const change = { before: was, after: { quarter, amountMinor, note } };
  await record(tx, may, { subject: "incident", subjectId: incidentId, useCaseId: useCase.id, ...change }, when);
}

const known = (total: string | null | undefined): Minor | null => (total == null ? null : minor(Number(total)));

/** What the incidents of a case cost in a quarter; null where nobody said of any. */
async function incidentCostOf(tx: Reader, useCaseId: number, quarter: Quarter): Promise<Minor | null> {
  const [all] = await tx
    .select({ total: sum(incidentCosts.amountMinor) })
    .from(incidentCosts)
    .innerJoin(incidents, eq(incidents.id, incidentCosts.incidentId))
    .where(and(eq(incidents.useCaseId, useCaseId), eq(incidentCosts.quarter, quarter)));
  return known(all?.total);
}

async function costSoFar(tx: Reader, incidentId: number): Promise<Minor | null> {
  const [all] = await tx
    .select({ total: sum(incidentCosts.amountMinor) })
    .from(incidentCosts)
    .where(eq(incidentCosts.incidentId, incidentId));
  return known(all?.total);
}

/** What an incident cost by quarter, newest first. One query. */
export function costsOfIncident(db: Reader, incidentId: number) {
  return db.select().from(incidentCosts).where(eq(incidentCosts.incidentId, incidentId)).orderBy(incidentCosts.quarter);
}
