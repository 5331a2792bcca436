/** What was promised against what came, and the haircut that authors take or refuse. */
import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Line } from "#app/business-cases/lines";
import { freezeBusinessCase, newestBusinessCase, writeBusinessCase } from "#app/business-cases/write.server";
import { readObservations } from "#app/measurement/calibration.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { auditEvents, businessCases, kpis, reports, useCases } from "#db/schema.server";
import { type App, openApp } from "../support/app";
import { actorOf, chairsAbstain, withRules } from "../support/arbitration";
import { aCase } from "../support/cases";
import { lived, reported, saving } from "../support/lived";
import { euros, Q2, Q3, whenOf } from "../support/measurement";
import { aProgram } from "../support/program";
import { openSite } from "../support/site";

/** Three live cases: two of sales that kept half, one of purchasing that kept all. */
async function portfolio() {
  const app = await openApp();
  const [sales, buying] = [await app.department("VEN", "Ventes"), await app.department("ACH", "Achats")];
  const author = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [sales] });
  const executive = await app.signedIn("Edith Roux", { roles: ["executive"] });
  const other = await app.signedIn("Otto Haas", { roles: ["champion"], departments: [buying] });
  const near = { departmentId: sales, authorId: author.id, promised: 1_000 };
  const first = await lived(app, { ...near, title: "Devis", came: [500, 500] });
  const second = await lived(app, { ...near, title: "Relances", came: [400, 600] });
  const third = await lived(app, {
    ...near,
    title: "Commandes",
    departmentId: buying,
    authorId: other.id,
    came: [1_000],
  });
  return { app, sales, buying, author, other, executive, first, second, third };
}

describe("Calibration", () => {
  test("is read by those who judge and lead, and by nobody else", async () => {
    const { app, executive, author } = await portfolio();
    const finance = await app.signedIn("Fanny Garnier", { roles: ["finance"] });
    const member = await app.signedIn("Marc Blin", { roles: ["committee"] });
    for (const one of [executive, finance, member]) expect((await one.get("/calibration")).status).toBe(200);
    expect((await author.get("/calibration")).status).toBe(403);
  });

  test("sets what came against the promise of the same quarters, and opens to the cases and their reports", async () => {
    const { executive, sales, first } = await portfolio();
    const page = await executive.get("/calibration");
    // 5 quarters of 1 000 € promised; 500 + 500 + 400 + 600 + 1 000 came.
    expect(page.text).toContain("60 %");
    expect(page.text).toMatch(/2 cas\s: trop peu pour le dire ; c’est surtout la moyenne du portefeuille/);
    for (const nothing of ["by=kind&of=zz", "by=department&of=zz", "by=estimator&of=9999"]) {
      expect((await executive.get(`/calibration?${nothing}`)).status).toBe(404);
    }
    const opened = await executive.get(`/calibration?by=department&of=${sales}`);
    expect(opened.text).toContain("Devis");
    expect(opened.text).not.toContain("Commandes");
    expect(opened.html).toContain(`/dashboard/reports?case=${first.reference}`);
  });

  test("opens each interval to the figures that it is worked out of", async () => {
    const { executive } = await portfolio();
    const page = await executive.get("/calibration");
    const intervals = page
      .all("details.formula")
      .filter((one) => one.querySelector("summary")?.text === "L’intervalle");
    expect(intervals.length).toBeGreaterThan(3);
    for (const one of intervals) {
      const cells = one.querySelectorAll("tr").map((row): [string, number] => {
        const figure = row.querySelector("td")?.text ?? "";
        const said = Number(
          figure
            .replace(/[^\d,−-]/g, "")
            .replace("−", "-")
            .replace(",", "."),
        );
        const hint = row.querySelector("th .hint")?.text ?? "";
        return [
          (row.querySelector("th")?.text ?? "").replace(hint, "").trim(),
          figure.includes("%") ? said / 100 : said,
        ];
      });
      const of = (start: string) => cells.find(([name]) => name.startsWith(start))?.[1] ?? Number.NaN;
      const k = cells.find(([name]) => name === "k")?.[1] ?? 0;
      const reach = 1.2816 * Math.sqrt(of("Variance") / (of("Cas selon") + k));
      expect(of("Écart")).toBeCloseTo(reach, 2);
      expect(of("Borne basse")).toBeCloseTo(of("Part") - reach, 2);
      expect(of("Borne haute")).toBeCloseTo(of("Part") + reach, 2);
    }
  });

  test("counts no quarter that is not over, not wholly reported, or sent back", async () => {
    const { app, first, second, author } = await portfolio();
    const quarters = async () => {
      const found = await readObservations(app.database, whenOf(app).quarter);
      return Object.fromEntries(found.map(({ useCaseId, quarters, missing }) => [useCaseId, [quarters, missing]]));
    };
    expect(await quarters()).toMatchObject({ [first.id]: [2, 0], [second.id]: [2, 0] });
    // The current quarter is not over.
    await reported(app, first.id, first.kpiId, whenOf(app).quarter, 9_000, author.id);
    // A second KPI worth money has reported nothing for 2026-Q3.
    await app.database.write(async (tx) => {
      await tx.insert(kpis).values({
        ...{ useCaseId: second.id, name: { fr: "Marge" }, unit: "€", direction: "up", baseline: 0, ownerId: author.id },
        ...{ valuePerUnitMinor: 100, overTime: "sum", firstQuarter: Q3 },
      });
      await tx
        .update(reports)
        .set({ review: "sent-back" })
        .where(and(eq(reports.useCaseId, first.id), eq(reports.quarter, Q2)));
    });
    expect(await quarters()).toMatchObject({ [first.id]: [1, 1], [second.id]: [1, 1] });
  });

  test("holds against the first approved promise, before any haircut, whatever was written, stopped or paused since", async () => {
    const { app, first, third, author } = await portfolio();
    const when = whenOf(app);
    const rewritten = { firstQuarter: Q2, horizonQuarters: 8, discountRate: 0.08, lines: saving(500) };
    await app.database.write(async (tx) => {
      await writeBusinessCase(
        tx,
        actorOf(author.id, "finance"),
        { useCaseId: first.id, draft: rewritten, note: null },
        when,
      );
      await freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", await caseById(tx, first.id)), first.id, when);
      await tx.update(useCases).set({ stage: "stopped" }).where(eq(useCases.id, first.id));
      await tx.update(useCases).set({ stage: "on-hold" }).where(eq(useCases.id, third.id));
    });
    const cut = { calibration: { answer: "taken", factor: 0.5, on: when.today, cases: 3 } } as Partial<Line>;
    const fourth = await lived(app, {
      ...{ title: "Étiquettes", departmentId: 1, authorId: author.id, promised: 0, came: [500] },
      lines: saving(1_000, cut),
    });
    const found = await readObservations(app.database, when.quarter);
    expect(found.find(({ useCaseId }) => useCaseId === first.id)).toMatchObject({ number: 1, promised: euros(2_000) });
    expect(found.find(({ useCaseId }) => useCaseId === third.id)).toMatchObject({ promised: euros(1_000) });
    expect(found.find(({ useCaseId }) => useCaseId === fourth.id)).toMatchObject({ promised: euros(1_000) });
  });
});

