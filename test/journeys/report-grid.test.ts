import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { kpis, reports } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aMeasuredCase, gridRow, KPI_FORM, Q2, Q3, reportForm } from "../support/measurement";

/** The KPIs of the measured case's owner, so many in each of so many cases more. */
async function manyKpis(app: App, department: number, { cases, each }: { cases: number; each: number }) {
  const [{ id: _, ...alike } = { id: 0 }] = await app.database.select().from(kpis);
  const ids: number[] = [];
  for (let at = 0; at < cases; at++) {
    const { id: useCaseId } = await aCase(app, { departmentId: department, stage: "production" });
    const rows = Array.from({ length: each }, () => ({ ...(alike as typeof kpis.$inferInsert), useCaseId }));
    const made = await app.database.write((tx) => tx.insert(kpis).values(rows).returning({ id: kpis.id }));
    ids.push(...made.map(({ id }) => id));
  }
  return ids;
}

describe("The quarterly grid", () => {
  test("shows all of a person's KPIs on one page, and saves them all or none", async () => {
    const app = await openApp();
    const { owner, department, kpiId } = await aMeasuredCase(app);
    const ids = [kpiId, ...(await manyKpis(app, department, { cases: 14, each: 5 }))];
    expect((await owner.get("/report?quarter=2026-Q3")).all("[name$='.actual']")).toHaveLength(71);
    const typed = (actual: string, version: string, upTo = ids.length) =>
      reportForm(Q3, ...ids.slice(0, upTo).map((id, at) => gridRow(at, id, { actual, evidence: "1", version })));
    expect((await owner.submit("/report?quarter=2026-Q3", typed("10", ""))).text).toContain("71 relevés");
    expect(await checkLedger(app.database)).toEqual([]);
    // (15 − 10) × 1 000,50 € × 80 %, seventy-one times
    const sum = async () =>
      (await app.database.select().from(reports)).reduce((total, { realisedMinor }) => total + (realisedMinor ?? 0), 0);
    expect(await sum()).toBe(71 * 400_200);

    const oneStale = { ...typed("9", "1"), "rows.70.version": "7" };
    const refused = await owner.post("/report?quarter=2026-Q3", oneStale);
    expect(refused.status).toBe(409);
    expect(refused.find('[name="rows.3.actual"]').getAttribute("value")).toBe("9");
    const twice = { ...typed("9", "1"), ...gridRow(71, kpiId, { actual: "8", evidence: "1", version: "1" }) };
    expect((await owner.post("/report?quarter=2026-Q3", twice)).status).toBe(409);
    expect(await sum()).toBe(71 * 400_200);

    expect((await owner.submit("/report?quarter=2026-Q3", typed("9", "1", 40))).text).toContain("40 relevés");
    expect(await sum()).toBe(31 * 400_200 + 40 * 480_240);
    expect((await owner.submit("/report?quarter=2026-Q2", { ...typed("11", ""), quarter: Q2 })).status).toBe(200);
    expect(await checkLedger(app.database)).toEqual([]);
    expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  });

  test("takes «no change» as an answer, and asks for a sentence where a percentage is none", async () => {
    const app = await openApp();
    const { owner, champion, reference, kpiId } = await aMeasuredCase(app);
    const first = await owner.get("/report?quarter=2026-Q2");
    expect(first.all("[name='rows.0.same']")).toHaveLength(0);
    const early = await owner.post("/report?quarter=2026-Q2", reportForm(Q2, gridRow(0, kpiId, { same: "yes" })));
    expect(early.status).toBe(400);
    expect(early.text).toContain("pas de valeur avant ce trimestre");
    await owner.submit("/report?quarter=2026-Q2", reportForm(Q2, gridRow(0, kpiId, { actual: "11,5", evidence: "1" })));

    const both = gridRow(0, kpiId, { same: "yes", actual: "9" });
    const refused = await owner.post("/report?quarter=2026-Q3", reportForm(Q3, both));
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("effacez l’une des deux");
    expect(refused.find("[name='rows.0.same']").getAttribute("checked")).toBe("");
    const same = await owner.submit(
      "/report?quarter=2026-Q3",
      reportForm(Q3, gridRow(0, kpiId, { same: "yes", evidence: "1" })),
    );
    expect(same.text).toContain("1 relevé est enregistré");
    expect(same.text).toContain("stable");
    expect(await app.database.select().from(reports)).toMatchObject([{ actual: 11.5 }, { actual: 11.5, evidence: 1 }]);

    const share = { ...KPI_FORM, name: "Le jour même", unit: "%", baseline: "40", target: "80", direction: "up" };
    await champion.submit(`/use-cases/${reference}/kpis/new`, { ...share, ownerId: owner.id });
    const odd = await owner.post("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId + 1, { actual: "412" })));
    expect(odd.status).toBe(400);
    expect(odd.text).toContain("hors de 0 à 100");
    const words = "Compté deux fois par jour";
    await owner.submit("/report?quarter=2026-Q3", reportForm(Q3, gridRow(0, kpiId + 1, { actual: "412", words })));
    expect(await checkLedger(app.database)).toEqual([]);
  });
});
