import { and, eq } from "drizzle-orm";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { calibrationOf } from "#app/business-cases/calibrated";
import { type Evaluation, evaluate } from "#app/business-cases/evaluate";
import { type Scenario, scenarios } from "#app/business-cases/scenarios";
import type { Simulation } from "#app/business-cases/simulate";
import { simulated } from "#app/business-cases/simulated.server";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import { hiddenColumn } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { agendaItems, decisions, people, useCases } from "#db/schema.server";
import { VEIL } from "./agenda.server";
import type { RankBasis } from "./rank-basis";
import { quadrantOf } from "./ranking";
import { isOutcome, type Outcome } from "./sessions";
import { sessionByNumber } from "./sessions.server";
import type { Figures } from "./shortlist";
import type { Snapshot } from "./snapshot";
import { namedIn, type WhyAgainst, whyAgainst } from "./why-against";
import { seenBy } from "./why-against.server";

/** A case as a session had it before it: what its figures came of, and what was decided. */
export interface CaseRecord {
  session: number;
  reference: string;
  title: Told;
  /** Null where the session has not decided on it, or never did: its figures were frozen all the same. */
  decision: { outcome: Outcome; reason: Told; by: string; on: Day } | null;
  /** When the figures were frozen, in milliseconds. */
  frozenAt: number | null;
  figures: Figures | null;
  scoresHidden: boolean;
  /** What makes it a decision against the rank; null where it is none, or where that was not kept yet. */
  against: WhyAgainst | null;
  /** Whether the reader still owes an assessment of some case, and so is not told of all. */
  owes: boolean;
  /** The likely case beside the scenarios that its author had named, as they stood then. */
  scenarios: Scenario[];
  /** The business case of that day, worked out. */
  evaluation: Evaluation | null;
  simulation: Simulation | null;
  basis: RankBasis | null;
  snapshot: Snapshot;
}

/**
 * A case with all that a session knew of it: as it decided, or as its figures were frozen.
 * @throws Refusal 404 where nothing was decided on it and nothing frozen
 */
export async function caseRecord(
  db: Reader,
  actor: Actor,
  number: number,
  reference: string | undefined,
): Promise<CaseRecord> {
  const session = await sessionByNumber(db, number);
  const useCase = await caseByReference(db, reference);
  const [row] = await db
    .select({
      item: agendaItems,
      decision: decisions,
      by: people.name,
      scoresHidden: hiddenColumn(scoresHiddenFrom(actor)),
    })
    .from(useCases)
    .leftJoin(agendaItems, and(eq(agendaItems.useCaseId, useCases.id), eq(agendaItems.sessionId, session.id)))
    .leftJoin(decisions, and(eq(decisions.useCaseId, useCases.id), eq(decisions.sessionId, session.id)))
    .leftJoin(people, eq(people.id, decisions.byId))
    .where(eq(useCases.id, useCase.id));
  const decision = row?.decision ?? null;
  const frozen = row?.item?.figures ?? null;
  if (!row || (!decision && !frozen)) {
    throw new Refusal(404, "committee.refusal.no-decision", { number, reference: useCase.reference });
  }
  const snapshot: Snapshot = decision ? (decision.snapshot as Snapshot) : (row.item?.inputs ?? {});
  const scoresHidden = Boolean(row.scoresHidden);
  const seen = seenIn(snapshot, scoresHidden, permits(actor, "note.read"));
  const told = await seenBy(db, actor, namedIn(decision?.setAgainst ?? null));
  const outcome = decision && isOutcome(decision.outcome) ? decision.outcome : "ask";
  const { businessCase } = seen;
  return {
    ...{ session: number, reference: useCase.reference, title: useCase.title, scoresHidden },
    decision: decision && { outcome, reason: decision.reason, by: row.by ?? "", on: decision.on },
    frozenAt: session.frozenAt?.getTime() ?? null,
    figures: figuresIn(seen, decision, frozen, scoresHidden),
    against: decision?.againstRank ? whyAgainst(outcome, decision.setAgainst, told) : null,
    owes: told.owes,
    scenarios: scenariosIn(snapshot),
    evaluation: businessCase ? evaluate(businessCase) : null,
    simulation: businessCase ? simulated(businessCase) : null,
    basis: basisIn(seen),
    snapshot: {
      title: seen.title,
      stage: seen.stage,
      need: seen.need,
      affected: seen.affected,
      expectedBenefit: seen.expectedBenefit,
      dataInvolved: seen.dataInvolved,
      filters: seen.filters,
      criteria: seen.criteria,
      round: seen.round,
      overrides: seen.overrides,
      businessCase: businessCase && {
        ...businessCase,
        lines: businessCase.lines.filter((line) => calibrationOf(line)),
      },
      present: seen.present,
      inWriting: seen.inWriting,
      votes: seen.votes,
    },
  };
}

/** Who voted how, and why, is for those who judge; who still owes an assessment sees no scores, nor what follows from them. */
function seenIn(snapshot: Snapshot, scoresHidden: boolean, judges: boolean): Snapshot {
  const votes = judges ? snapshot.votes : undefined;
  if (!scoresHidden) return { ...snapshot, votes };
  const standing = snapshot.standing && { ...snapshot.standing, value: null, complexity: null, contested: 0 };
  return { ...snapshot, votes, standing, criteria: [], filters: [], round: null, overrides: [], place: null };
}

function figuresIn(
  { standing }: Snapshot,
  decision: typeof decisions.$inferSelect | null,
  frozen: Figures | null,
  scoresHidden: boolean,
): Figures | null {
  if (!decision) return frozen && (scoresHidden ? { ...frozen, ...VEIL } : frozen);
  if (!standing) return null;
  return { ...standing, rank: scoresHidden ? null : decision.rank, ranked: decision.ranked ?? 0, filtersFailed: 0 };
}

/** What the rank of that day was made of; of older records all but the probability of success. */
function basisIn({ standing, place, filters = [] }: Snapshot): RankBasis | null {
  if (!standing || place === null) return null;
  const { value, complexity, npvP50Minor, totalCostMinor } = standing;
  if (value === null || complexity === null || npvP50Minor === null || totalCostMinor === null) return null;
  const checks = filters.map(({ name, field, state, actual = null, why }) => ({
    filter: { name, field },
    ...{ state, actual, ...(why ? { why } : {}) },
  }));
  const unkept = { quadrant: quadrantOf(value, complexity), probability: null, riskAdjustedNpv: 0, perCost: null };
  return { checks, value, complexity, npvP50Minor, totalCostMinor, ...(place ?? unkept) };
}

function scenariosIn({ businessCase }: Snapshot): Scenario[] {
  if (!businessCase?.scenarios?.length) return [];
  const { firstQuarter, horizonQuarters, discountRate, lines, scenarios: kept } = businessCase;
  return scenarios({ firstQuarter, horizonQuarters, discountRate, lines }, null, kept).filter(
    ({ name }) => name === "likely" || name === "kept",
  );
}
