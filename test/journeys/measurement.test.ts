import { describe, expect, test } from "vitest";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { reports } from "#db/schema.server";
import { openApp } from "../support/app";
import { aMeasuredCase, costForm, gridRow, KPI_FORM, Q2, Q3, reportForm } from "../support/measurement";

async function reportId(app: Awaited<ReturnType<typeof openApp>>, quarter: string): Promise<number> {
  const rows = await app.database.select().from(reports);
  const found = rows.find((row) => row.quarter === quarter);
  if (!found) throw new Error(`No report in ${quarter}`);
  return found.id;
}

describe("A quarter", () => {
  test("is reported with evidence, validated by finance, closed, and restated only with a reason", async () => {
    const app = await openApp();
    const { owner, finance, champion, reference, kpiId } = await aMeasuredCase(app);

    const first = await owner.submit(
      "/report?quarter=2026-Q2",
      reportForm(Q2, gridRow(0, kpiId, { actual: "11,5", evidence: "1" })),
    );
    expect(first.text).toContain("1 relevé est enregistré");
    await owner.submit(
      "/report?quarter=2026-Q3",
      reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "2", source: "Journal des tickets" })),
    );
    // (15 − 8) × 1 000,50 € × 80 %
    const id = await reportId(app, "2026-Q3");
    const detail = await owner.get(`/report/${id}`);
    expect(detail.text).toContain("5 602,80 €");
    expect(await checkLedger(app.database)).toEqual([]);

    const file = new File(["minutes;8\n"], "tickets été.csv", { type: "text/html" });
    await owner.submit(`/report/${id}`, { intent: "file", file });
    const fileHref = (await finance.get(`/report/${id}`)).find("a[download]").getAttribute("href") ?? "";
    const served = await finance.get(fileHref);
    expect(served.headers.get("Content-Disposition")).toContain("attachment");
    expect(served.headers.get("Content-Type")).toBe("text/csv");
    expect(served.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(served.html).toBe("minutes;8\n");

    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "large.pdf");
    const refused = await owner.post(`/report/${id}`, { intent: "file", file: large });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("dépasse 10 Mo");
    expect((await finance.post(`/report/${id}`, { intent: "file", file })).status).toBe(403);
    expect((await finance.get(`/report/${id}/files/999`)).status).toBe(404);

    await finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
    await finance.submit("/quarter/2026-Q3?index", { intent: "review", version: 1 });
    const queue = await finance.get("/quarter/2026-Q3/review");
    expect(queue.text).toContain("Minutes par demande");
    await finance.submit("/quarter/2026-Q3/review", { reportId: id, version: 1, verdict: "validate" });
    const closed = await finance.submit("/quarter/2026-Q3/close", { intent: "close", version: 2 });
    expect(closed.text).toContain("les chiffres de la clôture sont intacts");
    expect(closed.html).toMatch(/[0-9a-f]{64}/);

    const late = await owner.post(
      "/report?quarter=2026-Q3",
      reportForm(Q3, gridRow(0, kpiId, { actual: "7", evidence: "0", version: "2" })),
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain("retraitement");
    expect((await champion.post(`/use-cases/${reference}/kpis`, costForm(Q3, "run", "10"))).status).toBe(409);

    const noReason = await finance.post(`/report/${id}`, {
      intent: "restate",
      version: 2,
      actual: "9",
      evidence: "3",
      reason: "",
    });
    expect(noReason.status).toBe(400);
    const restated = await finance.submit(`/report/${id}`, {
      intent: "restate",
      version: 2,
      actual: "9",
      evidence: "3",
      reason: "Les tickets doublons avaient été comptés",
    });
    expect(restated.text).toContain("Les tickets doublons avaient été comptés");
    expect((await finance.get("/quarter/2026-Q3/close")).text).toContain("les chiffres de la clôture sont intacts");
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("refuses what its rules refuse, with a sentence", async () => {
    const app = await openApp();
    const { owner, finance, executive, kpiId } = await aMeasuredCase(app);
    const noSource = await owner.post(
      "/report?quarter=2026-Q2",
      reportForm(Q2, gridRow(0, kpiId, { actual: "11,5", evidence: "2" })),
    );
    expect(noSource.status).toBe(400);
    expect(noSource.find('[name="rows.0.actual"]').getAttribute("value")).toBe("11,5");
    expect(noSource.text).toContain("Une valeur mesurée dit sa source");

    await owner.submit("/report?quarter=2026-Q2", reportForm(Q2, gridRow(0, kpiId, { actual: "11,5", evidence: "1" })));
    const tenfold = await owner.post(
      "/report?quarter=2026-Q3",
      reportForm(Q3, gridRow(0, kpiId, { actual: "115", evidence: "1" })),
    );
    expect(tenfold.status).toBe(400);
    expect(tenfold.text).toContain("Dix fois plus grand");
    const stranger = await executive.post(
      "/report?quarter=2026-Q3",
      reportForm(Q3, gridRow(0, kpiId, { actual: "10" })),
    );
    expect(stranger.status).toBe(403);
    const future = await owner.post(
      "/report?quarter=2027-Q1",
      reportForm("2027-Q1" as typeof Q3, gridRow(0, kpiId, { actual: "10" })),
    );
    expect(future.status).toBe(409);

    const id = await reportId(app, "2026-Q2");
    expect((await owner.post(`/report/${id}`, { intent: "review", version: 1, verdict: "accept" })).status).toBe(403);
    const notMeasured = await finance.post(`/report/${id}`, { intent: "review", version: 1, verdict: "validate" });
    expect(notMeasured.status).toBe(409);
    expect((await finance.post(`/report/${id}`, { intent: "review", version: 1, verdict: "send-back" })).status).toBe(
      400,
    );
    await finance.submit(`/report/${id}`, {
      intent: "review",
      version: 1,
      verdict: "send-back",
      note: "Quelle source ?",
    });
    expect((await owner.get(`/report/${id}`)).text).toContain("compté comme déclaré");
    await owner.submit(`/report/${id}`, {
      intent: "correct",
      version: 2,
      actual: "11,5",
      evidence: "2",
      source: "Tickets",
    });
    await finance.submit(`/report/${id}`, { intent: "review", version: 3, verdict: "validate" });
    const locked = await owner.post(`/report/${id}`, { intent: "correct", version: 4, actual: "3", evidence: "0" });
    expect(locked.status).toBe(409);
    expect((await executive.post("/quarter/2026-Q2?index", { intent: "collect", version: 0 })).status).toBe(403);
    expect((await finance.post("/quarter/2026-Q2/close", { intent: "close", version: 0 })).status).toBe(409);
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("asks for the right to report also of who says what is there already", async () => {
    const app = await openApp();
    const { owner, executive, kpiId } = await aMeasuredCase(app);
    await owner.submit("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "1" })));
    const same = reportForm(Q3, gridRow(0, kpiId, { actual: "8", evidence: "1", version: "1" }));
    expect((await executive.post("/report?quarter=2026-Q3", same)).status).toBe(403);
    expect((await owner.post("/report?quarter=2026-Q3", same)).status).toBe(303);
    expect(await app.database.select().from(reports)).toMatchObject([{ version: 1 }]);
  });

  test("is closed with something left open only when somebody says so", async () => {
    const app = await openApp();
    const { finance, kpiId } = await aMeasuredCase(app);
    await finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
    await finance.submit("/quarter/2026-Q3?index", { intent: "review", version: 1 });
    const refused = await finance.post("/quarter/2026-Q3/close", { intent: "close", version: 2 });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Restent 1 relevés manquants");
    const closed = await finance.submit("/quarter/2026-Q3/close", { intent: "close", version: 2, despite: "yes" });
    expect(closed.text).toContain("Minutes par demande");
    const added = await finance.submit(`/report/missing?kpi=${kpiId}&quarter=2026-Q3`, {
      intent: "restate",
      version: 0,
      actual: "9",
      evidence: "2",
      reason: "Retrouvé dans les tickets",
    });
    expect(added.text).toContain("Retrouvé dans les tickets");
    expect(added.text).toContain("les chiffres de la clôture sont intacts");
    expect(await checkLedger(app.database)).toEqual([]);
  });
});

describe("A KPI", () => {
  test("starts from a template in the reader's words, with the guardrail that goes with it", async () => {
    const app = await openApp();
    const { champion, reference } = await aMeasuredCase(app);
    const value = (page: Awaited<ReturnType<typeof champion.get>>, name: string) =>
      page.find(`[name="${name}"]`).getAttribute("value");
    const blank = await champion.get(`/use-cases/${reference}/kpis/new`);
    expect(value(blank, "name")).toBe("");
    expect(value(blank, "attribution")).toBe("100");
    const time = await champion.get(`/use-cases/${reference}/kpis/new?template=time`);
    expect(value(time, "name")).toBe("Minutes par dossier");
    expect(value(time, "unit")).toBe("min");
    expect(value(time, "attribution")).toBe("80");
    expect(time.find('[name="direction"][checked]').getAttribute("value")).toBe("down");
    expect(time.find('[name="baselineMethod"]').textContent).toContain("Chronométrage");
    expect(time.text).toContain("coût horaire du département");
    const guardrail = time
      .all("a")
      .find((link) => link.textContent === "Taux d’erreur")
      ?.getAttribute("href");
    expect(guardrail).toContain("template=quality");
    const pair = await champion.get(`/use-cases/${reference}/kpis/new?template=quality&guardrail=yes`);
    expect(pair.find('[name="isGuardrail"]').getAttribute("checked")).toBe("");
    expect((await champion.get(`/use-cases/${reference}/kpis/new?template=nonsense`)).status).toBe(200);
  });

  test("that changes its value per unit revalues open quarters and leaves closed ones alone", async () => {
    const app = await openApp();
    const { owner, finance, champion, reference, kpiId } = await aMeasuredCase(app);
    await owner.submit("/report?quarter=2026-Q2", reportForm(Q2, gridRow(0, kpiId, { actual: "10", evidence: "1" })));
    await owner.submit("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId, { actual: "10", evidence: "1" })));
    await finance.submit("/quarter/2026-Q2?index", { intent: "collect", version: 0 });
    await finance.submit("/quarter/2026-Q2?index", { intent: "review", version: 1 });
    await finance.submit("/quarter/2026-Q2/close", { intent: "close", version: 2, despite: "yes" });
    const edit = { ...KPI_FORM, ownerId: owner.id, valuePerUnit: "2000", attribution: "100", version: 1 };
    const edited = await champion.submit(`/use-cases/${reference}/kpis/${kpiId}/edit`, edit);
    expect(edited.text).toContain("1 relevé ouvert a été recalculé");
    const rows = await app.database.select().from(reports);
    expect(rows.map(({ quarter, realisedMinor }) => [quarter, realisedMinor]).sort()).toEqual([
      ["2026-Q2", 400_200],
      ["2026-Q3", 1_000_000],
    ]);
    expect(await checkLedger(app.database)).toEqual([]);
    const stale = await champion.post(`/use-cases/${reference}/kpis/${kpiId}/edit`, { ...edit, target: "4" });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Deux versions");
  });
});
