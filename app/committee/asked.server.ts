import { and, count, eq, inArray } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";

/** What a decision or a signature asks of somebody until a day: the condition of a yes, or a question. */
export interface Asked {
  text: Told;
  ownerId: number;
  dueOn: Day;
}

/** @throws Refusal 409 for a day that is past, or where one of those asked has no open account */
export async function checkAsked(db: Reader, asked: readonly Asked[], today: Day): Promise<void> {
  if (asked.some(({ dueOn }) => dueOn < today)) throw new Refusal(409, "committee.refusal.asked-past");
  const owners = [...new Set(asked.map(({ ownerId }) => ownerId))];
  const [row] = await db
    .select({ open: count() })
    .from(people)
    .where(and(inArray(people.id, owners), eq(people.active, true)));
  if (Number(row?.open ?? 0) < owners.length) throw new Refusal(409, "committee.refusal.asked-nobody");
}
