import { IntlMessageFormat } from "intl-messageformat";
import type { Day } from "#app/kernel/day";
import { currencyDigits, joinUnits, type Minor, shifted } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { type Locale, type Told, tell } from "#app/kernel/told";
import { en } from "./en";
import { fr } from "./fr";
import type { Key, Values } from "./keys";

const MESSAGES: Record<Locale, Record<Key, string>> = { fr, en };
const BCP47: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

/** What a figure looks like where there is none: unknown is not zero. */
export const UNKNOWN = "–";

/** Whether there is a message of this name: for words whose keys come from what was kept. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(fr, text);
}

type Write = (values: Values | undefined) => string;

const writers: Record<Locale, Map<Key, Write>> = { fr: new Map(), en: new Map() };
// Intl's constructors are slow, and an installation has two languages, one currency and one time zone.
const speeches = new Map<string, Speech>();

const WRITINGS_KEPT = 4_000;

/** The same, remembering what it wrote last: pages write the same figures and days again and again. */
function remembering<Value>(write: (value: Value) => string): (value: Value) => string {
  const kept = new Map<Value, string>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    if (kept.size >= WRITINGS_KEPT) kept.clear();
    const written = write(value);
    kept.set(value, written);
    return written;
  };
}

/** A message with nothing in it but names of values and of numbers, such as `{name} ({count, number})`. */
const PLAIN = /^[^{}']*(?:\{\w+(?:, number)?\}[^{}']*)*$/;
const counting = (tag: string) => {
  const figures = new Intl.NumberFormat(tag);
  return remembering((count: number) => figures.format(count));
};
const COUNTS = {
  fr: counting(BCP47.fr),
  en: counting(BCP47.en),
};

/** How a message is written: by ICU's rules where it has any; joining texts costs a fraction of them. */
function writerOf(locale: Locale, key: Key): Write {
  const text = MESSAGES[locale][key];
  if (!text.includes("{")) return () => text;
  const icu = new IntlMessageFormat(text, BCP47[locale], undefined, { ignoreTag: true });
  const byIcu: Write = (values) => String(icu.format(values));
  if (!PLAIN.test(text)) return byIcu;
  const [first = "", ...rest] = text.split(/\{(\w+)(, number)?\}/);
  return (values = {}) => {
    let written = first;
    for (let at = 0; at < rest.length; at += 3) {
      const value = values[rest[at] ?? ""];
      const isNumber = typeof value === "number";
      // What is missing, or is no text, is ICU's to judge.
      if (!isNumber && (typeof value !== "string" || rest[at + 1])) return byIcu(values);
      written += `${isNumber && rest[at + 1] ? COUNTS[locale](value) : value}${rest[at + 2]}`;
    }
    return written;
  };
}

/** Signs that turn the direction of what stands after them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/** A text that turns direction keeps it to itself: the sentence around it reads on as it was written. */
const enclosed = (value: unknown) =>
  typeof value === "string" && TURNING.test(value) ? `\u2068${value.replace(/[\u2066-\u2069]/g, "")}\u2069` : value;

function message(locale: Locale, key: Key, values?: Values): string {
  const write = writers[locale].get(key) ?? writerOf(locale, key);
  writers[locale].set(key, write);
  const written = write(values);
  if (!values || !TURNING.test(written)) return written;
  return write(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, enclosed(value)])) as Values);
}

/** All that depends on the reader's language: messages, numbers, amounts, dates. Null and undefined read «–». */
export interface Speech {
  locale: Locale;
  currency: string;
  /** The message of a key, its ICU placeholders filled. */
  t(key: Key, values?: Values): string;
  /** A text that people wrote, in the reader's language where it was told in it. */
  tell(told: Told | null | undefined): string;
  /** An amount to the cent: `1 234,56 €`. */
  money(amount: Minor | null | undefined): string;
  /** A price of one unit, in minor units and their fractions: with its decimals as far as it has any. */
  unitPrice(price: number | null | undefined): string;
  /** An amount rounded to whole units of the currency: `1 235 €`. */
  wholeMoney(amount: Minor | null | undefined): string;
  /** An amount where space is short: `1,2 M€`; the full value belongs beside it in a title or a table. */
  shortMoney(amount: Minor | null | undefined): string;
  number(value: number | null | undefined, maximumFractionDigits?: number): string;
  /** A share: 0.125 reads `12,5 %`. */
  percent(share: number | null | undefined, maximumFractionDigits?: number): string;
  /**
   * A probability found by drawing: `> 99,9 %` where all draws but a few say so, `100 %` only where it is certain.
   * @param isCertain that a share of 0 or 1 is no accident of the draws
   */
  chance(share: number | null | undefined, isCertain: boolean): string;
  /** `3 mars 2026`, `1er mars 2026` */
  date(day: Day | string | null | undefined): string;
  /** `3 mars 2026 à 14:05`, in the organisation's time zone. */
  moment(instant: Date | null | undefined): string;
  /** `14:05`, in the organisation's time zone. */
  time(instant: Date): string;
  /** `T3 2026` in French, `Q3 2026` in English. */
  quarter(quarter: Quarter | string): string;
  /** Names joined as a sentence does: `a, b et c`. */
  list(items: readonly string[]): string;
}

