import { and, desc, eq, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { quarterOf } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { readOrganisation } from "#app/people/organisation.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { pausesOf } from "#app/use-cases/paused.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import type { Reader, Writer } from "#db/client.server";
import { incidents, models, risks } from "#db/schema.server";
import { faultOf, missingToClose, type Seriousness, type Severity } from "./incident";
import { tellOfIncident } from "./tell.server";

export type StoredIncident = typeof incidents.$inferSelect;

export interface IncidentContent {
  title: Told;
  what: Told;
  severity: Severity;
  startedOn: Day;
  startedTime: string | null;
  detectedOn: Day;
  detectedTime: string | null;
  endedOn: Day | null;
  endedTime: string | null;
  affected: Told | null;
  affectedCount: number | null;
  personalData: boolean | null;
  authorityToldOn: Day | null;
  authorityWhyNot: Told | null;
  seriousness: Seriousness | null;
  marketToldOn: Day | null;
  cause: Told | null;
  correction: Told | null;
  riskId: number | null;
  vendorId: number | null;
  modelId: number | null;
  hoursLost: number | null;
}

/** Where an incident is read. */
export const placeOfIncident = (reference: string, id: number): string => `/use-cases/${reference}/incidents/${id}`;

/** An incident for somebody who is about to write it, with its case. @throws Refusal 404 */
export async function openIncident(db: Reader, id: number): Promise<{ incident: StoredIncident; useCase: UseCase }> {
  const [incident] = await db.select().from(incidents).where(eq(incidents.id, id));
  if (!incident) throw new Refusal(404, "incidents.refusal.not-found");
  return { incident, useCase: await caseById(db, incident.useCaseId) };
}

/** An incident of this very case. @throws Refusal 404 */
export async function incidentOfCase(db: Reader, useCaseId: number, id: number): Promise<StoredIncident> {
  const { incident } = await openIncident(db, id);
  if (incident.useCaseId !== useCaseId) throw new Refusal(404, "incidents.refusal.not-found");
  return incident;
}

/** Writes what changed of an incident that nobody changed since. @throws Refusal 409 */
export async function writeIncident(
  tx: Writer,
  { id, version }: Pick<StoredIncident, "id" | "version">,
  said: Partial<StoredIncident>,
): Promise<void> {
  const [written] = await tx
    .update(incidents)
    .set({ ...said, version: sql`${incidents.version} + 1` })
    .where(and(eq(incidents.id, id), eq(incidents.version, version)))
    .returning({ id: incidents.id });
  if (!written) throw new Refusal(409, "desk.refusal.stale");
}

/** @throws Refusal 409 where what is told contradicts itself, or names a risk of another case or a model of another vendor */
async function refuseFaults(tx: Reader, useCaseId: number, content: IncidentContent, today: Day): Promise<void> {
  const fault = faultOf(content, today);
  if (fault) throw new Refusal(409, `incidents.refusal.${fault}`);
  if (content.riskId !== null) {
    const [risk] = await tx.select({ useCaseId: risks.useCaseId }).from(risks).where(eq(risks.id, content.riskId));
    if (risk?.useCaseId !== useCaseId) throw new Refusal(409, "incidents.refusal.other-risk");
  }
  if (content.modelId !== null && content.vendorId !== null) {
    const [model] = await tx.select({ vendorId: models.vendorId }).from(models).where(eq(models.id, content.modelId));
    if (model?.vendorId !== content.vendorId) throw new Refusal(409, "incidents.refusal.other-vendor");
  }
}

/** The quarter in which it began, as the organisation's fiscal year has it. */
async function quarterOfStart(tx: Reader, startedOn: Day) {
  const organisation = await readOrganisation(tx);
  return quarterOf(startedOn, organisation?.fiscalFirstMonth ?? 1);
}

/** Anybody who sees a case may say what went wrong with it. @throws Refusal 403, or 409 where it contradicts itself */
export async function logIncident(
  tx: Writer,
  actor: Actor,
  { useCaseId, ...content }: IncidentContent & { useCaseId: number },
  when: When,
): Promise<{ id: number; reference: string }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "incident.log", useCase);
  // What is still a draft is its author's alone, and has run nowhere.
  if (useCase.stage === "draft") throw new Refusal(409, "incidents.refusal.draft");
  await refuseMerged(tx, useCase);
  await refuseFaults(tx, useCaseId, content, when.today);
  const quarter = await quarterOfStart(tx, content.startedOn);
  const [made] = await tx
    .insert(incidents)
    .values({ useCaseId, ...content, quarter, loggedById: actor.personId, loggedOn: when.today })
    .returning({ id: incidents.id });
  if (!made) throw new Error("The incident was not inserted");
  await record(tx, may, { subject: "incident", subjectId: made.id, useCaseId, after: content }, when);
  await tellOfIncident(tx, actor, useCase, { kind: "incident-logged", id: made.id, ...content }, when);
  return { id: made.id, reference: useCase.reference };
}

