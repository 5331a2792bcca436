import { describe, expect, test } from "vitest";
import { authSessions } from "#db/schema.server";
import { type App, openApp, PASSWORD } from "../support/app";

const NEW_PASSWORD = "quatre loutres sous la pluie";
const EMAIL = "camille.martin@example.com";

async function elsewhere(app: App, address: string, userAgent: string) {
  const other = app.stranger({ "X-Test-Address": address, "User-Agent": userAgent });
  await other.post("/sign-in", { email: EMAIL, password: PASSWORD });
  return other;
}

describe("My account", () => {
  test("lists my sessions by device, and ends one of them or all the others", async () => {
    const app = await openApp();
    const camille = await app.signedIn("Camille Martin");
    const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const phone = await elsewhere(app, "203.0.113.9", firefox);
    const third = await elsewhere(app, "203.0.113.10", "");
    const page = await camille.get("/account");
    expect(page.all("table tbody tr")).toHaveLength(3);
    expect(page.find("table").text).toContain("Firefox sur Windows");
    expect(page.find("table").text).toContain("203.0.113.9");
    expect(page.all("table form"), "not the one that the page was asked for with").toHaveLength(2);

    const row = page.all("table tbody tr").find((each) => each.text.includes("203.0.113.9"));
    const sessionId = row?.querySelector("input[name=sessionId]")?.getAttribute("value") ?? "";
    await camille.submit("/account", { intent: "end-session", sessionId });
    expect((await phone.get("/account")).location).toMatch(/^\/sign-in/);
    expect((await third.get("/account")).status).toBe(200);
    await camille.submit("/account", { intent: "end-others" });
    expect((await third.get("/account")).location).toMatch(/^\/sign-in/);
    expect((await camille.get("/account")).status).toBe(200);
  });

  test("does not end sessions of others", async () => {
    const app = await openApp();
    const camille = await app.signedIn("Camille Martin");
    const bob = await app.signedIn("Bob Martin");
    const all = await app.database.select().from(authSessions);
    const his = all.find(({ personId }) => personId === bob.id)?.id ?? 0;
    expect((await camille.post("/account", { intent: "end-session", sessionId: his })).status).toBe(404);
    expect((await bob.get("/account")).status).toBe(200);
  });

  test("changes the password for who knows the old one, and ends the other sessions", async () => {
    const app = await openApp();
    const camille = await app.signedIn("Camille Martin");
    const other = await elsewhere(app, "203.0.113.9", "");
    const wanted = { intent: "password", password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD };
    const wrong = await camille.post("/account", { ...wanted, currentPassword: "wrong wrong" });
    expect(wrong.status).toBe(403);
    expect(wrong.html).not.toContain(NEW_PASSWORD);
    const easy = {
      intent: "password",
      currentPassword: PASSWORD,
      password: "aaaaaaaaaaaa",
      passwordAgain: "aaaaaaaaaaaa",
    };
    expect((await camille.post("/account", easy)).find("#password-error").text).toContain("se devine");
    await camille.submit("/account", { ...wanted, currentPassword: PASSWORD });
    expect((await other.get("/account")).location).toMatch(/^\/sign-in/);
    expect((await camille.get("/account")).status).toBe(200);
    expect((await app.stranger().post("/sign-in", { email: EMAIL, password: PASSWORD })).status).toBe(403);
    expect((await app.stranger().post("/sign-in", { email: EMAIL, password: NEW_PASSWORD })).status).toBe(303);
  });

  test("lets nobody guess the old password at leisure", async () => {
    const app = await openApp();
    const camille = await app.signedIn("Camille Martin");
    const guess = { intent: "password", currentPassword: "x", password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD };
    for (let tries = 0; tries < 5; tries++) expect((await camille.post("/account", guess)).status).toBe(403);
    expect((await camille.post("/account", { ...guess, currentPassword: PASSWORD })).status).toBe(429);
  });

  test("keeps name, language and theme, and shows both sides when an administrator was faster", async () => {
    const app = await openApp();
    const camille = await app.signedIn("Camille Martin");
    const version = (await camille.get("/account")).find("input[name=version]").getAttribute("value") ?? "";
    const profile = { intent: "profile", version, locale: "en", theme: "dark" };
    const page = await camille.submit("/account", { ...profile, name: "Camille Martin-Roy" });
    expect(page.find("html").getAttribute("lang")).toBe("en");
    expect(page.find("html").getAttribute("data-theme")).toBe("dark");
    const stale = await camille.post("/account", { ...profile, name: "Camille Roy" });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Camille Martin-Roy");
    expect(stale.find("#name").getAttribute("value")).toBe("Camille Roy");
  });
});
