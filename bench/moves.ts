/** How long somebody who moves a card of the board waits until they see what came of it. */
import type { Page } from "playwright-core";
import { contextOf, withBrowser } from "./browser";
import { median, percentile } from "./statistics";

export interface MoveFigures {
  /** Cards that stood on the board. */
  cards: number;
  /** Milliseconds from the key that takes a card on until the window that says what is missing, or asks why, is painted. */
  answered: { p50: number; p95: number };
  /** Milliseconds from the button that moves it until the card is painted in its new column. */
  moved: { p50: number; p95: number };
}

const FROM = "assessment";
const TO = "submitted";

/** Runs in the page: milliseconds from `begin` until `isThere` and the next frame is painted. */
const WAIT = `
  globalThis.until = (what, begin, isThere) => new Promise((done, fail) => {
    const began = performance.now();
    const look = () => isThere() && (watch.disconnect(), requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))));
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    setTimeout(() => fail(new Error("Not seen within ten seconds: " + what)), 10_000);
    begin();
  });
  globalThis.answered = async () => {
    const card = document.querySelector("[data-column=${FROM}] .board-card");
    if (!card) return null;
    const key = new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true });
    const ms = await until(
      "what the move needs",
      () => card.querySelector(".row-link").dispatchEvent(key),
      () => document.querySelector("dialog[open] [name=reason]"),
    );
    return { id: card.id, ms };
  };
  globalThis.moved = (id) => until(
    "the card in its new column",
    () => document.querySelector("dialog[open] form button:not([type=button])").click(),
    () => document.querySelector("[data-column=${TO}] #" + id),
  );
`;

/** People look before they move the next card; meanwhile what follows the board has settled. */
const PAUSE_MS = 1_000;

async function moveOne(page: Page): Promise<{ answered: number; moved: number } | null> {
  const answer = (await page.evaluate("answered()")) as { id: string; ms: number } | null;
  if (!answer) return null;
  const { id, ms } = answer;
  await page.locator("dialog[open] [name=reason]").fill("Measured");
  const moved = (await page.evaluate(`moved(${JSON.stringify(id)})`)) as number;
  await page.waitForTimeout(PAUSE_MS);
  return { answered: ms, moved };
}

/** @param cookie of somebody who may move cards */
export function measureMoves(
  url: string,
  cookie: string,
  rounds: number,
  say: (sentence: string) => void,
): Promise<MoveFigures | null> {
  return withBrowser(say, async (browser) => {
    const context = await contextOf(browser, url, cookie);
    const page = await context.newPage();
    await page.addInitScript(WAIT);
    await page.goto(url, { waitUntil: "networkidle" });
    const cards = await page.locator(".board-card").count();
    const seen: NonNullable<Awaited<ReturnType<typeof moveOne>>>[] = [];
    for (let round = 0; round <= rounds; round++) {
      const one = await moveOne(page);
      if (!one) break;
      seen.push(one);
    }
    // The first one loads what the others have.
    const of = (figure: keyof (typeof seen)[number]) => {
      const times = seen.slice(1).map((each) => each[figure]);
      return { p50: median(times), p95: percentile(times, 0.95) };
    };
    return { cards, answered: of("answered"), moved: of("moved") };
  });
}
