import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import { cookie, sessionCookie } from "#app/cookies.server";
import type { Database } from "#db/client.server";
import * as schema from "#db/schema.server";
import { type App, openApp, PASSWORD } from "../support/app";
import { serverBuild } from "../support/server-build";

/** The doors that are open to those who are not signed in, and why. Every other route must turn a stranger away. */
const OPEN: Record<string, string> = {
  "/api": "what the API can do is no secret",
  "/api/:group": "no part of it is",
  "/api/v1/openapi.json": "the same for programs",
  "/set-up": "nobody can be signed in before it",
  "/sign-in": "it is how one signs in",
  "/password/:token": "whoever holds the link holds the key",
  "/mail/:token": "whoever holds the link stops the mail that it came with, and no more",
  "/capture/:code": "a workshop captures lines by the campaign's code, without accounts, while its host lets it",
  "/*": "an address that leads nowhere says so, and nothing else",
  "/preferences": "a stranger may choose the language of the sign-in page",
};

type Form = Record<string, string | number | string[]>;

interface Door {
  path: string;
  /** Where its forms are sent. */
  target: string;
  page: boolean;
  reads: boolean;
  acts: boolean;
}

/** Every route as the server knows it, so that a new one is covered the day that it is written. */
async function doors(): Promise<Door[]> {
  const { routes } = await serverBuild();
  const pathOf = (id: string | undefined): string => {
    const route = id ? routes[id] : undefined;
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join("/") : "";
  };
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const { default: page, loader, action } = route.module as Partial<typeof route.module>;
    const path = `/${pathOf(route.id)}`;
    // Only so does a form reach the index of a route that has a frame of its own.
    const target = route.index && route.parentId !== "root" ? `${path}?index` : path;
    return [{ path, target, page: !!page, reads: !!loader, acts: !!action }];
  });
}

/** How a door says no to who has no business there. A program's door takes tokens alone: a session is nothing to it. */
const refusals = (path: string) => (path.startsWith("/api/v1/") ? [401, 404, 405] : [401, 403]);

/** A path with something in place of its parameters. */
const at = (path: string, parameter = "1") => path.replace(/:[a-z]+(\?(?=\/|$))?/gi, parameter).replace("*", parameter);

const tables = Object.values(schema).filter((table) => is(table, SQLiteTable));

async function everything(database: Database): Promise<string> {
  const all: Record<string, unknown> = {};
  for (const table of tables) all[getTableName(table)] = await database.select().from(table);
  return JSON.stringify(all, (_, value) => (Buffer.isBuffer(value) ? value.toString("base64") : value));
}

describe("A stranger", () => {
  test("is sent to sign in by every page, and told «no» by everything else that answers", async () => {
    const app = await openApp();
    const stranger = app.stranger();
    for (const { path, page, reads } of await doors()) {
      if (OPEN[path] || !(page || reads)) continue;
      const answer = await stranger.get(at(path));
      const sent = answer.location?.startsWith("/sign-in") ?? false;
      expect(page ? sent : sent || refusals(path).includes(answer.status), `GET ${path}: ${answer.status}`).toBe(true);
    }
    expect(app.logged).toEqual([]);
  });

  test("changes nothing by posting to any of them", async () => {
    const app = await openApp();
    const before = await everything(app.database);
    const stranger = app.stranger();
    const forms: Form[] = [{}, { intent: "save", name: "x", title: "x", version: 1 }, { intent: "link" }];
    for (const { path, target, acts } of await doors()) {
      if (OPEN[path] || !acts) continue;
      for (const form of forms) {
        const answer = await stranger.post(at(target), form);
        const sent = answer.location?.startsWith("/sign-in") ?? false;
        expect(sent || refusals(path).includes(answer.status), `POST ${path}: ${answer.status}`).toBe(true);
      }
    }
    expect(await everything(app.database)).toBe(before);
  });

  test("is not helped by a cookie that is made up, malformed, expired, ended, or of a closed account", async () => {
    const app = await openApp();
    for (const value of ["x", "%E0%A4%A", "", "a; casebook_flash=%7B", encodeURIComponent("\0")]) {
      const answer = await app.stranger({ Cookie: `casebook_session=${value}` }).get("/account");
      expect(answer.location, value).toMatch(/^\/sign-in/);
    }
    const person = await app.signedIn("Camille Martin");
    app.clock.at = new Date(app.clock.at.getTime() + 14 * 86_400_000 + 1);
    expect((await person.get("/account")).location).toMatch(/^\/sign-in/);
    expect(app.logged).toEqual([]);
  });

  test("finds every route among the doors", async () => {
    const all = await doors();
    expect(all.length).toBeGreaterThan(10);
    expect(Object.keys(OPEN).filter((path) => !all.some((door) => door.path === path))).toEqual([]);
  });
});

