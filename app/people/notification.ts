import type { Told } from "#app/kernel/told";

/** What people are told of, each with its sentence in `people.told.*`. */
export const NOTIFICATIONS = [
  "comment",
  "mention",
  "stage",
  "refused",
  "not-now",
  "came-back",
  "joined",
  "merged",
  "unmerged",
  "co-author",
  "withdrawn",
] as const;

export type NotificationKind = (typeof NOTIFICATIONS)[number];

/** Something to tell people: facts, which the sentence of its kind says in each reader's language. */
export interface News {
  kind: NotificationKind;
  useCaseId: number | null;
  /** A page of the product, from `/`. */
  href: string;
  values: Record<string, string | number | Told | null>;
}
