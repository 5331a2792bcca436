/** Incidents: logged by anybody, pausing a case, costing money in a quarter, and found again from the dashboard. */
import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { bringBack } from "#app/committee/come-back.server";
import { whenAt } from "#app/kernel/when";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { costs, incidents, quarters, stageChanges, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aMeasuredCase, euros, Q4 } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const FORM = {
  intent: "incident",
  ...{ title: "Trois cents clients ont reçu un faux montant", what: "Un modèle mis à jour a inversé deux colonnes." },
  ...{ severity: "2", startedOn: "2026-11-10", startedTime: "09:30", detectedOn: "2026-11-10", detectedTime: "14:05" },
  ...{ endedOn: "", endedTime: "", affected: "Des clients", affectedCount: "300", personalData: "yes" },
  ...{ authorityToldOn: "", authorityWhyNot: "", seriousness: "no", marketToldOn: "", cause: "", correction: "" },
  ...{ riskId: "", vendorId: "", modelId: "", hoursLost: "12,5" },
};
const MENDED = { endedOn: "2026-11-11", cause: "Deux colonnes inversées", correction: "Contrôle avant l’envoi" };

async function aHouse() {
  const app = await openApp();
  const measured = await aMeasuredCase(app);
  const anybody = await app.signedIn("Albane Témoin", { roles: [] });
  const security = await app.signedIn("Hugo Delmas", { roles: ["security"] });
  const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  const base = `/use-cases/${measured.reference}`;
  const page = await anybody.submit(`${base}/incidents/new`, FORM);
  const [made] = await app.database.select().from(incidents).orderBy(desc(incidents.id)).limit(1);
  return { app, anybody, security, chair, base, page, path: `${base}/incidents/${made?.id}`, ...measured };
}

const stageOf = async (app: App, id: number) =>
  (await app.database.select({ stage: useCases.stage }).from(useCases).where(eq(useCases.id, id)))[0]?.stage;

describe("An incident", () => {
  test("is logged by anybody, tells who watches over it, and says whom to tell by when", async () => {
    const { page, security, champion, finance, base } = await aHouse();
    expect(page.text).toContain("L’incident est déclaré");
    expect(page.text).toContain("INC-0001");
    expect(page.text).toContain("RGPD Art. 33");
    expect(page.text).toContain("13 novembre 2026 à 14:05");
    expect(page.text).toContain("pas un avis juridique");
    expect((await security.get("/notifications")).text).toContain("déclare un incident (gravité 2)");
    expect((await champion.get("/notifications")).text).toContain("déclare un incident");
    expect((await finance.get("/notifications")).text).not.toContain("déclare un incident");
    expect((await security.get(base)).text).toContain("1 incident, dont 1 ouvert");
    expect((await security.get("/registers/incidents")).text).toContain("Trois cents clients");
  });

  test("is in the log's file, for people and programs, where it runs no formula", async () => {
    const { app, anybody, security, base, reference } = await aHouse();
    await anybody.submit(`${base}/incidents/new`, { ...FORM, title: "=1+1", severity: "4" });
    const program = await aProgram(app, await openSite(app), security.id, "read");
    for (const query of ["?severity=4", `?useCase=${reference}&severity=4`]) {
      const file = await program.get(`/register-files/incidents${query}`);
      expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "text/csv; charset=utf-8"]);
      expect(file.body.trim().split("\r\n")).toEqual([
        expect.stringContaining("Severity"),
        expect.stringContaining("'=1+1"),
      ]);
    }
    const same = await security.get("/registers/incidents.csv?severity=4");
    expect(same.html.split("\r\n")[1]).toContain("'=1+1");
  });

  test("refuses what contradicts itself, and shows both sides to who comes second", async () => {
    const { anybody, security, base, path } = await aHouse();
    const early = await anybody.post(`${base}/incidents/new`, { ...FORM, detectedTime: "09:00" });
    expect(early.status).toBe(409);
    expect(early.text).toContain("avant d’avoir commencé");
    expect((await anybody.post(`${base}/incidents/new`, { ...FORM, detectedTime: "25:00" })).status).toBe(400);
    await security.submit(path, { ...FORM, version: "1", cause: "Une cause" });
    const late = await anybody.post(path, { ...FORM, version: "1", cause: "Une autre cause" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Une cause");
    expect(late.text).toContain("Une autre cause");
  });

  test("is closed once its end, cause and correction are said, by who answers for it", async () => {
    const { app, anybody, security, path } = await aHouse();
    const end = { intent: "turn", to: "closed", version: "1", reason: "On contrôle désormais" };
    expect((await anybody.post(path, end)).status).toBe(403);
    expect((await security.post(path, end)).status).toBe(409);
    await security.submit(path, { ...FORM, ...MENDED, version: "1" });
    expect((await security.submit(path, { ...end, version: "2" })).text).toContain("On contrôle désormais");
    expect((await security.post(path, { ...FORM, version: "3" })).status).toBe(409);
    const [row] = await app.database.select().from(incidents);
    expect(row).toMatchObject({ state: "closed", closedById: security.id });
  });
});