describe("Whatever the address", () => {
  const QUERY = "?q=%00%25_%5C&department=x&role=x&status=x&sort=x&after=x&before=0&page=-1&on=x&id=x&stage=%00";

  test("no page breaks", async () => {
    const app = await openApp();
    const person = await app.signedIn("Camille Martin", {
      roles: ["admin", "champion", "committee", "chair", "finance"],
    });
    for (const { path, reads } of await doors()) {
      if (!reads) continue;
      const odd = /[:*]/.test(path) ? ["x", "%00", "9".repeat(40)].map((parameter) => at(path, parameter)) : [];
      for (const address of [at(path), at(path) + QUERY, ...odd]) {
        const answer = await person.get(address);
        expect(answer.status, `GET ${address} ${JSON.stringify(app.logged.at(-1))}`).toBeLessThan(500);
      }
    }
  }, 60_000);

  test("no action breaks on an empty or a senseless form", async () => {
    const app = await openApp();
    const person = await app.signedIn("Camille Martin", { roles: ["admin", "champion", "chair", "finance"] });
    const forms: Form[] = [{}, { intent: "x", version: "x", name: "\0", "roles[]": ["x"], "lines.0.a": "x" }];
    for (const { path, target, acts } of await doors()) {
      if (!acts || path === "/sign-out") continue;
      for (const form of forms) {
        const answer = await person.post(at(target), form);
        expect(answer.status, `POST ${path} ${JSON.stringify(app.logged.at(-1))}`).toBeLessThan(500);
      }
    }
  });
});

