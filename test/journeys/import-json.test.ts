import { describe, expect, test } from "vitest";
import { useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { importPath, runImport, sent } from "../support/import-steps";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const REGISTER = JSON.stringify({
  fetched: "2026-11-20",
  algorithms: [
    { id: "A-1", title: "Sort mail", stage: "Pilot", owner: { team: "Front desk" }, tags: ["mail", "text"] },
    { id: "A-2", title: "Forecast sales", stage: "In production", owner: { team: "Supply" } },
  ],
});

describe("A register as JSON", () => {
  test("goes from the file to its cases, and a second time changes nothing", async () => {
    const app = await openApp();
    const person = await app.signedIn("Dominique Chair", { roles: ["chair"] });
    const path = await importPath(person, REGISTER, "register.json");
    const reading = await person.get(path);
    expect(reading.text).toContain("Les cas sont dans le champ « algorithms » du fichier");
    expect(reading.all('[name="headerLine"], [name="separator"]')).toHaveLength(0);
    expect(reading.all('[name="encoding"]')).toHaveLength(1);
    const again = await person.submit(`${path}?index`, {
      ...sent(reading, "form.form"),
      intent: "reading",
      encoding: "utf-8",
    });
    expect(again.text).toContain("Sort mail");
    await runImport(person, path);
    const all = await app.database.select().from(useCases).orderBy(useCases.id);
    expect(
      all.map(({ externalSource, externalId, stage, extra }) => [externalSource, externalId, stage, extra]),
    ).toEqual([
      ["register", "A-1", "pilot", { "owner.team": "Front desk", tags: "mail; text", stage: "Pilot" }],
      ["register", "A-2", "production", { "owner.team": "Supply", stage: "In production" }],
    ]);
    const second = await importPath(person, REGISTER, "register.json");
    expect((await person.get(`${second}/check`)).text).toContain("Il n’y a rien à écrire");
  });

  test("an export of Casebook as JSON comes back as what it is: exactly the change", async () => {
    const app = await openApp();
    const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
    const { reference } = await aCase(app, { title: "Avant" });
    await aCase(app, { title: "Autre" });
    const site = await openSite(app);
    const { token } = await aProgram(app, site, admin.id);
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" };
    const file = await (await fetch(`${site.address}/api/v1/use-case-export?format=json`, { headers })).text();
    const body = file.replace("Avant", "Après");
    const sent = await fetch(`${site.address}/api/v1/imports?name=back.json`, { method: "POST", headers, body });
    const preview = await sent.json();
    expect([preview.own, preview.changing, preview.counts.unchanged]).toEqual([true, [reference], 1]);
  });

  test("that is broken is refused with its place, and nothing is kept", async () => {
    const app = await openApp();
    const person = await app.signedIn("Dominique Chair", { roles: ["chair"] });
    await expect(importPath(person, '[{"title": "x"},\n {"title"}]', "register.json")).rejects.toThrow(
      "ligne 2, caractère 10",
    );
    expect((await person.get("/import")).text).toContain("Aucun import");
  });
});
