/** A campaign from its call to its summary, and what was captured for it in one line. */
import { campaignBySlug, type Campaign as Kept } from "#app/use-cases/campaigns/campaigns.server";
import { createCampaign } from "#app/use-cases/campaigns/create-campaign.server";
import { writeSummary } from "#app/use-cases/campaigns/edit-campaign.server";
import { captureByCode, captureLines } from "#app/use-cases/capture/capture.server";
import { caseByReference } from "#app/use-cases/cases.server";
import { contentOf } from "#app/use-cases/content";
import { saveDraft } from "#app/use-cases/submit.server";
import { type Scene, told } from "./cast";
import type { Campaign, CapturedLine } from "./story/types";

export async function startCampaign({ tx, cast, when }: Scene, campaign: Campaign): Promise<void> {
  const { kind, name, brief, prize, startsOn, endsOn, target, openCapture, departments, targets, by, host } = campaign;
  const invited = departments.map((key) => ({
    departmentId: cast.id(`department:${key}`),
    target: targets[key] ?? null,
  }));
  const said = {
    ...{ kind, name, brief, prize, startsOn, endsOn, target, openCapture, invited },
    hostId: cast.personId(host),
  };
  cast.call(campaign.key, (await createCampaign(tx, cast.actor(by), said, when)).slug);
}

const keptOf = ({ tx, cast }: Scene, { key }: Campaign): Promise<Kept> => campaignBySlug(tx, cast.slug(key));

/** A line as it was captured in the workshop; its author then tells it in the other language, too. */
export async function capture(scene: Scene, campaign: Campaign, { by, department, text }: CapturedLine): Promise<void> {
  const { tx, cast, when } = scene;
  const kept = await keptOf(scene, campaign);
  const said = {
    lines: [text.fr],
    departmentId: cast.id(`department:${department}`),
    key: null,
    locale: "fr" as const,
  };
  const captured =
    "person" in by
      ? await captureLines(tx, cast.actor(by.person), { ...said, campaign: kept.slug }, when)
      : await captureByCode(tx, { ...said, code: kept.captureCode, name: by.name || null, address: "192.0.2.1" }, when);
  const draft = await caseByReference(tx, told(captured.references[0], text.fr));
  const author = cast.actor("person" in by ? by.person : campaign.host);
  await saveDraft(
    tx,
    author,
    { id: draft.id, version: draft.version, content: { ...contentOf(draft), title: text } },
    when,
  );
}

export async function summarise(scene: Scene, campaign: Campaign): Promise<void> {
  const { tx, cast, when } = scene;
  const { slug, version } = await keptOf(scene, campaign);
  const { words } = told(campaign.summary, "a summary");
  await writeSummary(tx, cast.actor(campaign.host), { slug, version, summary: words }, when);
}
