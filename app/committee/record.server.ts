import { and, eq, sql } from "drizzle-orm";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { calibrationOf } from "#app/business-cases/calibrated";
import { type Scenario, scenarios } from "#app/business-cases/scenarios";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import { hiddenColumn } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { decisions, people, useCases } from "#db/schema.server";
import { isOutcome, type Outcome } from "./sessions";
import { sessionByNumber } from "./sessions.server";
import type { Snapshot } from "./snapshot";
import { namedIn, type WhyAgainst, whyAgainst } from "./why-against";
import { seenBy } from "./why-against.server";

export interface DecisionRecord {
  session: number;
  reference: string;
  title: Told;
  outcome: Outcome;
  reason: Told;
  by: string;
  on: Day;
  rank: number | null;
  ranked: number | null;
  scoresHidden: boolean;
  /** What makes it a decision against the rank; null where it is none, or where that was not kept yet. */
  against: WhyAgainst | null;
  /** Whether the reader still owes an assessment of some case, and so is not told of all. */
  owes: boolean;
  /** The likely case beside the scenarios that its author had named, as they stood then. */
  scenarios: Scenario[];
  snapshot: Snapshot;
}

/** A decision with the whole record as the committee saw it. @throws Refusal 404 where nothing was decided */
export async function decisionRecord(
  db: Reader,
  actor: Actor,
  number: number,
  reference: string | undefined,
): Promise<DecisionRecord> {
  const session = await sessionByNumber(db, number);
  const useCase = await caseByReference(db, reference);
  const [row] = await db
    .select({ decision: decisions, by: people.name, scoresHidden: hiddenColumn(scoresHiddenFrom(actor)) })
    .from(decisions)
    .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
    .innerJoin(people, eq(people.id, decisions.byId))
    .where(and(eq(decisions.sessionId, session.id), sql`${useCases.id} = ${useCase.id}`));
  if (!row || !isOutcome(row.decision.outcome)) {
    throw new Refusal(404, "committee.refusal.no-decision", { number, reference: useCase.reference });
  }
  const { decision, by, scoresHidden } = row;
  const snapshot = decision.snapshot as Snapshot;
  // Who voted how, and why, is for those who judge; who still owes an assessment sees no scores.
  const votes = permits(actor, "note.read") ? snapshot.votes : undefined;
  const seen: Snapshot = scoresHidden
    ? {
        ...snapshot,
        votes,
        criteria: [],
        filters: [],
        standing: snapshot.standing && { ...snapshot.standing, value: null, complexity: null, contested: 0 },
      }
    : { ...snapshot, votes };
  const told = await seenBy(db, actor, namedIn(decision.setAgainst));
  const outcome = isOutcome(decision.outcome) ? decision.outcome : "ask";
  return {
    session: number,
    reference: useCase.reference,
    title: useCase.title,
    outcome,
    reason: decision.reason,
    by,
    on: decision.on,
    rank: scoresHidden ? null : decision.rank,
    ranked: decision.ranked,
    scoresHidden: Boolean(scoresHidden),
    against: decision.againstRank ? whyAgainst(outcome, decision.setAgainst, told) : null,
    owes: told.owes,
    scenarios: scenariosIn(snapshot),
    snapshot: {
      title: seen.title,
      stage: seen.stage,
      need: seen.need,
      affected: seen.affected,
      expectedBenefit: seen.expectedBenefit,
      dataInvolved: seen.dataInvolved,
      standing: seen.standing,
      filters: seen.filters,
      criteria: seen.criteria,
      businessCase: seen.businessCase && {
        ...seen.businessCase,
        lines: seen.businessCase.lines.filter((line) => calibrationOf(line)),
      },
      present: seen.present,
      inWriting: seen.inWriting,
      votes: seen.votes,
    },
  };
}

function scenariosIn({ businessCase }: Snapshot): Scenario[] {
  if (!businessCase?.scenarios?.length) return [];
  const { firstQuarter, horizonQuarters, discountRate, lines, scenarios: kept } = businessCase;
  return scenarios({ firstQuarter, horizonQuarters, discountRate, lines }, null, kept).filter(
    ({ name }) => name === "likely" || name === "kept",
  );
}
