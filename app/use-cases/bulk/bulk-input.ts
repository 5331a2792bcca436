import { z } from "zod";
import { choice, idOf } from "#app/kernel/input";

/** What can be done to many cases at once. */
export const BULK_KINDS = ["assign", "tag", "untag", "screen"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

export const isBulkKind = (text: string | null): text is BulkKind =>
  (BULK_KINDS as readonly (string | null)[]).includes(text);

/** So many cases take part in one act: it is one transaction, and everybody else's writing waits for it. */
export const MOST_CASES: Record<BulkKind, number> = { assign: 5_000, tag: 5_000, untag: 5_000, screen: 500 };

/** What was asked for: whom the cases are assigned to, or which tag. */
export type BulkChange =
  | { kind: "assign"; ownerId: number; owner: string }
  | { kind: "tag" | "untag"; tag: string }
  | { kind: "screen" };

/** A case as it stood when its change was previewed. */
export interface Seen {
  id: number;
  version: number;
}

/** Why a case is left as it is. */
export const LEFT_REASONS = [
  "not-permitted",
  "already",
  "merged",
  "wrong-stage",
  "gate",
  "too-many-tags",
  "changed",
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export const writeSeen = (cases: readonly Seen[]): string =>
  cases.map(({ id, version }) => `${id}:${version}`).join(",");

const seen = z
  .string()
  .max(200_000)
  .transform((said) =>
    said.split(",").flatMap((one): Seen[] => {
      const [, id, version] = /^([1-9]\d{0,14}):([1-9]\d{0,9})$/.exec(one) ?? [];
      return id && version ? [{ id: Number(id), version: Number(version) }] : [];
    }),
  );

export const bulkAct = z.object({
  kind: choice(BULK_KINDS),
  to: z.preprocess((said) => said ?? "", z.string().max(200)),
  cases: seen,
});

export const undoneAct = z.object({ id: idOf });
