import { setFlagsFromString } from "node:v8";

/** V8's own choice, and growth by a quarter between two collections. */
const USUAL = 0;
const LEAN = 25;

let working = 0;

/**
 * Collects garbage early while a file is worked through. V8 would let the heap grow to gigabytes before it looks, and
 * what a hundred thousand rows leave behind dies late: 790 MB without this, 330 MB with it (35,000 rows of 62 columns).
 */
export async function withLeanHeap<Result>(work: () => Promise<Result>): Promise<Result> {
  if (working++ === 0) setFlagsFromString(`--heap-growing-percent=${LEAN}`);
  try {
    return await work();
  } finally {
    if (--working === 0) setFlagsFromString(`--heap-growing-percent=${USUAL}`);
  }
}
