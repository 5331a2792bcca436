import { count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { criteria, filters, organisations, people } from "#db/schema.server";
import { openApp } from "../support/app";

const PASSWORD = "quatre loutres sous la pluie";
const ANSWERS = {
  name: "Maison Verdier",
  currency: "chf",
  fiscalFirstMonth: 4,
  timeZone: "Europe/Zurich",
  locale: "en",
  adminName: "Ada Verdier",
  adminEmail: "Ada@Verdier.example",
  adminPassword: PASSWORD,
  adminPasswordAgain: PASSWORD,
};

describe("The first visit", () => {
  test("sets the organisation up once, and signs its administrator in", async () => {
    const app = await openApp({ setUp: false });
    const first = app.stranger();
    expect((await first.get("/")).location).toBe("/set-up");
    expect((await first.get("/sign-in")).location).toBe("/set-up");
    const page = await first.get("/set-up");
    expect(page.status).toBe(200);
    expect(page.find("#fiscalFirstMonth").textContent).toContain("février");

    const landed = await first.submit("/set-up", ANSWERS);
    expect(landed.status).toBe(200);
    expect(landed.find("html").getAttribute("lang")).toBe("en");
    expect(landed.text).toContain("Casebook is ready");
    expect((await first.get("/")).status).toBe(200);

    const [organisation] = await app.database.select().from(organisations);
    expect(organisation).toMatchObject({ name: "Maison Verdier", currency: "CHF", fiscalFirstMonth: 4, locale: "en" });
    const [admin] = await app.database.select().from(people).where(eq(people.email, "ada@verdier.example"));
    expect(admin?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    // What later rooms need to begin with is there too.
    expect((await app.database.select({ count: count() }).from(criteria))[0]?.count).toBeGreaterThan(0);
    expect((await app.database.select({ count: count() }).from(filters))[0]?.count).toBeGreaterThan(0);

    const second = app.stranger();
    expect((await second.get("/set-up")).location).toBe("/sign-in");
    const late = await second.post("/set-up", { ...ANSWERS, adminEmail: "eve@elsewhere.example" });
    expect(late.location).toBe("/sign-in");
    expect(await app.database.select().from(organisations)).toHaveLength(1);
    expect(await app.database.select().from(people)).toHaveLength(1);
  });

  test("of two people at once, one sets it up", async () => {
    const app = await openApp({ setUp: false });
    const answers = await Promise.all(
      ["ada", "eve"].map((name) =>
        app.stranger().post("/set-up", { ...ANSWERS, adminEmail: `${name}@verdier.example` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await app.database.select().from(people)).toHaveLength(1);
  });

  test("says at each field what is wrong and keeps the rest, except passwords", async () => {
    const app = await openApp({ setUp: false });
    const page = await app.stranger().post("/set-up", {
      ...ANSWERS,
      currency: "XQQ",
      timeZone: "Mars/Olympus",
      adminEmail: "ada",
      adminPassword: "motdepasse123",
      adminPasswordAgain: "else",
    });
    expect(page.status).toBe(400);
    for (const field of ["currency", "timeZone", "adminEmail", "adminPassword"]) {
      expect(page.all(`#${field}-error`), field).toHaveLength(1);
    }
    expect(page.find("#name").getAttribute("value")).toBe("Maison Verdier");
    expect(page.html).not.toContain("motdepasse123");
    expect(await app.database.select().from(organisations)).toHaveLength(0);
  });
});
