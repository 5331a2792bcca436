/** The review of a quarter: planned, filled by the departments, held, and what was decided there. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Quarter } from "#app/kernel/quarter";
import { liveByDepartment, readyCases } from "#app/portfolio/review/candidates.server";
import { lacksOf } from "#app/portfolio/review/review";
import { isLive } from "#app/use-cases/stages";
import {
  auditEvents,
  kpis,
  notifications,
  people,
  presentations,
  quarters,
  reports,
  reviewDecisions,
  reviewSlots,
  stageChanges,
  useCases,
} from "#db/schema.server";
import { openApp } from "../support/app";
import { emailOf, openDemo } from "../support/demo";
import { lived } from "../support/lived";
import { Q2, Q3 } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const HELD = "2026-11-20";
const ADDRESS = "/quarterly-review?quarter=2026-Q3";

/** Two departments with live cases that reported for 2026-Q3; the first has three of them that could be presented. */
async function aQuarter() {
  const app = await openApp();
  app.clock.at = new Date("2026-11-10T09:00:00Z");
  const [sales, buying] = [await app.department("VEN", "Ventes"), await app.department("ACH", "Achats")];
  const champion = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [sales] });
  const other = await app.signedIn("Bo Lind", { roles: ["champion"], departments: [buying] });
  const finance = await app.signedIn("Fran Roy", { roles: ["finance"] });
  const executive = await app.signedIn("Edith Roux", { roles: ["executive"] });
  const near = { departmentId: sales, authorId: champion.id, promised: 1_000 };
  const cases = [
    await lived(app, { ...near, title: "Devis", came: [500, 700] }),
    await lived(app, { ...near, title: "Relances", came: [400, 600] }),
    await lived(app, { ...near, title: "Offres", came: [100, 100] }),
  ];
  const silent = await lived(app, { ...near, title: "Visites", came: [100, null] });
  const bought = await lived(app, { ...near, departmentId: buying, title: "Commandes", came: [1_000, 900] });
  await app.database.write(async (tx) => {
    await tx.update(kpis).set({ target: 800 });
    await tx.insert(quarters).values([Q2, Q3].map((quarter) => ({ quarter, status: "closed" as const })));
  });
  return { app, sales, buying, champion, other, finance, executive, cases, silent, bought };
}

type Set = Awaited<ReturnType<typeof aQuarter>>;

const planOf = ({ sales, buying }: Pick<Set, "sales" | "buying">, more: Record<string, string> = {}) => ({
  ...{ intent: "plan", quarter: Q3, version: "0", heldOn: HELD, startsAt: "14:00", openingMinutes: "15" },
  ...{ [`slots.${sales}.place`]: "2", [`slots.${sales}.minutes`]: "20", [`slots.${sales}.liveTarget`]: "5" },
  ...{ [`slots.${buying}.place`]: "1", [`slots.${buying}.minutes`]: "10", [`slots.${buying}.liveTarget`]: "1" },
  ...more,
});

const choose = (reference: string, intent = "present") => ({ intent, quarter: Q3, reference });