/** @throws Refusal 404, 403; 409 when it changed since `version`, is closed, or contradicts itself */
export async function changeIncident(
  tx: Writer,
  actor: Actor,
  { id, version, ...change }: Partial<IncidentContent> & { id: number; version: number },
  when: When,
): Promise<void> {
  const { incident, useCase } = await openIncident(tx, id);
  const may = permit(actor, "incident.write", { ...useCase, writtenBy: incident.loggedById });
  if (incident.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (incident.state === "closed") throw new Refusal(409, "incidents.refusal.closed");
  const content: IncidentContent = { ...incident, ...change };
  await refuseFaults(tx, useCase.id, content, when.today);
  await writeIncident(tx, incident, { ...change, quarter: await quarterOfStart(tx, content.startedOn) });
  const fields = Object.keys(change) as (keyof IncidentContent)[];
  const before = Object.fromEntries(fields.map((field) => [field, incident[field]]));
  await record(tx, may, { subject: "incident", subjectId: id, useCaseId: useCase.id, before, after: change }, when);
  // Graver than it was thought: those who answer for it hear of it anew.
  if (content.severity < incident.severity) {
    await tellOfIncident(tx, actor, useCase, { kind: "incident-logged", id, ...content }, when);
  }
}

interface Ending {
  id: number;
  version: number;
  reason: Told;
}

/**
 * Closes an incident whose end, cause and correction are said, with what was learnt.
 * @throws Refusal 404, 403; 409 when it changed since `version`, something is not said, or its case is still paused
 */
export async function closeIncident(tx: Writer, actor: Actor, { id, version, reason }: Ending, when: When) {
  const { incident, useCase } = await openIncident(tx, id);
  const may = permit(actor, "incident.close", useCase);
  if (incident.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (incident.state === "closed") throw new Refusal(409, "incidents.refusal.closed");
  const [missing] = missingToClose(incident);
  if (missing) throw new Refusal(409, `incidents.refusal.without-${missing}`);
  const pause = (await pausesOf(tx, [useCase.id])).get(useCase.id);
  if (pause?.incidentId === id) throw new Refusal(409, "incidents.refusal.still-paused");
  const closed = { state: "closed" as const, closedOn: when.today, closedById: actor.personId, closedReason: reason };
  await writeIncident(tx, incident, closed);
  const change = { before: { state: "open" }, after: { state: "closed", reason } };
  await record(tx, may, { subject: "incident", subjectId: id, useCaseId: useCase.id, ...change }, when);
  await tellOfIncident(tx, actor, useCase, { kind: "incident-closed", ...incident }, when);
}

/** @throws Refusal 404, 403; 409 when it changed since `version` or is open */
export async function reopenIncident(tx: Writer, actor: Actor, { id, version, reason }: Ending, when: When) {
  const { incident, useCase } = await openIncident(tx, id);
  const may = permit(actor, "incident.close", useCase);
  if (incident.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (incident.state === "open") throw new Refusal(409, "incidents.refusal.open");
  await writeIncident(tx, incident, { state: "open", closedOn: null, closedById: null, closedReason: null });
  const change = { before: { state: "closed" }, after: { state: "open", reason } };
  await record(tx, may, { subject: "incident", subjectId: id, useCaseId: useCase.id, ...change }, when);
}

/** The incidents of a case, newest first. One query. */
export async function incidentsOfCase(db: Reader, useCaseId: number): Promise<StoredIncident[]> {
  return db
    .select()
    .from(incidents)
    .where(eq(incidents.useCaseId, useCaseId))
    .orderBy(desc(incidents.startedOn), desc(incidents.id));
}
