/** A session that three people hold at once, each at their own screen. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { complaintsOf, enhanced, openBrowser, signIn, visit } from "../support/browser";

const browser = openBrowser();
const SOON = { timeout: 15_000 };

async function at(viewer: "chair" | "security" | "legal", address: string): Promise<Page> {
  const context = await visit(browser(), "fr", { storageState: await signIn(browser(), viewer, "fr") });
  const page = await context.newPage();
  await page.goto(address);
  if (await page.locator("[data-enhance~=beside]").count()) await enhanced(page, "beside");
  return page;
}

test("What one does the others see without asking; what somebody types stays as it is", async () => {
  const chair = await at("chair", "/committee");
  await chair.fill("[name=heldOn]", "2026-11-20");
  await chair.fill("[name=quorum]", "2");
  for (const box of await chair.locator("[name='hears[]']").all()) await box.uncheck();
  await chair.locator("main form button").last().click();
  await chair.waitForURL(/\/committee\/\d+/);
  // By hand: what the ranking would draw waits on the agenda of the demonstration's session to come.
  await chair.locator("form:has([value=agenda-add]) button").first().click();
  const entry = chair.locator("[id^=entry-]");
  await entry.waitFor();
  const reference = ((await entry.getAttribute("id")) ?? "").replace("entry-", "");
  const address = new URL(chair.url()).pathname;

  const hugo = await at("security", address);
  const ines = await at("legal", address);
  const heard = [hugo, ines].map((page) => complaintsOf(page).complaints);
  expect(await hugo.locator("[name=vote]").count()).toBe(0);

  // Who is noted as there may vote, on a page that nobody loaded again.
  for (const box of await chair.locator("#attendance [name='present[]']").all()) await box.check();
  await chair.locator("#attendance form button").click();
  await hugo.locator(`#votes-${reference} [name=vote][value=reject]`).waitFor(SOON);
  await ines.locator(`#votes-${reference} [name=vote][value=approve]`).waitFor(SOON);

  await hugo.fill(`#why-${reference}`, "Les visages, sur les photos");
  await ines.check(`#votes-${reference} [name=vote][value=approve]`);
  await ines.locator(`#votes-${reference} form button`).click();
  await chair.check(`#votes-${reference} [name=vote][value=abstain]`);
  await chair.locator(`#votes-${reference} form button`).click();
  await chair.locator(`#votes-${reference}:has-text('1 pour approuver')`).waitFor(SOON);
  // Long enough for his page to have looked again: it shows nothing of hers, and keeps what he typed.
  await hugo.waitForTimeout(5_000);
  expect(await hugo.locator(`#votes-${reference}`).textContent()).not.toContain("pour approuver");
  expect(await hugo.inputValue(`#why-${reference}`)).toBe("Les visages, sur les photos");
  await hugo.check(`#votes-${reference} [name=vote][value=reject]`);
  await hugo.locator(`#votes-${reference} form button`).click();
  await ines.locator(`#votes-${reference}:has-text('1 pour rejeter')`).waitFor(SOON);

  // Who decides has assessed the case, or abstained.
  if (await chair.locator(`#entry-${reference} a[href="/assess"]`).count()) {
    const own = await at("chair", `/use-cases/${reference}/assessment`);
    await own.check("[name=abstain]");
    await own.locator("button[value=submit]").click();
    await own.waitForLoadState("networkidle");
    await chair.reload();
  }

  // What stands in one form is there after another was sent.
  await chair.locator(`#entry-${reference} details:has([name=outcome]) summary`).click();
  await chair.fill(`#reason-${reference}`, "Une raison commencée");
  await chair.locator("#attendance form button").click();
  await chair.waitForLoadState("networkidle");
  expect(await chair.inputValue(`#reason-${reference}`)).toBe("Une raison commencée");
  await chair.check(`#entry-${reference} [name=outcome][value=not-now]`);
  await chair.fill(`#reason-${reference}`, "Après les fêtes");
  await chair.fill(`#relookOn-${reference}`, "2027-02-01");
  await chair.locator(`#entry-${reference} form:has([name=outcome]) button`).last().click();
  for (const page of [hugo, ines]) {
    await page.locator(`#entry-${reference}:has-text('Après les fêtes')`).waitFor(SOON);
    expect(await page.locator(`#entry-${reference} [name=vote]`).count()).toBe(0);
  }
  expect(heard.flat()).toEqual([]);
});
