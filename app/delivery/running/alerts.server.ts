import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { among } from "#db/among.server";
import type { Reader } from "#db/client.server";
import { attempts, pocAmendments, pocCheckIns, pocs, useCases } from "#db/schema.server";
import { type Warning, warningsOf } from "./warning";

/** Running POCs that one look takes in: those that end first. */
const LOOKED_AT = 200;
/** What a home page shows. */
const SHOWN = 8;

export interface Alert {
  useCaseId: number;
  reference: string;
  title: Told;
  ownerId: number | null;
  technicalOwnerId: number | null;
  budgetCapMinor: typeof pocs.$inferSelect.budgetCapMinor;
  personDaysCap: number | null;
  startedOn: Day;
  lastCheckIn: Day | null;
  warnings: Warning[];
}

/** The running POCs of some cases with what should be known of each today, in three queries. */
async function runningOf(db: Reader, of: SQL | undefined, today: Day): Promise<Alert[]> {
  const running = await db
    .select({
      poc: pocs,
      reference: useCases.reference,
      title: useCases.title,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
    })
    .from(pocs)
    .innerJoin(useCases, eq(useCases.id, pocs.useCaseId))
    .where(and(isNull(pocs.verdict), isNotNull(pocs.startedOn), of))
    .orderBy(asc(pocs.endsOn), asc(pocs.id))
    .limit(LOOKED_AT);
  if (running.length === 0) return [];
  const ids = running.map(({ poc }) => poc.id);
  const weeks = await db
    .select()
    .from(pocCheckIns)
    .where(inArray(pocCheckIns.pocId, ids))
    .orderBy(asc(pocCheckIns.on), asc(pocCheckIns.id));
  const paid = await db
    .select({ pocId: attempts.pocId, on: attempts.on, runCostMinor: attempts.runCostMinor })
    .from(attempts)
    .where(inArray(attempts.pocId, ids));
  return running.flatMap(({ poc, ...of }) => {
    const { startedOn, useCaseId, budgetCapMinor, personDaysCap } = poc;
    if (startedOn === null) return [];
    const own = weeks.filter(({ pocId }) => pocId === poc.id);
    const tried = paid.filter(({ pocId }) => pocId === poc.id);
    const warnings = warningsOf({ ...poc, startedOn }, own, today, tried);
    const lastCheckIn = own.at(-1)?.on ?? null;
    return [{ ...of, useCaseId, budgetCapMinor, personDaysCap, startedOn, lastCheckIn, warnings }];
  });
}

/** What should be known of the running POCs of these cases. No query where there is none. */
export async function alertsOf(db: Reader, useCaseIds: readonly number[], today: Day): Promise<Map<number, Alert>> {
  if (useCaseIds.length === 0) return new Map();
  const found = await runningOf(db, among(db, pocs.useCaseId, useCaseIds), today);
  return new Map(found.map((one) => [one.useCaseId, one]));
}

/** All running POCs, for the day's reminders. */
export const allRunning = (db: Reader, today: Day): Promise<Alert[]> => runningOf(db, undefined, today);

export interface PocAlerts {
  /** Running POCs of which something should be known: the reader's own, and for a chair everybody's. */
  alerts: Alert[];
  /** Amendments that wait for the reader's signature. */
  toSign: { id: number; reference: string; title: Told }[];
}

/** What a person's home page says of POCs. */
export async function pocAlerts(db: Reader, actor: Actor & { personId: number }, today: Day): Promise<PocAlerts> {
  const me = actor.personId;
  const chair = actor.roles.includes("chair");
  const mine = or(eq(useCases.ownerId, me), eq(useCases.technicalOwnerId, me));
  const alerts = (await runningOf(db, chair ? undefined : mine, today)).filter(({ warnings }) => warnings.length > 0);
  return { alerts: alerts.slice(0, SHOWN), toSign: chair ? await amendmentsToSign(db, actor) : [] };
}

async function amendmentsToSign(db: Reader, actor: Actor) {
  const waiting = await db
    .select({
      id: pocAmendments.id,
      askedById: pocAmendments.askedById,
      reference: useCases.reference,
      title: useCases.title,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
    })
    .from(pocAmendments)
    .innerJoin(pocs, eq(pocs.id, pocAmendments.pocId))
    .innerJoin(useCases, eq(useCases.id, pocs.useCaseId))
    .where(isNull(pocAmendments.verdict))
    .orderBy(asc(pocAmendments.id))
    .limit(LOOKED_AT);
  return waiting
    .filter((one) => one.askedById !== actor.personId && permits(actor, "poc.sign-amendment", one))
    .slice(0, SHOWN)
    .map(({ id, reference, title }) => ({ id, reference, title }));
}

/** The last POCs that were stopped, with what they taught: results, and no failures. */
export function stoppedPocs(db: Reader, departmentId: number | null) {
  const own = departmentId === null ? undefined : eq(useCases.departmentId, departmentId);
  return db
    .select({
      id: pocs.id,
      reference: useCases.reference,
      title: useCases.title,
      learning: pocs.learning,
      on: pocs.verdictOn,
    })
    .from(pocs)
    .innerJoin(useCases, eq(useCases.id, pocs.useCaseId))
    .where(and(eq(pocs.verdict, "stop"), own))
    .orderBy(desc(pocs.verdictOn), desc(pocs.id))
    .limit(SHOWN);
}
export type StoppedPoc = Awaited<ReturnType<typeof stoppedPocs>>[number];
