/** The trust card of a case: answered in parts, shown on one page, and kept version by version. */
import { describe, expect, test } from "vitest";
import { trustCardVersions } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const FORM = {
  intent: "trust-card",
  ...{ dataWhere: "En France", dataWho: "L’équipe", dataUse: "Répondre", personalData: "yes" },
  ...{ transfer: "yes", transferTo: "L’éditeur", transferCountry: "Irlande", transferBasis: "Contrat" },
  ...{ humanReviewer: "Olga Owner", reviewMoment: "before", reviewShare: "50" },
  ...{ explainability: "Les sources sont montrées", knownLimits: "L’ironie" },
  ...{
    monitoringWhat: "Les corrections",
    monitoringBy: "Olga",
    monitoringEvery: "weekly",
    monitoringThreshold: "20 %",
  },
};

async function aHouse() {
  const app = await openApp();
  const owner = await app.signedIn("Olga Owner", { roles: [] });
  const other = await app.signedIn("Nobody Much", { roles: [] });
  const made = await aCase(app, { ownerId: owner.id, stage: "production" });
  const base = `/use-cases/${made.reference}`;
  return { app, owner, other, base, ...made };
}

describe("A trust card", () => {
  test("is answered by the team, says what is still missing, and stands on one page for everybody", async () => {
    const { owner, other, base } = await aHouse();
    expect((await other.get(`${base}/trust-card`)).text).toContain("0 questions répondues sur 10");
    expect((await other.post(`${base}/governance`, { ...FORM, version: "0" })).status).toBe(403);
    await owner.submit(`${base}/governance`, { ...FORM, version: "0", monitoringEvery: "" });
    const page = await other.get(`${base}/trust-card`);
    expect(page.text).toContain("6 questions répondues sur 10");
    expect(page.text).toContain("Irlande");
    expect(page.text).toContain("50 % relus");
    expect(page.text).toContain("Aucun incident déclaré");
    expect(page.all('a[href$="/governance#trust-card"]')).toHaveLength(0);
    expect((await owner.post(`${base}/governance`, { ...FORM, version: "1", reviewShare: "120" })).status).toBe(400);
  });

  test("keeps each version with what it changed, and shows both sides to who comes second", async () => {
    const { app, owner, base } = await aHouse();
    await owner.submit(`${base}/governance`, { ...FORM, version: "0" });
    await owner.submit(`${base}/governance`, { ...FORM, version: "1", knownLimits: "L’ironie et les chiffres" });
    const page = await owner.get(`${base}/trust-card`);
    expect(page.all("#versions li.timeline-item, #versions ol > li").length).toBeGreaterThanOrEqual(2);
    expect(page.find("#versions").text).toContain("L’ironie et les chiffres");
    expect(await app.database.select({ version: trustCardVersions.version }).from(trustCardVersions)).toHaveLength(2);
    const late = await owner.post(`${base}/governance`, { ...FORM, version: "1", knownLimits: "Rien" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("L’ironie et les chiffres");
    expect(late.text).toContain("Rien");
  });

  test("is read and written by a program, from the version that it read", async () => {
    const { app, owner, reference } = await aHouse();
    const program = await aProgram(app, await openSite(app), owner.id);
    const path = `/use-cases/${reference}/trust-card`;
    expect((await program.get(path)).body).toMatchObject({ cardVersion: 0, incidents: 0, reviewShare: null });
    const said = { knownLimits: { fr: "L’ironie" }, transfer: false, reviewShare: 0.5, cardVersion: 0 };
    const written = await program.ask("POST", path, { body: said });
    expect(written.status).toBe(200);
    expect(written.body).toMatchObject({ cardVersion: 1, knownLimits: { fr: "L’ironie" }, transfer: false });
    expect(written.body.unanswered).not.toContain("transfer");
    expect((await program.ask("POST", path, { body: said })).status).toBe(409);
    expect(
      (await program.ask("POST", path, { body: { ...said, cardVersion: 1, knownLimits: {} } })).body.knownLimits,
    ).toBeNull();
  });
});
