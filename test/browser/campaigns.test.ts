/** The workshop's wall and the phones in the room: kept up to date, and nothing lost when the network goes. */
import { expect, test } from "vitest";
import { complaintsOf, enhanced, NARROW, openBrowser, signIn, visit } from "../support/browser";

const browser = openBrowser();
const NAME = "Sprint d’automne";

/** A running campaign that is open to all, as its chair starts it: its page and its link. */
async function anOpenCampaign() {
  const context = await visit(browser(), "fr", { storageState: await signIn(browser(), "chair", "fr") });
  const page = await context.newPage();
  await page.goto("/campaigns/new");
  await page.fill("[name='name.fr']", NAME);
  await page.check("[name=kind][value=sprint]");
  const today = new Date();
  const day = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  await page.fill("[name=startsOn]", day(-1));
  await page.fill("[name=endsOn]", day(10));
  await page.fill("[name=target]", "10");
  await page.check("[name=openCapture]");
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForSelector(".qr-code");
  const link = (await page.locator(".panel .address a").getAttribute("href")) ?? "";
  return { context, page, slug: new URL(page.url()).pathname, link: new URL(link).pathname };
}

test("A phone that loses the network keeps its lines, also over a closed page, and sends each once when it is back; the wall shows them by itself", async () => {
  const { context, page: wall, slug, link } = await anOpenCampaign();
  await wall.goto(`${slug}/wall`);
  expect(await wall.locator("html").getAttribute("data-theme")).toBe("dark");

  const phone = await visit(browser(), "fr", { viewport: NARROW });
  let page = await phone.newPage();
  await page.goto(link);
  const { complaints } = complaintsOf(page);
  await enhanced(page, "capture");
  const send = async (line: string) => {
    await page.fill("[name=line]", line);
    await page.locator("[data-line-form] button[type=submit]").click();
  };
  await send("Une ligne avec réseau");
  await page.waitForSelector("[data-last-lines] li:has-text('Une ligne avec réseau')");
  expect(await page.inputValue("[name=line]")).toBe("");
  await wall.waitForSelector(".wall-lines li:has-text('Une ligne avec réseau')", { timeout: 15_000 });
  expect(complaints).toEqual([]);

  await phone.setOffline(true);
  await send("Sans réseau, la première");
  await send("Sans réseau, la seconde");
  await page.waitForSelector("[data-kept]:has-text('Pas de réseau')");
  expect(await page.locator("[data-kept] li").allTextContents()).toEqual([
    "Sans réseau, la première",
    "Sans réseau, la seconde",
  ]);
  // The page is closed, and opened again where there is a network.
  await page.close();
  await phone.setOffline(false);
  page = await phone.newPage();
  await page.goto(link);
  await page.waitForSelector("[data-last-lines] li:has-text('Sans réseau, la seconde')", { timeout: 15_000 });
  await page.waitForSelector("[data-kept]:has-text('sont parties')");
  await wall.waitForSelector(".wall-lines li:has-text('Sans réseau, la seconde')", { timeout: 15_000 });
  const lines = await wall.locator(".wall-lines li > p:first-child").allTextContents();
  expect(lines.filter((line) => line.startsWith("Sans réseau"))).toEqual([
    "Sans réseau, la seconde",
    "Sans réseau, la première",
  ]);

  await context.setOffline(true);
  await wall.waitForSelector("[data-wall-news]:has-text('Pas de réseau')", { timeout: 15_000 });
  await context.setOffline(false);
  await wall.waitForSelector("[data-wall-news]", { state: "hidden", timeout: 40_000 });
  await phone.close();
  await context.close();
}, 120_000);

test("A line that was refused takes its error with it when the next one is noted, comes back whole, and is counted", async () => {
  const { context, slug } = await anOpenCampaign();
  const page = await context.newPage();
  const campaign = slug.split("/").at(-1);
  // Refused by the form itself, as without script: the error stands in the page that comes.
  await page.goto(`/capture?campaign=${campaign}`);
  const count = async () =>
    Number(/\d+/.exec((await page.locator("[data-to-complete]").textContent()) ?? "")?.[0] ?? 0);
  const before = await count();
  const long = `Une ligne ${"très ".repeat(220)}longue`;
  await page.fill("[name=line]", long);
  expect((await page.inputValue("[name=line]")).length).toBe(long.length);
  await page.evaluate(() => document.querySelector<HTMLFormElement>("[data-line-form]")?.submit());
  await page.waitForSelector(".error-summary");
  expect(await page.inputValue("[name=line]")).toBe(long);
  await enhanced(page, "capture");
  const send = async (line: string) => {
    await page.fill("[name=line]", line);
    await page.locator("[data-line-form] button[type=submit]").click();
  };
  await send("Une ligne courte");
  await page.waitForSelector("[data-last-lines] li:has-text('Une ligne courte')");
  await page.waitForSelector(".flash");
  expect(await page.locator(".error-summary, .field-error").count()).toBe(0);
  expect(await count()).toBe(before + 1);
  // Refused to the script, it says so and stands in the field again.
  await send(long);
  await page.waitForSelector("[data-kept]:has-text('1 000')");
  expect(await page.inputValue("[name=line]")).toBe(long);
  await context.close();
}, 60_000);

test("Without JavaScript a phone sends its line with the form, and the wall asks for itself anew", async () => {
  const { context, slug, link } = await anOpenCampaign();
  const phone = await visit(browser(), "fr", { viewport: NARROW, javaScriptEnabled: false });
  const page = await phone.newPage();
  await page.goto(link);
  await page.fill("[name=line]", "Une ligne sans script");
  await page.fill("[name=name]", "Maëlle");
  await page.locator("[data-line-form] button[type=submit]").click();
  expect(await page.locator("[data-last-lines] li").allTextContents()).toEqual(["Une ligne sans script"]);
  expect(await page.inputValue("[name=name]")).toBe("Maëlle");
  expect(await page.inputValue("[name=line]")).toBe("");
  const wall = await (
    await visit(browser(), "fr", { storageState: await context.storageState(), javaScriptEnabled: false })
  ).newPage();
  await wall.goto(`${slug}/wall`);
  expect(await wall.locator("meta[http-equiv=refresh]").getAttribute("content")).toBe("15");
  await phone.close();
  await context.close();
}, 60_000);
