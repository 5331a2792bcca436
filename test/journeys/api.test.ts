/** What programs rely on beyond the description: nothing lost, doubled, overwritten or told to the wrong one. */
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { apiTokens, auditEvents, idempotentAnswers, kpis, reports, useCases } from "#db/schema.server";
import { type App, openApp, type Person } from "../support/app";
import { aCase } from "../support/cases";
import { openDemo } from "../support/demo";
import { aMeasuredCase, Q3, Q4 } from "../support/measurement";
import { aProgram, newKey, type Program } from "../support/program";
import { openSite } from "../support/site";

async function open(options: Parameters<typeof openSite>[1] = {}) {
  const app = await openApp();
  return { app, site: await openSite(app, options) };
}

async function programOf(app: App, person: Person, scope: "read" | "write" = "write") {
  return aProgram(app, await openSite(app), person.id, scope);
}

const said = (title: string) => ({
  title: { fr: title },
  need: { fr: `${title} prend trop de temps.` },
  affected: { fr: "Tous" },
  expectedBenefit: { fr: "Du temps" },
});

describe("A list", () => {
  test.each(["updated", "title", "stage", "value", "npv", "realised"])(
    "sorted by %s is walked page by page, each case once, in the order of the screen",
    async (sort) => {
      const demo = await openDemo();
      const site = await openSite(demo);
      const [claire] = await demo.database.rows<{ id: number }>(
        sql`select id from people where email like 'claire.vasseur@%'`,
      );
      const program = await aProgram(demo, site, claire?.id ?? 0, "read");
      const walked: string[] = [];
      let next: string | null = null;
      do {
        const page: Awaited<ReturnType<Program["get"]>> = await program.get(
          `/use-cases?sort=${sort}&limit=7${next === null ? "" : `&after=${encodeURIComponent(next)}`}`,
        );
        expect(page.status).toBe(200);
        walked.push(...page.body.items.map(({ reference }: { reference: string }) => reference));
        next = page.body.next;
      } while (next !== null);
      const screen = await (await demo.as("claire")).get(`/use-cases?sort=${sort}`);
      const shown = [...screen.html.matchAll(/href="\/use-cases\/(UC-\d+)"/g)].map(([, reference]) => reference);
      expect(new Set(walked).size).toBe(walked.length);
      expect(walked.slice(0, 40)).toEqual([...new Set(shown)].slice(0, 40));
      const all = await demo.database.rows<{ cases: number }>(
        sql`select count(*) as cases from use_cases where stage is null or stage <> 'draft'`,
      );
      expect(walked.length).toBeGreaterThanOrEqual(Number(all[0]?.cases));
    },
  );

  test("does not take a place that it never answered for the beginning", async () => {
    const { app } = await open();
    const program = await programOf(app, await app.signedIn("Nadia"));
    for (const path of ["/use-cases", "/kpis", "/reports", "/people"]) {
      const answer = await program.get(`${path}?after=somewhere`);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.body.errors).toMatchObject([{ parameter: "after" }]);
    }
  });

  test("keeps drafts and blind scores from whom the screens keep them", async () => {
    const { app } = await open();
    const author = await app.signedIn("Nadia", { roles: ["champion"] });
    const member = await app.signedIn("Thomas", { roles: ["committee"] });
    const draft = await aCase(app, { title: "Mon idée", stage: "draft", authorId: author.id });
    const blind = await aCase(app, { title: "À évaluer", stage: "assessment", authorId: author.id });
    await app.database.write((tx) =>
      tx.rows(sql`update standings set value = 61, complexity = 30 where use_case_id = ${blind.id} returning 1`),
    );
    const [his, hers] = [await programOf(app, member, "read"), await programOf(app, author, "read")];
    const seen = async (program: Program) =>
      Object.fromEntries(
        (await program.get("/use-cases?sort=value")).body.items.map((row: { reference: string }) => [
          row.reference,
          row,
        ]),
      );
    expect((await seen(hers))[draft.reference]).toBeDefined();
    expect((await seen(hers))[blind.reference]).toMatchObject({ value: 61, complexity: 30, scoresHidden: false });
    expect((await seen(his))[draft.reference]).toBeUndefined();
    expect((await seen(his))[blind.reference]).toMatchObject({ value: null, complexity: null, scoresHidden: true });
    expect((await his.get(`/use-cases/${draft.reference}`)).status).toBe(404);
    expect((await his.get(`/use-cases/${blind.reference}`)).body).toMatchObject({ value: null, scoresHidden: true });
  });
});

