/** What JavaScript adds to the form of a use case: the draft saves itself, and survives a lost network and a closed tab. */
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { enhanced, openBrowser, signIn, visit } from "../support/browser";

const browser = openBrowser();

const need = (page: Page) => page.locator("[name='need.fr']");
const state = (page: Page) => page.locator("[data-draft-words]");

async function aWriter(viewport?: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }> {
  const storageState = await signIn(browser(), "champion", "fr");
  const context = await visit(browser(), "fr", { storageState, ...(viewport && { viewport }) });
  const page = await context.newPage();
  // With its scripts: a network that is lost before they came takes them along.
  await page.goto("/use-cases/new", { waitUntil: "networkidle" });
  await enhanced(page, "draft");
  return { context, page };
}

const referenceOf = (page: Page) => /\/use-cases\/(UC-\d+)\/edit$/.exec(new URL(page.url()).pathname)?.[1];

describe("Writing a use case", () => {
  test("saves the draft by itself, without leaving the page or adding a second one", async () => {
    const { context, page } = await aWriter();
    await need(page).fill("Nous recopions chaque bon de livraison à la main");
    await state(page).getByText("Brouillon enregistré").waitFor();
    const reference = referenceOf(page);
    expect(reference).toBeDefined();
    await page.fill("[name='title.fr']", "Lire les bons de livraison");
    await page.waitForResponse((answer) => answer.url().endsWith("/use-cases/draft") && answer.ok());
    expect(referenceOf(page)).toBe(reference);
    await page.reload();
    expect(await page.locator("[name='title.fr']").inputValue()).toBe("Lire les bons de livraison");
    await context.close();
  });

  test("keeps what is typed while the network is gone, and saves it when it is back", async () => {
    const { context, page } = await aWriter();
    await context.setOffline(true);
    await need(page).fill("Écrit dans le train");
    await state(page).getByText("Connexion perdue").waitFor();
    await page.locator("button[value=save]").click();
    await state(page).getByText("l’envoi attend").waitFor();
    expect(await need(page).inputValue()).toBe("Écrit dans le train");
    await context.setOffline(false);
    await state(page).getByText("Brouillon enregistré").waitFor();
    expect(referenceOf(page)).toBeDefined();
    await context.close();
  });

  test("puts back what a closed tab took along, once, and forgets it when told so", async () => {
    const { context, page } = await aWriter();
    await context.setOffline(true);
    await need(page).fill("Perdu avec l’onglet ?");
    await state(page).getByText("Connexion perdue").waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto("/use-cases/new");
    await state(again).getByText("remis dans le formulaire").waitFor();
    expect(await need(again).inputValue()).toBe("Perdu avec l’onglet ?");
    await Promise.all([again.waitForEvent("load"), again.locator("[data-draft-discard]").click()]);
    expect(await need(again).inputValue()).toBe("");
    await again.reload();
    expect(await need(again).inputValue()).toBe("");
    await context.close();
  });

  test("begins another case after one that was saved as fast as one can type", async () => {
    const { context, page } = await aWriter();
    const references: string[] = [];
    for (const text of ["Un premier besoin, vite", "Un deuxième, aussi vite"]) {
      await page.goto("/use-cases/new", { waitUntil: "networkidle" });
      await enhanced(page, "draft");
      expect(await need(page).inputValue()).toBe("");
      await need(page).fill(text);
      await Promise.all([page.waitForURL(/UC-\d+\/edit$/), page.locator("button[value=save]").click()]);
      references.push(referenceOf(page) ?? "");
    }
    expect(new Set(references).size).toBe(2);
    await page.goto(`/use-cases/${references[0]}/edit`);
    expect(await need(page).inputValue()).toBe("Un premier besoin, vite");
    await context.close();
  });

  test("goes on in the draft that was saved when one goes back to the form, instead of beginning it twice", async () => {
    const { context, page } = await aWriter();
    await need(page).fill("Un besoin enregistré, puis « Retour »");
    await Promise.all([page.waitForURL(/UC-\d+\/edit$/), page.locator("button[value=save]").click()]);
    const reference = referenceOf(page) ?? "?";
    await page.goBack();
    await page.waitForURL(new RegExp(`/use-cases/${reference}`));
    expect(await need(page).inputValue()).toBe("Un besoin enregistré, puis « Retour »");
    await page.goto("/use-cases/new", { waitUntil: "networkidle" });
    await enhanced(page, "draft");
    expect(await need(page).inputValue()).toBe("");
    await context.close();
  });

  test("keeps the estimate and the example beside the form up to what is typed", async () => {
    const { context, page } = await aWriter();
    const estimate = page.locator("#estimate");
    await page.fill("[name=peopleAffected]", "40");
    await page.fill("[name=times]", "5");
    await page.selectOption("[name=timesPer]", "week");
    await page.fill("[name=minutesPerTime]", "30");
    await estimate.locator("summary").click();
    await estimate.getByText("40 personnes concernées").waitFor();
    await need(page).fill("Un chatbot");
    await page.locator("#tool-named").getByText("chatbot").waitFor();
    expect(await estimate.locator("details").getAttribute("open")).not.toBeNull();
    await context.close();
  });
});

