import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { campaigns } from "#db/schema.server";
import { type CampaignSaid, stateOf } from "./campaign";
import { type Campaign, campaignBySlug, invitedBy } from "./campaigns.server";
import { invite, refuseUnableHost, toldOf } from "./create-campaign.server";
import { permitRun } from "./may-run";

const idsOf = (invited: readonly { departmentId: number }[]) => invited.map(({ departmentId }) => departmentId);

/** @throws Refusal 409 when somebody changed it since `version` */
export async function setCampaign(
  tx: Writer,
  id: number,
  version: number,
  columns: Partial<Omit<Campaign, "id" | "version">>,
): Promise<void> {
  const [saved] = await tx
    .update(campaigns)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(campaigns.id, id), eq(campaigns.version, version)))
    .returning({ id: campaigns.id });
  if (!saved) throw new Refusal(409, "desk.refusal.stale");
}

/** @throws Refusal 403 for who may not run it as it is, or not invite those who are added; 409 when it was changed meanwhile */
export async function editCampaign(
  tx: Writer,
  actor: Actor,
  edit: { slug: string; version: number; said: CampaignSaid },
  when: When,
): Promise<void> {
  const before = await campaignBySlug(tx, edit.slug);
  const invited = await invitedBy(tx, before.id);
  const may = permitRun(actor, { hostId: before.hostId, invited: idsOf(invited) });
  const { invited: next, ...columns } = edit.said;
  const added = idsOf(next).filter((id) => !idsOf(invited).includes(id));
  // A host may not widen it beyond those for whom they could have begun one.
  if ((next.length === 0 && invited.length > 0) || (invited.length > 0 && added.length > 0)) {
    permitRun(actor, { invited: added });
  }
  if (columns.hostId !== before.hostId) await refuseUnableHost(tx, columns.hostId);
  // What has an end of its own runs again where its days are moved beyond today.
  const endedOn = before.endedOn !== null && columns.endsOn > before.endsOn ? null : before.endedOn;
  await setCampaign(tx, before.id, edit.version, { ...columns, endedOn });
  await invite(tx, before.id, next);
  const was = { ...toldOf({ ...before, invited }), endedOn: before.endedOn };
  const after = { ...toldOf(edit.said), endedOn };
  await record(tx, may, { subject: "campaign", subjectId: before.id, before: was, after }, when);
}

/** What its host says of how it went, once it is over. */
export async function writeSummary(
  tx: Writer,
  actor: Actor,
  { slug, version, summary }: { slug: string; version: number; summary: Told | null },
  when: When,
): Promise<void> {
  const campaign = await campaignBySlug(tx, slug);
  const may = permitRun(actor, { hostId: campaign.hostId, invited: idsOf(await invitedBy(tx, campaign.id)) });
  if (stateOf(campaign, when.today) !== "past") throw new Refusal(409, "campaigns.refusal.not-over");
  await setCampaign(tx, campaign.id, version, { summary });
  const change = {
    subject: "campaign",
    subjectId: campaign.id,
    before: { summary: campaign.summary },
    after: { summary },
  };
  await record(tx, may, change, when);
}
