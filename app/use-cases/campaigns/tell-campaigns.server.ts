import { and, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import { addDays, daysBetween } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { auditEvents, campaigns, people, personDepartments, personRoles, useCases } from "#db/schema.server";
import { type Campaign, invitedBy } from "./campaigns.server";

/** How many days before the end those who are invited are told of it once more. */
export const ENDING_DAYS = 3;
type Telling = "campaign-started" | "campaign-ending";

/** What is to be told of a running campaign on a day. One of a few days is told of once: its end is known with its beginning. */
function tellingsOn(
  { startsOn, endsOn }: Pick<Campaign, "startsOn" | "endsOn">,
  today: Campaign["startsOn"],
): Telling[] {
  const ending = addDays(endsOn, -ENDING_DAYS);
  const isLong = daysBetween(startsOn, ending) >= ENDING_DAYS;
  return isLong && today >= ending ? ["campaign-started", "campaign-ending"] : ["campaign-started"];
}

/** What was told already stands in the audit log: a job that runs again says nothing twice. */
async function toldAlready(db: Reader, ids: readonly number[]): Promise<Set<string>> {
  const events = await db
    .select({ id: auditEvents.subjectId, after: auditEvents.after })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "campaign"), inArray(auditEvents.subjectId, [...ids])));
  return new Set(
    events.flatMap(({ id, after }) => {
      const { told } = JSON.parse(after ?? "{}") as { told?: string };
      return told ? [`${id} ${told}`] : [];
    }),
  );
}

interface Champion {
  personId: number;
  departmentIds: number[];
}

/** The champions of these departments; of all of them where none is named. */
async function championsOf(db: Reader, invited: readonly number[]): Promise<Champion[]> {
  const rows = await db
    .select({ personId: people.id, departmentId: personDepartments.departmentId })
    .from(people)
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, "champion")))
    .innerJoin(personDepartments, eq(personDepartments.personId, people.id))
    .where(
      invited.length === 0
        ? eq(people.active, true)
        : and(eq(people.active, true), inArray(personDepartments.departmentId, [...invited])),
    )
    .orderBy(people.id, personDepartments.departmentId);
  const champions = new Map<number, number[]>();
  for (const { personId, departmentId } of rows) {
    champions.set(personId, [...(champions.get(personId) ?? []), departmentId]);
  }
  return [...champions].map(([personId, departmentIds]) => ({ personId, departmentIds }));
}

/** Tells champions that a campaign calls on their department, and once more shortly before it ends. */
export async function tellCampaigns(tx: Writer, when: When): Promise<void> {
  const { today } = when;
  const running = await tx
    .select()
    .from(campaigns)
    .where(and(lte(campaigns.startsOn, today), gte(campaigns.endsOn, today), isNull(campaigns.endedOn)));
  if (running.length === 0) return;
  const told = await toldAlready(
    tx,
    running.map(({ id }) => id),
  );
  for (const campaign of running) {
    const due = tellingsOn(campaign, today).filter((telling) => !told.has(`${campaign.id} ${telling}`));
    // The last one says it all: what was missed while nothing ran is not told late.
    const telling = due.at(-1);
    if (!telling) continue;
    const champions = await championsOf(
      tx,
      (await invitedBy(tx, campaign.id)).map(({ departmentId }) => departmentId),
    );
    const put = await tx
      .select({ departmentId: useCases.departmentId, stage: useCases.stage })
      .from(useCases)
      .where(eq(useCases.campaignId, campaign.id));
    for (const { personId, departmentIds } of champions) {
      const own = put.filter(
        ({ departmentId, stage }) => stage !== "draft" && departmentIds.includes(departmentId ?? 0),
      );
      const values = { campaign: campaign.name, endsOn: campaign.endsOn, count: own.length };
      const news = { kind: telling, useCaseId: null, href: `/campaigns/${campaign.slug}`, values };
      await notify(tx, CASEBOOK, news, [personId], when);
    }
    const may = permit(CASEBOOK, "campaign.run", {});
    for (const one of due) {
      await record(tx, may, { subject: "campaign", subjectId: campaign.id, after: { told: one } }, when);
    }
  }
}
