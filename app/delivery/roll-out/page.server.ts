import { asc, desc, eq, inArray } from "drizzle-orm";
import { draftOf } from "#app/business-cases/page.server";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { SIGN_OFF_KINDS } from "#app/use-cases/signatures/signature";
import { standingsOf } from "#app/use-cases/signatures/standing.server";
import { isLive } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { businessCases, people, rollOutMoves, rollOutReadings, rollOutSites } from "#db/schema.server";
import { destinationsOf } from "./destinations.server";
import { adoptionBy, plateauOf, type SiteStage, totalsOf } from "./roll-out";

export interface SiteShown {
  id: number;
  version: number;
  country: string;
  branch: string;
  stage: SiteStage;
  since: Day;
  eligible: number | null;
  active: number | null;
  readOn: Day | null;
  moves: { id: number; from: SiteStage | null; to: SiteStage; on: Day; reason: Told | null; by: string | null }[];
  readings: {
    id: number;
    version: number;
    on: Day;
    eligible: number | null;
    active: number | null;
    source: Told | null;
    by: string | null;
  }[];
}

/** Where a case is rolled out, with each place's life and readings. Three queries. */
export async function sitesOf(db: Reader, useCaseId: number): Promise<SiteShown[]> {
  const sites = await db
    .select()
    .from(rollOutSites)
    .where(eq(rollOutSites.useCaseId, useCaseId))
    .orderBy(asc(rollOutSites.country), asc(rollOutSites.branch), asc(rollOutSites.id));
  if (sites.length === 0) return [];
  const ids = sites.map(({ id }) => id);
  const moves = await db
    .select({ move: rollOutMoves, by: people.name })
    .from(rollOutMoves)
    .leftJoin(people, eq(people.id, rollOutMoves.byId))
    .where(inArray(rollOutMoves.siteId, ids))
    .orderBy(asc(rollOutMoves.id));
  const readings = await db
    .select({ reading: rollOutReadings, by: people.name })
    .from(rollOutReadings)
    .leftJoin(people, eq(people.id, rollOutReadings.byId))
    .where(inArray(rollOutReadings.siteId, ids))
    .orderBy(desc(rollOutReadings.on), desc(rollOutReadings.id));
  return sites.map(({ useCaseId: _, ...site }) => ({
    ...site,
    moves: moves
      .filter(({ move }) => move.siteId === site.id)
      .map(({ move: { siteId: __, byId: ___, ...move }, by }) => ({ ...move, by })),
    readings: readings
      .filter(({ reading }) => reading.siteId === site.id)
      .map(({ reading: { siteId: __, byId: ___, ...reading }, by }) => ({ ...reading, by })),
  }));
}

async function signedKinds(db: Reader, useCaseId: number, today: Day) {
  const signed = (await standingsOf(db, [useCaseId], today)).get(useCaseId)?.signed;
  return SIGN_OFF_KINDS.filter((kind) => signed?.has(kind));
}

/** The roll-out of a case: places, adoption against what the business case counts on, and where its users went. */
export async function rollOutPage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  { fiscalFirstMonth }: { fiscalFirstMonth: number },
  when: When,
) {
  const sites = await sitesOf(db, useCase.id);
  const [plan] = await db
    .select()
    .from(businessCases)
    .where(eq(businessCases.useCaseId, useCase.id))
    .orderBy(desc(businessCases.number))
    .limit(1);
  const draft = plan ? draftOf(plan) : null;
  const mayWrite = isLive(useCase.stage) && permits(actor, "roll-out.write", useCase);
  const readings = sites.flatMap(({ id, readings }) => readings.map((reading) => ({ ...reading, siteId: id })));
  return {
    reference: useCase.reference,
    stage: useCase.stage,
    sites,
    totals: totalsOf(sites),
    adoption: adoptionBy(readings, draft, { current: when.quarter, fiscalFirstMonth }),
    plateau: draft && plateauOf(draft),
    planNumber: plan?.number ?? null,
    destinations: await destinationsOf(db, useCase.id),
    mayWrite,
    /** The roles whose yes holds: a place more, or half as many people again, and it is asked for anew. */
    signed: mayWrite ? await signedKinds(db, useCase.id, when.today) : [],
    mayMove: permits(actor, "use-case.move", useCase),
    today: when.today,
  };
}
export type RollOutPage = Awaited<ReturnType<typeof rollOutPage>>;
