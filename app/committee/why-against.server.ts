import { and, eq, sql } from "drizzle-orm";
import { casesHiddenFrom, scoresHiddenFrom } from "#app/assessment/blind.server";
import type { Actor } from "#app/people/roles";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import type { PassedOver, SetAgainst } from "./passed-over";
import type { Outcome } from "./sessions";

/** Why a decision goes against the rank, as its reader may know it. */
export interface WhyAgainst {
  /** The chair said so. */
  said: boolean;
  /** An approval of what does not pass the filters. */
  fails: boolean;
  /** The best placed of those that it passed over. */
  cases: PassedOver[];
  /** How many it passed over; null for who still owes an assessment of some case, whom it would tell its place. */
  count: number | null;
}

/** What a reader is not told: the places of these cases, and how many such cases there are. */
export interface Seen {
  hidden: ReadonlySet<number>;
  /** Whether they owe an assessment of any case. */
  owes: boolean;
}

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

export const namedIn = (setAgainst: SetAgainst | null): number[] =>
  (setAgainst?.cases ?? []).map(({ useCaseId }) => useCaseId);

export function whyAgainst(outcome: Outcome, setAgainst: SetAgainst | null, { hidden, owes }: Seen): WhyAgainst | null {
  if (!setAgainst) return null;
  const { said, passes, cases, count } = setAgainst;
  return {
    said,
    fails: outcome === "approve" && !passes,
    cases: cases.filter(({ useCaseId }) => !hidden.has(useCaseId)),
    count: owes ? null : count,
  };
}
