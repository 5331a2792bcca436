/** Each page of the site as a person meets it: in both languages, wide and narrow, light and dark. */
import SQLite from "better-sqlite3";
import type { Page } from "playwright-core";
import { beforeAll, describe, inject, test } from "vitest";
import {
  accountOf,
  complaintsOf,
  type Language,
  NARROW,
  openBrowser,
  signIn,
  sticksOut,
  violationsOf,
  visit,
  WIDE,
} from "../support/browser";
import { PAGES, type SitePage, type Viewer } from "./pages";

const browser = openBrowser();
const VIEWERS = [...new Set(PAGES.map(({ as }) => as))].filter((viewer) => viewer !== "stranger");

/** The page's address in this demonstration, or null when it has nothing to show there. */
function addressOf({ path, as, with: row }: SitePage): string | null {
  if (!row) return path;
  const database = new SQLite(inject("served").file, { readonly: true });
  const found = database
    .prepare(row)
    .get(row.includes("@email") && as !== "stranger" ? { email: accountOf(as).email } : {}) as
    | Record<string, string | number | null>
    | undefined;
  database.close();
  if (!found || Object.values(found).some((value) => value === null)) return null;
  return path.replace(/:(\w+)/g, (_, name: string) => String(found[name]));
}

const pages = PAGES.map((page) => ({ ...page, address: addressOf(page) }));

describe.each<Language>(["fr", "en"])("In %s", (language) => {
  const states = new Map<Viewer, Awaited<ReturnType<typeof signIn>>>();
  // Tabs are used again: opening one costs as much as looking at a page.
  const idle = new Map<Viewer, Page[]>();
  beforeAll(async () => {
    await Promise.all(VIEWERS.map(async (viewer) => states.set(viewer, await signIn(browser(), viewer, language))));
  });
  const tabFor = async (viewer: Viewer) => {
    const free = idle.get(viewer)?.pop();
    if (free) return free;
    return (await visit(browser(), language, { storageState: states.get(viewer) })).newPage();
  };

  test.concurrent.for(pages)("$path is sound for $as", async ({ address, as, dark, path }, { skip, expect }) => {
    if (address === null) return skip(`the demonstration has nothing for ${path}`);
    const page = await tabFor(as);
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: "light" });
    const { complaints, stop } = complaintsOf(page);
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    if (dark) {
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violationsOf(page)).toEqual([]);
    }
    await page.setViewportSize(NARROW);
    expect(await sticksOut(page)).toEqual([]);
    expect(complaints).toEqual([]);
    stop();
    idle.set(as, [...(idle.get(as) ?? []), page]);
  });
});