describe("A pause", () => {
  test("puts the case on hold with its incident, is said everywhere, does not end by itself, and ends through the gate", async () => {
    const { app, anybody, security, chair, owner, champion, path, base, useCaseId } = await aHouse();
    const pause = { intent: "pause", reason: "Tant que le calcul est faux", relookOn: "2026-12-05" };
    expect((await anybody.post(path, pause)).status).toBe(403);
    expect((await security.submit(path, pause)).text).toContain("Le cas est en pause");
    expect(await stageOf(app, useCaseId)).toBe("on-hold");
    const [change] = await app.database
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.useCaseId, useCaseId))
      .orderBy(desc(stageChanges.id));
    expect(change).toMatchObject({ from: "production", to: "on-hold", byId: security.id });
    expect((await owner.get(base)).text).toContain("En pause depuis le");
    expect((await owner.get("/pipeline")).text).toContain("En pause, incident INC-0001");
    expect((await owner.get(`/report?quarter=${Q4}`)).text).toContain("relevez ce qui a été fait avant");
    expect((await chair.get("/notifications")).text).not.toContain("reviendra de lui-même");
    // Its day comes, and it stays where it is.
    await app.database.write((tx) =>
      bringBack(tx, whenAt(new Date("2026-12-06T10:00:00Z"), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 })),
    );
    expect(await stageOf(app, useCaseId)).toBe("on-hold");
    // No way round: the ordinary move says where it resumes.
    const move = { intent: "move", from: "on-hold", to: "production", reason: "On repart" };
    const round = await champion.post(`${base}/governance`, move);
    expect(round.status).toBe(409);
    expect(round.text).toContain("reprend depuis la page de l’incident");
    // Nor by a step back, from which it could go on without its incident.
    for (const to of ["approved", "submitted"]) {
      const aside = await champion.post(`${base}/governance`, { ...move, to });
      expect([to, aside.status, aside.text]).toEqual([
        to,
        409,
        expect.stringContaining("depuis la page de l’incident"),
      ]);
    }
    expect(await stageOf(app, useCaseId)).toBe("on-hold");
    // So no page and no program is offered what would be refused: only the way out, and the incident's own act.
    const offered = await (await aProgram(app, await openSite(app), chair.id, "read")).get(`${base}/moves`);
    expect(offered.body.moves.map(({ to }: { to: string }) => to)).toEqual(["retired"]);
    const sheet = (await owner.get(base)).text;
    expect(sheet).toContain("puis reprendre depuis sa page");
    const resume = { intent: "resume", reason: "Le calcul est corrigé" };
    expect((await anybody.post(path, resume)).status).toBe(403);
    expect((await security.post(path, resume)).text).toContain("Dites d’abord la correction");
    await security.submit(path, { ...FORM, ...MENDED, version: "1" });
    expect((await security.post(path, { intent: "turn", to: "closed", version: "2", reason: "x" })).text).toContain(
      "encore en pause",
    );
    // Nobody confirmed its class and no guardrail is there: the gate asks again, and only a chair goes past it.
    expect((await security.post(path, resume)).status).toBe(409);
    expect((await security.post(path, { ...resume, override: "yes" })).status).toBe(403);
    const back = await chair.submit(path, { ...resume, override: "yes" });
    expect(back.text).toContain("Le cas a repris");
    expect(await stageOf(app, useCaseId)).toBe("production");
    expect(back.text).toContain("Fin de la pause");
    expect((await chair.post(path, resume)).status).toBe(409);
  });

  test("is refused for a case that runs nowhere", async () => {
    const { app, security, path, useCaseId } = await aHouse();
    await app.database.write((tx) => tx.update(useCases).set({ stage: "approved" }).where(eq(useCases.id, useCaseId)));
    const no = await security.post(path, { intent: "pause", reason: "x", relookOn: "2026-12-05" });
    expect(no.status).toBe(409);
    expect(no.text).toContain("POC, pilote ou production");
  });
});

