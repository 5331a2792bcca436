/** Spend with a vendor: entered by quarter with its evidence, beside what the costs of its cases tell. */
import { expect, test } from "vitest";
import { gapOf } from "#app/delivery/registers/spend";
import { addVendor } from "#app/delivery/vendors.server";
import { minor } from "#app/kernel/money";
import { CASEBOOK } from "#app/people/roles";
import { auditEvents, useCaseVendors, vendorSpend } from "#db/schema.server";
import { openApp } from "../support/app";
import { aMeasuredCase, costForm, Q3, whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

async function aVendor() {
  const app = await openApp();
  const { champion, executive, reference, useCaseId } = await aMeasuredCase(app);
  const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  await champion.submit(`/use-cases/${reference}/kpis`, costForm(Q3, "usage", "500"));
  const { id } = await app.database.write(async (tx) => {
    const agreed = { name: "Nuvéa", type: "large-tech" as const, ownerId: champion.id };
    const made = await addVendor(tx, CASEBOOK, agreed, whenOf(app));
    await tx.insert(useCaseVendors).values({ useCaseId, vendorId: made.id });
    return made;
  });
  return { app, id, path: `/registers/vendors/${id}`, chair, champion, executive };
}

const SPEND = { intent: "spend", quarter: "2026-Q3", amount: "620", evidence: "2", source: "Facture 4711" };

test("What a vendor was paid stands beside what its cases tell, with the difference named", async () => {
  const { app, path, chair, champion, executive } = await aVendor();
  const seen = { ...SPEND, "version.2026-Q3": "0" };
  expect((await executive.post(path, seen)).status).toBe(403);
  const page = await champion.submit(path, seen);
  const rows = page.all("#spend tbody tr").map(({ text }) => plain(text));
  const row = rows.find((text) => text.includes("Facture")) ?? "";
  expect(row).toContain("620,00 €");
  expect(row).toContain("Facture 4711");
  expect(row).toContain("500,00 €");
  expect(row).toContain("120,00 € payés que les coûts des cas ne disent pas");
  const [event] = (await app.database.select().from(auditEvents)).slice(-1);
  expect(JSON.parse(event?.after ?? "{}")).toMatchObject({ quarter: "2026-Q3", amountMinor: 62_000, evidence: 2 });
  // Who saw the page before does not write over it, and nobody claims an invoice without naming it.
  expect((await chair.post(path, { ...seen, amount: "1" })).status).toBe(409);
  const next = { ...SPEND, "version.2026-Q3": "1" };
  expect((await chair.post(path, { ...next, source: "" })).status).toBe(409);
  expect((await chair.post(path, { ...next, quarter: "2027-Q1" })).status).toBe(409);
  expect((await chair.post(path, { ...next, amount: "beaucoup" })).status).toBe(400);
  const file = (await executive.get("/registers/vendors/spend.csv")).html;
  expect(file).toContain("Nuvéa,2026-Q3,620,500,500,");
  await chair.submit(path, { ...next, amount: "" });
  expect(await app.database.select().from(vendorSpend)).toHaveLength(0);
});

test("A program enters spend in minor units and reads it beside the cases' costs", async () => {
  const { app, id, chair } = await aVendor();
  const program = await aProgram(app, await openSite(app), chair.id, "write");
  const body = { quarter: "2026-Q3", amountMinor: 40_000, evidence: "estimated", version: 0 };
  const { status, body: answer } = await program.ask("POST", `/registers/vendors/${id}/spend`, { body });
  expect(status).toBe(200);
  expect(answer.items).toMatchObject([
    {
      ...{ quarter: "2026-Q3", evidence: "estimated", version: 1 },
      ...{ entered: { minor: 40_000, currency: "EUR" }, least: { minor: 50_000 }, most: { minor: 50_000 } },
    },
  ]);
  expect((await program.ask("POST", `/registers/vendors/${id}/spend`, { body })).status).toBe(409);
  expect((await program.get("/registers/vendors/999/spend")).status).toBe(404);
  const file = await program.get("/register-files/vendor-spend");
  expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(file.body).toContain("Nuvéa,2026-Q3,400,500,500,Estimated,");
});

test("A difference is beyond, short or within, and unknown where one side is", () => {
  const of = (amount: number | null, least: number | null, most: number | null) =>
    gapOf({
      amountMinor: amount === null ? null : minor(amount),
      leastMinor: least === null ? null : minor(least),
      mostMinor: most === null ? null : minor(most),
    });
  expect(of(10, 2, 8)).toEqual({ kind: "beyond", by: 2 });
  expect(of(1, 2, 8)).toEqual({ kind: "short", by: 1 });
  expect(of(5, 2, 8)).toEqual({ kind: "within", by: 0 });
  expect(of(null, 2, 8)).toBeNull();
  expect(of(5, null, null)).toBeNull();
});
