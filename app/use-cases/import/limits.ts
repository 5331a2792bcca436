import { CONTENT_LIMITS } from "../content";

/** What an imported file may hold; past these it is refused with a sentence. Chosen to stay under 400 MB of memory. */
export const LIMITS = {
  ...CONTENT_LIMITS,
  bytes: 50 * 1024 * 1024,
  /** A JSON file is read at once: it takes a multiple of its size while it is. */
  jsonBytes: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 500,
  /** Cells up to the last filled one of each row. */
  cells: 6_500_000,
  /** Texts that had to be held for themselves: a «Yes» that stands ten thousand times is held once. */
  texts: 2_000_000,
  /** Characters kept from a workbook: unpacked, it may be a thousand times its file. */
  characters: 60_000_000,
  unpackedBytes: 600 * 1024 * 1024,
  /** An id is the key of an index, and a department's name stands in lists. */
  externalId: 300,
  department: 200,
  /** Rows that a person says to be new cases although one of their title is known. */
  others: 2_000,
} as const;