describe("A form", () => {
  const sent = (app: App, headers: Record<string, string>) =>
    app.stranger().post("/sign-in", { email: "admin@example.com", password: PASSWORD }, headers);

  test.each([
    ["another site", { Origin: "https://elsewhere.example" }, 403],
    ["a page in a sandbox", { Origin: "null" }, 403],
    ["nonsense", { Origin: "::" }, 403],
    ["another site, by a browser that says so", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["a sister site", { "Sec-Fetch-Site": "same-site", Origin: "http://localhost:3000" }, 403],
    ["here", { Origin: "http://localhost:3000" }, 303],
    [
      "here, behind a proxy that changes the host",
      { Origin: "https://casebook.example", "Sec-Fetch-Site": "same-origin" },
      303,
    ],
    ["no browser", {}, 303],
  ])("from %s answers as it should", async (_, headers, status) => {
    const app = await openApp();
    expect((await sent(app, headers)).status).toBe(status);
  });

  test("from another site is refused by every route", async () => {
    const app = await openApp();
    const person = await app.signedIn("Camille Martin", { roles: ["admin"] });
    const before = await everything(app.database);
    for (const { path, target, acts } of await doors()) {
      if (!acts) continue;
      const answer = await person.post(at(target), {}, { Origin: "https://elsewhere.example" });
      if (path.startsWith("/api/v1/")) expect(refusals(path), `POST ${path}`).toContain(answer.status);
      else expect(answer.status, `POST ${path}`).toBe(403);
    }
    expect(await everything(app.database)).toBe(before);
  });

  test("that is none is refused, and so is a stranger's that is too large", async () => {
    const app = await openApp();
    const text = await app.stranger().post("/sign-in", {}, { "Content-Type": "text/plain" });
    expect(text.status).toBe(400);
    const large = await app.stranger().post("/sign-in", { email: "x" }, { "Content-Length": "70000" });
    expect(large.status).toBe(413);
    expect(app.logged).toEqual([]);
  });
});

describe("Signing in", () => {
  test("counts tries that come all at once", async () => {
    const app = await openApp();
    const tries = await Promise.all(
      Array.from({ length: 12 }, () =>
        app.stranger().post("/sign-in", { email: "admin@example.com", password: "wrong wrong" }),
      ),
    );
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test("lets a whole house in that signs in at once from one address", async () => {
    const app = await openApp();
    const names = Array.from({ length: 40 }, (_, index) => `Collègue ${index}`);
    for (const name of names) await app.signedIn(name);
    const tries = await Promise.all(
      names.map((_, index) =>
        app.stranger().post("/sign-in", { email: `collègue.${index}@example.com`, password: PASSWORD }),
      ),
    );
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([303]));
  });

  test("counts tries of one network over many accounts, and lets others in meanwhile", async () => {
    const app = await openApp();
    for (let index = 0; index < 30; index++) {
      // Another address of the same /64 each time.
      const guesser = app.stranger({ "X-Test-Address": `2001:db8:1:2::${index.toString(16)}` });
      await guesser.post("/sign-in", { email: `nobody${index}@example.com`, password: "wrong wrong" });
    }
    const credentials = { email: "admin@example.com", password: PASSWORD };
    const near = app.stranger({ "X-Test-Address": "2001:db8:1:2:ffff::1" });
    expect((await near.post("/sign-in", credentials)).status).toBe(429);
    const far = app.stranger({ "X-Test-Address": "2001:db8:1:3::1" });
    expect((await far.post("/sign-in", credentials)).status).toBe(303);
    app.clock.at = new Date(app.clock.at.getTime() + 16 * 60_000);
    expect((await near.post("/sign-in", credentials)).status).toBe(303);
  }, 60_000);

  test("answers an unknown and a known address alike", async () => {
    const app = await openApp();
    const tries = ["admin@example.com", "nobody@example.com"].map((email) =>
      app.stranger().post("/sign-in", { email, password: "wrong wrong" }),
    );
    const [known, unknown] = await Promise.all(tries);
    expect(unknown?.status).toBe(403);
    expect(unknown?.find(".notice").text).toBe(known?.find(".notice").text);
  });

  test.each([
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/.//elsewhere.example",
    "https://elsewhere.example",
    "javascript:alert(1)",
  ])("does not lead away to %j", async (to) => {
    const app = await openApp();
    const credentials = { email: "admin@example.com", password: PASSWORD };
    const answer = await app.stranger().post(`/sign-in?to=${encodeURIComponent(to)}`, credentials);
    expect(new URL(answer.location ?? "", "http://localhost:3000").host).toBe("localhost:3000");
  });

  test("gives a new token each time and ends the session that one came with", async () => {
    const app = await openApp();
    const visitor = app.stranger();
    const credentials = { email: "admin@example.com", password: PASSWORD };
    const first = await visitor.post("/sign-in", credentials);
    const second = await visitor.post("/sign-in", credentials);
    const token = (page: typeof first) => /casebook_session=([^;]+)/.exec(page.headers.getSetCookie().join())?.[1];
    expect(token(first)).not.toBe(token(second));
    expect(await app.database.select().from(schema.authSessions)).toHaveLength(1);
    const stored = JSON.stringify(await app.database.select().from(schema.authSessions));
    expect(stored).not.toContain(token(second));
  });
});

test("Cookies are out of reach of scripts and other sites, and over https of plain http and sister hosts", () => {
  const session = { token: "t", expiresAt: new Date(60_000) };
  expect(sessionCookie({ secure: true }, session, new Date(0))).toBe(
    "__Host-casebook_session=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure",
  );
  expect(sessionCookie({ secure: false }, session, new Date(0))).toBe(
    "casebook_session=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60",
  );
  expect(cookie({ secure: false }, "x", "a;\r\nSet-Cookie: b", 1)).not.toMatch(/[\r\n]/);
});
