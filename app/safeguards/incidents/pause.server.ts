import { desc, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { moveCase } from "#app/use-cases/move.server";
import type { Writer } from "#db/client.server";
import { incidentPauses, stageChanges } from "#db/schema.server";
import { isPausable } from "./incident";
import { openIncident } from "./incident.server";

export interface Pausing {
  incidentId: number;
  reason: Told;
  /** When to look at it again. It does not come back by itself on that day. */
  relookOn: Day;
}

/**
 * Puts a case that runs on hold because of an incident: an ordinary change of stage, with the incident that caused it.
 * @throws Refusal 404, 403; 409 when the incident is closed, nothing runs, or the re-look day is not to come
 */
export async function pauseCase(
  tx: Writer,
  actor: Actor,
  { incidentId, reason, relookOn }: Pausing,
  when: When,
): Promise<void> {
  const { incident, useCase } = await openIncident(tx, incidentId);
  const may = permit(actor, "incident.pause", useCase);
  if (incident.state === "closed") throw new Refusal(409, "incidents.refusal.closed");
  if (!isPausable(useCase.stage)) throw new Refusal(409, "incidents.refusal.nothing-runs");
  if (relookOn <= when.today) throw new Refusal(409, "incidents.refusal.relook-past");
  await moveCase(tx, may, { to: "on-hold", reason, relookOn }, [], when);
  const [change] = await tx
    .select({ id: stageChanges.id })
    .from(stageChanges)
    .where(eq(stageChanges.useCaseId, useCase.id))
    .orderBy(desc(stageChanges.id))
    .limit(1);
  if (!change) throw new Error("The case was not put on hold");
  const pause = { incidentId, useCaseId: useCase.id, changeId: change.id, quarter: when.quarter };
  await tx.insert(incidentPauses).values(pause);
  const after = { paused: true, reason, relookOn };
  await record(tx, may, { subject: "incident", subjectId: incidentId, useCaseId: useCase.id, after }, when);
}
