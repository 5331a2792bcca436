import { asc, eq, inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, people } from "#db/schema.server";
import { daysLeft, lastDayOf, stateOf } from "./campaign";
import { campaignBySlug, invitedBy } from "./campaigns.server";
import { type CaseOfCampaign, casesOf } from "./cases-of.server";
import { burnUp, byDepartment, contributors, counts, funnel, sums } from "./figures";
import { mayRun } from "./may-run";

const LATEST = 8;
/** How many lines a wall can show that people read from their chairs. */
const WALL_LINES = 6;

/** Titles that a campaign shows of itself: what was submitted, and what was captured as a line for all to see. A draft of the form is its author's alone. */
function shown(actor: Actor, cases: readonly CaseOfCampaign[], limit: number) {
  return cases
    .filter((one) => counts(one) || (one.capturedBy !== null && one.stage === "draft"))
    .slice(0, limit)
    .map((one) => {
      const { reference, title, stage, departmentId, author, capturedBy, createdAt } = one;
      const by = capturedBy || (capturedBy === null ? author : null);
      // A line that waits to be completed can be read by all here, and opened by those who complete it.
      const opens = stage !== "draft" || permits(actor, "use-case.edit", one);
      return { reference, title, stage, departmentId, by, createdAt, opens };
    });
}

async function namesOf(db: Reader, ids: readonly (number | null)[]): Promise<{ id: number; name: Told }[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return [];
  return db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, wanted))
    .orderBy(asc(departments.code));
}

/** The page of one campaign, with all its figures. A fixed number of queries; it grows with the campaign's own cases alone. */
export async function campaignPage(db: Reader, actor: Actor, slug: string | undefined, when: When, timeZone: string) {
  const campaign = await campaignBySlug(db, slug);
  const invited = await invitedBy(db, campaign.id);
  const cases = await casesOf(db, campaign.id, timeZone);
  const [host] = await db.select({ name: people.name }).from(people).where(eq(people.id, campaign.hostId));
  const rows = byDepartment(cases, await invitedOrAll(db, invited));
  const names = await namesOf(
    db,
    [...rows, ...cases].map(({ departmentId }) => departmentId),
  );
  const { createdAt: _, createdBy: __, ...facts } = campaign;
  const runs = mayRun(actor, { hostId: campaign.hostId, invited: invited.map(({ departmentId }) => departmentId) });
  return {
    ...facts,
    host: host?.name ?? null,
    state: stateOf(campaign, when.today),
    lastDay: lastDayOf(campaign),
    daysLeft: daysLeft(campaign, when.today),
    everyone: invited.length === 0,
    sums: sums(cases, campaign),
    departments: rows,
    names,
    burnUp: burnUp(cases, campaign, campaign.target, when.today),
    funnel: funnel(cases),
    contributors: contributors(cases),
    latest: shown(actor, cases, LATEST),
    mayRun: runs,
    mayDelete: runs && cases.length === 0,
    mayReopen: runs && campaign.endedOn !== null && campaign.endsOn >= when.today,
  };
}

export type CampaignPage = Awaited<ReturnType<typeof campaignPage>>;

/** Where none is named, all active departments are invited, each without a target of its own. */
async function invitedOrAll(db: Reader, invited: readonly { departmentId: number; target: number | null }[]) {
  if (invited.length > 0) return invited;
  const all = await db
    .select({ departmentId: departments.id })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
  return all.map(({ departmentId }) => ({ departmentId, target: null }));
}

/** What the workshop's wall shows: fewer things, and large. */
export async function campaignWall(db: Reader, actor: Actor, slug: string | undefined, when: When, timeZone: string) {
  const campaign = await campaignBySlug(db, slug);
  const cases = await casesOf(db, campaign.id, timeZone);
  const rows = byDepartment(cases, await invitedOrAll(db, await invitedBy(db, campaign.id)));
  const lines = shown(actor, cases, WALL_LINES);
  const { name, target, captureCode, openCapture } = campaign;
  return {
    ...{ slug: campaign.slug, name, target, captureCode, openCapture, lines },
    state: stateOf(campaign, when.today),
    lastDay: lastDayOf(campaign),
    startsOn: campaign.startsOn,
    daysLeft: daysLeft(campaign, when.today),
    sums: sums(cases, campaign),
    departments: rows,
    names: await namesOf(
      db,
      [...rows, ...lines].map(({ departmentId }) => departmentId),
    ),
  };
}

export type CampaignWall = Awaited<ReturnType<typeof campaignWall>>;
