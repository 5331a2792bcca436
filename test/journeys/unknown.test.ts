import { describe, expect, test } from "vitest";
import { setCost } from "#app/measurement/costs.server";
import { writeReport } from "#app/measurement/report.server";
import { CASEBOOK } from "#app/people/roles";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { type App, openApp, type Page } from "../support/app";
import { aCase } from "../support/cases";
import { aMeasuredCase, euros, type Measured, Q4, whenOf } from "../support/measurement";

/** The figures of a page by their labels. */
function figures(page: Page): Record<string, string> {
  return Object.fromEntries(
    page.all(".figure").map((figure) => {
      const said = (part: string) => figure.querySelector(part)?.text.replace(/\s+/g, " ").trim() ?? "";
      return [said(".figure-label"), said(".figure-number")];
    }),
  );
}

/** The last cell of a case's row: what it realised. */
function realisedOn(page: Page, reference: string): string {
  const row = page.all("tbody tr").find((each) => each.text.includes(reference));
  return (row?.querySelectorAll("td").at(-1)?.text ?? "").replace(/\s+/g, " ").trim();
}

const order = (page: Page) => page.all("tbody th .hint").map((cell) => cell.text.trim());

const spend = (app: App, { useCaseId }: Measured, amount: number | null) =>
  app.database.write((tx) =>
    setCost(
      tx,
      CASEBOOK,
      { useCaseId, quarter: Q4, kind: "run", amountMinor: amount === null ? null : euros(amount), note: null },
      whenOf(app),
    ),
  );

const report = (app: App, { kpiId }: Measured, actual: number | null) =>
  app.database.write((tx) =>
    writeReport(
      tx,
      CASEBOOK,
      {
        kpiId,
        quarter: Q4,
        actual,
        unavailableBecause: { fr: "Le relevé arrive en décembre" },
        evidence: 0,
        source: null,
        note: { fr: "Saisi pour l’essai" },
      },
      whenOf(app),
    ),
  );

describe("A value of which nobody reported", () => {
  test("is «–» wherever it is shown, even where a cost is known, and a reported zero is a zero", async () => {
    const app = await openApp();
    const measured = await aMeasuredCase(app);
    const { reference, executive } = measured;
    const pages = async () => ({
      list: realisedOn(await executive.get("/use-cases"), reference),
      file: (await executive.get("/use-cases/export.csv")).html.split("\r\n")[1]?.split(";")[8],
      card: figures(await executive.get(`/use-cases/${reference}`))["Valeur réalisée"],
      kpis: figures(await executive.get(`/use-cases/${reference}/kpis`)),
      dashboard: figures(await executive.get(`/dashboard?quarter=${Q4}`)),
      byDepartment: await executive.get(`/dashboard?quarter=${Q4}`),
      quarter: figures(await executive.get(`/quarter/${Q4}`)),
      reports: figures(await executive.get(`/dashboard/reports?quarter=${Q4}`)),
      costs: figures(await executive.get(`/dashboard/costs?quarter=${Q4}`)),
    });
    const none = await pages();
    expect(none).toMatchObject({ list: "–", file: "", card: "–" });
    expect(none.kpis).toMatchObject({
      "Valeur réalisée": "–",
      "Valeur prouvée": "–",
      "Coût réel": "–",
    });
    expect(none.quarter).toMatchObject({ "Valeur réalisée": "–", "Coûts réels": "–" });
    expect(none.costs.Coût).toBe("–");

    await spend(app, measured, 500);
    const spent = await pages();
    expect(spent).toMatchObject({ list: "–", file: "", card: "–" });
    expect(spent.kpis).toMatchObject({ "Valeur réalisée": "–", "Coût réel": "500 €" });
    expect(spent.dashboard).toMatchObject({ "Valeur réalisée": "–", "Valeur prouvée": "–", Coût: "500 €" });
    expect(spent.dashboard["ROI du trimestre"]).toBe("–");
    expect(spent.quarter).toMatchObject({ "Valeur réalisée": "–", "Coûts réels": "500 €" });
    expect(spent.reports["Valeur réalisée"]).toBe("–");
    const line = spent.byDepartment
      .all("tbody tr")
      .find((row) => row.text.includes("Service client") && row.text.includes("500,00"));
    expect(line?.querySelectorAll("td").map((cell) => cell.text.replace(/\s+/g, " "))).toEqual([
      "–",
      "–",
      "–",
      "500,00 €",
      "–",
      "–",
      "–",
      "–",
    ]);

    // Not available, because: a report, and still nothing known.
    await report(app, measured, null);
    expect(await pages()).toMatchObject({ list: "–", card: "–", dashboard: { "Valeur réalisée": "–" } });

    await report(app, measured, 15);
    const zero = await pages();
    expect(zero).toMatchObject({ list: "0 €", file: "0", card: "0 €" });
    expect(zero.kpis["Valeur réalisée"]).toBe("0 €");
    expect(zero.dashboard).toMatchObject({ "Valeur réalisée": "0 €", "ROI du trimestre": "−100 %" });
    expect(zero.quarter["Valeur réalisée"]).toBe("0 €");

    await spend(app, measured, null);
    await report(app, measured, null);
    const again = await pages();
    expect(again).toMatchObject({ list: "–", card: "–", quarter: { "Valeur réalisée": "–", "Coûts réels": "–" } });
    expect(await checkLedger(app.database)).toEqual([]);
  });

  test("comes last in the list, whichever way it is sorted", async () => {
    const app = await openApp();
    const measured = await aMeasuredCase(app);
    const { reference: silent } = await aCase(app, { title: "Sans relevé", stage: "production" });
    await report(app, measured, 20);
    for (const direction of ["ascending", "descending"]) {
      const page = await measured.executive.get(`/use-cases?sort=realised&direction=${direction}`);
      expect(order(page), direction).toEqual([measured.reference, silent]);
      expect(realisedOn(page, silent)).toBe("–");
      expect(realisedOn(page, measured.reference)).toMatch(/^−/);
    }
  });
});
