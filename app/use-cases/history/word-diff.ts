/** What changed in a long text, word by word. */
import { diffWordsWithSpace } from "diff";

export interface DiffPiece {
  text: string;
  is: "same" | "gone" | "new";
}

/** Beyond that, two texts are shown one after the other: comparing them would take longer than reading them. */
const MOST_LETTERS = 20_000;
const MOST_EDITS = 2_000;

/** The pieces of two texts in the order in which they are read; null where they are too long or too far apart for it. */
export function wordDiff(before: string, after: string): DiffPiece[] | null {
  if (before.length + after.length > MOST_LETTERS) return null;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  return (
    parts?.map(({ value, added, removed }) => ({ text: value, is: added ? "new" : removed ? "gone" : "same" })) ?? null
  );
}
