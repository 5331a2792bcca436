import type { Key, Values } from "#app/locales/keys";

/** A sentence for the person: a message key and its values. */
export interface Said {
  key: Key;
  values: Values;
}

export function say(key: Key, values: Values = {}): Said {
  return { key, values };
}
