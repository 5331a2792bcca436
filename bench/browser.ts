/** What a browser makes of the pages, on a processor that is four times slower than this one. */
import { type Browser, type BrowserContext, type CDPSession, chromium } from "playwright-core";
import { findBrowser } from "../bin/browser.mjs";
import { median } from "./statistics";

export interface BrowserFigures {
  name: string;
  /** As they came over the wire, compressed. */
  scriptBytes: number;
  /** Milliseconds from the request on. */
  firstPaintMs: number;
  largestPaintMs: number;
  /** What each long task took above 50 ms, together. */
  blockingMs: number;
  /** First contentful paint as so many times that of the bare Remix page beside it. */
  paintRatio: number;
}

interface Visit {
  scriptBytes: number;
  firstPaintMs: number;
  largestPaintMs: number;
  blockingMs: number;
}

export interface Shown {
  name: string;
  url: string;
}

const SLOWER = 4;
const LONG_MS = 50;
/** After the load event, for what starts late. */
const SETTLE_MS = 500;

/** Watches from before the page's first byte. Runs in the page. */
const WATCH = `
  globalThis.seen = { first: 0, largest: 0, blocking: 0 };
  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch("paint", (entry) => { if (entry.name === "first-contentful-paint") seen.first = entry.startTime; });
  watch("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
  watch("longtask", (entry) => { seen.blocking += Math.max(0, entry.duration - ${LONG_MS}); });
`;

/** A browser of somebody who is signed in. */
export async function contextOf(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 900 } });
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin };
  });
  await context.addCookies(cookies);
  return context;
}

/** Works with a browser and ends it; null, said in a sentence, where there is none. */
export async function withBrowser<Found>(
  say: (sentence: string) => void,
  work: (browser: Browser) => Promise<Found>,
): Promise<Found | null> {
  const executablePath = findBrowser();
  if (!executablePath) {
    say("No browser was found, so none was measured: install Chromium, or set CHROMIUM_PATH to one.");
    return null;
  }
  const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  return work(browser).finally(() => browser.close());
}

async function visit(browser: Browser, { url }: Shown, cookie: string): Promise<Visit> {
  const context = await contextOf(browser, url, cookie);
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    const tools = await context.newCDPSession(page);
    await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const scripts = await countScripts(tools);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(SETTLE_MS);
    const seen = (await page.evaluate("globalThis.seen")) as { first: number; largest: number; blocking: number };
    return {
      scriptBytes: scripts(),
      firstPaintMs: seen.first,
      largestPaintMs: seen.largest,
      blockingMs: seen.blocking,
    };
  } finally {
    await context.close();
  }
}

async function countScripts(tools: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  await tools.send("Network.enable");
  tools.on("Network.responseReceived", ({ requestId, type, response }) => {
    // What is preloaded as a module is told as «Other».
    if (type === "Script" || /javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  tools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

/** The pages in turns, the bare Remix page first; null, said in a sentence, where there is no browser. */
export function measureBrowser(
  pages: readonly Shown[],
  floor: Shown,
  cookie: string,
  rounds: number,
  say: (sentence: string) => void,
): Promise<BrowserFigures[] | null> {
  return withBrowser(say, async (browser) => {
    const all = [floor, ...pages];
    const visits = all.map((): Visit[] => []);
    for (let round = 0; round < rounds + 1; round++) {
      for (const [at, page] of all.entries()) {
        const seen = await visit(browser, page, cookie);
        // The first one compiles what the browser then keeps.
        if (round > 0) visits[at]?.push(seen);
      }
    }
    const middle = (of: readonly Visit[], figure: keyof Visit) => median(of.map((each) => each[figure]));
    return all.map(({ name }, at) => {
      const seen = visits[at] ?? [];
      return {
        name,
        scriptBytes: middle(seen, "scriptBytes"),
        firstPaintMs: middle(seen, "firstPaintMs"),
        largestPaintMs: middle(seen, "largestPaintMs"),
        blockingMs: middle(seen, "blockingMs"),
        paintRatio: median(
          seen.map((each, round) => each.firstPaintMs / (visits[0]?.[round]?.firstPaintMs ?? Number.NaN)),
        ),
      };
    });
  });
}
