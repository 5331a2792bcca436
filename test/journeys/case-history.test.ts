/** The whole history of a case: any past version, what two of them have apart, and an old text brought back. */
import { beforeAll, describe, expect, test } from "vitest";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { VERSION_FIELDS } from "#app/use-cases/history/replay";
import { readVersions } from "#app/use-cases/history/versions.server";
import { openDatabase } from "#db/open.server";
import { useCases } from "#db/schema.server";
import { openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { demoDatabaseUrl, openDemo } from "../support/demo";

beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

describe("The events of the whole demonstration, played again", () => {
  test("give every case as it is, at the version that it has", { timeout: 60_000 }, async () => {
    const { database } = await openDemo();
    const ids = await database.select({ id: useCases.id }).from(useCases);
    expect(ids.length).toBeGreaterThan(30);
    for (const { id } of ids) {
      const useCase = await caseById(database, id);
      const versions = await readVersions(database, CASEBOOK, useCase);
      const last = versions.at(-1);
      const now = Object.fromEntries(VERSION_FIELDS.map((field) => [field, useCase[field]]));
      expect(last?.then, useCase.reference).toEqual(JSON.parse(JSON.stringify(now)));
      expect([useCase.reference, last?.number]).toEqual([useCase.reference, useCase.version]);
    }
  });
});

async function edited(owner: Person, reference: string, change: Record<string, string>) {
  const form = await owner.get(`/use-cases/${reference}/edit`);
  const typed = Object.fromEntries(
    [...form.all("form.form input[name], form.form textarea[name]")].map((field) => [
      field.getAttribute("name") ?? "",
      field.getAttribute("value") ?? field.text,
    ]),
  );
  const chosen = Object.fromEntries(
    form
      .all("form.form select")
      .map((list) => [
        list.getAttribute("name") ?? "",
        list.querySelector("option[selected]")?.getAttribute("value") ?? "",
      ]),
  );
  return owner.submit(`/use-cases/${reference}/edit`, { ...typed, ...chosen, ...change });
}

describe("A past version", () => {
  test("is shown as it was, beside what changed since in words, and can be brought back", async () => {
    const app = await openApp();
    const owner = await app.signedIn("Omar Owner");
    const boutique = await app.department("B", "Boutique");
    const { reference } = await aCase(app, { ownerId: owner.id });
    await edited(owner, reference, {
      "need.fr": "Lire chaque demande prend deux heures",
      departmentId: String(boutique),
      peopleAffected: "40",
    });
    const first = await owner.get(`/use-cases/${reference}/history/1`);
    expect(first.status).toBe(200);
    expect(first.text).toContain("Lire chaque demande prend un quart d’heure");
    expect(first.text).toContain("Soumis");
    const second = await owner.get(`/use-cases/${reference}/history/2`);
    expect(second.text).toContain("C’est la version actuelle");
    expect(second.all("del").map((gone) => gone.text.trim())).toContain("quart d’heure");
    expect(second.all("ins").map((added) => added.text.trim())).toContain("heures");
    expect(second.text).toContain("20 → 40");
    expect(second.text).toMatch(/→ Boutique/);
    // From the activity, an event leads to the version that it made.
    const activity = await owner.get(`/use-cases/${reference}/activity?kind=record`);
    const link = activity.find(".timeline a").getAttribute("href") ?? "";
    expect((await owner.get(link)).location).toBe(`/use-cases/${reference}/history/2`);
    const version = first.find("input[name=version]").getAttribute("value") ?? "";
    const back = await owner.submit(`/use-cases/${reference}/history/1`, { intent: "restore", version });
    expect(back.text).toContain("Lire chaque demande prend un quart d’heure");
    const third = await owner.get(`/use-cases/${reference}/history/3?with=1`);
    expect(third.text).toContain("Les deux versions disent la même chose");
    const stale = await owner.post(`/use-cases/${reference}/history/2`, { intent: "restore", version });
    expect(stale.status).toBe(409);
    for (const wrong of ["0", "4", "x", "e1", "99999999999999999999", "1?with=9"]) {
      expect([wrong, (await owner.get(`/use-cases/${reference}/history/${wrong}`)).status]).toEqual([wrong, 404]);
    }
    const reader = await app.signedIn("Lou Bernard");
    const seen = await reader.get(`/use-cases/${reference}/history/1`);
    expect(seen.all("input[name=version]")).toEqual([]);
    expect((await reader.post(`/use-cases/${reference}/history/1`, { intent: "restore", version: 3 })).status).toBe(
      403,
    );
  });

  test("of the time when it was a draft stays its author's, in the versions and in the activity", async () => {
    const app = await openApp();
    const department = await app.department("A", "Achats");
    const author = await app.signedIn("Alix Author", { roles: ["champion"], departments: [department] });
    const form = {
      "title.fr": "Lire les devis",
      "need.fr": "Le chef de rayon est nul, il faut tout relire",
      "affected.fr": "Les acheteurs",
      "expectedBenefit.fr": "Du temps",
      departmentId: String(department),
      ownerId: String(author.id),
    };
    const draft = await author.post("/use-cases/new", { ...form, intent: "save" });
    const reference = /UC-\d+/.exec(draft.location ?? "")?.[0] ?? "";
    const again = await author.get(`/use-cases/${reference}/edit`);
    const version = again.find("input[name=version]").getAttribute("value") ?? "";
    await author.post(`/use-cases/${reference}/edit`, {
      ...form,
      "need.fr": "Relire prend du temps",
      version,
      intent: "submit",
    });
    const reader = await app.signedIn("Lou Bernard");
    const activity = await reader.get(`/use-cases/${reference}/activity`);
    expect(activity.text).toContain("a créé le cas d’usage");
    expect(activity.html).not.toContain("est nul");
    expect((await reader.get(`/use-cases/${reference}/history/1`)).status).toBe(404);
    expect((await author.get(`/use-cases/${reference}/history/1`)).text).toContain("est nul");
    const submitted = await reader.get(`/use-cases/${reference}/history/3`);
    expect(submitted.text).toContain("Relire prend du temps");
    expect(submitted.html).not.toContain("est nul");
  });
});

describe("The activity", () => {
  test("is looked through by what happened and by who did it", async () => {
    const app = await openApp();
    const owner = await app.signedIn("Omar Owner");
    const other = await app.signedIn("Lou Bernard");
    const { reference } = await aCase(app, { ownerId: owner.id });
    await other.post(`/use-cases/${reference}?index`, { intent: "vote", voted: "yes" });
    await owner.post(`/use-cases/${reference}/links`, { intent: "tag", tags: "Achats" });
    const titles = async (query: string) =>
      (await owner.get(`/use-cases/${reference}/activity?${query}`))
        .all(".timeline-title")
        .map((one) => one.text.trim());
    expect(await titles("")).toHaveLength(3);
    expect(await titles("kind=talk")).toEqual(["Lou Bernard a le même besoin"]);
    expect(await titles(`who=${owner.id}`)).toEqual(["Omar Owner a changé les étiquettes"]);
    expect(await titles(`kind=files`)).toEqual([]);
    expect(await titles("kind=<script>&who=x")).toHaveLength(3);
  });
});
