/** The laws of the house: each was paid for by a real mistake somewhere, and each is proven able to fail. */
import { expect, test } from "vitest";
import { LAWS } from "./support/laws";
import { pathsUnder, readSource, sourceOf } from "./support/sources";

const TOP = ["server.ts", "cli.ts", "environment.ts", "vite.config.ts", "vitest.config.ts"];
const sources = pathsUnder("app", "db", "seeds", "commands", "http", "jobs", "mail", "test", ...TOP).map(readSource);

test("The house is read from its files", () => {
  expect(sources.length).toBeGreaterThan(100);
});

test.each(LAWS)("$says", (law) => {
  const broken = sources.flatMap((source) => law.broken(source).map((how) => `${source.path}: ${how}`));
  expect(broken).toEqual([]);
});

test.each(LAWS.flatMap(({ says, broken, proofs }) => proofs.map(([path, text]) => ({ says, broken, path, text }))))(
  "«$says» is broken by $text in $path",
  ({ broken, path, text }) => {
    expect(broken(sourceOf(path, text))).not.toEqual([]);
  },
);
