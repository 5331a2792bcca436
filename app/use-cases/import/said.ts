import type { Told } from "#app/kernel/told";
import type { Key, Values } from "#app/locales/keys";
import { speechFor } from "#app/locales/speech";

/** A sentence for the person: a message key and its values. */
export interface Said {
  key: Key;
  values: Values;
}

export function say(key: Key, values: Values = {}): Said {
  return { key, values };
}

/** The sentence as a text that stays with a record, for readers of either language. */
export function inBothLanguages({ key, values }: Said): Told {
  const tell = (locale: "fr" | "en") => speechFor(locale, "EUR", "UTC").t(key, values);
  return { fr: tell("fr"), en: tell("en") };
}
