/** Messages without rules are joined by our own hand: ICU must agree with every one of them. */
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { en } from "#app/locales/en";
import { fr } from "#app/locales/fr";
import type { Key } from "#app/locales/keys";
import { speechFor } from "#app/locales/speech";

const TEXTS = { fr, en };
const TAGS = { fr: "fr-FR", en: "en-GB" };

/** Values for all names in a text: numbers where it asks for a number, words elsewhere. */
function valuesFor(text: string, number: number): Record<string, string | number> {
  const named = [...text.matchAll(/\{(\w+)(,\s*\w+)?/g)];
  return Object.fromEntries(named.map(([, name = "", kind]) => [name, kind ? number : `«${name}»`]));
}

describe.each(["fr", "en"] as const)("In %s", (locale) => {
  const { t } = speechFor(locale, "EUR", "Europe/Paris");

  test.each([0, 1, 1_234_567.5, -12])("every message says with %d what ICU says", (number) => {
    const wrong = Object.entries<string>(TEXTS[locale]).flatMap(([key, text]) => {
      if (/\{\w+,\s*(?:select|date|time)/.test(text)) return [];
      const values = valuesFor(text, number);
      const icu = new IntlMessageFormat(text, TAGS[locale], undefined, { ignoreTag: true }).format(values);
      return t(key as Key, values) === icu ? [] : [key];
    });
    expect(wrong).toEqual([]);
  });

  test("a number stands as it is where only a name is asked for", () => {
    expect(t("delivery.pipeline.more", { count: 12_345 })).toContain(locale === "fr" ? "12\u202f345" : "12,345");
  });

  test("a value that is missing is a fault, as ICU has it", () => {
    expect(() => t("delivery.pipeline.more", {})).toThrow();
  });
});

test("zero and minus zero are written alike, whichever came first", () => {
  const { number } = speechFor("fr", "CHF", "Europe/Paris");
  expect([number(-0), number(0)]).toEqual(["0", "0"]);
});

test("A text that turns the direction of reading keeps it to itself, and others stay as they are", () => {
  const { t } = speechFor("fr", "EUR", "Europe/Paris");
  const told = t("people.told.withdrawn", { by: "Nadia", reference: "UC-0001", title: "\u202eenvers\u2069" });
  expect(told).toBe("Nadia a retiré UC-0001 «\u202f\u2068\u202eenvers\u2069\u202f».");
  const plain = t("people.told.withdrawn", { by: "Nadia", reference: "UC-0001", title: "عنوان" });
  expect(plain).toBe("Nadia a retiré UC-0001 «\u202fعنوان\u202f».");
});
