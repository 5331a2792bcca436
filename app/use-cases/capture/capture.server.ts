import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { networkOf } from "#app/people/network";
import { once } from "#app/people/once.server";
import { NO_PARTIES } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import { type Actor, CASEBOOK } from "#app/people/roles";
import { countUse, WINDOW_MS } from "#app/people/throttle.server";
import type { Reader, Writer } from "#db/client.server";
import { campaigns } from "#db/schema.server";
import { invites, stateOf } from "../campaigns/campaign";
import { type Campaign, campaignBySlug, invitedBy } from "../campaigns/campaigns.server";
import { typedCode } from "../campaigns/capture-code";
import { type CaseContent, NOTHING_SAID } from "../content";
import { enterCase } from "../enter.server";
import { titleAndNeed } from "./lines";

/** A whole office has one address: thirty phones that send twenty lines each in a quarter of an hour. */
export const USES_PER_NETWORK = 600;
export const USES_PER_CODE = 2_000;

export interface Captured {
  references: string[];
}

interface Lines {
  lines: readonly string[];
  departmentId: number | null;
  affected?: string | null;
  /** Names the sending: the same lines sent again under it are those that were sent. */
  key: string | null;
  locale: Locale;
}

interface Authorship {
  authorId: number;
  capturedBy: string;
  campaign: Pick<Campaign, "id"> | null;
}

const contentOf = (line: string, { departmentId, affected = null, locale }: Lines): CaseContent => {
  const { title, need } = titleAndNeed(line);
  return {
    ...NOTHING_SAID,
    title: { [locale]: title },
    need: need === null ? null : { [locale]: need },
    affected: affected ? { [locale]: affected } : null,
    departmentId,
    source: "workshop",
  };
};

/** Writes each line as a draft, in their order; a sending that was written already answers what it made. */
async function writeLines(tx: Writer, may: Permitted, said: Lines, by: Authorship, when: When): Promise<Captured> {
  const { authorId, capturedBy, campaign } = by;
  const asked = JSON.stringify([
    said.key,
    campaign?.id ?? null,
    capturedBy,
    said.departmentId,
    said.affected,
    said.lines,
  ]);
  // Of the key and of what is said: a page that was gone back to sends its key again, with another line.
  const key = `capture ${createHash("sha256").update(asked).digest("base64url")}`;
  if (said.key !== null) return once(tx, authorId, key, () => writeDrafts(tx, may, said, by, when), when);
  return writeDrafts(tx, may, said, by, when);
}

async function writeDrafts(tx: Writer, may: Permitted, said: Lines, by: Authorship, when: When): Promise<Captured> {
  const { authorId, capturedBy, campaign } = by;
  const references: string[] = [];
  for (const line of said.lines) {
    const draft = { stage: "draft", stageSince: when.today, similarLookedAt: false } as const;
    const entering = {
      content: contentOf(line, said),
      authorId,
      ...draft,
      campaignId: campaign?.id ?? null,
      capturedBy,
    };
    references.push((await enterCase(tx, may, entering, when)).reference);
  }
  return { references };
}

/** @throws Refusal 409 in words that say when it begins, or that it is over */
export function refuseClosed(campaign: Campaign, when: When): void {
  const state = stateOf(campaign, when.today);
  if (state !== "running") throw new Refusal(409, `capture.refusal.${state}`);
}

/** Lines of somebody who is signed in: drafts of their own. @throws Refusal 409 when the campaign does not run */
export async function captureLines(
  tx: Writer,
  actor: Actor,
  { campaign: slug, ...said }: Lines & { campaign: string | null },
  when: When,
): Promise<Captured> {
  const may = permit(actor, "use-case.capture", NO_PARTIES);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted", { act: may.act });
  const campaign = slug === null ? null : await campaignBySlug(tx, slug);
  if (campaign) refuseClosed(campaign, when);
  return writeLines(tx, may, said, { authorId: actor.personId, capturedBy: actor.name, campaign }, when);
}

/** Guessing one of these codes would take longer than any campaign runs, so that wrong ones are not counted. @throws Refusal 404 */
export async function campaignByCode(db: Reader, typed: string | undefined): Promise<Campaign> {
  const code = typedCode(typed);
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.captureCode, code));
  if (!campaign) throw new Refusal(404, "capture.refusal.no-such-code");
  return campaign;
}

export interface StrangersLine extends Lines {
  code: string | undefined;
  name: string | null;
  address: string;
}

/**
 * A line by a campaign's link from somebody without an account: a draft of its host.
 * @throws Refusal 404 for a code that leads nowhere, 409 when the campaign does not run, 403 when its host lets only
 * people with an account in, 429 when too much comes from one network or for one campaign
 */
export async function captureByCode(
  tx: Writer,
  { code, name, address, ...said }: StrangersLine,
  when: When,
): Promise<Captured> {
  const campaign = await campaignByCode(tx, code);
  refuseClosed(campaign, when);
  if (!campaign.openCapture) throw new Refusal(403, "capture.refusal.sign-in");
  const invited = (await invitedBy(tx, campaign.id)).map(({ departmentId }) => departmentId);
  if (said.departmentId !== null && !invites(invited, said.departmentId)) throw new Refusal(409, "desk.refusal.gone");
  const limits = { [`capture ${networkOf(address)}`]: USES_PER_NETWORK, [`capture #${campaign.id}`]: USES_PER_CODE };
  if (!(await countUse(tx, limits, when.now))) {
    throw new Refusal(429, "capture.refusal.throttled", { minutes: WINDOW_MS / 60_000 });
  }
  const may = permit(CASEBOOK, "use-case.capture", { hostId: campaign.hostId });
  return writeLines(tx, may, said, { authorId: campaign.hostId, capturedBy: name ?? "", campaign }, when);
}
