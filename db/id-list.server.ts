import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "./client.server";

/**
 * The ids that a query answers in its column `id`, however many. They come as one text: tens of thousands of rows would
 * take ten times as long.
 */
export async function idsOf(db: Reader, query: SQL): Promise<Uint32Array> {
  const [found] = await db.rows<{ ids: string | null }>(
    sql`SELECT string_agg(id || '', ',') AS ids FROM (${query}) AS found`,
  );
  return wholeNumbersIn(found?.ids ?? "");
}

/** The numbers of a list with commas, digit by digit: `split` would make a text of each. */
export function wholeNumbersIn(list: string): Uint32Array {
  const numbers = new Uint32Array((list.length + 1) >> 1);
  let count = 0;
  let number = 0;
  for (let at = 0; at < list.length; at++) {
    const digit = list.charCodeAt(at) - 48;
    if (digit >= 0) number = number * 10 + digit;
    else {
      numbers[count++] = number;
      number = 0;
    }
  }
  if (list) numbers[count++] = number;
  return numbers.subarray(0, count);
}