describe("What an incident costs", () => {
  test("counts among the costs of its case and on the dashboard, and opens down to the incident", async () => {
    const { app, anybody, finance, executive, path, base, useCaseId, reference } = await aHouse();
    const cost = {
      intent: "cost",
      quarter: Q4,
      amount: "1 250,40",
      note: "Gestes commerciaux",
      [`version.${Q4}`]: "0",
    };
    expect((await anybody.post(path, cost)).status).toBe(403);
    expect((await finance.submit(path, cost)).text).toContain("1 250,40");
    const second = await anybody.submit(`${base}/incidents/new`, { ...FORM, hoursLost: "" });
    const other = `${base}/incidents/${/INC-0*(\d+)/.exec(second.text)?.[1]}`;
    await finance.submit(other, { ...cost, amount: "100" });
    const [kept] = await app.database
      .select()
      .from(costs)
      .where(and(eq(costs.useCaseId, useCaseId), eq(costs.kind, "incident")));
    expect(kept).toMatchObject({ quarter: Q4, amountMinor: euros(1350.4) });
    expect(await checkLedger(app.database)).toEqual([]);
    expect((await finance.get(`${base}/kpis`)).text).toContain("1 350,40");
    const board = await executive.get(`/dashboard?quarter=${Q4}`);
    const figures = board.find("#incidents");
    expect(figures.text).toContain("12,5");
    expect(figures.text).toContain("1,35");
    const log = await executive.get(`/registers/incidents?quarter=${Q4}`);
    expect(log.text).toContain("Trois cents clients");
    const behind = await executive.get(`/dashboard/costs?quarter=${Q4}`);
    expect(behind.html).toContain(`/registers/incidents?quarter=${Q4}&amp;case=${reference}`);
    // Before it began it cost nothing, and no credit is above what it cost.
    const Q3 = "2026-Q3";
    const early = await finance.post(path, { ...cost, quarter: Q3, [`version.${Q3}`]: "0" });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining("avant de commencer")]);
    const credit = await finance.post(path, { ...cost, amount: "-1", [`version.${Q4}`]: "1" });
    expect([credit.status, credit.text]).toEqual([409, expect.stringContaining("crédit dépasse")]);
    // Taken back, it is no cost any more.
    await finance.submit(path, { ...cost, amount: "", [`version.${Q4}`]: "1" });
    await finance.submit(other, { ...cost, amount: "", [`version.${Q4}`]: "1" });
    expect(await app.database.select().from(costs).where(eq(costs.kind, "incident"))).toEqual([]);
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("changes no closed quarter, and is not overwritten by who saw an older figure", async () => {
    const { app, finance, champion, path } = await aHouse();
    const cost = { intent: "cost", quarter: Q4, amount: "100", note: "", [`version.${Q4}`]: "0" };
    await finance.submit(path, cost);
    const late = await champion.post(path, { ...cost, amount: "300" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("300,00");
    expect(late.text).toContain("100,00");
    await app.database.write((tx) => tx.insert(quarters).values({ quarter: Q4, status: "closed" }));
    const closed = await finance.post(path, { ...cost, [`version.${Q4}`]: "1", amount: "900" });
    expect(closed.status).toBe(409);
    expect((await app.database.select().from(costs).where(eq(costs.kind, "incident")))[0]?.amountMinor).toBe(
      euros(100),
    );
  });
});
