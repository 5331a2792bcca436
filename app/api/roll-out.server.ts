import { eq } from "drizzle-orm";
import type { UsersWent } from "#app/delivery/roll-out/destinations.server";
import { rollOutPage, type SiteShown, sitesOf } from "#app/delivery/roll-out/page.server";
import * as rollOut from "#app/delivery/roll-out/roll-out.server";
import { Refusal } from "#app/kernel/refusal";
import type { Actor } from "#app/people/roles";
import { caseById, openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { rollOutSites } from "#db/schema.server";
import { reads, writes } from "./operation.server";
import * as contracts from "./roll-out";
import { orNothing } from "./shapes";

const siteAnswer = ({ moves, readings, ...site }: SiteShown) => ({
  ...site,
  moves: moves.map(({ id: _, ...move }) => move),
  readings: readings.map(({ id: _, ...reading }) => reading),
});

const wentAnswer = ({ kind, users, tool, reference, on }: UsersWent) => ({ kind, users, tool, on, useCase: reference });

/** The case of a place, which the actor may open. @throws Refusal 404 */
async function caseOf(db: Reader, actor: Actor & { personId: number }, siteId: number): Promise<number> {
  const [site] = await db.select().from(rollOutSites).where(eq(rollOutSites.id, siteId));
  if (!site) throw new Refusal(404, "roll-out.refusal.no-site");
  return (await openCase(db, actor, (await caseById(db, site.useCaseId)).reference)).id;
}

async function oneSite(db: Reader, useCaseId: number, id: number) {
  const site = (await sitesOf(db, useCaseId)).find((one) => one.id === id);
  if (!site) throw new Refusal(404, "roll-out.refusal.no-site");
  return siteAnswer(site);
}

export const readRollOut = reads(contracts.readRollOut, async (db, { parameters, actor, organisation, when }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  const { sites, adoption, plateau, destinations } = await rollOutPage(db, actor, useCase, organisation, when);
  return {
    ...{ adoption, plateau, sites: sites.map(siteAnswer) },
    usersWentTo: destinations.to.map(wentAnswer),
    usersCameFrom: destinations.from.map(wentAnswer),
  };
});

export const addSite = writes(contracts.addSite, async (tx, { parameters, body, actor, when }) => {
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const { country, branch = null, stage, on } = body;
  const { id } = await rollOut.addSite(tx, actor, { useCaseId, country, branch, stage, on }, when);
  return oneSite(tx, useCaseId, id);
});

export const moveSite = writes(contracts.moveSite, async (tx, { parameters, body, actor, version, when }) => {
  const useCaseId = await caseOf(tx, actor, parameters.id);
  const { stage, on, reason } = body;
  const said = { siteId: parameters.id, version, stage, on, reason: orNothing(reason) };
  await rollOut.moveSite(tx, actor, said, when);
  return oneSite(tx, useCaseId, parameters.id);
});

export const readUsers = writes(contracts.readUsers, async (tx, { parameters, body, actor, when }) => {
  const useCaseId = await caseOf(tx, actor, parameters.id);
  const { on, version = 0, eligible = null, active = null, source } = body;
  const said = { siteId: parameters.id, on, version, eligible, active, source: orNothing(source) };
  await rollOut.readUsers(tx, actor, said, when);
  return oneSite(tx, useCaseId, parameters.id);
});
