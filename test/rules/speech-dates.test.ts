import { expect, test } from "vitest";
import { speechFor } from "#app/locales/speech";

const fr = speechFor("fr", "EUR", "Europe/Paris");
const en = speechFor("en", "EUR", "Europe/Paris");

test.each([
  ["2026-07-01", "1er juillet 2026", "1 July 2026"],
  ["2026-07-11", "11 juillet 2026", "11 July 2026"],
  ["2026-07-21", "21 juillet 2026", "21 July 2026"],
])("the day %s is said %s, and %s in English", (on, french, english) => {
  expect(fr.date(on)).toBe(french);
  expect(en.date(on)).toBe(english);
});

test("a moment of the first day of a month is ranked as its day is", () => {
  expect(fr.moment(new Date("2026-07-01T08:05:00Z"))).toMatch(/^1er juillet 2026 à 10:05$/);
});
