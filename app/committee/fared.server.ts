import { and, count, desc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { committeeSessions, decisions, forecasts, standings, useCases } from "#db/schema.server";
import type { FaredCount } from "./fared";

const PAGE = 50;

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

/** A count of how approvals fared, with the cases that it counts, the newest decision first. */
export interface FaredCases extends FaredCount {
  cases: {
    id: number;
    reference: string;
    title: Told;
    session: number;
    on: Day;
    stage: Stage | null;
    promisedMinor: Minor | null;
    realisedMinor: Minor | null;
  }[];
  next: number | null;
}

/** What each case's newest business case promised to bring in the quarters that are over. */
export function promisedUntil(db: Reader, quarter: Quarter) {
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

export async function faredOf(db: Reader, quarter: Quarter): Promise<Fared[]> {
  const promised = promisedUntil(db, quarter);
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
    .where(inArray(decisions.id, lastApprovals(db)))
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

/** A case may be approved again after a «not now»: its last approval counts. */
const lastApprovals = (db: Reader) =>
  db
    .select({ id: sql<number>`max(${decisions.id})` })
    .from(decisions)
    .where(eq(decisions.outcome, "approve"))
    .groupBy(decisions.useCaseId);

/** The cases that a count is made of: one page. */
export async function faredCases(
  db: Reader,
  quarter: Quarter,
  { kind, part }: FaredCount,
  before: number | null,
): Promise<FaredCases> {
  const promised = promisedUntil(db, quarter);
  const parts = {
    approved: undefined,
    live: inArray(useCases.stage, [...LIVE]),
    stopped: inArray(useCases.stage, [...ENDED]),
    reported: isNotNull(standings.realisedMinor),
  };
  const rows = await db
    .select({
      id: decisions.id,
      reference: useCases.reference,
      title: useCases.title,
      session: committeeSessions.number,
      on: decisions.on,
      stage: useCases.stage,
      promised: promised.amount,
      realisedMinor: standings.realisedMinor,
    })
    .from(decisions)
    .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
    .innerJoin(committeeSessions, eq(committeeSessions.id, decisions.sessionId))
    .leftJoin(standings, eq(standings.useCaseId, decisions.useCaseId))
    .leftJoin(promised, eq(promised.useCaseId, decisions.useCaseId))
    .where(
      and(
        inArray(decisions.id, lastApprovals(db)),
        eq(decisions.againstRank, kind === "against"),
        parts[part],
        before === null ? undefined : lt(decisions.id, before),
      ),
    )
    .orderBy(desc(decisions.id))
    .limit(PAGE + 1);
  const cases = rows.slice(0, PAGE).map(({ stage, promised: amount, ...row }) => ({
    ...row,
    stage: isStage(stage) ? stage : null,
    promisedMinor: amount === null ? null : (Number(amount) as Minor),
  }));
  return { kind, part, cases, next: rows.length > PAGE ? (cases.at(-1)?.id ?? null) : null };
}
