import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { departments, organisations } from "#db/schema.server";
import { type App, openApp, type Page } from "../support/app";

const admin = (app: App) => app.signedIn("Ada Verdier", { roles: ["admin"] });
const versionOn = (page: Page) => page.find("form input[name=version]").getAttribute("value") ?? "";

const SETTINGS = {
  name: "Essai",
  currency: "EUR",
  fiscalFirstMonth: 2,
  timeZone: "Europe/Paris",
  locale: "fr",
  discountRate: "7,5 %",
  horizonQuarters: 16,
  assessmentsNeeded: 3,
  quorum: 5,
  screeningDays: 8,
  holidays: "2026-12-25\r\n2026-11-11, 2026-12-25",
};
const RH = { code: "rh", nameFr: "Ressources humaines", nameEn: "", headcount: "120", hourlyCost: "", active: "yes" };

describe("The organisation's settings", () => {
  test("are changed by an administrator, in the numbers people type", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const version = versionOn(await ada.get("/admin"));
    const page = await ada.submit("/admin", { ...SETTINGS, version });
    expect(page.find("#discountRate").getAttribute("value")).toBe("7,5");
    const [stored] = await app.database.select().from(organisations);
    expect(stored).toMatchObject({ discountRate: 0.075, horizonQuarters: 16, assessmentsNeeded: 3, quorum: 5 });
    expect(stored).toMatchObject({ screeningDays: 8, holidays: ["2026-11-11", "2026-12-25"] });

    const stale = await ada.post("/admin", { ...SETTINGS, version, quorum: 4, name: "Essais" });
    expect(stale.status).toBe(409);
    expect(stale.find("table").text).toContain("Essais");
    expect(stale.find("#quorum").getAttribute("value")).toBe("4");
    expect((await ada.post("/admin", { ...SETTINGS, version: versionOn(stale), quorum: 0 })).status).toBe(400);
    expect((await ada.post("/admin", { ...SETTINGS, version: versionOn(stale), holidays: "Noël" })).status).toBe(400);
  });

  test("let the currency change until an amount exists, and the fiscal year until a quarter does", async () => {
    const app = await openApp();
    const ada = await admin(app);
    await ada.submit("/admin/departments/new", RH);
    const swiss = { ...SETTINGS, currency: "CHF", fiscalFirstMonth: 4 };
    await ada.submit("/admin", { ...swiss, version: versionOn(await ada.get("/admin")) });

    await ada.submit("/admin/departments/new", { ...RH, code: "sc", hourlyCost: "48,50" });
    const refused = await ada.post("/admin", { ...SETTINGS, version: versionOn(await ada.get("/admin")) });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("déjà enregistrés en CHF");
    const [stored] = await app.database.select().from(organisations);
    expect(stored).toMatchObject({ currency: "CHF", fiscalFirstMonth: 4 });
    // The calendar is another matter: nothing is dated by it yet.
    await ada.submit("/admin", { ...swiss, fiscalFirstMonth: 1, version: versionOn(await ada.get("/admin")) });
  });

  test("are closed to others", async () => {
    const app = await openApp();
    const chair = await app.signedIn("Claude Chair", { roles: ["chair", "finance"] });
    for (const path of ["/admin", "/admin/departments", "/admin/departments/new", "/admin/departments/1"]) {
      expect((await chair.get(path)).status, path).toBe(403);
    }
    expect((await chair.post("/admin", { ...SETTINGS, version: 1 })).status).toBe(403);
    expect((await chair.post("/admin/departments/new", RH)).status).toBe(403);
  });
});

describe("Departments", () => {
  test("are created, changed and put to rest", async () => {
    const app = await openApp();
    const ada = await admin(app);
    expect((await ada.get("/admin/departments")).text).toContain("Créez le premier");
    await ada.submit("/admin/departments/new", { ...RH, hourlyCost: "48,50", headcount: "1 200" });
    const [made] = await app.database.select().from(departments);
    expect(made).toMatchObject({
      code: "RH",
      name: { fr: "Ressources humaines" },
      hourlyCostMinor: 4850,
      headcount: 1200,
    });

    const path = `/admin/departments/${made?.id}`;
    const page = await ada.get(path);
    expect(page.find("#hourlyCost").getAttribute("value")).toBe("48,50");
    const edit = { ...RH, version: versionOn(page), headcount: "", hourlyCost: "50", active: "no" };
    await ada.submit(path, edit);
    const [changed] = await app.database.select().from(departments).where(eq(departments.code, "RH"));
    expect(changed).toMatchObject({ headcount: null, hourlyCostMinor: 5000, active: false });

    const stale = await ada.post(path, { ...edit, hourlyCost: "60", active: "yes" });
    expect(stale.status).toBe(409);
    const panel = stale.find("table").text.replace(/\s/g, " ");
    expect(panel).toContain("60,00 €50,00 €");
    expect(panel, "what was typed in other signs is the same").not.toContain("RH");
    expect(stale.find("#hourlyCost").getAttribute("value")).toBe("60");
    expect((await ada.get("/people/new")).text).not.toContain("Ressources humaines");
  });

  test("need a name in one language and a code of their own", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const nameless = await ada.post("/admin/departments/new", { ...RH, nameFr: "", code: "a b", headcount: "-1" });
    expect(nameless.status).toBe(400);
    for (const field of ["code", "headcount"]) expect(nameless.all(`#${field}-error`), field).toHaveLength(1);
    expect((await ada.post("/admin/departments/new", { ...RH, nameFr: "" })).all("#nameFr-error")).toHaveLength(1);
    await ada.submit("/admin/departments/new", RH);
    const taken = await ada.post("/admin/departments/new", { ...RH, nameFr: "Autre" });
    expect(taken.status).toBe(409);
    expect(taken.find(".notice").text).toContain("RH");
  });
});
