import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { fold } from "#app/kernel/told";
import { authSessions, people, personRoles } from "#db/schema.server";
import { type App, openApp, PASSWORD, type Page } from "../support/app";

const NEW_PASSWORD = "quatre loutres sous la pluie";

const admin = (app: App) => app.signedIn("Ada Verdier", { roles: ["admin"] });
const versionOn = (page: Page) => page.find("form input[name=version]").getAttribute("value") ?? "";
const idOf = (location: string | null) => Number(location?.split("/").at(-1));

describe("Giving somebody an account", () => {
  test("ends with a one-time link by which they choose a password and sign in", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const rh = await app.department("RH");
    const made = await ada.post("/people/new", {
      name: "Zoë Ångström",
      email: "Zoe@Example.com",
      "roles[]": ["champion", "finance", "champion"],
      "departmentIds[]": [String(rh)],
    });
    expect(made.status).toBe(303);
    const path = made.location ?? "";
    const page = await ada.get(path);
    expect(page.text).toContain("n’a pas encore de mot de passe");
    expect(page.find("input[value=finance]").hasAttribute("checked")).toBe(true);

    const issued = await ada.post(path, { intent: "link" });
    const url = issued.find("#link-address").getAttribute("value") ?? "";
    expect(url).toMatch(/^http:\/\/localhost:3000\/password\/[\w-]{43}$/);
    expect((await ada.get(path)).html).not.toContain(url);
    const link = new URL(url).pathname;

    const zoe = app.stranger();
    expect((await zoe.get(link)).text).toContain("zoe@example.com");
    const differ = await zoe.post(link, { password: NEW_PASSWORD, passwordAgain: "autre" });
    expect(differ.status).toBe(400);
    expect(differ.find("#passwordAgain-error").text).toContain("pas les mêmes");
    const done = await zoe.submit(link, { password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD });
    expect(done.text).toContain("Votre mot de passe est enregistré");
    expect((await zoe.get(link)).text).toContain("ne sert qu’une fois");
    expect((await zoe.post(link, { password: PASSWORD, passwordAgain: PASSWORD })).status).toBe(409);
    expect((await zoe.post("/sign-in", { email: "ZOE@example.com", password: NEW_PASSWORD })).status).toBe(303);
  });

  test("is refused for an address that somebody has, and keeps what was ticked", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const page = await ada.post("/people/new", { name: "Eve", email: "admin@example.com", "roles[]": ["legal"] });
    expect(page.status).toBe(409);
    expect(page.find(".notice").text).toContain("admin@example.com");
    expect(page.find("input[value=legal]").hasAttribute("checked")).toBe(true);
    expect(page.find("input[value=admin]").hasAttribute("checked")).toBe(false);
  });

  test.each([
    ["two days later", 48 * 3_600_000, "a expiré"],
    ["almost two days later", 48 * 3_600_000 - 1, "Choisir un mot de passe"],
  ])("the link, %s", async (_, later, expected) => {
    const app = await openApp();
    const ada = await admin(app);
    const bob = await app.signedIn("Bob Martin");
    const issued = await ada.post(`/people/${bob.id}`, { intent: "link" });
    const link = new URL(issued.find("#link-address").getAttribute("value") ?? "").pathname;
    app.clock.at = new Date(app.clock.at.getTime() + later);
    expect((await app.stranger().get(link)).text).toContain(expected);
  });

  test("a newer link ends the older one, and using it ends every session", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const bob = await app.signedIn("Bob Martin");
    const issue = async () => {
      const page = await ada.post(`/people/${bob.id}`, { intent: "link" });
      return new URL(page.find("#link-address").getAttribute("value") ?? "").pathname;
    };
    const [older, newer] = [await issue(), await issue()];
    const choice = { password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD };
    expect((await app.stranger().post(older, choice)).status).toBe(409);
    expect((await app.stranger().post("/password/made-up", choice)).status).toBe(409);
    expect((await bob.get("/account")).status).toBe(200);
    expect((await app.stranger().post(newer, choice)).status).toBe(303);
    expect((await bob.get("/account")).location).toMatch(/^\/sign-in/);
  });
});

