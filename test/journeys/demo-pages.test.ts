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

/** How many pages of a kind each opens: one of each, and more of those who see the most. */
const AT_MOST: Readonly<Record<string, number>> = { claire: 4, sami: 2 };

// Played before the first test, whose time is its own.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

/** Both engines answer the same requests: on PostgreSQL, which is slower to reach, two people go through the site. */
const asked = inject("engines").engine === "sqlite" ? EVERYBODY : ["claire", "sami"];

describe.each(["fr", "en"] as const)("Every page that the demonstration leads to, in %s,", (locale: Locale) => {
  test.each(asked)("answers %s, and says nothing that nobody wrote", { timeout: 120_000 }, async (key) => {
    const demo = await openDemo();
    const person = await demo.as(key);
    await demo.database.write((tx) => tx.update(people).set({ locale }));
    const { visited, faults } = await walk(person, { atMost: AT_MOST[key] ?? 1, locale });
    expect([...faults, ...demo.logged.map((entry) => JSON.stringify(entry))]).toEqual([]);
    expect(visited.length).toBeGreaterThan(15);
  });
});
