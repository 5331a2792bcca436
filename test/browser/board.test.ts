/** The board as hands use it: a card is dragged, taken along by keys, and moved by its form; who comes second is told. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { complaintsOf, enhanced, openBrowser, signIn, visit } from "../support/browser";

const browser = openBrowser();

async function atBoard(): Promise<Page> {
  const context = await visit(browser(), "fr", { storageState: await signIn(browser(), "chair", "fr") });
  const page = await context.newPage();
  await page.goto("/pipeline");
  await enhanced(page, "board");
  return page;
}

const inColumn = (page: Page, stage: string, id: string) => page.locator(`[data-column=${stage}] #${id}`);

test("A card goes where it is dragged or taken by keys, and a refusal says what is missing, in place", async () => {
  const chair = await atBoard();
  const other = await atBoard();
  const heard = [chair, other].map((page) => complaintsOf(page).complaints);
  const card = chair.locator("[data-column=assessment] .board-card").first();
  const id = (await card.getAttribute("id")) ?? "";

  // Forwards, the gate is closed: the window names what is missing, with the way to it, and the card stays.
  await card.dragTo(chair.locator("[data-column=approved]"));
  const dialog = chair.locator("dialog[open]");
  await dialog.waitFor();
  expect(await dialog.locator("[data-move-panel], form").count()).toBeGreaterThan(0);
  expect(
    await dialog.locator("a[href*='/committee'], a[href*='/assessment'], a[href*='/business-case']").count(),
  ).toBeGreaterThan(0);
  await chair.keyboard.press("Escape");
  await inColumn(chair, "assessment", id).waitFor();

  // Backwards with the keys: it needs a reason, which the window asks for.
  await chair.locator(`#${id} .row-link`).focus();
  await chair.keyboard.press("Alt+ArrowLeft");
  await dialog.waitFor();
  expect(await dialog.locator("[role=alert]:focus").count()).toBe(1);
  expect(await dialog.locator("[name=to]").inputValue()).toBe("submitted");
  await dialog.locator("[name=reason]").fill("À regarder de plus près");
  const began = Date.now();
  await dialog.locator("button[type=submit], form button").last().click();
  await inColumn(chair, "submitted", id).waitFor();
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(await chair.locator("[data-said]").textContent()).toContain(id.replace("card-", ""));

  // The other one still sees it where it was, and is told.
  await other.locator(`#${id} .row-link`).focus();
  await other.keyboard.press("Alt+ArrowRight");
  await other.locator("dialog[open] .notice.tone-bad").waitFor();
  await other.keyboard.press("Escape");
  await inColumn(other, "submitted", id).waitFor({ timeout: 10_000 });

  // The link opens the same form in place.
  await chair.locator(`#${id} .board-move`).click();
  await dialog.waitFor();
  await dialog.locator("[name=to]").selectOption("assessment");
  await dialog.locator("button[type=submit], form button").last().click();
  await inColumn(chair, "assessment", id).waitFor();
  expect(heard.flat().filter((said) => !said.includes("409"))).toEqual([]);
  await chair.context().close();
  await other.context().close();
});

test("A card stays where it was moved to when an older look at the board arrives late", async () => {
  const page = await atBoard();
  const id = (await page.locator("[data-column=assessment] .board-card").first().getAttribute("id")) ?? "";
  let held: (() => Promise<void>) | undefined;
  await page.route(/\/pipeline$/, async (route) => {
    if (held || route.request().method() !== "GET") return route.continue();
    const old = await route.fetch();
    held = () => route.fulfill({ response: old });
  });
  await page.locator(`#${id} .row-link`).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.locator("dialog[open] [name=reason]").fill("À regarder de plus près");
  await expect.poll(() => held !== undefined).toBe(true);
  const settled = page.waitForResponse(/\/pipeline$/);
  await page.locator("dialog[open] form button").last().click();
  await inColumn(page, "submitted", id).waitFor();
  await settled;
  const late = page.waitForResponse(/\/pipeline$/);
  await held?.();
  await (await late).finished();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  expect(await inColumn(page, "submitted", id).count()).toBe(1);
  expect(await inColumn(page, "assessment", id).count()).toBe(0);
  // Drawn anew, the card still has the focus: the next key goes on from it.
  expect(await page.evaluate(() => document.activeElement?.closest(".board-card")?.id)).toBe(id);
  await page.context().close();
});
