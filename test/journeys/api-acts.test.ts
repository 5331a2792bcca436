/** No act that people have on a screen is silently without its operation; and the operations that carry files carry them. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { CONTRACTS } from "#app/api/contracts";
import { type Act, PERMISSIONS } from "#app/people/permissions";
import { people, useCases } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

/** Acts that an operation of another act asks for on its way, with that operation. */
const ON_THE_WAY: Partial<Record<Act, string>> = {
  "use-case.enter-live": "createUseCase",
  "use-case.withdraw": "moveUseCase",
  "use-case.put-off": "moveUseCase",
  "note.read": "listComments",
  "note.write": "createComment",
  "gate.override": "moveUseCase",
  "sign-off.legal": "signSignOff",
  "sign-off.finance": "signSignOff",
};

/** Acts without an operation, each with its reason: what is not here needs one. */
const WITHOUT: Partial<Record<Act, string>> = {
  "session.sign": "minutes are signed by a person: never by a program",
  "report.review": "a validation is a person's signature: never a program's",
  "report.restate": "a restatement is signed by a person",
  "quarter.run": "measurement: comes with that room",
  "quarter.close": "a close is signed by a person",
  "organisation.edit": "administration: on its screens alone until it is asked for",
  "department.edit": "administration: on its screens alone until it is asked for",
  "person.edit": "administration: on its screens alone; accounts come from the identity provider",
  "audit.read": "administration: `casebook audit verify` and the page of the log",
  "installation.run": "the command line's alone",
};

describe("Acts and operations", () => {
  test("every act has an operation, or a reason written here for having none", () => {
    const covered = new Set<string>(CONTRACTS.map(({ act }) => act));
    const ids = new Set(CONTRACTS.map(({ id }) => id));
    const silent = Object.keys(PERMISSIONS).filter(
      (act) => !covered.has(act) && !(act in ON_THE_WAY) && !(act in WITHOUT),
    );
    expect(silent).toEqual([]);
    // Nothing is excused that is not true any more.
    expect(Object.keys({ ...WITHOUT, ...ON_THE_WAY }).filter((act) => covered.has(act))).toEqual([]);
    expect(Object.values(ON_THE_WAY).filter((id) => !ids.has(id))).toEqual([]);
  });
});

async function open() {
  const app = await openApp();
  const site = await openSite(app);
  const admin = await app.signedIn("Ada Admin", { roles: ["admin"] });
  const program = await aProgram(app, site, admin.id);
  const send = (path: string, body: Uint8Array | string, token = program.token) =>
    fetch(`${site.address}/api/v1${path}`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/octet-stream",
        "Accept-Language": "en",
      },
      body: typeof body === "string" ? body : new Uint8Array(body),
    });
  const fetched = (path: string) =>
    fetch(`${site.address}/api/v1${path}`, { headers: { Authorization: `Bearer ${program.token}` } });
  return { app, site, admin, program, send, fetched };
}

/** A file that a PDF's reader would know as one, of so many bytes. */
const pdf = (size: number) => {
  const bytes = Buffer.alloc(size, 7);
  bytes.write("%PDF-1.7\n");
  return bytes;
};

