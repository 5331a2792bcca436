/** What a hand-made request tries: references to nothing, other people's drafts, figures that finance has accepted. */
import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { reports } from "#db/schema.server";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aMeasuredCase, costForm, gridRow, KPI_FORM, Q3, reportForm } from "../support/measurement";

describe("A reference to nothing", () => {
  test.each(["ownerId", "technicalOwnerId", "departmentId"])("as %s is refused in a sentence", async (field) => {
    const app = await openApp();
    const department = await app.department("LOG");
    const champion = await app.signedIn("Camille Martin", { roles: ["champion"], departments: [department] });
    const draft = { "title.fr": "Classer", "need.fr": "Trop de papier", intent: "save" };
    const refused = await champion.post("/use-cases/new", { ...draft, [field]: 999_999 });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("n’existe pas ou plus");
    expect(refused.find('[name="need.fr"]').text).toBe("Trop de papier");
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("in the quarterly grid is refused, however it is written", async () => {
    const app = await openApp();
    const { owner } = await aMeasuredCase(app);
    for (const kpiId of ["999999", "-1", "x", "1e30", "9007199254740993", ""]) {
      const row = { ...gridRow(0, 1, { actual: "3" }), "rows.0.kpiId": kpiId };
      expect([400, 404]).toContain((await owner.post("/report?quarter=2026-Q3", reportForm(Q3, row))).status);
    }
    for (const path of ["/dashboard?quarter=9999-Q4", "/quarter/9999-Q4", "/quarter/0000-Q1/costs"]) {
      expect((await owner.get(path)).status).toBeLessThan(500);
    }
  });
});

describe("A draft", () => {
  test("is hidden on every page and form about it", async () => {
    const app = await openApp();
    const { owner, champion, department } = await aMeasuredCase(app);
    const chair = await app.signedIn("Claire Roy", { roles: ["chair", "committee"] });
    const draft = { "title.fr": "Secret", departmentId: department, ownerId: owner.id, intent: "save" };
    await champion.submit("/use-cases/new", draft);
    const base = "/use-cases/UC-0002";
    for (const tab of ["", "/kpis", "/governance", "/assessment", "/poc", "/business-case", "/activity", "/edit"]) {
      expect((await chair.get(base + tab)).status).toBe(404);
      if (tab === "" || tab === "/edit" || tab === "/activity") continue;
      // One loader asked alone, as the client of the framework can.
      const data = await chair.get(
        `${base}${tab}?_data=${encodeURIComponent(`routes/use-cases_.$reference.${tab.slice(1)}`)}`,
      );
      expect(data.status).toBe(404);
    }
    expect((await chair.post(`${base}?index`, { body: "Bonjour" })).status).toBe(404);
    expect((await chair.post(`${base}/poc`, { intent: "link", vendorId: 1 })).status).toBe(404);
    await chair.submit("/committee", { heldOn: "2026-10-01", quorum: 1 });
    expect((await chair.post("/committee/1", { intent: "agenda-add", reference: "UC-0002" })).status).toBe(404);
  });

  test("on which something hangs is not deleted", async () => {
    const app = await openApp();
    const { champion, department } = await aMeasuredCase(app);
    await champion.submit("/use-cases/new", { "title.fr": "Essai", departmentId: department, intent: "save" });
    await champion.submit("/use-cases/UC-0002/governance", { intent: "card", version: 0, humanReviewer: "Camille" });
    const refused = await champion.post("/use-cases/UC-0002/edit", { intent: "delete" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("ne se supprime plus");
    expect((await champion.get("/use-cases/UC-0002/edit")).status).toBe(200);
  });
});

describe("A figure that finance has validated", () => {
  test("waits for finance again when its KPI's terms move it, and keeps its evidence until then", async () => {
    const app = await openApp();
    const { owner, finance, champion, reference, kpiId } = await aMeasuredCase(app);
    const typed = { actual: "10", evidence: "2", source: "Tickets" };
    await owner.submit("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId, typed)));
    const [written] = await app.database.select().from(reports);
    const path = `/report/${written?.id}`;
    const file = new File(["preuve"], "tickets.csv");
    const withFile = await owner.submit(path, { intent: "file", file });
    const fileId = Number(/files\/(\d+)/.exec(withFile.html)?.[1]);
    await finance.submit(path, { intent: "review", verdict: "validate", version: written?.version ?? 0, note: "" });
    const removed = await owner.post(path, { intent: "remove-file", fileId });
    expect(removed.status).toBe(409);
    expect(removed.text).toContain("Le contrôle de gestion a accepté ce relevé");
    const edit = { ...KPI_FORM, ownerId: owner.id, version: 1 };
    await champion.submit(`/use-cases/${reference}/kpis/${kpiId}/edit`, { ...edit, name: "Autre nom" });
    expect(await app.database.select().from(reports)).toMatchObject([{ evidence: 3, review: "accepted", version: 2 }]);
    await champion.submit(`/use-cases/${reference}/kpis/${kpiId}/edit`, { ...edit, valuePerUnit: "9000", version: 2 });
    expect(await app.database.select().from(reports)).toMatchObject([{ evidence: 2, review: "waiting", version: 3 }]);
    expect(await checkLedger(app.database)).toEqual([]);
    const stale = { intent: "review", verdict: "validate", version: 2, note: "" };
    expect((await finance.post(path, stale)).status).toBe(409);
  });
});

describe("A cost", () => {
  test("that somebody entered meanwhile is not written over", async () => {
    const app = await openApp();
    const { champion, finance, reference } = await aMeasuredCase(app);
    const path = `/use-cases/${reference}/kpis`;
    await champion.submit(path, costForm(Q3, "run", "500", { note: "Serveurs" }));
    const late = await finance.post(path, costForm(Q3, "run", "700", { note: "Facture de juillet" }));
    expect(late.status).toBe(409);
    expect(late.text).toContain("Deux versions de la même fiche");
    for (const said of ["500,00", "700,00", "Serveurs", "Facture de juillet"]) expect(late.text).toContain(said);
    expect(late.find('[name="amount"]').getAttribute("value")).toBe("700");
    expect(late.find('[name="version.2026-Q3.run"]').getAttribute("value")).toBe("1");
    const seen = await finance.submit(path, costForm(Q3, "run", "700", { version: 1 }));
    expect(seen.text).toContain("700");
    expect(await checkLedger(app.database)).toEqual([]);
  });
});

test("A POC's model that does not exist is refused in a sentence", async () => {
  const app = await openApp();
  const { champion } = await aMeasuredCase(app);
  await aCase(app, { stage: "poc" });
  expect((await champion.post("/use-cases/UC-0001/poc", { intent: "link", vendorId: 999_999 })).status).toBeLessThan(
    500,
  );
});

test("A form that its page no longer shows is refused in a sentence, and what was written stays to be copied", async () => {
  const app = await openApp();
  const { owner, finance, kpiId } = await aMeasuredCase(app);
  await owner.submit("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId, { actual: "10", evidence: "1" })));
  const [written] = await app.database.select().from(reports);
  await finance.submit("/quarter/2026-Q3?index", { intent: "collect", version: 0 });
  await finance.submit("/quarter/2026-Q3?index", { intent: "review", version: 1 });
  await finance.submit("/quarter/2026-Q3/close", { intent: "close", version: 2, despite: "yes" });
  const note = "Recompté avec les tickets de septembre, qui manquaient";
  const late = await owner.post(`/report/${written?.id}`, {
    ...{ intent: "correct", version: 1, actual: "9", evidence: "1", source: "", note, unavailableBecause: "" },
  });
  expect(late.status).toBe(409);
  expect(late.text).toContain("clos");
  expect(late.all(".untold")).toHaveLength(1);
  expect(late.find(".untold").text).toContain(note);
  const told = await owner.post("/use-cases/UC-0001?index", { intent: "comment", body: "x".repeat(5_000) });
  expect(told.status).toBe(400);
  expect(told.all(".untold")).toHaveLength(0);
});