describe("A quarterly review", () => {
  test("is planned by finance, in an order with times, and says who is at their target", async () => {
    const set = await aQuarter();
    const { app, sales, buying, finance, champion } = set;
    expect((await champion.post(ADDRESS, planOf(set))).status).toBe(403);
    expect((await champion.get(ADDRESS)).text).toContain("n’est pas encore planifiée");
    const planned = await finance.submit(ADDRESS, planOf(set));
    expect(planned.text).toContain("de 14:00 à 14:45");
    expect(planned.text.indexOf("14:15–14:25")).toBeLessThan(planned.text.indexOf("14:25–14:45"));
    const text = planned.text.replace(/\s+/g, " ");
    expect(text).toMatch(/Achats\s*1 sur 1\s*atteint/);
    expect(text).toMatch(/Ventes\s*4 sur 5\s*en dessous/);
    expect(text).toContain("1 sur 2");
    expect(await app.database.select().from(reviewSlots).orderBy(reviewSlots.position)).toMatchObject([
      { departmentId: buying, minutes: 10, liveTarget: 1 },
      { departmentId: sales, minutes: 20, liveTarget: 5 },
    ]);
    // Planned anew: without a place a department does not come; what somebody else did meanwhile is not lost.
    const stale = await finance.post(ADDRESS, planOf(set, { startsAt: "15:00" }));
    expect([stale.status, stale.html.includes('value="15:00"')]).toEqual([409, true]);
    await finance.submit(ADDRESS, planOf(set, { version: "1", [`slots.${buying}.place`]: "" }));
    expect(await app.database.select().from(reviewSlots)).toMatchObject([{ departmentId: sales, position: 0 }]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "quarterly-review"));
    expect(events.map(({ act, subjectId }) => [act, subjectId])).toEqual([
      ["review.plan", 20263],
      ["review.plan", 20263],
    ]);
  });

  test.each([
    ["heldOn", "2026-10-31", 409],
    ["heldOn", "2028-01-01", 409],
    ["heldOn", "bientôt", 400],
    ["startsAt", "25:00", 400],
    ["openingMinutes", "-1", 400],
    ["openingMinutes", "10000", 400],
  ])("refuses %s %s and keeps what was typed", async (field, typed, status) => {
    const set = await aQuarter();
    const answer = await set.finance.post(ADDRESS, planOf(set, { [field]: typed }));
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(`value="${typed}"`);
    expect(await set.app.database.select().from(reviewSlots)).toEqual([]);
  });

  test("is nothing without a department", async () => {
    const set = await aQuarter();
    const { sales, buying } = set;
    const none = planOf(set, { [`slots.${sales}.place`]: "", [`slots.${buying}.place`]: "" });
    const answer = await set.finance.post(ADDRESS, none);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("un département au moins");
  });
});

describe("What a department presents", () => {
  async function planned() {
    const set = await aQuarter();
    await set.finance.submit(ADDRESS, planOf(set));
    return set;
  }

  test("is up to two of its live cases that have baseline, target and value, chosen by its champion", async () => {
    const { app, champion, other, sales, cases, silent, bought, executive } = await planned();
    const [first, second, third] = cases.map(({ reference }) => reference);
    const page = await champion.get(`${ADDRESS}&department=${sales}`);
    expect(page.text).toContain(`${first} · Devis`);
    expect(page.text).toContain("Aucun KPI à cible n’a de valeur pour T3 2026");
    // Another department's champion chooses nothing here, and nobody chooses for a department that is not theirs.
    expect((await other.post(ADDRESS, choose(first ?? ""))).status).toBe(403);
    expect((await champion.post(ADDRESS, choose(bought.reference))).status).toBe(403);
    const chosen = await champion.submit(ADDRESS, choose(first ?? ""));
    expect(chosen.text).toContain(`${first} sera présenté`);
    expect((await champion.post(ADDRESS, choose(first ?? ""))).status).toBe(409);
    await champion.submit(ADDRESS, choose(second ?? ""));
    const enough = await champion.post(ADDRESS, choose(third ?? ""));
    expect([enough.status, enough.text.includes("présente déjà 2 cas")]).toEqual([409, true]);
    const lacking = await champion.post(ADDRESS, choose(silent.reference));
    expect([lacking.status, lacking.text.includes("n’a de valeur pour 2026-Q3")]).toEqual([409, true]);
    await champion.submit(ADDRESS, choose(first ?? "", "take-off"));
    await champion.submit(ADDRESS, choose(third ?? ""));
    expect((await app.database.select().from(presentations)).map(({ position }) => position).sort()).toEqual([0, 1]);
    const shown = (await executive.get(ADDRESS)).text.replace(/\s+/g, " ");
    expect(shown).toMatch(/600\s*€\s*75\s*%\s*600,00\s*€/);
    expect(shown).not.toContain("Devis");
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "presentation"));
    expect(events.map(({ act }) => act)).toEqual(Array(4).fill("review.present"));
  });

  test("needs a case that was live at the end of the quarter, whatever it is today", async () => {
    const { app, champion, cases } = await planned();
    const [first, second] = cases;
    await app.database.write(async (tx) => {
      // The one went live after the quarter's end, the other stopped after it.
      await tx.insert(stageChanges).values([
        {
          useCaseId: first?.id ?? 0,
          from: "poc",
          to: "production",
          on: "2026-11-03" as never,
          at: app.clock.at,
          byId: champion.id,
        },
        {
          useCaseId: second?.id ?? 0,
          from: "production",
          to: "stopped",
          on: "2026-11-03" as never,
          at: app.clock.at,
          byId: champion.id,
        },
      ] as never);
      await tx
        .update(useCases)
        .set({ stage: "stopped" })
        .where(eq(useCases.id, second?.id ?? 0));
    });
    const early = await champion.post(ADDRESS, choose(first?.reference ?? ""));
    expect([early.status, early.text.includes("ni en pilote ni en production")]).toEqual([409, true]);
    expect((await champion.post(ADDRESS, choose(second?.reference ?? ""))).status).toBe(303);
  });

  test("says what it lacks where finance sent its value back since", async () => {
    const { app, champion, finance, cases } = await planned();
    const [first] = cases;
    await champion.submit(ADDRESS, choose(first?.reference ?? ""));
    await app.database.write((tx) =>
      tx
        .update(reports)
        .set({ review: "sent-back" })
        .where(eq(reports.useCaseId, first?.id ?? 0)),
    );
    expect((await finance.get(ADDRESS)).text).toContain("Aucun KPI à cible n’a de valeur pour T3 2026");
  });

  test("changes no more after the day, and stays with a department that leaves nothing behind", async () => {
    const set = await planned();
    const { app, champion, finance, cases, sales } = set;
    await champion.submit(ADDRESS, choose(cases[0]?.reference ?? ""));
    const dropped = await finance.post(ADDRESS, planOf(set, { version: "1", [`slots.${sales}.place`]: "" }));
    expect([dropped.status, dropped.text.includes("VEN présente déjà")]).toEqual([409, true]);
    app.clock.at = new Date("2026-11-21T09:00:00Z");
    expect((await champion.post(ADDRESS, choose(cases[1]?.reference ?? ""))).status).toBe(409);
    expect((await champion.post(ADDRESS, choose(cases[0]?.reference ?? "", "take-off"))).status).toBe(409);
  });
});

