import { describe, expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { kpis, reports } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { aCase } from "../support/cases";
import { aMeasuredCase, gridRow, Q2, Q3, reportForm } from "../support/measurement";

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
});
