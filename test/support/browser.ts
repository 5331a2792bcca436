/** One real browser for all browser tests of a file, with the demonstration's accounts signed in. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { DEMONSTRATION_PASSWORD } from "#seeds/accounts";
import { findBrowser } from "../../bin/browser.mjs";
import type { Viewer } from "../browser/pages";

export type Language = "fr" | "en";
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

const LOCALE: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };
// A third of the size of the module's own `source`: it is sent to the browser for each page.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 740 };

/** Opens the browser before the tests of this file and closes it after them. */
export function openBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error("No browser was found: install Chromium, or set CHROMIUM_PATH to one.");
    const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error("The browser is not open yet");
    return browser;
  };
}

export function accountOf(viewer: Exclude<Viewer, "stranger">) {
  const { accounts } = inject("served");
  // He follows a POC week by week, and is none of those whom a visitor is told about.
  if (viewer === "accounts") return { email: "julien.perrot@halvenne.example", password: DEMONSTRATION_PASSWORD };
  const plain = [...accounts].sort((a, b) => a.roles.length - b.roles.length);
  const account = plain.find(({ roles }) => roles.includes(viewer));
  if (!account) throw new Error(`The demonstration shows no ${viewer}`);
  return account;
}

export function visit(browser: Browser, language: Language, options: BrowserContextOptions = {}) {
  const { address } = inject("served");
  return browser.newContext({
    baseURL: address,
    locale: LOCALE[language],
    viewport: WIDE,
    // A colour that is on its way to another is neither.
    reducedMotion: "reduce",
    ...options,
  });
}

/** Signs in and chooses a language, as the forms would; answers the cookies. The forms are tried without script. */
export async function signIn(
  browser: Browser,
  viewer: Exclude<Viewer, "stranger">,
  language: Language,
): Promise<State> {
  const context = await visit(browser, language);
  const { email, password } = accountOf(viewer);
  for (const [path, form] of [
    ["/sign-in", { email, password }],
    ["/preferences", { locale: language, back: "/account" }],
  ] as const) {
    const answer = await context.request.post(path, { form, maxRedirects: 0 });
    if (answer.status() !== 303) throw new Error(`${viewer}: POST ${path} answered ${answer.status()}`);
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

/** What a page complains about while it is looked at: faults in the console, scripts that fail, policies broken. */
export function complaintsOf(page: Page): { complaints: string[]; stop(): void } {
  const complaints: string[] = [];
  const said = (message: ConsoleMessage) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  };
  const failed = (problem: Error) => void complaints.push(`script: ${problem.message}`);
  page.on("console", said).on("pageerror", failed);
  return { complaints, stop: () => void page.off("console", said).off("pageerror", failed) };
}

/** What axe finds wrong, as `rule: element`. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(`${AXE}; 0`);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as never as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
    );
  });
  return found;
}

/** What sticks out of the page to the right, when the page scrolls sideways. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    // What scrolls or is cut inside its own frame widens nothing.
    const framed = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== "visible" || framed(element.parentElement));
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !framed(element.parentElement),
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 4).map((element) => element.outerHTML.slice(0, 140))];
  });
}

/** Waits until the page does what needs its script: `name` as the element's `data-enhance` says it. */
export async function enhanced(page: Page, name: string): Promise<void> {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, `enhanced ${name}`);
}
