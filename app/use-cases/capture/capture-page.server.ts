import { and, asc, count, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, useCases } from "#db/schema.server";
import { stateOf } from "../campaigns/campaign";
import { invitedBy, runningOn } from "../campaigns/campaigns.server";
import { campaignByCode } from "./capture.server";
import { linesOf } from "./lines-to-complete.server";

const LAST = 8;

const offered = (db: Reader, ids: readonly number[] | null) =>
  db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(
      ids === null
        ? eq(departments.active, true)
        : and(eq(departments.active, true), inArray(departments.id, [...ids])),
    )
    .orderBy(asc(departments.code));

/** Capturing for somebody who is signed in: where it may go, and what they captured last. */
export async function capturePage(db: Reader, actor: Actor & { personId: number }, wanted: string | null, when: When) {
  const running = await runningOn(db, when.today);
  const mine = and(eq(useCases.authorId, actor.personId), eq(useCases.stage, "draft"), isNotNull(useCases.capturedBy));
  const last = await db
    .select({ reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .where(mine)
    .orderBy(desc(useCases.id))
    .limit(LAST);
  const [all] = await db.select({ lines: count() }).from(useCases).where(linesOf(actor));
  const called = running.filter(
    ({ invited }) => invited.length === 0 || invited.some((id) => actor.departmentIds.includes(id)),
  );
  const asked = running.find(({ slug }) => slug === wanted) ?? null;
  return {
    campaigns: running.map(({ slug, name }) => ({ slug, name })),
    /** The one that was asked for; else the one that calls on the reader's department and ends first. */
    campaign: asked?.slug ?? (wanted === null ? called[0]?.slug : null) ?? null,
    /** A campaign was asked for that does not run. */
    notRunning: wanted !== null && wanted !== "" && asked === null,
    departments: await offered(db, null),
    departmentId: actor.departmentIds[0] ?? null,
    last,
    toComplete: all?.lines ?? 0,
  };
}

export type CapturePage = Awaited<ReturnType<typeof capturePage>>;

/** Capturing by a campaign's link: nothing of the register but the campaign's name and those whom it calls on. @throws Refusal 404 */
export async function openCapturePage(db: Reader, code: string | undefined, when: When) {
  const { id, slug, name, startsOn, endsOn, openCapture, endedOn } = await campaignByCode(db, code);
  const invited = (await invitedBy(db, id)).map(({ departmentId }) => departmentId);
  const state = stateOf({ startsOn, endsOn, endedOn }, when.today);
  return {
    ...{ slug, name, startsOn, endsOn, openCapture, state },
    departments: await offered(db, invited.length === 0 ? null : invited),
  };
}

export type OpenCapture = Awaited<ReturnType<typeof openCapturePage>>;
