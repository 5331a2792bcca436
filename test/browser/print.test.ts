/** What is printed right after a page came: its charts as a whole, or their tables alone, and no blank frame. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBrowser, signIn, visit } from "../support/browser";

const browser = openBrowser();
const DRAWN = ".chart-canvas canvas";

async function dashboard(prepare: (page: Page) => Promise<unknown>): Promise<Page> {
  const context = await visit(browser(), "fr", { storageState: await signIn(browser(), "executive", "fr") });
  const page = await context.newPage();
  await prepare(page);
  await page.goto("/dashboard");
  return page;
}

test("Charts that still wait for their turn are drawn at once when the page is printed", async () => {
  const page = await dashboard((blank) =>
    blank.addInitScript(() => {
      const later = globalThis.setTimeout;
      const never = (work: () => void, after?: number) => (after ? later(work, after) : 0);
      Object.assign(globalThis, { setTimeout: never });
    }),
  );
  await page.waitForLoadState("networkidle");
  expect(await page.locator(DRAWN).count()).toBe(0);
  await page.pdf();
  const painted = await page.locator(DRAWN).evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const inks = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      return inks.some((ink) => ink > 0);
    }),
  );
  expect(painted.length).toBeGreaterThan(1);
  expect(painted).not.toContain(false);
  await page.context().close();
});

test("A chart whose script has not come leaves its table on paper and no blank frame", async () => {
  const page = await dashboard((blank) => blank.route(/\/assets\/chart/, (route) => route.abort()));
  await page.emulateMedia({ media: "print" });
  const frames = page.locator(".chart-canvas");
  expect(await frames.count()).toBeGreaterThan(1);
  expect(await frames.evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length)).toBe(0);
  expect(await page.locator(".chart table").first().isVisible()).toBe(true);
  await page.context().close();
});
