import { z } from "zod";
import { idOf } from "#app/kernel/input";
import type { Told } from "#app/kernel/told";

/** What people are told of, each with its sentence in `people.told.*`. */
export const NOTIFICATIONS = [
  "submitted",
  "screener",
  "comment",
  "mention",
  "stage",
  "refused",
  "not-now",
  "came-back",
  "decided",
  "session-called",
  "session-cancelled",
  "scored-anew",
  "asked",
  "answered",
  "joined",
  "merged",
  "unmerged",
  "co-author",
  "withdrawn",
  "sign-off-asked",
  "sign-off-answered",
  "sign-off-anew",
  "sign-off-late",
  "sign-off-given",
  "sign-off-stand-in",
  "amendment-asked",
  "amendment-signed",
  "poc-warning",
  "check-in-due",
  "model-switched",
  "register-end",
  "ai-act-answered",
  "ai-act-confirmed",
  "obligations",
  "risk-owner",
  "risk-overdue",
  "incident-logged",
  "incident-closed",
  "paused",
  "report-sent-back",
  "report-validated",
  "restated",
  "reports-asked",
  "reports-due",
  "reports-late",
  "department-late",
  "answers-late",
  "handed-over",
  "made-owner",
  "owner-replaced",
  "campaign-started",
  "campaign-ending",
  "review-decision",
] as const;

export type NotificationKind = (typeof NOTIFICATIONS)[number];

export function isNotification(text: string): text is NotificationKind {
  return (NOTIFICATIONS as readonly string[]).includes(text);
}

/**
 * Something to tell people: facts, which the sentence of its kind says in each reader's language. Who did it (`by`), and
 * the case's `reference` and `title`, the sentence knows by itself; `app/people/told.ts` says which values become words.
 */
export interface News {
  kind: NotificationKind;
  useCaseId: number | null;
  /** A page of the product, from `/`. */
  href: string;
  values: NewsValues;
}

export type NewsValues = Record<string, string | number | Told | null>;

/** Where a page of news begins: after this one, among the unread or the read. */
export interface NewsCursor {
  read: boolean;
  before: number;
}

/** A cursor as addresses write it, such as `new-42`; null where it is none. */
export function newsCursor(text: string | null): NewsCursor | null {
  const [, part, id] = /^(new|read)-(\d{1,9})$/.exec(text ?? "") ?? [];
  return part ? { read: part === "read", before: Number(id) } : null;
}

export const readInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("all") }),
  z.object({ intent: z.literal("one"), id: idOf }),
]);
