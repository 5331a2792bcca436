import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { issueToken, revokeToken, tokensOf, touchToken, whoHolds } from "#app/people/api-tokens.server";
import { apiTokens } from "#db/schema.server";
import { type App, openApp, type Person, TODAY } from "../support/app";

const SECRET = "a secret for tests";
const CALENDAR = { timeZone: "Europe/Paris", fiscalFirstMonth: 2 };
const when = whenAt(TODAY, CALENDAR);
const later = (days: number) => new Date(TODAY.getTime() + days * 86_400_000);

async function made(person: Person, fields: Record<string, string | number> = {}) {
  const page = await person.post("/account/tokens", {
    intent: "create",
    name: "Compta",
    scope: "read",
    days: 30,
    ...fields,
  });
  return page.find("input[name=made-token]").getAttribute("value") ?? "";
}

const held = (app: App, token: string, now = TODAY) => whoHolds(app.database, token, SECRET, now);

describe("Access tokens", () => {
  test("are shown once, and only their hash is kept", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia", { roles: ["champion"] });
    expect((await nadia.get("/account/tokens")).text).toContain("Aucun jeton");
    const token = await made(nadia);
    expect(token).toMatch(/^cbk_[\w-]{43}$/);
    const page = await nadia.get("/account/tokens");
    expect(page.html).not.toContain(token);
    expect(page.find("table").text).toContain(`${token.slice(0, 10)}…`);
    expect(page.find("table").text).toContain("jamais");
    expect((await nadia.get("/account")).text).toContain("1 jeton en service");
    const kept = JSON.stringify(await app.database.select().from(apiTokens));
    expect(kept).not.toContain(token.slice(4));
    expect(await held(app, token)).toMatchObject({ scope: "read", actor: { personId: nadia.id, roles: ["champion"] } });
  });

  test("end with their time, when they are revoked, and with the account", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia");
    const token = await made(nadia);
    expect(await held(app, token, later(29))).not.toBeNull();
    expect(await held(app, token, later(30))).toBeNull();
    const page = await nadia.get("/account/tokens");
    const tokenId = page.find("input[name=tokenId]").getAttribute("value") ?? "";
    await nadia.submit("/account/tokens", { intent: "revoke", tokenId });
    expect(await held(app, token)).toBeNull();
    expect((await nadia.get("/account/tokens")).find("table").text).toContain("Révoqué");
    expect((await nadia.post("/account/tokens", { intent: "revoke", tokenId })).status).toBe(404);

    const other = await made(nadia);
    const admin = await app.signedIn("Sami", { roles: ["admin"] });
    const version = (await admin.get(`/people/${nadia.id}`)).find("input[name=version]").getAttribute("value") ?? "";
    await admin.submit(`/people/${nadia.id}`, { intent: "close", version });
    expect(await held(app, other)).toBeNull();
    const again = (await admin.get(`/people/${nadia.id}`)).find("input[name=version]").getAttribute("value") ?? "";
    await admin.submit(`/people/${nadia.id}`, { intent: "reopen", version: again });
    expect(await held(app, other), "an account that is opened again starts without its old tokens").toBeNull();
  });

  test("end with a lost laptop", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia");
    const token = await made(nadia);
    const admin = await app.signedIn("Sami", { roles: ["admin"] });
    await admin.submit(`/people/${nadia.id}`, { intent: "end-sessions" });
    expect(await held(app, token)).toBeNull();
  });

  test("are one's own: nobody but an administrator ends those of others", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia");
    const token = await made(nadia);
    const [row] = await app.database.select().from(apiTokens);
    const hugo = await app.signedIn("Hugo", { roles: ["security"] });
    const refused = await hugo.post("/account/tokens", { intent: "revoke", tokenId: row?.id ?? 0 });
    expect(refused.status).toBe(403);
    expect(await held(app, token)).not.toBeNull();
  });

  test.each([
    [{ name: "" }, "name"],
    [{ scope: "everything" }, "scope"],
    [{ days: 5000 }, "days"],
    [{ days: 0 }, "days"],
  ])("are not made of %j, and what was typed stays", async (fields, wrong) => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia");
    const typed = { intent: "create", name: "Compta", scope: "read", days: 30, ...fields };
    const page = await nadia.post("/account/tokens", typed);
    expect(page.status).toBe(400);
    expect(page.all(`#${wrong}-error, [id^="${wrong}"][aria-invalid]`).length).toBeGreaterThan(0);
    expect(await app.database.select().from(apiTokens)).toEqual([]);
  });

  test("are at most twenty in use", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia");
    const actor = { personId: nadia.id, name: "Nadia", roles: [], departmentIds: [] };
    const wanted = { name: "x", scope: "read" as const, days: 30 };
    const issue = () => app.database.write((tx) => issueToken(tx, actor, nadia.id, wanted, SECRET, when));
    for (let made = 0; made < 20; made++) await issue();
    await expect(issue()).rejects.toMatchObject({ status: 409, key: "people.refusal.too-many-tokens" });
    const [oldest] = (await tokensOf(app.database, nadia.id, TODAY)).slice(-1);
    await app.database.write((tx) => revokeToken(tx, actor, oldest?.id ?? 0, when));
    expect((await issue()).token).toMatch(/^cbk_/);
  });

  test("say when they were last used, to five minutes", async () => {
    const app = await openApp();
    const nadia = await app.signedIn("Nadia");
    const token = await made(nadia);
    const use = async (at: Date) => {
      const holder = await held(app, token, at);
      if (holder) await touchToken(app.database, holder, at);
      const [row] = await app.database.select().from(apiTokens).where(eq(apiTokens.personId, nadia.id));
      return row?.lastUsedAt?.getTime();
    };
    expect(await use(TODAY)).toBe(TODAY.getTime());
    expect(await use(new Date(TODAY.getTime() + 60_000))).toBe(TODAY.getTime());
    expect(await use(later(1))).toBe(later(1).getTime());
  });
});
