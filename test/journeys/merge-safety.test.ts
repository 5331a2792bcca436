/** What watches over a case, through a merge and its undo: risks, incidents, pauses and what they cost stay theirs, row by row. */
import { asc, eq } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { mergeCases, unmergeCase } from "#app/measurement/merge-case.server";
import { CASEBOOK } from "#app/people/roles";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { pausesOf } from "#app/use-cases/paused.server";
import {
  costs,
  incidentCosts,
  incidentPauses,
  incidents,
  riskReviews,
  risks,
  rollups,
  useCases,
} from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aFirm } from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const REASON = { fr: "Même besoin" };

async function picture(app: App, ids: number[]) {
  const tables: Record<string, SQLiteTable> = {
    ...{ risks, riskReviews, incidents, incidentCosts, incidentPauses, costs },
  };
  const rows = await Promise.all(
    Object.entries(tables).map(async ([name, table]) => [
      name,
      (await app.database.select().from(table)).map((row) => JSON.stringify(row)).sort(),
    ]),
  );
  const sums = (await app.database.select().from(rollups)).map((row) => JSON.stringify(row)).sort();
  return {
    ...Object.fromEntries(rows),
    rollups: sums.filter((row) => /Minor":-?[1-9]/.test(row)),
    paused: [...(await pausesOf(app.database, ids))],
    stages: await app.database.select({ stage: useCases.stage }).from(useCases).orderBy(asc(useCases.id)),
  };
}

async function aHouse() {
  const app = await openApp();
  const firm = await aFirm(app);
  const finance = await app.signedIn("Sophie Chiffre", { roles: ["finance"] });
  const site = await openSite(app);
  const as = (person: { id: number }) => aProgram(app, site, person.id);
  const stays = await firm.newCase({ title: "Trier les demandes", stage: "production" });
  const goes = await firm.newCase({ title: "Classer les demandes", stage: "pilot" });
  const [security, chair, money] = [await as(firm.security), await as(firm.chair), await as(finance)];
  const log = async (reference: string, title: string) =>
    (
      await security.ask("POST", `/use-cases/${reference}/incidents`, {
        body: {
          ...{ title: { fr: title }, what: { fr: "Un faux montant" }, severity: 2 },
          ...{ startedOn: "2026-11-10", detectedOn: "2026-11-10", hoursLost: 3 },
        },
      })
    ).body as { id: number; version: number };
  const risk = async (reference: string, title: string) =>
    (
      await security.ask("POST", `/use-cases/${reference}/risks`, {
        body: {
          ...{ title: { fr: title }, category: "quality", ownerId: firm.owner.id },
          ...{ likelihood: 3, impact: 4, reviewOn: "2027-03-01" },
        },
      })
    ).body as { id: number; version: number };
  const cost = (id: number, amount: number, costVersion = 0) =>
    money.ask("POST", `/incidents/${id}/costs`, { body: { quarter: "2026-Q4", amount, costVersion } });
  const actor = { ...CASEBOOK, personId: firm.chair.id, roles: ["chair" as const, "committee" as const] };
  const when = () => whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 1 });
  const merge = () =>
    app.database.write((tx) => mergeCases(tx, actor, { from: goes.id, into: stays.id, reason: REASON }, when()));
  const undo = () => app.database.write((tx) => unmergeCase(tx, actor, { from: goes.id, reason: REASON }, when()));
  return { app, firm, stays, goes, security, chair, log, risk, cost, merge, undo };
}

