import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "./client.server";

/**
 * The ids that a query answers in its column `id`, however many. They come as one text: tens of thousands of rows would
 * take ten times as long.
 */
export async function idsOf(db: Reader, query: SQL): Promise<number[]> {
  const [found] = await db.rows<{ ids: string | null }>(
    sql`SELECT string_agg(CAST(id AS text), ',') AS ids FROM (${query}) AS found`,
  );
  return wholeNumbersIn(found?.ids ?? "");
}

/** The numbers of a list with commas, digit by digit: `split` would make a text of each. */
export function wholeNumbersIn(list: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; list && at <= list.length; at++) {
    const digit = list.charCodeAt(at) - 48;
    if (digit >= 0) number = number * 10 + digit;
    else {
      numbers.push(number);
      number = 0;
    }
  }
  return numbers;
}
