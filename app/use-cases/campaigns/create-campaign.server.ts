import { randomInt } from "node:crypto";
import { eq, like, or } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permits } from "#app/people/permissions";
import { type Actor, isRole } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { campaignDepartments, campaigns, people, personRoles } from "#db/schema.server";
import { type CampaignSaid, freeSlug, slugOf } from "./campaign";
import type { Invited } from "./campaigns.server";
import { CODE_LENGTH, CODE_LETTERS } from "./capture-code";
import { permitRun } from "./may-run";

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
}

async function slugFor(tx: Reader, name: CampaignSaid["name"]): Promise<string> {
  const wanted = slugOf(name);
  const taken = await tx
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .where(or(eq(campaigns.slug, wanted), like(campaigns.slug, `${wanted}-%`)));
  return freeSlug(
    wanted,
    taken.map(({ slug }) => slug),
  );
}

/** The host answers for the lines that come in without an account: only somebody who may submit them can. @throws Refusal 409 */
export async function refuseUnableHost(tx: Reader, hostId: number): Promise<void> {
  const rows = await tx
    .select({ active: people.active, role: personRoles.role, name: people.name })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .where(eq(people.id, hostId));
  const roles = rows.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : []));
  const host: Actor = { personId: hostId, name: "", roles, departmentIds: [] };
  if (rows[0]?.active && permits(host, "use-case.submit")) return;
  throw new Refusal(409, "campaigns.refusal.host", { name: rows[0]?.name ?? String(hostId) });
}

export async function invite(tx: Writer, campaignId: number, invited: readonly Invited[]): Promise<void> {
  await tx.delete(campaignDepartments).where(eq(campaignDepartments.campaignId, campaignId));
  if (invited.length === 0) return;
  await tx
    .insert(campaignDepartments)
    .values(invited.map(({ departmentId, target }) => ({ campaignId, departmentId, target })));
}

/** What its audit events say of it: everything but the code, which opens its link. */
export function toldOf({
  kind,
  name,
  brief,
  prize,
  startsOn,
  endsOn,
  target,
  hostId,
  openCapture,
  invited,
}: CampaignSaid) {
  const departmentIds = invited.map(({ departmentId }) => departmentId);
  const targets = Object.fromEntries(invited.map(({ departmentId, target: own }) => [departmentId, own]));
  return { kind, name, brief, prize, startsOn, endsOn, target, hostId, openCapture, departmentIds, targets };
}

/** @throws Refusal 403 for a champion who invites other departments; 409 for days that are over or a host who may not submit */
export async function createCampaign(
  tx: Writer,
  actor: Actor,
  said: CampaignSaid,
  when: When,
): Promise<{ id: number; slug: string }> {
  const { invited, ...columns } = said;
  const may = permitRun(actor, { invited: invited.map(({ departmentId }) => departmentId) });
  if (said.endsOn < when.today) throw new Refusal(409, "campaigns.refusal.over-already");
  await refuseUnableHost(tx, said.hostId);
  const slug = await slugFor(tx, said.name);
  const createdBy = actor.personId ?? said.hostId;
  const [made] = await tx
    .insert(campaigns)
    .values({ ...columns, slug, captureCode: newCode(), createdBy, createdAt: when.now })
    .returning({ id: campaigns.id });
  if (!made) throw new Error("The campaign was not written");
  await invite(tx, made.id, invited);
  await record(tx, may, { subject: "campaign", subjectId: made.id, after: { slug, ...toldOf(said) } }, when);
  return { id: made.id, slug };
}
