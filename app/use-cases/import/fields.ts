import type { Key } from "#app/locales/keys";

/** What a column of a file may become. Texts exist in French, in English, or in the language of the whole file. */
export const TOLD_FIELDS = ["title", "need", "expectedBenefit", "affected", "dataInvolved"] as const;
export const PLAIN_FIELDS = ["aiType", "vendor", "country"] as const;

export type ToldField = (typeof TOLD_FIELDS)[number];
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** In the order in which the screen asks for them. */
export const FIELD_KEYS = [
  "externalId",
  "title",
  "title.fr",
  "title.en",
  "need",
  "need.fr",
  "need.en",
  "expectedBenefit",
  "expectedBenefit.fr",
  "expectedBenefit.en",
  "department",
  "departmentCode",
  "stage",
  "stageSince",
  "on.submitted",
  "on.approved",
  "on.poc",
  "on.pilot",
  "on.production",
  "on.retired",
  "affected",
  "affected.fr",
  "affected.en",
  "peopleAffected",
  "dataInvolved",
  "dataInvolved.fr",
  "dataInvolved.en",
  "aiType",
  "vendor",
  "country",
  "ownerEmail",
] as const;

export const DAY_FIELDS = FIELD_KEYS.filter((key) => key === "stageSince" || key.startsWith("on."));

export type FieldKey = (typeof FIELD_KEYS)[number];

export function isFieldKey(text: string): text is FieldKey {
  return FIELD_KEYS.some((key) => key === text);
}

/** The message that names a field; `extra` is what has none and is kept as it is. */
export function fieldLabel(field: FieldKey | "extra"): Key {
  return `imports.field.${field}`;
}