const NEARLY_ALL = 0.999;
const NEARLY_NONE = 0.001;

export function speechFor(locale: Locale, currency: string, timeZone: string): Speech {
  const id = `${locale} ${currency} ${timeZone}`;
  const made = speeches.get(id) ?? makeSpeech(locale, currency, timeZone);
  speeches.set(id, made);
  return made;
}

function makeSpeech(locale: Locale, currency: string, timeZone: string): Speech {
  const tag = BCP47[locale];
  const unit = 10 ** currencyDigits(currency);
  const format = (options: Intl.NumberFormatOptions) => {
    const figures = new Intl.NumberFormat(tag, options);
    // A true minus sign stands as wide as a digit; Intl writes a hyphen in both languages.
    const write = remembering((value: number) => figures.format(value).replace("-", "−"));
    // Adding zero makes zero of «minus zero», which is remembered under the same name.
    return (value: number | null | undefined) => (value === null || value === undefined ? UNKNOWN : write(value + 0));
  };
  const withDigits = (options: Intl.NumberFormatOptions) => {
    const made = new Map<number, ReturnType<typeof format>>();
    return (value: number | null | undefined, maximumFractionDigits: number) => {
      const write = made.get(maximumFractionDigits) ?? format({ ...options, maximumFractionDigits });
      made.set(maximumFractionDigits, write);
      return write(value);
    };
  };
  const amount = (options: Intl.NumberFormatOptions) => {
    const write = format({ style: "currency", currency, ...options });
    return (value: number | null | undefined) => write(value === null || value === undefined ? value : value / unit);
  };
  const short = amount({ notation: "compact", maximumSignificantDigits: 3, minimumFractionDigits: 0 });
  const prices = format({ style: "currency", currency, maximumFractionDigits: 20 });
  const plain = withDigits({});
  const shares = withDigits({ style: "percent" });
  const calendar = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short", timeZone });
  const times = new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone });
  // French counts the first day of a month as a rank: «1er juillet», which Intl leaves as a number.
  const ranked = (written: string) => (locale === "fr" ? written.replace(/^1 /, "1er ") : written);
  const days = remembering((on: string) => ranked(calendar.format(new Date(`${on}T00:00:00Z`))));
  const lists = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    locale,
    currency,
    t: (key, values) => message(locale, key, values),
    tell: (told) => tell(told, locale),
    money: amount({}),
    // Fifteen digits are what a number carries; what follows them is dust of a computation.
    unitPrice: (price) => prices(price && shifted(Number(price.toPrecision(15)), -currencyDigits(currency))),
    wholeMoney: amount({ maximumFractionDigits: 0, minimumFractionDigits: 0 }),
    shortMoney: (value) => joinUnits(short(value)),
    number: (value, maximumFractionDigits = 2) => plain(value, maximumFractionDigits),
    percent: (share, maximumFractionDigits = 1) => shares(share, maximumFractionDigits),
    chance: (share, isCertain) => {
      if (share === null || share === undefined) return UNKNOWN;
      if (isCertain && (share === 0 || share === 1)) return shares(share, 0);
      if (share > NEARLY_ALL) return message(locale, "shell.more-than", { limit: shares(NEARLY_ALL, 1) });
      if (share < NEARLY_NONE) return message(locale, "shell.less-than", { limit: shares(NEARLY_NONE, 1) });
      // Not rounded to a certainty that it is not.
      return shares(share, share >= 0.99 || share <= 0.01 ? 1 : 0);
    },
    date: (on) => (on ? days(on) : UNKNOWN),
    moment: (instant) => (instant ? ranked(moments.format(instant)) : UNKNOWN),
    time: (instant) => times.format(instant),
    quarter: (of) => `${locale === "fr" ? "T" : "Q"}${of.slice(6)} ${of.slice(0, 4)}`,
    list: (items) => lists.format(items),
  };
}

/** The language a browser asks for, by its `Accept-Language`; French where it asks for neither. */
export function localeFromHeader(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = rest.map((item) => item.trim()).find((item) => item.startsWith("q="));
      return { language: tag.split("-")[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    if (language === "fr" || language === "en") return language;
  }
  return "fr";
}
