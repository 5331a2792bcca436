import { and, count, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Permitted } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { campaignDepartments, campaigns, useCases } from "#db/schema.server";
import { stateOf } from "./campaign";
import { type Campaign, campaignBySlug, invitedBy } from "./campaigns.server";
import { newCode } from "./create-campaign.server";
import { setCampaign } from "./edit-campaign.server";
import { permitRun } from "./may-run";

async function opened(tx: Writer, actor: Actor, slug: string): Promise<{ may: Permitted; campaign: Campaign }> {
  const campaign = await campaignBySlug(tx, slug);
  const invited = (await invitedBy(tx, campaign.id)).map(({ departmentId }) => departmentId);
  return { may: permitRun(actor, { hostId: campaign.hostId, invited }), campaign };
}

/** Ends a running one before its last day: nothing can be captured by its link any more. @throws Refusal 409 */
export async function endEarly(tx: Writer, actor: Actor, slug: string, when: When): Promise<void> {
  const { may, campaign } = await opened(tx, actor, slug);
  if (stateOf(campaign, when.today) !== "running") throw new Refusal(409, "campaigns.refusal.not-running");
  await setCampaign(tx, campaign.id, campaign.version, { endedOn: when.today });
  const change = {
    subject: "campaign",
    subjectId: campaign.id,
    before: { endedOn: null },
    after: { endedOn: when.today },
  };
  await record(tx, may, change, when);
}

/** Takes an early end back, while its days still last. @throws Refusal 409 */
export async function reopen(tx: Writer, actor: Actor, slug: string, when: When): Promise<void> {
  const { may, campaign } = await opened(tx, actor, slug);
  const { endedOn, endsOn } = campaign;
  if (endedOn === null || endsOn < when.today) throw new Refusal(409, "campaigns.refusal.no-days-left");
  await setCampaign(tx, campaign.id, campaign.version, { endedOn: null });
  const change = { subject: "campaign", subjectId: campaign.id, before: { endedOn }, after: { endedOn: null } };
  await record(tx, may, change, when);
}

/** Gives its link a new code: the old one, and every QR code that was printed with it, leads nowhere from then on. */
export async function renewCode(tx: Writer, actor: Actor, slug: string, when: When): Promise<void> {
  const { may, campaign } = await opened(tx, actor, slug);
  await setCampaign(tx, campaign.id, campaign.version, { captureCode: newCode() });
  await record(tx, may, { subject: "campaign", subjectId: campaign.id, after: { codeRenewed: true } }, when);
}

/** Takes one back that nothing was put in for. @throws Refusal 409 when something was */
export async function deleteCampaign(tx: Writer, actor: Actor, slug: string, when: When): Promise<void> {
  const { may, campaign } = await opened(tx, actor, slug);
  const { id, name, startsOn, endsOn } = campaign;
  const [held] = await tx.select({ cases: count() }).from(useCases).where(eq(useCases.campaignId, id));
  if (held && held.cases > 0) throw new Refusal(409, "campaigns.refusal.not-empty", { count: held.cases });
  await tx.delete(campaignDepartments).where(eq(campaignDepartments.campaignId, id));
  await tx.delete(campaigns).where(and(eq(campaigns.id, id)));
  const before = { slug, name, startsOn, endsOn };
  await record(tx, may, { subject: "campaign", subjectId: id, before, after: null }, when);
}