describe("Files through the API", () => {
  test("go up as they are and come down the same, to be saved and never shown", async () => {
    const { app, send, fetched, program } = await open();
    const { reference } = await aCase(app);
    const bytes = pdf(10 * 1024 * 1024);
    const sent = await send(`/use-cases/${reference}/files?name=r%C3%A9sum%C3%A9.pdf`, bytes);
    const file = await sent.json();
    expect([sent.status, file.size, file.mediaType, file.name]).toEqual([
      201,
      bytes.length,
      "application/pdf",
      "résumé.pdf",
    ]);
    const got = await fetched(`/use-cases/${reference}/files/${file.id}`);
    const came = Buffer.from(await got.arrayBuffer());
    expect(createHash("sha256").update(came).digest("hex")).toBe(file.sha256);
    expect(got.headers.get("Content-Disposition")).toMatch(/^attachment; /);
    expect(got.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(got.headers.get("X-Content-Type-Options")).toMatch(/^nosniff/);
    expect(got.headers.get("ETag")).toBe(`"${file.sha256}"`);
    expect((await program.get(`/use-cases/${reference}/files`)).body.items).toHaveLength(1);
  });

  test("are refused above 10 MB, when they are not what they are called, and where one may not", async () => {
    const { app, send, site } = await open();
    const { reference } = await aCase(app);
    const to = `/use-cases/${reference}/files`;
    const large = await send(`${to}?name=a.pdf`, pdf(10 * 1024 * 1024 + 1));
    expect([large.status, (await large.json()).detail]).toEqual([413, expect.stringContaining("10 MB")]);
    for (const [name, bytes] of [
      ["a.pdf", "<script>alert(1)</script>"],
      ["a.txt", pdf(2_000_000)],
      ["a.exe", "MZ"],
      ["a.txt", ""],
    ] as const) {
      const wrong = await send(`${to}?name=${name}`, bytes);
      expect([name, wrong.status]).toEqual([name, 400]);
    }
    const stranger = await app.signedIn("Elsa Ailleurs", { roles: ["executive"] });
    const hers = await aProgram(app, site, stranger.id);
    expect((await send(`${to}?name=a.txt`, "text", hers.token)).status).toBe(403);
    expect((await send(`${to}?name=a.txt&internal=yes`, "text")).status).toBe(403);
    expect((await app.database.select().from(people)).length).toBeGreaterThan(0);
  });
});

describe("Exports and imports through the API", () => {
  test("a file is exported, changed, sent back, looked at, and run: exactly the change", async () => {
    const { app, send, fetched, program } = await open();
    const { reference } = await aCase(app, { title: "Avant" });
    await aCase(app, { title: "Autre" });
    const file = await fetched("/use-case-export?sort=reference-ascending");
    const text = await file.text();
    expect(file.headers.get("Content-Disposition")).toContain("casebook-2026-11-20.csv");
    const brought = await send("/imports?name=back.csv", text.replace("Avant", "Après"));
    const preview = await brought.json();
    expect([brought.status, preview.own, preview.changing]).toEqual([201, true, [reference]]);
    expect(preview.counts).toMatchObject({ change: 1, unchanged: 1, conflicts: 0 });
    expect(preview.rows[0]).toMatchObject({ act: "change", changes: [{ before: "Avant", after: "Après" }] });
    const only = await program.get(`/imports/${preview.id}?rows=unchanged`);
    expect(only.body.rows).toHaveLength(1);
    const run = await program.ask("POST", `/imports/${preview.id}/run`, { body: { version: preview.version } });
    expect([run.status, run.body.status === "running" || run.body.status === "done"]).toEqual([200, true]);
    let state = run.body;
    for (let tries = 0; state.status === "running" && tries < 200; tries++) {
      await new Promise((resume) => setTimeout(resume, 20));
      state = (await program.get(`/imports/${preview.id}`)).body;
    }
    expect([state.status, state.counts.change]).toEqual(["done", 1]);
    const [row] = await app.database.select().from(useCases).where(eq(useCases.reference, reference));
    expect(row?.title).toEqual({ fr: "Après" });
    const stale = await program.ask("POST", `/imports/${preview.id}/run`, { body: { version: 999 } });
    expect(stale.status).toBe(409);
  });

  test("an export says no to what it does not know", async () => {
    const { fetched } = await open();
    for (const query of ["older=abc", "owner=xxx", "shape=water", "format=pdf", "columns=colour"]) {
      expect((await fetched(`/use-case-export?${query}`)).status, query).toBe(400);
    }
  });
});

describe("What one prefers", () => {
  test("is read and changed, the view with which the list opens among it", async () => {
    const { program, app, admin } = await open();
    const { body: view } = await program.ask("POST", "/views", { body: { name: "POC", query: "stage=poc" } });
    const changed = await program.ask("PATCH", "/me/preferences", {
      body: { mailRhythm: "weekly", theme: "dark", defaultView: view.id },
    });
    expect(changed.body).toEqual({
      locale: expect.anything(),
      theme: "dark",
      mailRhythm: "weekly",
      defaultView: view.id,
    });
    expect((await program.get("/me/preferences")).body).toEqual(changed.body);
    const [row] = await app.database.select().from(people).where(eq(people.id, admin.id));
    expect([row?.mailRhythm, row?.defaultViewId]).toEqual(["weekly", view.id]);
    expect((await program.ask("PATCH", "/me/preferences", { body: { defaultView: 9_999 } })).status).toBe(404);
  });
});
