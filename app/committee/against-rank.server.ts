import { and, count, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { committeeSessions, decisions, forecasts, people, standings, useCases } from "#db/schema.server";
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

/** How approvals of one kind fared: those with the rank beside those against it. */
export interface Fared {
  against: boolean;
  approved: number;
  live: number;
  stopped: number;
  /** Of cases of which something was reported in money. */
  reported: number;
  promisedMinor: Minor;
  realisedMinor: Minor;
}

/**
 * One page of what was decided against the rank, the newest first, and how the approvals of both kinds fared.
 * Places of cases that the actor still owes an assessment are left out, and so is how many such cases there are.
 */
export async function againstRankPage(
  db: Reader,
  actor: Actor,
  { before, quarter }: { before: number | null; quarter: Quarter },
): Promise<{ rows: AgainstRank[]; next: number | null; fared: Fared[]; owes: boolean }> {
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
    owes: seen.owes,
  };
}

/** What each case's newest business case promised to bring in the quarters that are over. */
function promisedUntil(db: Reader, quarter: Quarter) {
  return db
    .select({
      useCaseId: forecasts.useCaseId,
      amount: sql<number | null>`sum(${forecasts.benefitMinor})`.as("promised_amount"),
    })
    .from(forecasts)
    .where(lt(forecasts.quarter, quarter))
    .groupBy(forecasts.useCaseId)
    .as("promised");
}

const LIVE: readonly Stage[] = ["pilot", "production"];
const ENDED: readonly Stage[] = ["stopped", "rejected", "retired"];

async function faredOf(db: Reader, quarter: Quarter): Promise<Fared[]> {
  const promised = promisedUntil(db, quarter);
  // A case may be approved again after a «not now»: its last approval counts.
  const last = db
    .select({ id: sql<number>`max(${decisions.id})` })
    .from(decisions)
    .where(eq(decisions.outcome, "approve"))
    .groupBy(decisions.useCaseId);
  const stageIn = (stages: readonly Stage[]) =>
    sql<number>`coalesce(sum(case when ${inArray(useCases.stage, [...stages])} then 1 else 0 end), 0)`;
  const known = sql`${standings.realisedMinor} is not null`;
  const rows = await db
    .select({
      against: decisions.againstRank,
      approved: count(),
      live: stageIn(LIVE),
      stopped: stageIn(ENDED),
      reported: sql<number>`coalesce(sum(case when ${known} then 1 else 0 end), 0)`,
      promised: sql<number>`coalesce(sum(case when ${known} then ${promised.amount} else 0 end), 0)`,
      realised: sql<number>`coalesce(sum(${standings.realisedMinor}), 0)`,
    })
    .from(decisions)
    .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
    .leftJoin(standings, eq(standings.useCaseId, decisions.useCaseId))
    .leftJoin(promised, eq(promised.useCaseId, decisions.useCaseId))
    .where(inArray(decisions.id, last))
    .groupBy(decisions.againstRank);
  const of = (against: boolean): Fared => {
    const row = rows.find((one) => Boolean(one.against) === against);
    return {
      against,
      approved: Number(row?.approved ?? 0),
      live: Number(row?.live ?? 0),
      stopped: Number(row?.stopped ?? 0),
      reported: Number(row?.reported ?? 0),
      promisedMinor: Number(row?.promised ?? 0) as Minor,
      realisedMinor: Number(row?.realised ?? 0) as Minor,
    };
  };
  return [of(true), of(false)];
}
