import { and, eq, sql } from "drizzle-orm";
import { casesHiddenFrom, scoresHiddenFrom } from "#app/assessment/blind.server";
import type { Actor } from "#app/people/roles";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import type { Seen } from "./why-against";

/** Of these cases. At most two queries. */
export async function seenBy(db: Reader, actor: Actor, ids: readonly number[]): Promise<Seen> {
  const hidden = scoresHiddenFrom(actor);
  if (hidden === NOTHING_HIDDEN) return { hidden: new Set(), owes: false };
  const [owed] = await db
    .select({ id: useCases.id })
    .from(useCases)
    .where(and(eq(useCases.stage, "assessment"), hidden(sql`${useCases}`)))
    .limit(1);
  return owed
    ? { hidden: await casesHiddenFrom(db, actor, [...new Set(ids)]), owes: true }
    : { hidden: new Set(), owes: false };
}