describe("A use case", () => {
  test("is put in, found, edited language by language, and its history says by whom", async () => {
    const { app } = await open();
    const department = await app.department("SC", "Service client");
    const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"], departments: [department] });
    const program = await programOf(app, nadia);
    const body = { ...said("Trier le courrier"), departmentId: department, ownerId: nadia.id, minutesPerTime: 4 };
    const made = await program.ask("POST", "/use-cases", { body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ stage: "submitted", similar: [], author: { id: nadia.id }, version: 1 });
    const { reference } = made.body;
    expect(made.headers.get("Location")).toBe(`/api/v1/use-cases/${reference}`);
    expect(made.headers.get("ETag"), "an edit may start from what was just made").toMatch(/^"1\./);
    expect((await program.get("/use-cases?q=courrier")).body.items).toMatchObject([{ reference }]);

    const read = await program.get(`/use-cases/${reference}`);
    const tag = String(read.headers.get("ETag"));
    expect(tag).toMatch(/^"1\./);
    const edit = { title: { en: "Sort the post" }, need: { fr: "Plus court" }, minutesPerTime: null };
    const edited = await program.ask("PATCH", `/use-cases/${reference}`, { body: edit, headers: { "If-Match": tag } });
    expect(edited.body).toMatchObject({
      title: { fr: "Trier le courrier", en: "Sort the post" },
      need: { fr: "Plus court" },
      affected: { fr: "Tous" },
      minutesPerTime: null,
      version: 2,
    });
    const gone = await program.ask("PATCH", `/use-cases/${reference}`, {
      body: { title: { en: null } },
      headers: { "If-Match": String(edited.headers.get("ETag")) },
    });
    expect(gone.body.title).toEqual({ fr: "Trier le courrier" });

    const late = await program.ask("PATCH", `/use-cases/${reference}`, { body: edit, headers: { "If-Match": tag } });
    expect([late.status, late.body.type]).toEqual([412, "/api#problem-changed-meanwhile"]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.act, "use-case.edit"));
    expect(events.map(({ actorName }) => actorName)).toEqual(["Nadia Belkacem", "Nadia Belkacem"]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("like one that is there stays a draft, until its author says why it is new", async () => {
    const { app } = await open();
    const department = await app.department("SC");
    const nadia = await app.signedIn("Nadia", { roles: ["champion"], departments: [department] });
    const program = await programOf(app, nadia);
    const body = { ...said("Trier le courrier des clients"), departmentId: department, ownerId: nadia.id };
    const first = await program.ask("POST", "/use-cases", { body });
    const second = await program.ask("POST", "/use-cases", { body });
    expect(second.status).toBe(201);
    expect(second.body).toMatchObject({ stage: "draft", similar: [{ reference: first.body.reference, likeness: 1 }] });
    const submission = `/use-cases/${second.body.reference}/submission`;
    const headers = { "If-Match": String(`"${second.body.version}"`) };
    const still = await program.ask("POST", submission, { body: {}, headers });
    expect(still.body).toMatchObject({ stage: "draft", similar: [{ reference: first.body.reference }] });
    const next = { "If-Match": `"${still.body.version}"` };
    const whyNew = { fr: "Pas le même courrier" };
    const submitted = await program.ask("POST", submission, { body: { whyNew }, headers: next });
    expect(submitted.body).toMatchObject({ stage: "submitted", similar: [], whyNew });
  });

  test("moves as on the screens: past a gate only when it lets it, from the stage that was seen", async () => {
    const { app } = await open();
    const chair = await app.signedIn("Claire", { roles: ["chair", "committee"] });
    const program = await programOf(app, chair);
    const { reference } = await aCase(app, { stage: "assessment", ownerId: chair.id });
    const move = (body: object) => program.ask("POST", `/use-cases/${reference}/moves`, { body });
    const closed = await move({ from: "assessment", to: "approved" });
    expect([closed.status, closed.body.type]).toEqual([409, "/api#problem-refused"]);
    const meanwhile = await move({ from: "submitted", to: "on-hold", reason: { en: "Later" }, relookOn: "2027-01-31" });
    expect(meanwhile.status).toBe(409);
    const held = await move({ from: "assessment", to: "on-hold", reason: { en: "Later" }, relookOn: "2027-01-31" });
    expect(held.body).toMatchObject({ stage: "on-hold", relookOn: "2027-01-31", stageReason: { en: "Later" } });
    expect((await move({ from: "on-hold", to: "merged" })).status).toBe(409);
  });

  test("that points at nobody is refused, and nothing is kept of it", async () => {
    const { app } = await open();
    const department = await app.department("SC");
    const nadia = await app.signedIn("Nadia", { roles: ["champion"], departments: [department] });
    const program = await programOf(app, nadia);
    const body = { ...said("Trier"), departmentId: 999, ownerId: nadia.id };
    expect((await program.ask("POST", "/use-cases", { body })).status).toBe(409);
    expect(await app.database.select().from(useCases)).toEqual([]);
  });
});

describe("Reports", () => {
  const source = { fr: "Extraction" };

  test("are written all or none, and the one at fault is pointed at", async () => {
    const { app } = await open();
    const { owner, champion, reference, kpiId } = await aMeasuredCase(app);
    const program = await programOf(app, owner);
    const second = await (await programOf(app, champion)).ask("POST", `/use-cases/${reference}/kpis`, {
      body: {
        ...{ name: { fr: "Erreurs" }, unit: "erreurs", direction: "down", baseline: 9, ownerId: champion.id },
        ...{ attribution: 1, overTime: "sum", firstQuarter: "2026-Q4" },
      },
    });
    const rows = [
      { kpiId, actual: 7, evidence: "measured", source },
      { kpiId: second.body.id, actual: 3 },
    ];
    const send = (list: object[]) =>
      program.ask("POST", "/reports", {
        body: { quarter: Q3, reports: list },
        headers: { "Idempotency-Key": newKey() },
      });
    const refused = await send(rows);
    expect(refused.status).toBe(403);
    expect(refused.body.errors).toMatchObject([{ pointer: "#/reports/1" }]);
    expect(await app.database.select().from(reports), "not even the good one").toEqual([]);
    const written = await send(rows.slice(0, 1));
    // (15 − 7) minutes × 1 000.50 € × 80 %
    expect(written.body).toMatchObject({
      written: 1,
      unchanged: 0,
      reports: [{ realised: { minor: 640_320, currency: "EUR" }, evidence: "measured", version: 1 }],
    });
    expect((await send(rows.slice(0, 1))).body, "said again, nothing is written").toMatchObject({
      written: 0,
      unchanged: 1,
    });
    const stale = await send([{ ...rows[0], actual: 6.5, version: 0 }]);
    expect(stale.status).toBe(409);
    expect(stale.body.errors).toMatchObject([{ pointer: "#/reports/0" }]);
    expect((await send([{ ...rows[0], actual: 6.5, version: 1 }])).body).toMatchObject({
      written: 1,
      reports: [{ version: 2 }],
    });
    const none = await send([{ kpiId, sameAsLast: true }]);
    expect(none.status, "no value before this quarter").toBe(409);
    expect(none.body.errors).toMatchObject([{ pointer: "#/reports/0" }]);
    const next = { quarter: Q4, reports: [{ kpiId, sameAsLast: true, evidence: "measured", source }] };
    const key = { headers: { "Idempotency-Key": newKey() } };
    expect((await program.ask("POST", "/reports", { body: next, ...key })).body).toMatchObject({
      written: 1,
      reports: [{ actual: 6.5, quarter: Q4, evidence: "measured" }],
    });
  });

  test("sent twice under one key are written once; under one key nothing else is", async () => {
    const { app } = await open();
    const { owner, kpiId } = await aMeasuredCase(app);
    const program = await programOf(app, owner);
    const key = newKey();
    const send = (actual: number, with_ = key, who = program) =>
      who.ask("POST", "/reports", {
        body: { quarter: Q3, reports: [{ kpiId, actual }] },
        headers: { "Idempotency-Key": with_ },
      });
    const [first, again] = await Promise.all([send(7), send(7)]);
    const replayed = [first, again].filter(({ headers }) => headers.get("Idempotency-Replayed") === "true");
    expect([first.status, again.status, replayed.length]).toEqual([200, 200, 1]);
    expect(again.body).toEqual(first.body);
    const other = await send(6);
    expect([other.status, other.body.type]).toEqual([422, "/api#problem-key-reused"]);
    const events = () => app.database.select().from(auditEvents).where(eq(auditEvents.subject, "report"));
    expect(await events()).toHaveLength(1);

    // Whose key it is counts, and a day later it is free again.
    const camille = await app.signedIn("Camille", { roles: ["champion"] });
    expect((await send(7, key, await programOf(app, camille))).status).toBe(403);
    app.clock.at = new Date(app.clock.at.getTime() + 25 * 3_600_000);
    expect((await send(6.5)).body).toMatchObject({ written: 1 });
    expect(await app.database.select().from(idempotentAnswers)).toHaveLength(1);
  });

  test("that were refused may be mended and sent again under their key", async () => {
    const { app } = await open();
    const { owner, kpiId } = await aMeasuredCase(app);
    const program = await programOf(app, owner);
    const headers = { "Idempotency-Key": newKey() };
    const send = (row: object) => program.ask("POST", "/reports", { body: { quarter: Q3, reports: [row] }, headers });
    expect((await send({ kpiId: 999, actual: 7 })).status).toBe(404);
    expect((await send({ kpiId, actual: 7 })).status).toBe(200);
  });

  test("add up to the dashboard to the cent, whichever way they are added", async () => {
    const demo = await openDemo();
    const site = await openSite(demo);
    const [helene] = await demo.database.rows<{ id: number }>(
      sql`select id from people where email like 'helene.darcy@%'`,
    );
    const program = await aProgram(demo, site, helene?.id ?? 0, "read");
    const { body: dashboard } = await program.get("/dashboard?quarter=2026-Q2");
    const walked: { realised: { minor: number } | null; evidence: string }[] = [];
    let after = "";
    do {
      const page = await program.get(`/reports?quarter=2026-Q2&limit=9${after}`);
      walked.push(...page.body.items);
      after = page.body.next === null ? "" : `&after=${page.body.next}`;
    } while (after);
    const sum = (rows: typeof walked) => rows.reduce((total, { realised }) => total + (realised?.minor ?? 0), 0);
    expect(sum(walked)).toBe(dashboard.figures.realised.minor);
    expect(sum(walked.filter(({ evidence }) => ["measured", "validated"].includes(evidence)))).toBe(
      dashboard.figures.proven.minor,
    );
    for (const grade of ["declared", "estimated", "measured", "validated"] as const) {
      expect(sum(walked.filter(({ evidence }) => evidence === grade))).toBe(dashboard.figures.byEvidence[grade].minor);
    }
    const parts = dashboard.departments.map(
      ({ realised }: { realised: { minor: number } | null }) => realised?.minor ?? 0,
    );
    expect(parts.reduce((total: number, part: number) => total + part, 0)).toBe(dashboard.figures.realised.minor);
    const screen = await (await demo.as("helene")).get("/dashboard?quarter=2026-Q2");
    const shown = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });
    expect(screen.html).toContain(shown.format(dashboard.figures.realised.minor / 100));
  });
});

describe("A KPI", () => {
  test("is defined, edited by its version, and refuses money of another currency", async () => {
    const { app } = await open();
    const { finance, kpiId } = await aMeasuredCase(app);
    const program = await programOf(app, finance);
    const read = await program.get(`/kpis/${kpiId}`);
    expect(read.body).toMatchObject({ valuePerUnit: { minor: 100_050, currency: "EUR" }, attribution: 0.8 });
    const edit = (body: object, version: unknown = read.headers.get("ETag")) =>
      program.ask("PATCH", `/kpis/${kpiId}`, { body, headers: { "If-Match": String(version) } });
    const dollars = await edit({ valuePerUnit: { minor: 1, currency: "USD" } });
    expect(dollars.status).toBe(409);
    expect(dollars.body.errors).toMatchObject([{ pointer: "#/valuePerUnit/currency" }]);
    const guard = await edit({ isGuardrail: true });
    expect(guard.body.errors).toMatchObject([{ pointer: "#/limit" }]);
    const edited = await edit({ target: 4, valuePerUnit: null });
    expect(edited.body).toMatchObject({ target: 4, valuePerUnit: null, version: 2, attribution: 0.8 });
    expect((await edit({ target: 3 })).status).toBe(412);
    const [kept] = await app.database.select().from(kpis).where(eq(kpis.id, kpiId));
    expect(kept).toMatchObject({ target: 4, valuePerUnitMinor: null });
  });
});

describe("A business case worked out by the API", () => {
  test("has the figures that the product itself works out, and leaves nothing behind", async () => {
    const { app } = await open();
    const program = await programOf(app, await app.signedIn("Nadia"), "read");
    const body = {
      firstQuarter: "2026-Q1",
      horizonQuarters: 4,
      discountRate: 0,
      lines: [
        { kind: "build", label: { en: "Build" }, amount: 100_00 },
        {
          kind: "cost-avoided",
          label: { en: "Saved" },
          quantityPerQuarter: 10,
          unitValue: 5_00,
          adoption: 1,
          rampQuarters: 0,
          attribution: 1,
        },
      ],
    };
    const answer = await program.ask("POST", "/business-cases/evaluate", { body });
    expect(answer.status).toBe(200);
    // 4 × 50 € − 100 €; paid back at the end of the second quarter: one after the first.
    expect(answer.body.outputs).toMatchObject({
      npv: { minor: 100_00, currency: "EUR" },
      roi: 1,
      payback: 1,
      peakFunding: { minor: 50_00, currency: "EUR" },
    });
    expect(answer.body.uncertainty).toMatchObject({ probabilityPositive: 1, p50: { minor: 100_00 } });
    const wrong = { ...body, lines: [{ ...body.lines[1], adoption: { low: 0.9, likely: 0.5, high: 0.6 } }] };
    const refused = await program.ask("POST", "/business-cases/evaluate", { body: wrong });
    expect(refused.body.errors).toMatchObject([{ pointer: "#/lines/0/adoption/low" }]);
    expect(await app.database.select().from(useCases)).toEqual([]);
  });
});

describe("An answer that was kept", () => {
  test("is nobody else's, and fresh right after a write", async () => {
    const { app, site } = await open();
    const nadia = await app.signedIn("Nadia", { roles: ["champion"] });
    const hugo = await app.signedIn("Hugo", { roles: ["security"] });
    const [hers, his] = [await aProgram(app, site, nadia.id), await aProgram(app, site, hugo.id)];
    await hers.get("/use-cases");
    await aCase(app, { title: "Mon idée", stage: "draft", authorId: nadia.id });
    expect((await hers.get("/use-cases")).body.items).toHaveLength(1);
    expect((await his.get("/use-cases")).body.items).toHaveLength(0);
    expect((await hers.get("/me")).body.name).toBe("Nadia");
    expect((await his.get("/me")).body.name).toBe("Hugo");
    const [row] = await app.database.select().from(apiTokens).where(eq(apiTokens.personId, nadia.id));
    await app.database.write((tx) =>
      tx
        .update(apiTokens)
        .set({ revokedAt: app.clock.at })
        .where(eq(apiTokens.id, row?.id ?? 0)),
    );
    expect((await hers.get("/use-cases")).status, "a token that was revoked opens nothing that was kept").toBe(401);
  });

  test("is not sent again to who has it", async () => {
    const { app, site } = await open();
    const nadia = await app.signedIn("Nadia", { roles: ["champion"] });
    const { reference } = await aCase(app, { title: "Mon idée" });
    const program = await aProgram(app, site, nadia.id);
    for (const path of [`/use-cases/${reference}`, "/use-cases", "/dashboard"]) {
      const first = await program.get(path);
      const again = await program.get(path, { "If-None-Match": String(first.headers.get("ETag")) });
      expect([path, again.status, again.body]).toEqual([path, 304, ""]);
      expect(again.headers.get("RateLimit"), "it counts all the same").toBeTruthy();
    }
  });
});

describe("The door", () => {
  test("tells what is left, and turns away who asks too much, until the minute is over", async () => {
    const { app, site } = await open({ apiRequestsAMinute: 3 });
    const nadia = await app.signedIn("Nadia");
    const [program, other] = [await aProgram(app, site, nadia.id), await aProgram(app, site, nadia.id)];
    const left = [];
    for (let asked = 0; asked < 3; asked++) {
      const { headers } = await program.get("/me");
      left.push(/r=(\d+)/.exec(String(headers.get("RateLimit")))?.[1]);
    }
    expect(left).toEqual(["2", "1", "0"]);
    const refused = await program.get("/me");
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ type: "/api#problem-too-many-requests", status: 429 });
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await other.get("/me")).status, "each token by itself").toBe(200);
  });

  test("turns away a network that comes with one wrong token after the other, and only then", async () => {
    const { app, site } = await open();
    const nadia = await app.signedIn("Nadia");
    const program = await aProgram(app, site, nadia.id);
    const good = await Promise.all(Array.from({ length: 100 }, () => program.get("/me")));
    expect(new Set(good.map(({ status }) => status))).toEqual(new Set([200]));
    const wrong = (at: number) =>
      fetch(`${site.address}/api/v1/me`, { headers: { Authorization: `Bearer cbk_${at}` } });
    const statuses: number[] = [];
    for (let at = 0; at < 61; at++) statuses.push((await wrong(at)).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses[60]).toBe(429);
  });

  test("answers what is too large or has no length as a problem, too", async () => {
    const { app, site } = await open();
    const program = await aProgram(app, site, (await app.signedIn("Nadia", { roles: ["champion"] })).id);
    const large = await program.ask("POST", "/use-cases", { body: { title: { fr: "x".repeat(5 * 1024 * 1024) } } });
    expect([large.status, large.body.type]).toEqual([413, "/api#problem-too-large"]);
    const endless = await fetch(`${site.address}/api/v1/use-cases`, {
      method: "POST",
      headers: { Authorization: `Bearer ${program.token}`, "Content-Type": "application/json" },
      body: new Blob(["{}"]).stream(),
      duplex: "half",
    });
    expect([endless.status, (await endless.json()).type]).toEqual([411, "/api#problem-no-length"]);
  });

  test("takes no cookie for a token", async () => {
    const { site } = await open();
    expect((await site.get("/api/v1/me")).status).toBe(401);
  });

  test("speaks the language that is asked for, else the person's", async () => {
    const { app, site } = await open();
    const lea = await app.signedIn("Léa", { locale: "fr" });
    const program = await aProgram(app, site, lea.id);
    const detail = async (headers: Record<string, string>) =>
      (await program.get("/use-cases/UC-9", headers)).body.title;
    expect(await detail({ "Accept-Language": "en-GB" })).toBe("Not found");
    expect(await detail({ "Accept-Language": "fr" })).toBe("Introuvable");
    expect(await detail({ "Accept-Language": "" })).toBe("Introuvable");
  });

  test("logs whose request it was, and nothing of the token", async () => {
    const { app, site } = await open();
    const nadia = await app.signedIn("Nadia");
    const program = await aProgram(app, site, nadia.id);
    await program.get("/use-cases?q=secret");
    const line = site.logged.find(({ path }) => path === "/api/v1/use-cases");
    expect(line).toMatchObject({ person: nadia.id, status: 200, method: "GET" });
    expect(JSON.stringify(site.logged)).not.toContain(program.token);
    expect(JSON.stringify(site.logged)).not.toContain("secret");
  });
});