test("Risks, incidents, their pause and their costs are row by row the same after a merge and its undo", async () => {
  const some = fc.array(
    fc.string({ minLength: 1, maxLength: 9 }).filter((text) => text.trim() !== ""),
    { maxLength: 2 },
  );
  await fc.assert(
    fc.asyncProperty(some, some, fc.boolean(), async (mine, theirs, paused) => {
      const { app, stays, goes, security, log, risk, cost, merge, undo } = await aHouse();
      for (const title of mine) await risk(goes.reference, title);
      for (const title of theirs) await risk(stays.reference, title);
      const incident = await log(goes.reference, "Faux montant");
      const other = await log(stays.reference, "Panne");
      expect((await cost(other.id, 12_500)).status).toBe(200);
      if (paused) {
        const body = { reason: { fr: "Le temps de corriger" }, relookOn: "2027-01-10" };
        expect((await security.ask("POST", `/incidents/${incident.id}/pause`, { body })).status).toBe(200);
      }
      const ids = [stays.id, goes.id];
      const before = await picture(app, ids);
      expect(before.paused).toHaveLength(paused ? 1 : 0);
      await merge();
      expect(await checkStages(app.database)).toEqual([]);
      const merged = await picture(app, ids);
      expect({ ...merged, stages: [], paused: [] }).toEqual({ ...before, stages: [], paused: [] });
      await undo();
      expect(await picture(app, ids)).toEqual(before);
      expect(await checkStages(app.database)).toEqual([]);
      expect(await checkLedger(app.database)).toEqual([]);
    }),
    { numRuns: 4 },
  );
});

test("A case on which an incident’s cost hangs does not go up in another", async () => {
  const { goes, log, cost, merge } = await aHouse();
  const incident = await log(goes.reference, "Faux montant");
  expect((await cost(incident.id, 12_500)).status).toBe(200);
  await expect(merge()).rejects.toMatchObject({ status: 409, key: "similar.refusal.has-figures" });
});

test("A pause goes on after an undone merge, until its incident ends it", async () => {
  const { app, goes, security, chair, log, merge, undo } = await aHouse();
  const incident = await log(goes.reference, "Faux montant");
  const pause = { reason: { fr: "Le temps de corriger" }, relookOn: "2027-01-10" };
  const past = await security.ask("POST", `/incidents/${incident.id}/pause`, {
    body: { ...pause, relookOn: "2026-11-20" },
  });
  expect([past.status, past.body.detail]).toEqual([
    409,
    expect.stringContaining("stays paused until somebody resumes"),
  ]);
  await security.ask("POST", `/incidents/${incident.id}/pause`, { body: pause });
  await merge();
  await undo();
  const mended = await security.ask("PATCH", `/incidents/${incident.id}`, {
    body: { correction: { fr: "Contrôle avant l’envoi" } },
    headers: { "If-Match": `"${incident.version}"` },
  });
  expect(mended.status).toBe(200);
  const resumed = await chair.ask("POST", `/incidents/${incident.id}/resumption`, {
    body: { reason: { fr: "Corrigé" }, override: true },
  });
  expect([resumed.status, resumed.body.detail]).toEqual([200, undefined]);
  const [row] = await app.database.select().from(useCases).where(eq(useCases.id, goes.id));
  expect(row?.stage).toBe("pilot");
});

test("What was merged takes no new risk and no new incident, and no cost of one: the case that carries it does", async () => {
  const { goes, stays, security, log, cost, merge } = await aHouse();
  const incident = await log(goes.reference, "Faux montant");
  await merge();
  const risk = {
    title: { fr: "Un risque" },
    category: "quality",
    ownerId: 1,
    likelihood: 3,
    impact: 4,
    reviewOn: "2027-03-01",
  };
  const added = await security.ask("POST", `/use-cases/${goes.reference}/risks`, { body: risk });
  expect([added.status, added.body.detail]).toEqual([409, expect.stringContaining(stays.reference)]);
  const logged = await security.ask("POST", `/use-cases/${goes.reference}/incidents`, {
    body: {
      ...{ title: { fr: "Autre" }, what: { fr: "Chose" }, severity: 3 },
      ...{ startedOn: "2026-11-10", detectedOn: "2026-11-10" },
    },
  });
  expect([logged.status, logged.body.detail]).toEqual([409, expect.stringContaining(stays.reference)]);
  expect((await cost(incident.id, 100)).status).toBe(409);
});
