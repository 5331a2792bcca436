/** Pages over HTTP: answered from what was rendered before, and fresh right after a write all the same. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { authSessions, departments, people, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { openSite } from "../support/site";

/**
 * PostgreSQL's version counts the writes of the whole server, the tests beside this one included: what needs a moment
 * without any is tried until there is one.
 */
async function inQuiet(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let left = 100; left > 0; left--) if (await attempt()) return true;
  return false;
}

describe("A page that was rendered", () => {
  test("is not sent again while nothing changed", async () => {
    const app = await openApp();
    const { get } = await openSite(app);
    const quiet = await inQuiet(async () => {
      const first = await get("/use-cases");
      expect(first.status).toBe(200);
      const etag = String(first.headers.get("ETag"));
      const again = await get("/use-cases", { "If-None-Match": etag });
      const whole = await get("/use-cases");
      if (again.status === 304) expect(await again.text()).toBe("");
      if (whole.headers.get("ETag") === etag) expect(await whole.text()).toBe(await first.text());
      const changed = await get("/use-cases", { "If-None-Match": `"other", W/${etag}` });
      return again.status === 304 && changed.status === 304 && whole.headers.get("ETag") === etag;
    });
    expect(quiet).toBe(true);
  });

  test("is fresh right after a write", async () => {
    const app = await openApp();
    const { get } = await openSite(app);
    const etag = String((await get("/use-cases")).headers.get("ETag"));
    const { id } = await aCase(app, { title: "Trier les retours" });
    const after = await get("/use-cases", { "If-None-Match": etag });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain("Trier les retours");
    await app.database.write((tx) =>
      tx
        .update(useCases)
        .set({ title: { fr: "Trier les colis" } })
        .where(eq(useCases.id, id)),
    );
    expect(await (await get("/use-cases")).text()).toContain("Trier les colis");
  });

  test("is nobody else's, whoever asked first", async () => {
    const app = await openApp();
    await app.signedIn("Nadia Belkacem", { roles: ["champion"] });
    const { get, cookie, signIn } = await openSite(app);
    const nadias = await signIn("nadia.belkacem@example.com");
    for (const path of ["/", "/use-cases", "/account"]) {
      const [first, second] = [await get(path), await get(path, { Cookie: nadias })];
      expect(second.headers.get("ETag")).not.toBe(first.headers.get("ETag"));
      expect(await first.text()).not.toContain("Nadia");
      expect(await second.text()).toContain("Nadia");
      expect((await get(path, { Cookie: nadias, "If-None-Match": String(first.headers.get("ETag")) })).status).toBe(
        200,
      );
      expect((await get(path, { Cookie: "", "If-None-Match": String(first.headers.get("ETag")) })).status).toBe(302);
      expect((await get(path, { Cookie: `${cookie.slice(0, -1)}~` })).status).toBe(302);
    }
  });

  test("is not the page of another language", async () => {
    const app = await openApp();
    // Who has not chosen a language is answered in the browser's.
    await app.database.write((tx) => tx.update(people).set({ locale: null }));
    const { get } = await openSite(app);
    for (const language of ["fr", "en"]) {
      const page = await get("/use-cases", { "Accept-Language": language });
      expect(page.headers.get("ETag")).not.toBeNull();
      expect(await page.text()).toContain(`<html lang="${language}"`);
    }
  });

  test("is not the page of another protocol, whose cookie is another one", async () => {
    const { get } = await openSite(await openApp(), { proxied: true });
    expect((await get("/account", { "X-Forwarded-Proto": "http" })).status).toBe(200);
    expect((await get("/account", { "X-Forwarded-Proto": "https" })).status).toBe(302);
  });

  test("is gone with its session, and with the minute", async () => {
    const app = await openApp();
    const { get } = await openSite(app);
    const etag = String((await get("/use-cases")).headers.get("ETag"));
    app.clock.at = new Date(app.clock.at.getTime() + 60_000);
    expect((await get("/use-cases", { "If-None-Match": etag })).status).toBe(200);
    await app.database.write((tx) => tx.delete(authSessions));
    expect((await get("/use-cases")).headers.get("Location")).toContain("/sign-in");
  });

  test("is never a refusal, a missing page or a sentence that is said once", async () => {
    const app = await openApp();
    const { get, cookie } = await openSite(app);
    expect((await get("/use-cases/UC-9999")).headers.get("ETag")).toBeNull();
    const flash = encodeURIComponent(JSON.stringify({ key: "desk.save", values: {} }));
    const told = await get("/use-cases", { Cookie: `${cookie}; casebook_flash=${flash}` });
    expect(told.headers.get("ETag")).toBeNull();
    expect(told.headers.get("Set-Cookie")).toContain("casebook_flash=;");
  });

  test("comes as the browser takes it", async () => {
    const { get } = await openSite(await openApp());
    const encoding = async (accepted: string) =>
      (await get("/use-cases", { "Accept-Encoding": accepted })).headers.get("Content-Encoding");
    expect(await encoding("br, gzip;q=0.5")).toBe("gzip");
    expect(await encoding("gzip;q=0, identity")).toBeNull();
    expect(await encoding("identity")).toBeNull();
  });

  test("leads to every kind of page: with parameters, nested, and none at all", async () => {
    const app = await openApp();
    const { get } = await openSite(app);
    const { reference } = await aCase(app, { title: "Répondre aux avis" });
    for (const path of ["", "/governance", "/activity", "/kpis/new"]) {
      expect((await get(`/use-cases/${reference}${path}`)).status).toBe(200);
    }
    expect((await get("/nowhere/at/all")).status).toBe(404);
  });
});

test("The database's version changes with a write and with nothing else", async () => {
  const app = await openApp();
  const { database } = app;
  const quiet = await inQuiet(async () => {
    const before = await database.version();
    await database.select().from(departments);
    return (await database.version()) === before;
  });
  expect(quiet).toBe(true);
  const before = await database.version();
  await app.department("ACHATS");
  expect(await database.version()).not.toBe(before);
});