describe("Changing a person", () => {
  test("that somebody else changed meanwhile shows both sides, and saves over them when asked again", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const bob = await app.signedIn("Bob Martin", { roles: ["legal"] });
    const path = `/people/${bob.id}`;
    const version = versionOn(await ada.get(path));
    const edit = { intent: "save", version, email: "bob.martin@example.com" };
    await ada.submit(path, { ...edit, name: "Robert Martin", "roles[]": ["legal", "finance"] });

    const stale = await ada.post(path, { ...edit, name: "Bob Martin-Roy", "roles[]": ["security"] });
    expect(stale.status).toBe(409);
    const panel = stale.find("table").text;
    for (const side of ["Bob Martin-Roy", "Robert Martin", "Sécurité", "Finance et Juridique"])
      expect(panel).toContain(side);
    expect(panel).not.toContain("bob.martin@example.com");
    expect(stale.find("#name").getAttribute("value")).toBe("Bob Martin-Roy");
    expect(stale.find("input[value=security]").hasAttribute("checked")).toBe(true);

    await ada.submit(path, { ...edit, version: versionOn(stale), name: "Bob Martin-Roy", "roles[]": ["security"] });
    expect((await ada.get(path)).find("h1").text).toBe("Bob Martin-Roy");
    const roles = await app.database.select().from(personRoles).where(eq(personRoles.personId, bob.id));
    expect(roles.map(({ role }) => role)).toEqual(["security"]);
  });

  test("cannot leave nobody to administer", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const [first] = await app.database.select().from(people).where(eq(people.email, "admin@example.com"));
    const firstPath = `/people/${first?.id}`;
    const adaPath = `/people/${ada.id}`;
    const version = versionOn(await ada.get(firstPath));
    const closed = await ada.submit(firstPath, { intent: "close", version });
    expect(closed.text).toContain("est fermé");

    const lastVersion = versionOn(await ada.get(adaPath));
    const refused = await ada.post(adaPath, { intent: "close", version: lastVersion });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("seule personne qui peut encore administrer");
    const stripped = await ada.post(adaPath, {
      intent: "save",
      version: lastVersion,
      name: "Ada Verdier",
      email: "ada.verdier@example.com",
      "roles[]": ["chair"],
    });
    expect(stripped.status).toBe(409);
    expect((await ada.get("/admin")).status).toBe(200);

    // Somebody who never chose a password could not let anybody in.
    const made = await ada.post("/people/new", { name: "Eve", email: "eve@example.com", "roles[]": ["admin"] });
    expect((await ada.post(adaPath, { intent: "close", version: lastVersion })).status).toBe(409);
    const issued = await ada.post(made.location ?? "", { intent: "link" });
    const link = new URL(issued.find("#link-address").getAttribute("value") ?? "").pathname;
    await app.stranger().submit(link, { password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD });
    expect((await ada.post(adaPath, { intent: "close", version: lastVersion })).location).toBe(adaPath);
    expect((await ada.get("/")).location).toBe("/sign-in");
  });

  test("by closing the account ends what they have open, until it is opened again", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const bob = await app.signedIn("Bob Martin");
    const path = `/people/${bob.id}`;
    const issued = await ada.post(path, { intent: "link" });
    const link = new URL(issued.find("#link-address").getAttribute("value") ?? "").pathname;
    await ada.submit(path, { intent: "close", version: versionOn(await ada.get(path)) });
    expect((await bob.get("/account")).location).toMatch(/^\/sign-in/);
    expect(await app.database.select().from(authSessions).where(eq(authSessions.personId, bob.id))).toEqual([]);
    expect((await app.stranger().get(link)).text).toContain("n’est pas valable");
    expect((await ada.post(path, { intent: "link" })).status).toBe(409);
    const credentials = { email: "bob.martin@example.com", password: PASSWORD };
    expect((await app.stranger().post("/sign-in", credentials)).status).toBe(403);
    await ada.submit(path, { intent: "reopen", version: versionOn(await ada.get(path)) });
    expect((await app.stranger().post("/sign-in", credentials)).status).toBe(303);
    expect((await app.stranger().get(link)).text).toContain("a expiré");
  });

  test("is for administrators, though everybody may look", async () => {
    const app = await openApp();
    const bob = await app.signedIn("Bob Martin", { roles: ["chair", "finance"] });
    const page = await bob.get(`/people/1`);
    expect(page.status).toBe(200);
    expect(page.all("main form")).toHaveLength(0);
    expect((await bob.get("/people/new")).status).toBe(403);
    for (const form of [
      { intent: "save", version: 1, name: "Bob", email: "bob@example.com", "roles[]": ["admin"] },
      { intent: "close", version: 1 },
      { intent: "reopen", version: 1 },
      { intent: "link" },
      { intent: "end-sessions" },
    ] as Record<string, string | number | string[]>[]) {
      expect((await bob.post(`/people/${bob.id}`, form)).status, String(form.intent)).toBe(403);
    }
    expect((await bob.post("/people/new", { name: "Eve", email: "eve@example.com" })).status).toBe(403);
  });
});

