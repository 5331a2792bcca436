import { and, asc, count, desc, eq, gte, inArray, isNull, lte, notInArray, or } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { campaignDepartments, campaigns, departments, useCases } from "#db/schema.server";
import { invites } from "./campaign";
import { UNCOUNTED } from "./figures";

export type Campaign = typeof campaigns.$inferSelect;

export interface Invited {
  departmentId: number;
  target: number | null;
}

/** @throws Refusal 404 */
export async function campaignBySlug(db: Reader, slug: string | undefined): Promise<Campaign> {
  const [campaign] = await db
    .select()
    .from(campaigns)
    .where(eq(campaigns.slug, slug ?? ""));
  if (!campaign) throw new Refusal(404, "campaigns.refusal.not-found");
  return campaign;
}

/** The departments that it invites, in the order of their codes; none is all of them. */
export async function invitedBy(db: Reader, campaignId: number): Promise<(Invited & { name: Told })[]> {
  return db
    .select({
      departmentId: campaignDepartments.departmentId,
      target: campaignDepartments.target,
      name: departments.name,
    })
    .from(campaignDepartments)
    .innerJoin(departments, eq(departments.id, campaignDepartments.departmentId))
    .where(eq(campaignDepartments.campaignId, campaignId))
    .orderBy(asc(departments.code));
}

export interface RunningCampaign {
  id: number;
  slug: string;
  name: Told;
  startsOn: Day;
  endsOn: Day;
  target: number;
  invited: number[];
}

/** The campaigns that run on a day, the one that ends first before the others. Two queries. */
export async function runningOn(db: Reader, today: Day): Promise<RunningCampaign[]> {
  const running = await db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      name: campaigns.name,
      startsOn: campaigns.startsOn,
      endsOn: campaigns.endsOn,
      target: campaigns.target,
    })
    .from(campaigns)
    .where(and(lte(campaigns.startsOn, today), gte(campaigns.endsOn, today), isNull(campaigns.endedOn)))
    .orderBy(asc(campaigns.endsOn), desc(campaigns.id));
  if (running.length === 0) return [];
  const ids = running.map(({ id }) => id);
  const invited = await db.select().from(campaignDepartments).where(inArray(campaignDepartments.campaignId, ids));
  return running.map((one) => ({
    ...one,
    invited: invited.filter(({ campaignId }) => campaignId === one.id).map(({ departmentId }) => departmentId),
  }));
}

/** Those of them that call on somebody of these departments; whoever belongs to none is called on by all. */
export async function runningFor(db: Reader, departmentIds: readonly number[], today: Day): Promise<RunningCampaign[]> {
  const running = await runningOn(db, today);
  if (departmentIds.length === 0) return running;
  return running.filter(({ invited }) => departmentIds.some((departmentId) => invites(invited, departmentId)));
}

/** How many cases count for each of these campaigns. One query; none where there is no campaign. */
export async function submittedIn(db: Reader, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: useCases.campaignId, cases: count() })
    .from(useCases)
    .where(
      and(
        inArray(useCases.campaignId, [...ids]),
        or(isNull(useCases.stage), notInArray(useCases.stage, [...UNCOUNTED])),
      ),
    )
    .groupBy(useCases.campaignId);
  return new Map(rows.flatMap(({ id, cases }): [number, number][] => (id === null ? [] : [[id, cases]])));
}

/** What the form of a case offers: the campaigns that call on its author, and the one by whose page they came. */
export async function campaignsToChoose(
  db: Reader,
  { departmentIds }: Pick<Actor, "departmentIds">,
  wanted: string | null,
  today: Day,
) {
  const running = await runningOn(db, today);
  const calls = ({ invited }: RunningCampaign) =>
    departmentIds.length === 0 || departmentIds.some((departmentId) => invites(invited, departmentId));
  const offered = running.filter((one) => one.slug === wanted || calls(one)).map(({ slug, name }) => ({ slug, name }));
  return { campaigns: offered, chosen: offered.find(({ slug }) => slug === wanted)?.slug ?? null };
}
