import { and, asc, desc, eq } from "drizzle-orm";
import { countryName, countryToKeep } from "#app/kernel/country";
import { addMonths, type Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Locale, Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { renewSignatures } from "#app/use-cases/signatures/renew.server";
import type { LaterEvent } from "#app/use-cases/signatures/signature";
import { isLive } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { rollOutMoves, rollOutReadings, rollOutSites } from "#db/schema.server";

import { type Reached, reachesFurther, type SiteStage, siteNeedsReason } from "./roll-out";
import { signedFor } from "./signed-for";

/** An older day is a slip of the pen. */
const LONG_AGO_MONTHS = 240;

/** Only what is planned may lie ahead, and nothing decades ago. */
function refuseAwry(on: Day, stage: SiteStage | null, when: When): void {
  if (on > when.today && stage !== "planned") throw new Refusal(409, "roll-out.refusal.day-to-come");
  if (on < addMonths(when.today, -LONG_AGO_MONTHS)) throw new Refusal(409, "roll-out.refusal.long-ago");
}

/** A case that people work with, or will soon; and proof that the actor may write of its roll-out. */
async function rolledOut(tx: Writer, actor: Actor, useCaseId: number) {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "roll-out.write", useCase);
  if (!isLive(useCase.stage)) throw new Refusal(409, "roll-out.refusal.not-live");
  return may;
}

/** The places of a case, as its signatures look at them. */
function reachedBy(tx: Reader, useCaseId: number): Promise<Reached[]> {
  return tx
    .select({ id: rollOutSites.id, stage: rollOutSites.stage, eligible: rollOutSites.eligible })
    .from(rollOutSites)
    .where(eq(rollOutSites.useCaseId, useCaseId));
}

/** Part of the act that changed the roll-out: what was signed for fewer people is asked for anew, with the place that grew. */
async function signAnewIfFurther(
  tx: Writer,
  may: Permitted<"roll-out.write", UseCase>,
  before: readonly Reached[],
  { country, branch }: { country: string; branch: string },
  when: When,
): Promise<void> {
  const after = await reachedBy(tx, may.subject.id);
  const { id, siteId, on, eligible } = rollOutReadings;
  const readings = await tx
    .select({ id, siteId, on, eligible })
    .from(rollOutReadings)
    .innerJoin(rollOutSites, eq(rollOutSites.id, siteId))
    .where(eq(rollOutSites.useCaseId, may.subject.id));
  const concerns = (later: readonly LaterEvent[]) =>
    reachesFurther(later.length > 0 ? signedFor(after, readings, later) : before, after);
  const place = (locale: Locale) => [countryName(country, locale), branch].filter(Boolean).join(", ");
  const detail = { fr: place("fr"), en: place("en") };
  await renewSignatures(tx, may, { cause: "audience", detail, concerns }, when);
}

async function siteById(db: Reader, id: number) {
  const [site] = await db.select().from(rollOutSites).where(eq(rollOutSites.id, id));
  if (!site) throw new Refusal(404, "roll-out.refusal.no-site");
  return site;
}

/** A country, or a branch of it, that the case goes to. @throws Refusal 409 when it is there already */
export async function addSite(
  tx: Writer,
  actor: Actor,
  said: { useCaseId: number; country: string; branch: string | null; stage: SiteStage; on: Day },
  when: When,
): Promise<{ id: number }> {
  const { useCaseId, stage, on } = said;
  const may = await rolledOut(tx, actor, useCaseId);
  refuseAwry(on, stage, when);
  const country = countryToKeep(said.country, null) ?? said.country;
  const branch = said.branch ?? "";
  const was = await reachedBy(tx, useCaseId);
  const [made] = await tx
    .insert(rollOutSites)
    .values({ useCaseId, country, branch, stage, since: on })
    .onConflictDoNothing()
    .returning({ id: rollOutSites.id });
  if (!made) throw new Refusal(409, "roll-out.refusal.site-twin");
  await tx.insert(rollOutMoves).values({ siteId: made.id, from: null, to: stage, on, byId: actor.personId });
  const after = { country, ...(branch && { branch }), siteStage: stage, on };
  await record(tx, may, { subject: "roll-out-site", subjectId: made.id, useCaseId, after }, when);
  await signAnewIfFurther(tx, may, was, { country, branch }, when);
  return made;
}

