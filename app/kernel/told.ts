export const LOCALES = ["fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** A text that people wrote, in one language or in both. */
export interface Told {
  fr?: string;
  en?: string;
}

/** The text in the reader's language, or in the other one where it was only told there. Empty when never told. */
export function tell(told: Told | null | undefined, locale: Locale): string {
  if (!told) return "";
  return told[locale] || told[locale === "fr" ? "en" : "fr"] || "";
}

/** The language in which `tell` answers, the reader's own where it was never told: what a `lang` attribute must say. */
export function toldIn(told: Told | null | undefined, locale: Locale): Locale {
  const other = locale === "fr" ? "en" : "fr";
  return !told?.[locale] && told?.[other] ? other : locale;
}

/** What a person wrote in their own language replaces that language alone; the other one stays. */
export function retell(before: Told | null | undefined, locale: Locale, text: string): Told {
  const next: Told = { ...before, [locale]: text };
  if (!text) delete next[locale];
  return next;
}

/** The same for a text that may be none: null when nothing is left in either language. */
export function retold(before: Told | null | undefined, locale: Locale, typed: string | null): Told | null {
  const told = retell(before, locale, typed ?? "");
  return told.fr || told.en ? told : null;
}

/** Lower case without accents, ligatures or curly apostrophes, for sorting and comparing names that people spell differently. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** So much of a text names what has no name yet. */
const NAMING = 60;

/** The first words of a text in each of its languages: whole words, with a sign where there are more. */
export function firstWords(told: Told): Told {
  const begun = LOCALES.flatMap((locale) => {
    const words = told[locale]?.trim().replace(/\s+/gu, " ");
    if (!words) return [];
    if (words.length <= NAMING) return [[locale, words] as const];
    const cut = words.slice(0, NAMING + 1).replace(/\s\S*$/u, "");
    // Of one word without end there is no whole one.
    return [
      [
        locale,
        `${[...cut]
          .slice(0, NAMING)
          .join("")
          .replace(/[\s.,;:!?…]+$/u, "")}…`,
      ] as const,
    ];
  });
  return Object.fromEntries(begun);
}