const FORM = {
  ...{ number: 0, version: 0, firstQuarter: "2026-Q4", horizonQuarters: "4", discountRate: "8", note: "", do: "save" },
  "lines.0.kind": "cost-avoided",
  "lines.0.id": "line-1",
  "lines.0.label": "Moins d’erreurs",
  "lines.0.quantityPerQuarter.likely": "1",
  "lines.0.unitValue.likely": "1 000",
  "lines.0.adoption.likely": "100",
  "lines.0.rampQuarters": "1",
  "lines.0.attribution": "100",
  "lines.0.startsAfterQuarters": "0",
};

async function writing() {
  const made = await portfolio();
  const fresh = await aCase(made.app, { departmentId: made.sales, ownerId: made.author.id, stage: "assessment" });
  return { ...made, fresh, edit: `/use-cases/${fresh.reference}/business-case/edit` };
}

const eventsOf = ({ app }: { app: App }, useCaseId: number) =>
  app.database
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.act, "calibration.answer"), eq(auditEvents.useCaseId, useCaseId)))
    .orderBy(desc(auditEvents.id));

describe("The suggested haircut", () => {
  test("is taken into the line, its formula, its workbook and its forecast, and can be taken out again", async () => {
    const made = await writing();
    const { app, author, fresh, edit } = made;
    await author.submit(edit, { ...FORM, do: "save" });
    const shown = await author.get(edit);
    const share = /garder (\d+) % de ce gain/.exec(shown.text)?.[1];
    expect(Number(share)).toBeGreaterThan(40);
    expect(Number(share)).toBeLessThan(62);
    const live = await author.post(`/business-cases/evaluate?case=${fresh.reference}`, {
      ...FORM,
      "lines.0.calibration": "taken",
    });
    const page = await author.submit(edit, { ...FORM, number: 1, version: 1, "lines.0.calibration": "taken" });
    const newest = await newestBusinessCase(app.database, fresh.id);
    const factor = Number(share) / 100;
    expect(newest?.lines[0]).toMatchObject({ calibration: { answer: "taken", factor, cases: 3 } });
    expect(page.text).toContain("Étalonnage accepté");
    expect(page.text).toContain("× étalonnage");
    expect(JSON.parse(live.html).summary.totalBenefit).toContain(String(4 * 10 * Number(share)).slice(-3));
    const [event] = await eventsOf(made, fresh.id);
    expect(JSON.parse(event?.after ?? "{}")).toMatchObject({ calibrated: "taken", factor, number: 1 });
    await author.submit(edit, { ...FORM, number: 1, version: 2, "lines.0.calibration": "open" });
    const again = await newestBusinessCase(app.database, fresh.id);
    expect(again?.lines[0]).not.toHaveProperty("calibration");
    expect((await eventsOf(made, fresh.id)).length).toBe(2);
  });

  test("is refused with a reason only, which the committee reads", async () => {
    const made = await writing();
    const { app, author, executive, fresh, edit } = made;
    const refused = { ...FORM, "lines.0.calibration": "refused" };
    const page = await author.post(edit, { ...refused, "lines.0.calibration.reason": " " });
    expect([page.status, page.text.includes("Dites pourquoi vous refusez")]).toEqual([400, true]);
    expect(await newestBusinessCase(app.database, fresh.id)).toBeNull();
    await author.submit(edit, { ...refused, "lines.0.calibration.reason": "Mesuré pendant deux mois" });
    const read = await executive.get(`/use-cases/${fresh.reference}/business-case`);
    expect(read.text).toContain("Réponses à l’étalonnage");
    expect(read.text).toContain("Mesuré pendant deux mois");
    const [row] = await app.database.select().from(businessCases).where(eq(businessCases.useCaseId, fresh.id));
    expect(row?.lines[0]).toMatchObject({
      calibration: { answer: "refused", reason: { fr: "Mesuré pendant deux mois" } },
    });
    expect(await eventsOf(made, fresh.id)).toHaveLength(1);
    const chair = await app.signedIn("Claire Chair", { roles: ["chair", "committee"] });
    const planned = await chair.submit("/committee", { heldOn: "2026-11-20", quorum: 1 });
    const session = `/committee/${/\d+/.exec(planned.find("h1").text)?.[0]}`;
    const agenda = await chair.submit(session, { intent: "agenda-add", reference: fresh.reference });
    expect(agenda.find(`#entry-${fresh.reference}`).text).toMatch(/Étalonnage refusé.*Mesuré pendant deux mois/);
    await withRules(app);
    await chairsAbstain(app, fresh.id);
    await chair.submit(session, {
      ...{ intent: "decide", reference: fresh.reference, outcome: "not-now", reason: "Pas cette année" },
      relookOn: "2027-01-15",
    });
    expect((await chair.get(`${session}/${fresh.reference}`)).text).toContain("Mesuré pendant deux mois");
    // An answer that stands is not answered anew.
    await author.submit(edit, {
      ...refused,
      number: 1,
      version: 1,
      "lines.0.calibration.reason": "Mesuré pendant deux mois",
    });
    expect(await eventsOf(made, fresh.id)).toHaveLength(1);
  });

  test("is not offered where fewer than three cases are known", async () => {
    const app = await openApp();
    const sales = await app.department("VEN", "Ventes");
    const author = await app.signedIn("Awa Diop", { roles: ["champion"], departments: [sales] });
    const fresh = await aCase(app, { departmentId: sales, ownerId: author.id, stage: "assessment" });
    const edit = `/use-cases/${fresh.reference}/business-case/edit`;
    await author.submit(edit, { ...FORM, "lines.0.calibration": "taken" });
    expect((await author.get(edit)).text).not.toContain("Étalonnage");
    expect((await newestBusinessCase(app.database, fresh.id))?.lines[0]).not.toHaveProperty("calibration");
  });

  test("is read, taken, refused and taken back by program", async () => {
    const made = await writing();
    const { app, author, executive, fresh, edit } = made;
    await author.submit(edit, FORM);
    const site = await openSite(app);
    const program = await aProgram(app, site, author.id);
    const path = `/use-cases/${fresh.reference}/calibration`;
    const { body } = await program.get(path);
    const suggestion = body.items.find((item: { kind: string }) => item.kind === "cost-avoided");
    expect(suggestion).toMatchObject({ cases: 3, mean: 0.6 });
    const answer = (version: number, said: string, reason: object | null = null) =>
      program.ask("POST", path, {
        body: { startedFrom: { number: 1, version }, line: "line-1", answer: said, reason },
      });
    expect((await answer(9, "take")).status).toBe(409);
    expect((await answer(1, "refuse")).status).toBe(409);
    expect((await answer(1, "take")).body).toEqual({ number: 1, version: 2 });
    const read = await program.get(`/use-cases/${fresh.reference}/business-case`);
    expect(read.body.lines[0].calibration).toMatchObject({ answer: "taken", factor: suggestion.factor });
    expect((await answer(2, "refuse", { en: "Measured" })).status).toBe(200);
    expect((await answer(3, "withdraw")).status).toBe(200);
    expect((await newestBusinessCase(app.database, fresh.id))?.lines[0]).not.toHaveProperty("calibration");
    const leader = await aProgram(app, site, executive.id);
    const whole = await leader.get("/calibration?by=kind&of=cost-avoided");
    expect(whole.body.portfolio).toMatchObject({ cases: 3, quarters: 5, mean: 0.6 });
    expect(whole.body.opened).toHaveLength(3);
    expect((await program.get("/calibration")).status).toBe(403);
    expect(
      (
        await leader.ask("POST", path, {
          body: { startedFrom: { number: 1, version: 4 }, line: "line-1", answer: "take" },
        })
      ).status,
    ).toBe(403);
  });
});
