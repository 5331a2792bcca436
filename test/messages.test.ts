/** Both languages say everything, say it with the same values, and say nothing that nobody hears. */
import { describe, expect, test } from "vitest";
import { en } from "#app/locales/en";
import { fr } from "#app/locales/fr";
import { placeholdersOf, typographyFaults, unknownKeys, unusedKeys, usesIn } from "./support/messages";
import { pathsUnder, readSource, sourceOf } from "./support/sources";

const french: Record<string, string> = fr;
const english: Record<string, string> = en;
const keys = Object.keys(french);
const sources = pathsUnder("app", "commands", "db", "http")
  .filter((path) => !/^app\/locales\/(fr|en)\//.test(path))
  .map(readSource);
const uses = usesIn(sources);

describe("Messages", () => {
  test("exist in both languages", () => {
    expect(Object.keys(english).sort()).toEqual([...keys].sort());
  });

  test("take the same values in both languages", () => {
    const different = keys
      .filter((key) => english[key] !== undefined)
      .map((key) => ({ key, fr: placeholdersOf(french[key] ?? ""), en: placeholdersOf(english[key] ?? "") }))
      .filter((each) => each.fr.join() !== each.en.join());
    expect(different).toEqual([]);
  });

  test("are never empty", () => {
    const empty = keys.filter((key) => !french[key]?.trim() || !english[key]?.trim());
    expect(empty).toEqual([]);
  });

  test("are all used", () => {
    expect(unusedKeys(keys, uses)).toEqual([]);
  });

  test("exist where they are said", () => {
    expect(unknownKeys(keys, uses)).toEqual([]);
  });

  test("keep French typography", () => {
    const faults = keys.flatMap((key) => typographyFaults(french[key] ?? "").map((fault) => `${key}: ${fault}`));
    expect(faults).toEqual([]);
  });
});

describe("What the test of messages sees", () => {
  test.each([
    ["{count, plural, one {# cas} other {# cas}}", "{count, plural, other {# cases}}", true],
    ["{times} fois", "{times, plural, one {once} other {# times}}", true],
    ["{name} et {other}", "{name}", false],
    ["{verdict, select, yes {oui} other {non}}", "{verdict, select, ja {yes} other {no}}", false],
    ["le {day, date}", "on {day, date}", true],
  ])("%s beside %s", (one, other, same) => {
    expect(placeholdersOf(one).join() === placeholdersOf(other).join()).toBe(same);
  });

  test.each([
    ["l'accord", 1],
    ["l’accord", 0],
    ["Vraiment ?", 1],
    ["Vraiment\u202f?", 0],
    ["Prix: 3", 1],
    ["Prix\u202f: 3", 0],
    ["« oui »", 2],
    ["«\u202foui\u202f»", 0],
    ["À 10:30", 0],
    ["{count, plural, one {un seul!} other {plusieurs}}", 1],
    ["{share} %", 1],
    ["Attendez...", 1],
    ["Voir https://example.com/a?b", 0],
  ])("finds %s to have %i faults", (message, faults) => {
    expect(typographyFaults(message)).toHaveLength(faults);
  });

  test("knows what is used, by name or by the beginning of a name", () => {
    const file = sourceOf(
      "app/x.tsx",
      `t("a.one"); t(\`a.two.\${kind}.end\`); t("a.missing"); t(\`b.none.\${kind}\`);`,
    );
    const seen = usesIn([file]);
    const known = ["a.one", "a.two.x.end", "a.two.x.other", "b.some"];
    expect(unusedKeys(known, seen)).toEqual(["a.two.x.other", "b.some"]);
    expect(unknownKeys(known, seen)).toEqual(["app/x.tsx: a.missing", "app/x.tsx: b.none.…"]);
  });
});
