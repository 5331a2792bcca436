import { and, asc, eq, inArray } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import { conflictsOf } from "#app/assessment/declare-conflict.server";
import { answersOf, type LineAnswer } from "#app/business-cases/calibrated";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { type HiddenScores, hiddenColumn } from "#app/use-cases/hidden-scores.server";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import {
  agendaItems,
  businessCases,
  decisions,
  departments,
  people,
  pocs,
  stageChanges,
  useCases,
} from "#db/schema.server";
import { type Condition, conditionsOfSession } from "./conditions.server";
import { figuresOf } from "./figures.server";
import { stops } from "./filters";
import type { Seat } from "./quorum";
import { isOutcome, type Outcome, outcomesAt } from "./sessions";
import type { CommitteeSession } from "./sessions.server";
import { type Figure, type Figures, movedSince } from "./shortlist";
import type { Snapshot } from "./snapshot";
import { readVotes } from "./vote.server";
import { type CastVote, counted, goesAgainstVotes, type Tally, tallyOf, type Vote } from "./votes";

export interface AgendaCase {
  reference: string;
  title: Told;
  department: Told | null;
  stage: Stage | null;
  /** The reader still owes an assessment of it: its scores, rank and filters are not known to them. */
  scoresHidden: boolean;
  /** As decided on, or as frozen, or of now; what is hidden is not known. */
  figures: Figures;
  /** Whether they are those of the session's day, and open to what they came of then. */
  kept: boolean;
  /** Which of them are others today: on a frozen shortlist of an open session. */
  moved: Figure[];
  /** The figures of now, where some moved. */
  now: Figures | null;
  /** Another open session that it waits in: from before a case waited on one agenda at a time. */
  alsoOn: number | null;
  hasBusinessCase: boolean;
  /** What its author answered to calibration, line by line, as decided on or as of now. */
  calibration: LineAnswer[];
  outcomes: readonly Outcome[];
  mayDecide: boolean;
  /** The reader declared a conflict of interest in it: they neither vote nor decide, nor see how the others vote. */
  conflicted: boolean;
  /** What a closed POC taught: the learning of a case that stops. */
  learning: Told | null;
  decision: {
    outcome: Outcome;
    reason: Told;
    relookOn: Day | null;
    againstRank: boolean;
    /** What most voted for, where the decision differs. */
    againstVotes: Vote | null;
    quorate: boolean;
    budgetMinor: Minor | null;
    overridden: string[] | null;
    by: string;
  } | null;
  asked: Condition[];
  mayVote: boolean;
  /** What the reader said. */
  ownVote: { vote: Vote; why: Told | null } | null;
  /** What all said; null until the reader said something themselves, so that nobody follows the first. */
  votes: { tally: Tally; cast: CastVote[] } | null;
  /** Who has voted on it, not how, as long as nothing is decided; for those who judge. */
  votedBy: string[];
  /** Who can be asked for something: whom the case concerns, and the committee. */
  askable: { id: number; name: string }[];
}

