/** Forms do their work where JavaScript is off: set-up, sign-in, a password link, a submission, a preference. */
import { describe, expect, test } from "vitest";
import { accountOf, complaintsOf, openBrowser, violationsOf, visit } from "../support/browser";
import { serveEmpty } from "../support/served";

const browser = openBrowser();
const NO_SCRIPT = { javaScriptEnabled: false };

describe("Without JavaScript", () => {
  test("a champion signs in, chooses English, and submits a use case", async () => {
    const context = await visit(browser(), "fr", NO_SCRIPT);
    const page = await context.newPage();
    const { complaints } = complaintsOf(page);
    await page.goto("/use-cases/new");
    const { email, password } = accountOf("champion");
    await page.fill("input[name=email]", email);
    await page.fill("input[name=password]", password);
    await page.press("input[name=password]", "Enter");
    // Whoever was sent to sign in lands where they were going.
    expect(new URL(page.url()).pathname).toBe("/use-cases/new");
    await page.locator('form[action="/preferences"] button[value=en]').click();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.goto("/use-cases/new");
    await page.fill("[name='title.en']", "A title without script");
    await page.fill("[name='need.en']", "The need of a person who has no script at all.");
    await page.locator("button[value=save]").click();
    expect(new URL(page.url()).pathname).toMatch(/^\/use-cases\/UC-\d+\/edit$/);
    expect(await page.locator("[name='title.en']").inputValue()).toBe("A title without script");
    await page.locator('form[action="/preferences"] button[value=fr]').click();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("On an empty database", () => {
  test("the first visitor sets the organisation up, sound to look at and without JavaScript", async () => {
    const { address, link, stop } = await serveEmpty();
    const context = await visit(browser(), "fr", { ...NO_SCRIPT, baseURL: address });
    try {
      const page = await context.newPage();
      await page.goto("/");
      expect(new URL(page.url()).pathname).toBe("/set-up");
      const watched = await (await visit(browser(), "fr", { baseURL: address })).newPage();
      await watched.goto("/set-up");
      expect(await violationsOf(watched)).toEqual([]);
      await page.fill("[name=name]", "Essai");
      await page.fill("[name=adminName]", "Ada");
      await page.fill("[name=adminEmail]", "ada@example.com");
      await page.fill("[name=adminPassword]", "correct horse battery");
      await page.fill("[name=adminPasswordAgain]", "correct horse battery");
      await page.locator("main form button[type=submit]").last().click();
      expect(new URL(page.url()).pathname).not.toBe("/set-up");

      await watched.goto(await link("max@example.com"));
      expect(await violationsOf(watched)).toEqual([]);
      expect(await watched.locator("input[type=password]").count()).toBeGreaterThan(0);
    } finally {
      await context.close();
      await stop();
    }
  });
});
