/** KPIs that may count the same benefit: found, declared, shared, and counted once in every figure from then on. */
import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addQuarters } from "#app/kernel/quarter";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { auditEvents, overlaps, people, quarters, reports } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";
import { emailOf, openDemo } from "../support/demo";
import { aMeasuredCase, gridRow, KPI_FORM, Q2, Q3, reportForm } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

/** Two live cases of one department whose KPIs have the same name, unit and owner; both reported for Q2 and Q3. */
async function twice(app: App) {
  const measured = await aMeasuredCase(app);
  const { champion, department, owner, finance, kpiId } = measured;
  const second = await aCase(app, { title: "Répondre aux demandes", departmentId: department, stage: "production" });
  const page = await champion.submit(`/use-cases/${second.reference}/kpis/new`, { ...KPI_FORM, ownerId: owner.id });
  const other = Number(/kpis\/(\d+)\/edit/.exec(page.html)?.[1]);
  for (const [of, actual] of [
    [Q2, "11,5"],
    [Q3, "8"],
  ] as const) {
    const rows = [kpiId, other].map((id, at) => gridRow(at, id, { actual, evidence: "1" }));
    await owner.submit(`/report?quarter=${of}`, reportForm(of, ...rows));
  }
  const decide = `/kpis/overlaps/decide?kpi=${kpiId}&kpi=${other}`;
  const word = (more: Record<string, string | number> = {}) => ({
    ...{ verdict: "shared", seen: 0, from: Q3, reason: "Les mêmes minutes des mêmes conseillers" },
    ...{ "kpis.0.id": kpiId, "kpis.0.share": "66,67", "kpis.1.id": other, "kpis.1.share": "33,33", ...more },
  });
  return { ...measured, other, second, decide, word, finance };
}

const valuesOf = async (app: App) =>
  (await app.database.select().from(reports).orderBy(asc(reports.quarter), asc(reports.kpiId))).map(
    ({ quarter, share, realisedMinor }) => [quarter, share, realisedMinor],
  );

/** (15 − 8) × 1 000,50 € × 80 % is 5 602,80 €; (15 − 11,5) × … is 2 801,40 €. */
const IN_FULL = [
  [Q2, 10_000, 2_801_40],
  [Q2, 10_000, 2_801_40],
  [Q3, 10_000, 5_602_80],
  [Q3, 10_000, 5_602_80],
];

