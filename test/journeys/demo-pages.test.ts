import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Locale } from "#app/kernel/told";
import { openDatabase } from "#db/open.server";
import { people } from "#db/schema.server";
import { walk } from "../support/crawl";
import { demoDatabaseUrl, openDemo } from "../support/demo";

/** One person for each way of using Casebook. */
const EVERYBODY = [
  ...["claire", "thomas", "nadia", "bertrand", "david", "hugo"],
  ...["ines", "etienne", "sophie", "helene", "sami"],
];

/** How many pages of a kind each opens: one of each, and two by the chair, who sees the most. */
const AT_MOST: Readonly<Record<string, number>> = { claire: 2 };

// Played before the first test, whose time is its own.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

/** Both engines are asked the same: on PostgreSQL, which is farther to reach, one person goes through in each language. */
const onPostgres = { fr: ["claire"], en: ["sami"] };
const asked = (locale: Locale) => (inject("engines").engine === "sqlite" ? EVERYBODY : onPostgres[locale]);

describe.each(["fr", "en"] as const)("Every page that the demonstration leads to, in %s,", (locale) => {
  test.each(asked(locale))("answers %s, and says nothing that nobody wrote", { timeout: 120_000 }, async (key) => {
    const demo = await openDemo();
    const person = await demo.as(key);
    await demo.database.write((tx) => tx.update(people).set({ locale }));
    const { visited, faults } = await walk(person, { atMost: AT_MOST[key] ?? 1, locale });
    expect([...faults, ...demo.logged.map((entry) => JSON.stringify(entry))]).toEqual([]);
    expect(visited.length).toBeGreaterThan(15);
  });
});