/** A place goes on, or back, in its own life. @throws Refusal 409 when it moved meanwhile, or a reason is due */
export async function moveSite(
  tx: Writer,
  actor: Actor,
  said: { siteId: number; version: number; stage: SiteStage; on: Day; reason: Told | null },
  when: When,
): Promise<void> {
  const { siteId, version, stage, on, reason } = said;
  const site = await siteById(tx, siteId);
  const may = await rolledOut(tx, actor, site.useCaseId);
  if (site.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (site.stage === stage) throw new Refusal(409, "roll-out.refusal.same-stage");
  refuseAwry(on, stage, when);
  // What was planned for a later day may well begin sooner.
  if (site.stage !== "planned" && on < site.since) throw new Refusal(409, "roll-out.refusal.before-last");
  if (siteNeedsReason(site.stage, stage) && !reason) throw new Refusal(409, "use-cases.refusal.reason-needed");
  const was = await reachedBy(tx, site.useCaseId);
  await tx
    .update(rollOutSites)
    .set({ stage, since: on, version: version + 1 })
    .where(and(eq(rollOutSites.id, siteId), eq(rollOutSites.version, version)));
  await tx.insert(rollOutMoves).values({ siteId, from: site.stage, to: stage, on, reason, byId: actor.personId });
  const kind = { subject: "roll-out-site", subjectId: siteId, useCaseId: site.useCaseId };
  const before = { siteStage: site.stage };
  await record(tx, may, { ...kind, before, after: { siteStage: stage, on, ...(reason && { reason }) } }, when);
  await signAnewIfFurther(tx, may, was, site, when);
}

/**
 * How many people may use the case at a place, and how many do, on a day. The same day again corrects it.
 * @throws Refusal 409 when the day has another reading by now, or more people use it than may
 */
export async function readUsers(
  tx: Writer,
  actor: Actor,
  said: {
    siteId: number;
    on: Day;
    version: number;
    eligible: number | null;
    active: number | null;
    source: Told | null;
  },
  when: When,
): Promise<{ id: number }> {
  const { siteId, on, version, eligible, active, source } = said;
  const site = await siteById(tx, siteId);
  const may = await rolledOut(tx, actor, site.useCaseId);
  refuseAwry(on, null, when);
  const [begun] = await tx
    .select({ on: rollOutMoves.on })
    .from(rollOutMoves)
    .where(eq(rollOutMoves.siteId, siteId))
    .orderBy(asc(rollOutMoves.on))
    .limit(1);
  if (begun && on < begun.on) throw new Refusal(409, "roll-out.refusal.read-before");
  if (eligible === null && active === null) throw new Refusal(409, "roll-out.refusal.nothing-read");
  if (eligible !== null && active !== null && active > eligible) throw new Refusal(409, "roll-out.refusal.more-active");
  const isIt = and(eq(rollOutReadings.siteId, siteId), eq(rollOutReadings.on, on));
  const [before] = await tx.select().from(rollOutReadings).where(isIt);
  if ((before?.version ?? 0) !== version) throw new Refusal(409, "desk.refusal.stale");
  const values = { siteId, on, eligible, active, source, byId: actor.personId, version: version + 1 };
  const [made] = before
    ? await tx.update(rollOutReadings).set(values).where(isIt).returning({ id: rollOutReadings.id })
    : await tx.insert(rollOutReadings).values(values).returning({ id: rollOutReadings.id });
  if (!made) throw new Error("The reading was not written");
  const [latest] = await tx
    .select()
    .from(rollOutReadings)
    .where(eq(rollOutReadings.siteId, siteId))
    .orderBy(desc(rollOutReadings.on))
    .limit(1);
  const reached = await reachedBy(tx, site.useCaseId);
  const kept = { eligible: latest?.eligible ?? null, active: latest?.active ?? null, readOn: latest?.on ?? null };
  await tx.update(rollOutSites).set(kept).where(eq(rollOutSites.id, siteId));
  const kind = { subject: "roll-out-reading", subjectId: made.id, useCaseId: site.useCaseId };
  const was = before ? { eligible: before.eligible, active: before.active, source: before.source } : null;
  await record(tx, may, { ...kind, before: was, after: { on, eligible, active, source } }, when);
  await signAnewIfFurther(tx, may, reached, site, when);
  return made;
}
