import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECLARED, EVIDENCE_GRADES, evidenceName, isProven } from "#app/kernel/evidence";
import { fold, LOCALES, retell, type Told, tell, toldIn } from "#app/kernel/told";

const anyTold: fc.Arbitrary<Told | null> = fc.oneof(
  fc.constant(null),
  fc.record({ fr: fc.string(), en: fc.string() }, { requiredKeys: [] }),
);

describe("a text told in one language or in both", () => {
  it.each<[Told | null | undefined, "fr" | "en", string, "fr" | "en"]>([
    [{ fr: "Devis", en: "Quote" }, "en", "Quote", "en"],
    [{ fr: "Devis" }, "en", "Devis", "fr"],
    [{ en: "Quote" }, "fr", "Quote", "en"],
    [{ fr: "", en: "Quote" }, "fr", "Quote", "en"],
    [{}, "fr", "", "fr"],
    [null, "fr", "", "fr"],
    [undefined, "en", "", "en"],
  ])("%j read in %s is %j, marked %s", (told, locale, text, lang) => {
    expect(tell(told, locale)).toBe(text);
    expect(toldIn(told, locale)).toBe(lang);
  });

  it("is marked with the language that it is really told in", () => {
    fc.assert(
      fc.property(anyTold, fc.constantFrom(...LOCALES), (told, locale) => {
        const text = tell(told, locale);
        if (text) expect(told?.[toldIn(told, locale)]).toBe(text);
      }),
    );
  });

  it("retelling replaces one language and keeps the other", () => {
    expect(retell({ fr: "Devis", en: "Quote" }, "fr", "Offre")).toEqual({ fr: "Offre", en: "Quote" });
    expect(retell({ fr: "Devis", en: "Quote" }, "fr", "")).toEqual({ en: "Quote" });
    expect(retell(null, "en", "Quote")).toEqual({ en: "Quote" });
  });

  it("retelling leaves what it was given as it was", () => {
    const before: Told = { fr: "Devis" };
    retell(before, "fr", "");
    expect(before).toEqual({ fr: "Devis" });
  });
});

describe("folding a name", () => {
  it.each([
    ["Éducation  Nationale ", "education nationale"],
    ["ﬁnance", "finance"],
    ["Œuvre", "oeuvre"],
    ["CŒUR de métier", "coeur de metier"],
    ["L’été", "l'ete"],
    ["L'été", "l'ete"],
    ["a\u00a0b\u202fc\td", "a b c d"],
    ["", ""],
  ])("%j becomes %j", (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  it("folding twice is folding once", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => fold(fold(name)) === fold(name)));
  });
});

describe("evidence", () => {
  it("is proven from measured on", () => {
    expect(EVIDENCE_GRADES.map(({ grade, name }) => [name, isProven(grade)])).toEqual([
      ["declared", false],
      ["estimated", false],
      ["measured", true],
      ["validated", true],
    ]);
  });

  it("is named by its grade", () => {
    for (const { grade, name } of EVIDENCE_GRADES) expect(evidenceName(grade)).toBe(name);
    expect(evidenceName(DECLARED)).toBe("declared");
  });
});