describe("What is decided at a review", () => {
  const said = (more: Record<string, string> = {}) => ({
    ...{
      intent: "decide",
      quarter: Q3,
      decision: "Étendre à tous les magasins",
      reference: "",
      ownerId: "",
      dueOn: "",
    },
    ...more,
  });

  test("is noted from its day on, with who does it and by when; they are told", async () => {
    const set = await aQuarter();
    const { app, finance, executive, champion, cases } = set;
    await finance.submit(ADDRESS, planOf(set));
    const early = await executive.post(ADDRESS, said());
    expect([early.status, early.text.includes("Étendre à tous les magasins")]).toEqual([409, true]);
    app.clock.at = new Date(`${HELD}T16:00:00Z`);
    expect((await champion.post(ADDRESS, said())).status).toBe(403);
    const form = said({ reference: cases[0]?.reference ?? "", ownerId: "Awa Diop", dueOn: "2027-01-15" });
    const page = await executive.submit(ADDRESS, form);
    expect(page.text).toMatch(/Étendre à tous les magasins[\s\S]*UC-\d+ · Devis[\s\S]*Awa Diop[\s\S]*15 janvier 2027/);
    expect(
      await app.database.select().from(notifications).where(eq(notifications.kind, "review-decision")),
    ).toMatchObject([{ personId: champion.id }]);
    expect((await champion.get("/notifications")).text).toContain("décidé à la revue");
    // What was decided stands on the plan that it was decided under.
    expect((await finance.post(ADDRESS, planOf(set, { version: "1" }))).status).toBe(409);
    const before = await executive.post(ADDRESS, said({ dueOn: "2026-11-01" }));
    expect([before.status, before.html.includes("2026-11-01")]).toEqual([409, true]);
    expect((await executive.post(ADDRESS, said({ decision: " " }))).status).toBe(400);
    const [row] = await app.database.select().from(reviewDecisions);
    await executive.submit(ADDRESS, { intent: "withdraw", quarter: Q3, id: String(row?.id) });
    expect(await app.database.select().from(reviewDecisions)).toEqual([]);
    expect((await executive.post(ADDRESS, { intent: "withdraw", quarter: Q3, id: String(row?.id) })).status).toBe(404);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "review-decision"));
    expect(events.map(({ before: was, after }) => [was !== null, after !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

test("What is counted as ready is what can be presented, in every quarter of the demonstration", async () => {
  const { database } = await openDemo();
  const all = await database.select({ id: useCases.id, departmentId: useCases.departmentId }).from(useCases);
  let ready = 0;
  for (const of of ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"] as Quarter[]) {
    const scope = { quarter: of, fiscalFirstMonth: 2 };
    const counted = await liveByDepartment(database, scope);
    const shown = await readyCases(database, { ...scope, useCaseIds: all.map(({ id }) => id) });
    for (const [departmentId, count] of counted) {
      const own = shown.filter((one) => (one.departmentId ?? 0) === departmentId);
      expect([departmentId, count.live]).toEqual([departmentId, own.filter(({ stage }) => isLive(stage)).length]);
      expect([departmentId, count.ready]).toEqual([departmentId, own.filter((one) => !lacksOf(one).length).length]);
      ready += count.ready;
    }
  }
  expect(ready).toBeGreaterThan(20);
});

test("A program plans a review, fills it and notes what was decided", async () => {
  const demo = await openDemo();
  const site = await openSite(demo);
  const [sophie] = await demo.database
    .select()
    .from(people)
    .where(eq(people.email, emailOf("sophie")));
  const program = await aProgram(demo, site, sophie?.id ?? 0);
  const { body: before } = await program.get("/quarterly-reviews/2026-Q1");
  expect(before).toMatchObject({ quarter: "2026-Q1", heldOn: null, version: 0 });
  const busy = before.departments.find((one: { ready: number }) => one.ready > 1).department.id;
  const plan = { heldOn: "2026-09-10", startsAt: "10:00", openingMinutes: 5 };
  const departments = [{ department: busy, minutes: 30, liveTarget: 2 }];
  const planned = await program.ask("PATCH", "/quarterly-reviews/2026-Q1", { body: { ...plan, departments } });
  expect([planned.status, planned.body.departments]).toMatchObject([200, [{ from: "10:05", until: "10:35" }]]);
  const twice = { ...plan, departments: [...departments, ...departments] };
  expect((await program.ask("PATCH", "/quarterly-reviews/2026-Q1", { body: twice })).status).toBe(400);
  expect(
    (await program.ask("PATCH", "/quarterly-reviews/2026-Q1", { body: { ...plan, departments: [] } })).status,
  ).toBe(400);
  const unknown = { ...plan, departments: [{ ...departments[0], department: 9999 }] };
  expect((await program.ask("PATCH", "/quarterly-reviews/2026-Q1", { body: unknown })).status).toBe(409);
  expect(
    (await program.ask("POST", "/quarterly-reviews/2025-Q2/presentations", { body: { add: ["UC-0001"] } })).status,
  ).toBe(404);
  // Its day has passed: what was presented is history, and decisions are noted.
  expect(
    (await program.ask("POST", "/quarterly-reviews/2026-Q1/presentations", { body: { add: ["UC-0001"] } })).status,
  ).toBe(409);
  const noted = await program.ask("POST", "/quarterly-reviews/2026-Q1/decisions", {
    body: { decision: { en: "Go on" }, useCase: "UC-0001", owner: sophie?.id, dueOn: "2026-12-01" },
  });
  expect(noted.status).toBe(200);
  const { body: after } = await program.get("/quarterly-reviews/2026-Q1");
  expect(after.decisions).toMatchObject([{ decision: { en: "Go on" }, useCase: "UC-0001", owner: { id: sophie?.id } }]);
  const gone = await program.ask("POST", `/quarterly-reviews/2026-Q1/decisions/${noted.body.id}/withdrawal`);
  expect([gone.status, gone.body.decisions]).toEqual([200, []]);
});