describe("On a telephone", () => {
  test("one question is asked at a time, can be passed, and is come back to when it is missing", async () => {
    const { context, page } = await aWriter({ width: 360, height: 740 });
    const words = page.locator("[data-guide-words]");
    const next = page.locator("[data-guide-next]");
    await words.getByText("Question 1 sur 9").waitFor();
    expect(await page.locator("form#use-case fieldset:visible").count()).toBe(1);
    expect(await page.locator(".form-actions-sticky button:visible").count()).toBe(1);
    expect(await next.textContent()).toBe("Passer");
    await need(page).fill("Nous relisons chaque contrat à la main");
    expect(await next.textContent()).toBe("Continuer");
    for (let passed = 0; passed < 9; passed++) await next.click();
    expect(await page.locator("form#use-case fieldset:visible").count()).toBe(0);
    await page.locator("button[value=submit]").click();
    await words.getByText("Question 2 sur 9").waitFor();
    expect(await page.locator("[name='title.fr']").isVisible()).toBe(true);
    await page.locator("[data-guide-all]").click();
    expect(await page.locator("form#use-case fieldset:visible").count()).toBe(9);
    await context.close();
  });

  test("without a script it is one plain form, with no button in front of it", async () => {
    const storageState = await signIn(browser(), "champion", "fr");
    const narrow = { storageState, javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
    const context = await visit(browser(), "fr", narrow);
    const page = await context.newPage();
    await page.goto("/use-cases/new");
    expect(await page.locator("form#use-case fieldset:visible").count()).toBe(9);
    const actions = page.locator(".form-actions-sticky");
    expect(await actions.evaluate((element) => getComputedStyle(element).position)).toBe("static");
    expect(await page.locator("[data-guide-next]:visible, [data-guide]:visible").count()).toBe(0);
    await context.close();
  });
});

test("A new form tells of text that the device keeps for another draft: it is opened, or forgotten", async () => {
  const { context, page } = await aWriter();
  await need(page).fill("Premier brouillon");
  await state(page).getByText("Brouillon enregistré").waitFor();
  const reference = referenceOf(page) ?? "";
  await context.setOffline(true);
  await need(page).fill("Premier brouillon, et plus");
  await state(page).getByText("Connexion perdue").waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto("/use-cases/new");
  const kept = again.locator("[data-enhance='kept-texts'] [data-kept]");
  await kept.getByText(`pour ${reference}`).waitFor();
  expect(await kept.locator("a").getAttribute("href")).toBe(`/use-cases/${reference}/edit`);
  await kept.locator("button").click();
  expect(await kept.count()).toBe(0);
  await again.reload({ waitUntil: "networkidle" });
  expect(await kept.count()).toBe(0);
  await context.close();
});
