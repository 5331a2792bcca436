import { and, desc, eq, lt } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { committeeSessions, decisions, people, standings, useCases } from "#db/schema.server";
import type { FaredCount } from "./fared";
import { type Fared, type FaredCases, faredCases, faredOf, promisedUntil } from "./fared.server";
import { isOutcome, type Outcome } from "./sessions";
import { namedIn, type WhyAgainst, whyAgainst } from "./why-against";
import { seenBy } from "./why-against.server";

const PAGE = 50;

export interface AgainstRank {
  id: number;
  reference: string;
  title: Told;
  session: number;
  on: Day;
  outcome: Outcome;
  reason: Told;
  by: string;
  rank: number | null;
  ranked: number | null;
  /** What makes it one; null where that was not kept yet. */
  why: WhyAgainst | null;
  /** Where the case stands now. */
  stage: Stage | null;
  /** What its newest business case promised until the last quarter that is over; null without one. */
  promisedMinor: Minor | null;
  /** Null before the first report in money. */
  realisedMinor: Minor | null;
}

/**
 * One page of what was decided against the rank, the newest first, and how the approvals of both kinds fared.
 * Places of cases that the actor still owes an assessment are left out, and so is how many such cases there are.
 */
export async function againstRankPage(
  db: Reader,
  actor: Actor,
  { before, opened, quarter }: { before: number | null; opened: FaredCount | null; quarter: Quarter },
): Promise<{ rows: AgainstRank[]; next: number | null; fared: Fared[]; opened: FaredCases | null; owes: boolean }> {
  const promised = promisedUntil(db, quarter);
  const rows = await db
    .select({
      id: decisions.id,
      reference: useCases.reference,
      title: useCases.title,
      session: committeeSessions.number,
      on: decisions.on,
      outcome: decisions.outcome,
      reason: decisions.reason,
      by: people.name,
      rank: decisions.rank,
      ranked: decisions.ranked,
      setAgainst: decisions.setAgainst,
      useCaseId: decisions.useCaseId,
      stage: useCases.stage,
      promised: promised.amount,
      realisedMinor: standings.realisedMinor,
    })
    .from(decisions)
    .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
    .innerJoin(committeeSessions, eq(committeeSessions.id, decisions.sessionId))
    .innerJoin(people, eq(people.id, decisions.byId))
    .leftJoin(standings, eq(standings.useCaseId, decisions.useCaseId))
    .leftJoin(promised, eq(promised.useCaseId, decisions.useCaseId))
    .where(and(eq(decisions.againstRank, true), before === null ? undefined : lt(decisions.id, before)))
    .orderBy(desc(decisions.id))
    .limit(PAGE + 1);
  const seen = await seenBy(
    db,
    actor,
    rows.flatMap(({ useCaseId, setAgainst }) => [useCaseId, ...namedIn(setAgainst)]),
  );
  const shown = rows.slice(0, PAGE).flatMap(({ stage, outcome, promised: amount, setAgainst, useCaseId, ...row }) =>
    isOutcome(outcome)
      ? [
          {
            ...row,
            rank: seen.hidden.has(useCaseId) ? null : row.rank,
            outcome,
            why: whyAgainst(outcome, setAgainst, seen),
            stage: isStage(stage) ? stage : null,
            promisedMinor: amount === null ? null : (Number(amount) as Minor),
          },
        ]
      : [],
  );
  return {
    rows: shown,
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    fared: await faredOf(db, quarter),
    opened: opened && (await faredCases(db, quarter, opened, before)),
    owes: seen.owes,
  };
}
