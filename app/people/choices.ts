/** What the set-up and the settings offer to choose from, in the reader's language. */
import type { Locale } from "#app/kernel/told";

interface Option {
  value: string;
  label: string;
}

const OFTEN = ["EUR", "CHF", "GBP", "USD", "CAD", "MAD"];

/** Every currency by its code, those most often met here first. */
export function currencyOptions(locale: Locale): Option[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const codes = [...OFTEN, ...Intl.supportedValuesOf("currency").filter((code) => !OFTEN.includes(code))];
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}

/** Every time zone, grouped by its continent; the chosen one is there even where it is an old name. */
export function timeZoneOptions(chosen: string): { label: string; options: Option[] }[] {
  const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen].filter(Boolean));
  const groups = new Map<string, Option[]>();
  for (const name of [...names].sort()) {
    const [continent = name, ...place] = name.split("/");
    const options = groups.get(continent) ?? [];
    options.push({ value: name, label: (place.join(" / ") || name).replaceAll("_", " ") });
    groups.set(continent, options);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** January to December; the values are 1 to 12. */
export function monthOptions(locale: Locale): Option[] {
  const names = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: names.format(new Date(Date.UTC(2026, month, 1))),
  }));
}
