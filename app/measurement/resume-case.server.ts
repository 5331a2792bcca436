import { refuseInterested } from "#app/assessment/declare-conflict.server";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { openIncident } from "#app/safeguards/incidents/incident.server";
import type { UseCase } from "#app/use-cases/cases.server";
import { type GateCheck, gateBetween, unmet } from "#app/use-cases/gates";
import { moveCase } from "#app/use-cases/move.server";
import { pausesOf } from "#app/use-cases/paused.server";
import type { Stage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { readGateFacts } from "./gate-facts.server";

/** What the gate asks of a paused case before it goes on where it stood: what it asked when the case came there first. */
export async function gateToResume(db: Reader, useCase: UseCase, to: Stage, today: Day): Promise<GateCheck[]> {
  return gateBetween("on-hold", to, { ...(await readGateFacts(db, useCase, today)), reason: true });
}

/**
 * Ends the pause that an incident caused: the case goes on where it stood, through its gate, once the correction is said.
 * @throws Refusal 404, 403; 409 when it is not paused by this incident, the correction is missing, or its gate is closed
 */
export async function resumeCase(
  tx: Writer,
  actor: Actor,
  { incidentId, reason, override = false }: { incidentId: number; reason: Told; override?: boolean },
  when: When,
): Promise<void> {
  const { incident, useCase } = await openIncident(tx, incidentId);
  const may = permit(actor, "incident.resume", useCase);
  await refuseInterested(tx, actor, useCase);
  const pause = (await pausesOf(tx, [useCase.id])).get(useCase.id);
  if (pause?.incidentId !== incidentId || pause.from === null) {
    throw new Refusal(409, "incidents.refusal.not-paused");
  }
  if (incident.correction === null) throw new Refusal(409, "incidents.refusal.without-correction");
  const missing = unmet(await gateToResume(tx, useCase, pause.from, when.today));
  await moveCase(tx, may, { to: pause.from, reason, override }, missing, when);
  const change = { before: { paused: true }, after: { paused: false, reason } };
  await record(tx, may, { subject: "incident", subjectId: incidentId, useCaseId: useCase.id, ...change }, when);
}