/** The cases on a session's table. A fixed number of queries. */
export async function agendaOf(
  db: Reader,
  actor: Actor,
  session: CommitteeSession,
  hidden: HiddenScores,
  seats: readonly Seat[],
  elsewhere: ReadonlyMap<number, number> = new Map(),
): Promise<{ items: AgendaCase[]; ids: number[] }> {
  const sessionId = session.id;
  const rows = await db
    .select({
      useCase: useCases,
      department: departments.name,
      frozen: agendaItems.figures,
      decision: decisions,
      by: people.name,
      overridden: stageChanges.overridden,
      scoresHidden: hiddenColumn(hidden),
    })
    .from(agendaItems)
    .innerJoin(useCases, eq(useCases.id, agendaItems.useCaseId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(decisions, and(eq(decisions.sessionId, sessionId), eq(decisions.useCaseId, useCases.id)))
    .leftJoin(people, eq(people.id, decisions.byId))
    .leftJoin(stageChanges, and(eq(stageChanges.useCaseId, useCases.id), eq(stageChanges.decisionId, decisions.id)))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
  const ids = rows.map(({ useCase }) => useCase.id);
  const today = await figuresOf(db, ids, hiddenFromAll(actor));
  const asked = await conditionsOfSession(db, sessionId);
  const votes = await readVotes(db, sessionId);
  const askable = await askableOf(
    db,
    rows.map(({ useCase }) => useCase),
    seats,
  );
  const conflicts = await conflictsOf(db, actor.personId, ids);
  const there = seats.some(({ id, present, wrote }) => id === actor.personId && (present || wrote));
  const judges = permits(actor, "note.read");
  const learnings = ids.length
    ? await db
        .select({ useCaseId: pocs.useCaseId, learning: pocs.learning })
        .from(pocs)
        .where(inArray(pocs.useCaseId, ids))
        .orderBy(asc(pocs.id))
    : [];
  const written = ids.length
    ? await db
        .select({ useCaseId: businessCases.useCaseId, lines: businessCases.lines })
        .from(businessCases)
        .where(inArray(businessCases.useCaseId, ids))
        .orderBy(asc(businessCases.number))
    : [];
  const newest = new Map(written.map(({ useCaseId, lines }) => [useCaseId, lines]));
  const learned = new Map(learnings.map(({ useCaseId, learning }) => [useCaseId, learning]));
  const items = rows.map((row): AgendaCase => {
    const { useCase, department, frozen, decision, by, overridden, scoresHidden } = row;
    const stage = isStage(useCase.stage) ? useCase.stage : null;
    const now = today.get(useCase.id) ?? NO_FIGURES;
    // Minutes show a case as the committee saw it, whatever became of it since.
    const figures = decision ? decidedOn(decision, frozen ?? now) : (frozen ?? now);
    const cast = votes.filter((vote) => vote.useCaseId === useCase.id);
    const own = cast.find(({ personId }) => personId === actor.personId);
    const open = session.status === "planned" && !decision;
    // A session that was taken back tells no votes: its cases come to another.
    const voted = session.status === "closed" || decision !== null;
    const conflicted = conflicts.has(useCase.id);
    const mayDecide = !conflicted && !scoresHidden && permits(actor, "decision.take", useCase);
    const mayVote = open && there && !conflicted && permits(actor, "session.vote", useCase);
    // What was declared after a case was decided on, or its session closed, takes nothing from what was said there.
    const kept = decision ? (decision.snapshot as Snapshot).votes : undefined;
    const ended = session.closedAt?.getTime() ?? Number.POSITIVE_INFINITY;
    const told =
      kept ??
      cast.map(({ name, vote, why, setAsideAt }): CastVote => {
        const before = typeof setAsideAt === "number" && setAsideAt <= ended;
        return { name, vote, why, setAsideAt: before ? setAsideAt : null };
      });
    const tally = tallyOf(counted(told));
    return {
      reference: useCase.reference,
      title: useCase.title,
      department,
      stage,
      scoresHidden,
      figures: scoresHidden ? { ...figures, ...VEIL } : figures,
      kept: decision !== null || frozen !== null,
      now: open && frozen ? (scoresHidden ? { ...now, ...VEIL } : now) : null,
      moved:
        open && frozen ? movedSince(frozen, now).filter((figure) => !scoresHidden || !TELLS_SCORES.has(figure)) : [],
      alsoOn: decision ? null : (elsewhere.get(useCase.id) ?? null),
      hasBusinessCase: newest.has(useCase.id),
      calibration: answersOf(
        (decision ? (decision.snapshot as Snapshot).businessCase?.lines : newest.get(useCase.id)) ?? [],
      ),
      outcomes: outcomesAt(stage),
      mayDecide,
      conflicted,
      learning: learned.get(useCase.id) ?? null,
      decision:
        decision && isOutcome(decision.outcome)
          ? {
              outcome: decision.outcome,
              reason: decision.reason,
              relookOn: decision.relookOn,
              againstRank: decision.againstRank,
              againstVotes: goesAgainstVotes(decision.outcome, tally) ? tally.majority : null,
              quorate: decision.quorate,
              budgetMinor: decision.budgetMinor,
              overridden,
              by: by ?? "",
            }
          : null,
      asked: asked.filter(({ useCaseId }) => useCaseId === useCase.id),
      mayVote,
      ownVote: own ? { vote: own.vote, why: own.why } : null,
      votes:
        cast.length > 0 && (voted || (open && (own || !(mayVote || conflicted)))) && (judges || voted)
          ? { tally, cast: judges ? told : [] }
          : null,
      votedBy: open && judges ? cast.filter(({ setAsideAt }) => !setAsideAt).map(({ name }) => name) : [],
      askable: open && mayDecide ? (askable.get(useCase.id) ?? []) : [],
    };
  });
  return { items: inReadersOrder(items), ids };
}

/** A drawn agenda is in the order of the ranks: whoever owes an assessment reads it by reference. */
export function inReadersOrder<Item extends { reference: string; scoresHidden: boolean }>(items: Item[]): Item[] {
  const isTold = items.every(({ scoresHidden }) => !scoresHidden);
  return isTold ? items : items.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** What is hidden from those who still owe an assessment. */
const TELLS_SCORES: ReadonlySet<Figure> = new Set<Figure>(["value", "complexity", "rank", "filtersFailed"]);

export const VEIL = { value: null, complexity: null, rank: null, filtersFailed: 0 };

const NO_FIGURES: Figures = {
  ...{ value: null, complexity: null, assessments: 0, npvMinor: null, npvP50Minor: null, totalCostMinor: null },
  ...{ paybackQuarters: null, rank: null, ranked: 0, filtersFailed: 0 },
};

/** The figures of a decision: what `decide` kept in its snapshot, and its place of that moment. */
function decidedOn({ snapshot, rank, ranked }: typeof decisions.$inferSelect, otherwise: Figures): Figures {
  const { standing, filters } = snapshot as Snapshot;
  return {
    value: standing?.value ?? null,
    complexity: standing?.complexity ?? null,
    assessments: standing?.assessments ?? 0,
    npvMinor: standing?.npvMinor ?? null,
    npvP50Minor: standing?.npvP50Minor ?? null,
    totalCostMinor: standing?.totalCostMinor ?? null,
    paybackQuarters: standing?.paybackQuarters ?? null,
    rank,
    ranked: ranked ?? 0,
    filtersFailed: filters ? filters.filter(({ state }) => stops(state)).length : otherwise.filtersFailed,
  };
}

/** Whom the committee can ask about each case: its people first, then its own members. One query. */
async function askableOf(db: Reader, cases: readonly (typeof useCases.$inferSelect)[], seats: readonly Seat[]) {
  const partiesOf = (one: (typeof cases)[number]) => [one.ownerId, one.authorId, one.coAuthorId, one.technicalOwnerId];
  const ids = [...new Set(cases.flatMap(partiesOf))].filter((id) => id !== null);
  const named = ids.length
    ? await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(and(inArray(people.id, ids), eq(people.active, true)))
    : [];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const members = seats.map(({ id, name }) => ({ id, name }));
  return new Map(
    cases.map((one) => {
      const parties = [...new Set(partiesOf(one))].flatMap((id) => {
        const name = id === null ? undefined : names.get(id);
        return id !== null && name !== undefined ? [{ id, name }] : [];
      });
      const known = new Set(parties.map(({ id }) => id));
      return [one.id, [...parties, ...members.filter(({ id }) => !known.has(id))]];
    }),
  );
}
