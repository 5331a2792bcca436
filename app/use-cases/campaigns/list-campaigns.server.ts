import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { PERMISSIONS } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { campaignDepartments, campaigns, departments, people, personRoles, useCases } from "#db/schema.server";
import { CAMPAIGN_STATES, daysLeft, lastDayOf, stateOf } from "./campaign";
import { runsFor } from "./may-run";

/** All campaigns by their state: those that run, those to come (the next first), those that are over (the last first). Four queries. */
export async function listCampaigns(db: Reader, actor: Actor, { today }: Pick<When, "today">) {
  const all = await db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      kind: campaigns.kind,
      name: campaigns.name,
      startsOn: campaigns.startsOn,
      endsOn: campaigns.endsOn,
      endedOn: campaigns.endedOn,
      target: campaigns.target,
      openCapture: campaigns.openCapture,
      version: campaigns.version,
      hostId: campaigns.hostId,
      host: people.name,
    })
    .from(campaigns)
    .innerJoin(people, eq(people.id, campaigns.hostId))
    .orderBy(desc(campaigns.endsOn), desc(campaigns.id));
  const put = await db
    .select({
      id: useCases.campaignId,
      submitted:
        sql<number>`sum(case when ${useCases.stage} in ('draft', 'merged', 'withdrawn') then 0 else 1 end)`.mapWith(
          Number,
        ),
      waiting: sql<number>`sum(case when ${useCases.stage} = 'draft' then 1 else 0 end)`.mapWith(Number),
    })
    .from(useCases)
    .where(sql`${useCases.campaignId} is not null`)
    .groupBy(useCases.campaignId);
  const invited = await db
    .select({
      id: campaignDepartments.campaignId,
      departmentId: campaignDepartments.departmentId,
      name: departments.name,
    })
    .from(campaignDepartments)
    .innerJoin(departments, eq(departments.id, campaignDepartments.departmentId))
    .orderBy(asc(departments.code));
  const shown = all.map((one) => {
    const of = put.find(({ id }) => id === one.id);
    return {
      ...one,
      state: stateOf(one, today),
      lastDay: lastDayOf(one),
      daysLeft: daysLeft(one, today),
      submitted: of?.submitted ?? 0,
      waiting: of?.waiting ?? 0,
      invited: invited.filter(({ id }) => id === one.id).map(({ departmentId, name }) => ({ id: departmentId, name })),
    };
  });
  const runs = runsFor(actor);
  return {
    groups: CAMPAIGN_STATES.map((state) => {
      const campaignsOf = shown.filter((one) => one.state === state);
      return { state, campaigns: state === "past" ? campaignsOf : campaignsOf.reverse() };
    }),
    mayRun: runs === null || runs.length > 0,
  };
}

export type CampaignList = Awaited<ReturnType<typeof listCampaigns>>;
export type ListedCampaign = CampaignList["groups"][number]["campaigns"][number];

/** What a campaign's form offers: the departments that its author may invite, and those who can host it. */
export async function campaignChoices(
  db: Reader,
  actor: Actor,
  stored: { invited: readonly number[]; hostId?: number } = { invited: [] },
) {
  const mine = runsFor(actor);
  const active = await db
    .select({ id: departments.id, name: departments.name, active: departments.active })
    .from(departments)
    .orderBy(asc(departments.code));
  const able = db
    .select({ id: personRoles.personId })
    .from(personRoles)
    .where(inArray(personRoles.role, [...PERMISSIONS["use-case.submit"].allow]));
  const hosts = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(or(eq(people.id, stored.hostId ?? 0), and(eq(people.active, true), inArray(people.id, able))))
    .orderBy(asc(people.nameFolded), asc(people.id));
  return {
    departments: active
      .filter(({ id, active: open }) => stored.invited.includes(id) || (open && (mine === null || mine.includes(id))))
      .map(({ id, name }) => ({ id, name })),
    hosts,
    /** A champion invites their own departments: «all of them» is the chair's and the administrator's to call. */
    mayInviteAll: mine === null,
  };
}

export type CampaignChoices = Awaited<ReturnType<typeof campaignChoices>>;