describe("The list of people", () => {
  test("is searched without accents or case, by role, department and state", async () => {
    const app = await openApp();
    const rh = await app.department("RH");
    const ada = await admin(app);
    await app.signedIn("Édouard Œuvrard", { roles: ["champion"], departments: [rh] });
    await app.signedIn("Bob 100% Martin", { roles: ["finance"] });
    const found = async (query: string) =>
      (await ada.get(`/people?${query}`)).all("tbody th").map((cell) => cell.text.trim());
    expect(await found("")).toEqual(["Ada Verdier", "Admin", "Bob 100% Martin", "Édouard Œuvrard"]);
    expect(await found("q=OEUVRARD+edouard")).toEqual(["Édouard Œuvrard"]);
    expect(await found("q=100%25")).toEqual(["Bob 100% Martin"]);
    expect(await found("q=ad%25in")).toEqual([]);
    expect(await found("q=bob.100")).toEqual(["Bob 100% Martin"]);
    expect(await found("role=champion")).toEqual(["Édouard Œuvrard"]);
    expect(await found(`department=${rh}`)).toEqual(["Édouard Œuvrard"]);
    expect(await found("status=closed")).toEqual([]);
    expect(await found("status=nonsense&role=nonsense&department=x")).toHaveLength(4);
  });

  test("keeps its place over many pages, there and back", async () => {
    const app = await openApp();
    const ada = await admin(app);
    const names = Array.from({ length: 120 }, (_, index) => `Personne ${String(index % 60).padStart(3, "0")}`);
    const rows = names.map((name, index) => ({
      name,
      nameFolded: fold(name),
      email: `p${index}@example.com`,
      createdAt: app.clock.at,
    }));
    await app.database.write((tx) => tx.insert(people).values(rows));
    const seen: string[] = [];
    let path: string | undefined = "/people?q=personne";
    const pages: string[][] = [];
    while (path) {
      const page: Page = await ada.get(path);
      const emails = page.all("tbody tr").map((row) => row.querySelectorAll("td").at(-1)?.text ?? "");
      pages.push(emails);
      seen.push(...emails);
      path = page.document.querySelector("a[rel=next]")?.getAttribute("href")?.replaceAll("&amp;", "&");
      if (!path) {
        const previous = page.find("a[rel=prev]").getAttribute("href")?.replaceAll("&amp;", "&") ?? "";
        const back = await ada.get(previous);
        expect(back.all("tbody tr").map((row) => row.querySelectorAll("td").at(-1)?.text)).toEqual(pages.at(-2));
      }
    }
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
  });

  test("names the departments that nobody champions", async () => {
    const app = await openApp();
    const rh = await app.department("RH", "Ressources humaines");
    await app.department("SC", "Supply chain");
    const ada = await admin(app);
    await app.signedIn("Camille Martin", { roles: ["champion"], departments: [rh] });
    const notice = (await ada.get("/people")).find(".notice").text;
    expect(notice).toContain("Supply chain");
    expect(notice).not.toContain("Ressources humaines");
  });
});

test("A person that does not exist is not found", async () => {
  const app = await openApp();
  const ada = await admin(app);
  for (const id of [idOf("/people/999"), "x", "0"]) expect((await ada.get(`/people/${id}`)).status).toBe(404);
});
