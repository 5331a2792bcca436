/** What JavaScript adds to the form of a business case: its figures follow what is typed, and nothing else changes. */
import { describe, expect, test } from "vitest";
import { complaintsOf, openBrowser, signIn, visit } from "../support/browser";

const browser = openBrowser();
const EDIT = "/use-cases/UC-0042/business-case/edit";

describe("Writing a business case", () => {
  test("shows the figures and draws the charts while one types, and says when they wait for a field", async () => {
    const storageState = await signIn(browser(), "finance", "fr");
    const context = await visit(browser(), "fr", { storageState });
    const page = await context.newPage();
    const { complaints } = complaintsOf(page);
    await page.goto(EDIT);
    const npv = page.locator("[data-live-figure=npv]");
    const state = page.locator("[data-live-state]");
    const before = await npv.textContent();
    const charts = ["flow", "tornado"].map((name) => page.locator(`[data-live-chart=${name}]`));
    const rows = () => Promise.all(charts.map((chart) => chart.locator("tbody").textContent()));
    // The paint of a canvas, as it is seen.
    const paint = () =>
      Promise.all(
        charts.map(async (chart) => {
          await chart.scrollIntoViewIfNeeded();
          return chart.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
        }),
      );
    await expect
      .poll(async () => new Set((await paint()).map(({ length }) => length > 5_000)))
      .toEqual(new Set([true]));
    const [rowsBefore, paintBefore] = [await rows(), await paint()];
    const amount = page.locator("[name$='.adoption.likely']").first();
    const typed = await amount.inputValue();
    await amount.fill("beaucoup");
    await state.getByText("Des champs manquent").waitFor();
    expect(await npv.textContent()).toBe(before);
    const struck = () => npv.evaluate((figure) => getComputedStyle(figure).textDecorationLine);
    expect(await struck()).toBe("line-through");
    await amount.fill("1");
    await page.locator("[name$='.adoption.low']").first().fill("");
    await page.locator("[name$='.adoption.high']").first().fill("");
    await expect.poll(() => npv.textContent()).not.toBe(before);
    expect(await state.textContent()).toBe("");
    expect(await struck()).toBe("none");
    for (const [at, said] of (await rows()).entries()) expect(said).not.toBe(rowsBefore[at]);
    for (const [at, drawn] of (await paint()).entries()) expect(drawn).not.toBe(paintBefore[at]);
    await amount.fill(typed);
    await expect.poll(() => npv.textContent()).toBe(before);
    expect([await rows(), await paint()]).toEqual([rowsBefore, paintBefore]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
