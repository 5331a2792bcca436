/** A case that goes from country to country, who uses it there, and where its users went when it retired. */
import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  auditEvents,
  rollOutMoves,
  rollOutReadings,
  rollOutSites,
  useCases,
  userDestinations,
} from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aBusinessCase } from "../support/arbitration";
import { aFirm, governanceOf } from "../support/delivery";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const SITE = { intent: "site", country: "FR", branch: "", stage: "live", on: "2026-09-01" };
const READING = { intent: "reading", version: "0", eligible: "200", active: "50", source: "Journal de connexion" };

const stageOf = async (app: App, id: number) =>
  (await app.database.select({ stage: useCases.stage }).from(useCases).where(eq(useCases.id, id)))[0]?.stage;

test("A case is rolled out place by place, each with a life of its own and its users by day", async () => {
  const app = await openApp();
  const { owner, chair, newCase } = await aFirm(app);
  const { id, reference } = await newCase({ stage: "production" });
  await aBusinessCase(app, id);
  const path = `/use-cases/${reference}/roll-out`;
  expect((await chair.post(path, SITE)).status).toBe(403);
  expect((await owner.post(path, { ...SITE, on: "2027-01-01" })).status).toBe(409);
  await owner.submit(path, SITE);
  expect((await owner.post(path, SITE)).status).toBe(409);
  await owner.submit(path, { ...SITE, country: "BE", branch: "Liège", stage: "planned", on: "2027-02-01" });
  const [france, belgium] = await app.database.select().from(rollOutSites).orderBy(rollOutSites.id);
  const at = { siteId: String(france?.id), on: "2026-09-30" };
  await owner.submit(path, { ...READING, ...at });
  const page = await owner.submit(path, { ...READING, ...at, on: "2026-11-15", active: "120" });
  expect(page.text).toContain("60");
  expect(page.text).toContain("1 sur 2");
  expect(page.text).toContain("Journal de connexion");
  // The day again without its version is somebody else's reading; with it, its correction.
  const again = await owner.post(path, { ...READING, ...at, active: "55" });
  expect(again.status).toBe(409);
  expect(again.text).toContain("Deux versions de la même fiche");
  await owner.submit(path, { ...READING, ...at, version: "1", active: "55" });
  expect(
    (await app.database.select().from(rollOutReadings).orderBy(rollOutReadings.id)).map(({ active }) => active),
  ).toEqual([55, 120]);
  expect((await app.database.select().from(rollOutSites).orderBy(rollOutSites.id))[0]).toMatchObject({
    active: 120,
    readOn: "2026-11-15",
  });
  expect((await owner.post(path, { ...READING, ...at, on: "2026-11-16", active: "300" })).status).toBe(409);
  expect((await owner.post(path, { ...READING, ...at, on: "2026-12-16" })).status).toBe(409);
  const early = await owner.post(path, { ...READING, ...at, on: "2026-08-31" });
  expect([early.status, early.text]).toEqual([409, expect.stringContaining("n’avait pas encore le cas")]);
  const decades = await owner.post(path, { ...SITE, country: "DE", on: "1999-05-05" });
  expect([decades.status, decades.text]).toEqual([409, expect.stringContaining("plus de vingt ans")]);
  const move = { intent: "move-site", siteId: String(belgium?.id), version: "1", on: "2026-11-10", reason: "" };
  await owner.submit(path, { ...move, stage: "pilot" });
  expect((await owner.post(path, { ...move, stage: "live" })).status).toBe(409);
  expect((await owner.post(path, { ...move, version: "2", stage: "withdrawn" })).status).toBe(409);
  await owner.submit(path, { ...move, version: "2", stage: "withdrawn", reason: "Plus de budget", on: "2026-11-18" });
  expect(
    (await app.database.select().from(rollOutMoves).orderBy(rollOutMoves.id)).map(({ from, to, on }) => [from, to, on]),
  ).toEqual([
    [null, "live", "2026-09-01"],
    [null, "planned", "2027-02-01"],
    ["planned", "pilot", "2026-11-10"],
    ["pilot", "withdrawn", "2026-11-18"],
  ]);
  const [event] = await app.database.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
  expect(event).toMatchObject({ act: "roll-out.write", subject: "roll-out-site", useCaseId: id });
  expect((await owner.get(`/use-cases/${reference}`)).text).toContain("120 actifs sur 200");
  expect((await owner.get("/pipeline")).text).toContain("120 actifs sur 200");
  const activity = await owner.get(`/use-cases/${reference}/activity`);
  expect(activity.text).toContain("a mis à jour le déploiement");
});

test("A case whose users were counted retires only with where they went, and both cases say it", async () => {
  const app = await openApp();
  const { owner, chair, newCase } = await aFirm(app);
  const { id, reference } = await newCase({ stage: "production", title: "L’ancien outil" });
  const next = await newCase({ stage: "production", title: "Le nouvel outil" });
  const path = `/use-cases/${reference}/roll-out`;
  await owner.submit(path, SITE);
  const [site] = await app.database.select().from(rollOutSites).orderBy(rollOutSites.id);
  await owner.submit(path, { ...READING, siteId: String(site?.id), on: "2026-11-15" });
  const program = await aProgram(app, await openSite(app), owner.id, "read");
  const { moves } = (await program.get(`/use-cases/${reference}/moves`)).body;
  const brings = Object.fromEntries(moves.map((move: { to: string; brings: string[] }) => [move.to, move.brings]));
  expect(brings).toMatchObject({ retired: ["reason", "learning", "wentTo"], "on-hold": ["reason", "relookOn"] });
  const governance = governanceOf(reference);
  const retire = {
    ...{ intent: "move", from: "production", to: "retired", reason: "Remplacé", learning: "Former avant" },
    relookOn: "",
  };
  const refused = await owner.post(governance, retire);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("50 utilisateurs s’en servent");
  const went = {
    ...{ "wentTo.0.kind": "case", "wentTo.0.to": next.reference, "wentTo.0.users": "40" },
    ...{ "wentTo.1.kind": "tool", "wentTo.1.to": "Tableur", "wentTo.1.users": "8" },
    ...{ "wentTo.2.kind": "nowhere", "wentTo.2.to": "", "wentTo.2.users": "" },
  };
  expect((await owner.post(governance, { ...retire, ...went, "wentTo.0.to": "la suite" })).status).toBe(400);
  expect((await owner.post(governance, { ...retire, ...went, "wentTo.0.to": reference })).status).toBe(409);
  expect(await stageOf(app, id)).toBe("production");
  await owner.submit(governance, { ...retire, ...went });
  expect(await stageOf(app, id)).toBe("retired");
  const own = await owner.get(`/use-cases/${reference}`);
  expect(own.find("#users").text).toContain("Le nouvel outil");
  expect(own.find("#users").text).toContain("vers l’outil Tableur");
  expect((await owner.get(`/use-cases/${next.reference}`)).find("#users").text).toContain("40 utilisateurs venus de");
  // Back from retirement for a reason: what was told of it stays.
  const back = { ...retire, from: "retired", to: "production", reason: "Le nouvel outil a échoué", override: "yes" };
  await chair.submit(governance, back);
  expect(await stageOf(app, id)).toBe("production");
  expect(await app.database.select().from(userDestinations).where(eq(userDestinations.useCaseId, id))).toHaveLength(3);
  expect((await owner.get(path)).find("#users").text).toContain("Tableur");
});