describe("A benefit that two KPIs count", () => {
  test("is found, shared by finance, and counts once from that quarter on, to the cent", async () => {
    const app = await openApp();
    const { finance, owner, kpiId, other, decide, word, reference } = await twice(app);
    expect(await valuesOf(app)).toEqual(IN_FULL);
    const list = await finance.get("/kpis/overlaps");
    expect(list.text).toContain("même nom");
    expect(list.find(`a[href="${decide}"]`).textContent).toBe("Décider");

    // Warned of where finance validates, on the report and on the close checklist, which asks to be told «despite».
    await finance.submit("/quarter/2026-Q2?index", { intent: "collect", version: 0 });
    await finance.submit("/quarter/2026-Q2?index", { intent: "review", version: 1 });
    expect((await finance.get("/quarter/2026-Q2/review")).text).toContain("Peut-être compté deux fois");
    const [first] = await app.database.select().from(reports).where(eq(reports.quarter, Q2)).orderBy(asc(reports.id));
    expect((await finance.get(`/report/${first?.id}`)).text).toContain("Peut-être compté deux fois");
    for (const row of await app.database.select().from(reports).where(eq(reports.quarter, Q2)))
      await finance.submit("/quarter/2026-Q2/review", { reportId: row.id, version: 1, verdict: "accept" });
    const checklist = await finance.get("/quarter/2026-Q2/close");
    expect(checklist.text).toContain("1 paire d’indicateurs compte peut-être le même bénéfice");
    expect((await finance.post("/quarter/2026-Q2/close", { intent: "close", version: 2 })).status).toBe(409);
    await finance.submit("/quarter/2026-Q2/close", { intent: "close", version: 2, despite: "yes" });

    // The form stands without a script: shares that are the whole, and the quarters that are open.
    const form = await finance.get(decide);
    expect(form.find('[name="kpis.0.share"]').getAttribute("value")).toBe("50");
    expect(form.all('[name="from"] option').map((option) => option.getAttribute("value"))).toEqual([
      "2026-Q4",
      "2026-Q3",
    ]);
    const done = await finance.submit(decide, word());
    expect(done.text).toContain("66,67 %");
    expect(done.text).toContain("Aucun bénéfice ne semble compté deux fois");
    expect(await valuesOf(app)).toEqual([...IN_FULL.slice(0, 2), [Q3, 6_667, 3_735_38], [Q3, 3_333, 1_867_41]]);
    expect(await checkLedger(app.database)).toEqual([]);
    const seen = await finance.get("/dashboard/reports?quarter=2026-Q3");
    expect(seen.text).toContain("66,67 %");
    expect(seen.text).toContain("5 602,79 €");
    const [, , shared] = await app.database.select().from(reports).orderBy(asc(reports.quarter), asc(reports.kpiId));
    const report = await owner.get(`/report/${shared?.id}`);
    expect(report.text).toContain("part comptée");
    expect(report.text).toContain("Part décidée");
    expect(report.text).toContain("5 602,80 € → 3 735,38 €");
    expect(report.text).toContain("5 602,80 €");
    expect((await owner.get(`/use-cases/${reference}/kpis`)).text).toContain("66,67 %");

    // What is reported afterwards counts by its share too.
    const Q4 = addQuarters(Q3, 1);
    await owner.submit("/report?quarter=2026-Q4", reportForm(Q4, gridRow(0, other, { actual: "8", evidence: "1" })));
    expect((await valuesOf(app)).at(-1)).toEqual([Q4, 3_333, 1_867_41]);
    // And a figure that is missing at the close is restated by the share of its quarter.
    await app.database.write((tx) => tx.update(quarters).set({ status: "closed" }).where(eq(quarters.quarter, Q3)));
    await app.database.write((tx) =>
      tx.insert(quarters).values({ quarter: Q3, status: "closed" }).onConflictDoNothing(),
    );
    await finance.submit(decide, { ...word({ seen: 1, from: Q4, "kpis.0.share": "0", "kpis.1.share": "100" }) });
    expect((await valuesOf(app)).slice(2)).toEqual([
      [Q3, 6_667, 3_735_38],
      [Q3, 3_333, 1_867_41],
      [Q4, 10_000, 5_602_80],
    ]);
    const restate = {
      intent: "restate",
      version: shared?.version ?? 0,
      actual: "9",
      evidence: "1",
      reason: "Doublons",
    };
    await finance.submit(`/report/${shared?.id}`, restate);
    // (15 − 9) × 1 000,50 € × 80 % × 66,67 %
    expect((await valuesOf(app))[2]).toEqual([Q3, 6_667, 3_201_76]);
    expect(await checkLedger(app.database)).toEqual([]);
    const events = await app.database.select().from(auditEvents).where(eq(auditEvents.subject, "overlap"));
    expect(events).toHaveLength(4);
    expect(events[0]?.after).toContain('"benefitShare":0.6667');
    expect(events.map(({ useCaseId }) => useCaseId)).toContain(shared?.useCaseId);
    expect(kpiId).toBeLessThan(other);
  });

  test("waits for finance again where its figure was accepted, and stays where nothing moves", async () => {
    const app = await openApp();
    const { finance, decide, word } = await twice(app);
    const [one] = await app.database.select().from(reports).where(eq(reports.quarter, Q3)).orderBy(asc(reports.id));
    await finance.submit(`/report/${one?.id}`, { intent: "review", version: 1, verdict: "accept" });
    await finance.submit(decide, word({ "kpis.0.share": "100", "kpis.1.share": "0" }));
    const after = await app.database.select().from(reports).where(eq(reports.quarter, Q3)).orderBy(asc(reports.id));
    expect(after.map(({ review, realisedMinor }) => [review, realisedMinor])).toEqual([
      ["accepted", 5_602_80],
      ["waiting", 0],
    ]);
  });

  test("is not the same where somebody says why, and is looked at again where it is declared", async () => {
    const app = await openApp();
    const { finance, owner, decide, word, second } = await twice(app);
    await finance.submit(decide, word({ verdict: "different", reason: "L’un lit, l’autre répond" }));
    expect(await valuesOf(app)).toEqual(IN_FULL);
    const list = await finance.get("/kpis/overlaps");
    expect(list.text).toContain("L’un lit, l’autre répond");
    expect(list.text).toContain("Aucun bénéfice ne semble compté deux fois");
    expect((await finance.get("/quarter/2026-Q3/close")).text).not.toContain("paire d’indicateurs");

    const page = await owner.get(`${decide}&case=${second.reference.toLowerCase()}`);
    expect(page.html).not.toContain('value="shared"');
    await owner.submit(decide, word({ verdict: "declared", seen: 1 }));
    expect((await finance.get("/kpis/overlaps")).text).toContain("signalé par quelqu’un");
    await finance.submit(decide, word({ seen: 2 }));
    // Not the same after all: the shares end, and both count in full.
    const ended = await finance.submit(decide, word({ verdict: "different", seen: 3, from: Q3 }));
    expect(ended.text).toContain("chacun compte en entier");
    expect(await valuesOf(app)).toEqual(IN_FULL);
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("is refused with a sentence and what was typed", async () => {
    const app = await openApp();
    const { finance, owner, executive, decide, word, kpiId, other, department, champion } = await twice(app);
    const beyond = await finance.post(decide, word({ "kpis.0.share": "66,68" }));
    expect(beyond.status).toBe(409);
    expect(beyond.text).toContain("100,01 %");
    expect(beyond.find('[name="kpis.0.share"]').getAttribute("value")).toBe("66,68");
    const thousandth = await finance.post(decide, word({ "kpis.0.share": "33,3331" }));
    expect(thousandth.status).toBe(400);
    expect(thousandth.text).toContain("deux décimales");
    expect((await finance.post(decide, word({ reason: "" }))).status).toBe(400);
    expect((await finance.post(decide, word({ from: "2027-Q3" }))).status).toBe(409);
    expect((await finance.post(decide, word({ seen: 7 }))).status).toBe(409);
    expect((await finance.post(decide, word({ "kpis.1.id": kpiId }))).status).toBe(400);
    expect((await finance.post(decide, word({ "kpis.1.id": 99_999 }))).status).toBe(404);
    expect((await owner.post(decide, word())).status).toBe(403);
    expect((await executive.post(decide, word({ verdict: "declared" }))).status).toBe(403);
    expect((await executive.get(decide)).text).toContain("Les finances décident des parts");
    expect((await executive.get("/kpis/overlaps/decide")).status).toBe(404);
    expect((await executive.get("/kpis/overlaps/decide?kpi=99999")).status).toBe(404);
    expect(await app.database.select().from(overlaps)).toEqual([]);
    expect(await valuesOf(app)).toEqual(IN_FULL);

    // A third may not take the share of one alone: those that it leaves behind would count beside it.
    await finance.submit(decide, word());
    const third = await aCase(app, { title: "Classer les demandes", departmentId: department, stage: "production" });
    const made = await champion.submit(`/use-cases/${third.reference}/kpis/new`, { ...KPI_FORM, ownerId: owner.id });
    const id = Number(/kpis\/(\d+)\/edit/.exec(made.html)?.[1]);
    const alone = { ...word({ seen: 1, "kpis.0.id": other, "kpis.1.id": id }) };
    const left = await finance.post(`/kpis/overlaps/decide?kpi=${other}&kpi=${id}`, alone);
    expect(left.status).toBe(409);
    expect(left.text).toContain("partage déjà ce bénéfice");
    // Its page brings the third in by itself.
    expect(
      (await finance.get(`/kpis/overlaps/decide?kpi=${other}&kpi=${id}`))
        .find('[name="kpis.0.id"]')
        .getAttribute("value"),
    ).toBe(String(kpiId));
  });
});

test("A program lists overlaps, declares one and decides it, and the dashboard follows", async () => {
  const demo = await openDemo();
  const site = await openSite(demo);
  const [sophie] = await demo.database
    .select()
    .from(people)
    .where(eq(people.email, emailOf("sophie")));
  const program = await aProgram(demo, site, sophie?.id ?? 0);
  const list = await program.get("/kpi-overlaps");
  expect([list.status, list.body.count, list.body.unresolved[0].signs]).toEqual([200, 1, ["linked"]]);
  const [one, other] = list.body.unresolved[0].kpis.map((kpi: { id: number }) => kpi.id);
  const sum = async () => {
    const [row] = await demo.database
      .select({ realised: sql<number>`sum(${reports.realisedMinor})`.mapWith(Number) })
      .from(reports)
      .where(eq(reports.quarter, Q3));
    return row?.realised ?? 0;
  };
  const reason = { en: "The same letters" };
  const wrong = await program.ask("POST", "/kpi-overlaps/decision", {
    body: {
      verdict: "shared",
      kpis: [
        { id: one, share: 0.6 },
        { id: other, share: 0.40005 },
      ],
      reason,
    },
  });
  expect(wrong.status).toBe(400);
  const beyond = await program.ask("POST", "/kpi-overlaps/decision", {
    body: {
      verdict: "shared",
      kpis: [
        { id: one, share: 0.6 },
        { id: other, share: 0.4001 },
      ],
      reason,
    },
  });
  expect([beyond.status, beyond.body.detail]).toEqual([409, expect.stringContaining("100.01%")]);
  expect((await program.ask("POST", "/kpi-overlaps", { body: { kpis: [one, one], reason } })).status).toBe(409);
  expect((await program.ask("POST", "/kpi-overlaps", { body: { kpis: [one, other], reason } })).status).toBe(200);
  expect((await program.get("/kpi-overlaps")).body.unresolved[0].declared).toBe(true);
  const before = await sum();
  const [lost] = await demo.database
    .select({ realised: reports.realisedMinor })
    .from(reports)
    .where(sql`${reports.kpiId} = ${other} and ${reports.quarter} = ${Q3}`);
  const decided = await program.ask("POST", "/kpi-overlaps/decision", {
    body: {
      verdict: "shared",
      kpis: [
        { id: one, share: 1 },
        { id: other, share: 0 },
      ],
      from: Q3,
      reason,
    },
  });
  expect(decided.status).toBe(200);
  expect(before - (await sum())).toBe(lost?.realised ?? 0);
  expect(await checkLedger(demo.database)).toEqual([]);
  const after = await program.get("/kpi-overlaps");
  expect([after.body.count, after.body.shared[0].kpis.map(({ share }: { share: number }) => share)]).toEqual([
    0,
    [1, 0],
  ]);
  const [report] = (await program.get(`/reports?kpi=${other}&quarter=2026-Q3`)).body.items;
  expect(report?.terms.share ?? 0).toBe(0);
});
