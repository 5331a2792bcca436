import { eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import { tell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { campaigns, useCases } from "#db/schema.server";
import { caseById } from "../cases.server";
import { invites, stateOf } from "./campaign";
import { campaignBySlug, campaignsToChoose, invitedBy } from "./campaigns.server";

/**
 * What the form of a draft says of its campaign: put in for it, or, where none is chosen, for none any more. A form that
 * does not ask leaves it as it is.
 */
export async function chooseCampaign(
  tx: Writer,
  actor: Actor,
  useCaseId: number,
  slug: string | null | undefined,
  when: When,
): Promise<void> {
  if (slug === undefined) return;
  if (slug !== null) return putInFor(tx, actor, useCaseId, slug, when);
  const useCase = await caseById(tx, useCaseId);
  if (useCase.campaignId === null) return;
  const may = permit(actor, "use-case.edit", useCase);
  await tx.update(useCases).set({ campaignId: null }).where(eq(useCases.id, useCaseId));
  const change = { subject: "use-case", subjectId: useCaseId, useCaseId };
  await record(tx, may, { ...change, before: { campaignId: useCase.campaignId }, after: { campaignId: null } }, when);
}

/** The running campaigns that a draft may be put in for, and the one that it is. Nothing to choose for one that is over. */
export async function campaignsOfDraft(db: Reader, actor: Actor, campaignId: number | null, today: Day) {
  const [own] = await db
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId ?? 0));
  const choice = await campaignsToChoose(db, actor, own?.slug ?? null, today);
  return own && choice.chosen === null ? { campaigns: [], chosen: null } : choice;
}

/**
 * Counts a case that was just put in for a campaign, in the transaction that puts it in. A draft that says no department
 * yet may say it later.
 * @throws Refusal 409 when the campaign does not run, or does not call on the case's department
 */
export async function putInFor(tx: Writer, actor: Actor, useCaseId: number, slug: string, when: When): Promise<void> {
  const campaign = await campaignBySlug(tx, slug);
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "use-case.edit", useCase);
  if (useCase.campaignId === campaign.id) return;
  const invited = (await invitedBy(tx, campaign.id)).map(({ departmentId }) => departmentId);
  const calls = useCase.departmentId === null || invites(invited, useCase.departmentId);
  if (stateOf(campaign, when.today) !== "running" || !calls) {
    throw new Refusal(409, "campaigns.refusal.not-invited", { name: tell(campaign.name, "fr") });
  }
  await tx.update(useCases).set({ campaignId: campaign.id }).where(eq(useCases.id, useCaseId));
  const change = { subject: "use-case", subjectId: useCaseId, useCaseId };
  const before = { campaignId: useCase.campaignId };
  await record(tx, may, { ...change, before, after: { campaignId: campaign.id } }, when);
}
