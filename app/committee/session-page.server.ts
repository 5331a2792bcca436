import { and, asc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { hiddenFromAll, scoresHiddenFrom } from "#app/assessment/blind.server";
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
  attendances,
  businessCases,
  decisions,
  departments,
  people,
  pocs,
  stageChanges,
  standings,
  useCases,
} from "#db/schema.server";
import { readPlaces } from "./places.server";
import { isOutcome, type Outcome, outcomesAt } from "./sessions";
import { committeeMembers, sessionByNumber } from "./sessions.server";

export interface AgendaCase {
  reference: string;
  title: Told;
  department: Told | null;
  stage: Stage | null;
  /** The reader still owes an assessment of it: its scores, rank and filters are not known to them. */
  scoresHidden: boolean;
  value: number | null;
  complexity: number | null;
  assessments: number;
  npvMinor: Minor | null;
  paybackQuarters: number | null;
  hasBusinessCase: boolean;
  rank: number | null;
  /** How many were ranked, when it was. */
  ranked: number | null;
  filtersFailed: number | null;
  outcomes: readonly Outcome[];
  mayDecide: boolean;
  /** What a closed POC taught: the learning of a case that stops. */
  learning: Told | null;
  decision: {
    outcome: Outcome;
    reason: Told;
    relookOn: Day | null;
    againstRank: boolean;
    overridden: string[] | null;
    by: string;
  } | null;
}

/** Cases that a session is offered: those that wait longest. */
const CANDIDATES = 100;

export interface SessionPage {
  number: number;
  version: number;
  heldOn: Day;
  status: "planned" | "closed";
  chair: string | null;
  quorum: number;
  notes: Told | null;
  members: { id: number; name: string; roles: string[]; present: boolean }[];
  present: number;
  hasQuorum: boolean;
  /** Reviewers whose absence the minutes note. */
  missingReviewers: ("security" | "legal")[];
  agenda: AgendaCase[];
  /** Cases that could come to this session: assessed, due for another look, or a POC with its verdict. */
  candidates: { reference: string; title: Told; why: "assessed" | "re-look" | "verdict" }[];
  mayPlan: boolean;
}

/** One session as a page shows it, in a fixed number of queries. */
export async function sessionPage(
  db: Reader,
  actor: Actor,
  number: number,
  calendar: { today: Day; assessmentsNeeded: number },
): Promise<SessionPage> {
  const session = await sessionByNumber(db, number);
  const here = await db
    .select({ personId: attendances.personId })
    .from(attendances)
    .where(eq(attendances.sessionId, session.id));
  const presentIds = new Set(here.map(({ personId }) => personId));
  const members = (await committeeMembers(db)).map((member) => ({ ...member, present: presentIds.has(member.id) }));
  const chair = session.chairId
    ? await db.select({ name: people.name }).from(people).where(eq(people.id, session.chairId))
    : [];
  const hidden = scoresHiddenFrom(actor);
  const agenda = await agendaOf(db, actor, session.id, hidden);
  const mayPlan = permits(actor, "session.plan");
  const onAgenda = agenda.map(({ reference }) => reference);
  const heard = (role: string) => members.some((member) => member.present && member.roles.includes(role));
  return {
    number,
    version: session.version,
    heldOn: session.heldOn,
    status: session.status,
    chair: chair[0]?.name ?? null,
    quorum: session.quorum,
    notes: session.notes,
    members,
    present: presentIds.size,
    hasQuorum: presentIds.size >= session.quorum,
    missingReviewers: (["security", "legal"] as const).filter((role) => !heard(role)),
    agenda,
    candidates:
      mayPlan && session.status === "planned"
        ? await candidatesFor(db, onAgenda, session.heldOn, calendar.assessmentsNeeded)
        : [],
    mayPlan,
  };
}

async function agendaOf(db: Reader, actor: Actor, sessionId: number, hidden: HiddenScores): Promise<AgendaCase[]> {
  const rows = await db
    .select({
      useCase: useCases,
      department: departments.name,
      standing: standings,
      decision: decisions,
      by: people.name,
      overridden: stageChanges.overridden,
      scoresHidden: hiddenColumn(hidden),
      businessCases: sql<number>`(select count(*) from ${businessCases} where ${businessCases.useCaseId} = ${useCases.id})`,
    })
    .from(agendaItems)
    .innerJoin(useCases, eq(useCases.id, agendaItems.useCaseId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(standings, eq(standings.useCaseId, useCases.id))
    .leftJoin(decisions, and(eq(decisions.sessionId, sessionId), eq(decisions.useCaseId, useCases.id)))
    .leftJoin(people, eq(people.id, decisions.byId))
    .leftJoin(stageChanges, and(eq(stageChanges.useCaseId, useCases.id), eq(stageChanges.decisionId, decisions.id)))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position));
  const ids = rows.map(({ useCase }) => useCase.id);
  const ranking = await readPlaces(db, ids, hiddenFromAll(actor));
  const learnings = ids.length
    ? await db
        .select({ useCaseId: pocs.useCaseId, learning: pocs.learning })
        .from(pocs)
        .where(inArray(pocs.useCaseId, ids))
        .orderBy(asc(pocs.id))
    : [];
  const learned = new Map(learnings.map(({ useCaseId, learning }) => [useCaseId, learning]));
  return rows.map((row) => {
    const { useCase, department, standing, decision, by, overridden, scoresHidden, businessCases: written } = row;
    const stage = isStage(useCase.stage) ? useCase.stage : null;
    const place = ranking.byId.get(useCase.id);
    // Minutes show a case as the committee saw it, whatever became of it since.
    const seen = decision ? standingIn(decision.snapshot) : standing;
    return {
      reference: useCase.reference,
      title: useCase.title,
      department,
      stage,
      scoresHidden,
      value: scoresHidden ? null : (seen?.value ?? null),
      complexity: scoresHidden ? null : (seen?.complexity ?? null),
      assessments: seen?.assessments ?? 0,
      npvMinor: seen?.npvMinor ?? null,
      paybackQuarters: seen?.paybackQuarters ?? null,
      hasBusinessCase: Number(written) > 0,
      rank: scoresHidden ? null : ((decision ? decision.rank : place?.rank) ?? null),
      ranked: decision ? decision.ranked : ranking.ranked,
      filtersFailed: scoresHidden ? null : (place?.filtersFailed ?? 0),
      outcomes: outcomesAt(stage),
      mayDecide: permits(actor, "decision.take", useCase),
      learning: learned.get(useCase.id) ?? null,
      decision:
        decision && isOutcome(decision.outcome)
          ? {
              outcome: decision.outcome,
              reason: decision.reason,
              relookOn: decision.relookOn,
              againstRank: decision.againstRank,
              overridden,
              by: by ?? "",
            }
          : null,
    };
  });
}

/** What `decide` keeps of the standing in its snapshot. */
function standingIn({ standing }: Record<string, unknown>): typeof standings.$inferSelect | null {
  return (standing ?? null) as typeof standings.$inferSelect | null;
}

/** Each reason by its own way through the index, which stops at the last one shown; together they are put in order. */
async function candidatesFor(db: Reader, onAgenda: string[], heldOn: Day, needed: number) {
  const free = onAgenda.length ? notInArray(useCases.reference, onAgenda) : undefined;
  const oldest = (stage: Stage, due: SQL) =>
    sql`select * from (select ${useCases.id} as id from ${useCases}
      where ${and(eq(useCases.stage, stage), due, free)}
      order by ${useCases.stageSince}, ${useCases.id} limit ${CANDIDATES}) as oldest`;
  const standing = sql`exists (select 1 from ${standings} where ${standings.useCaseId} = ${useCases.id}`;
  const found = await db.rows<{ id: number }>(
    sql.join(
      [
        oldest("assessment", sql`${standing} and ${standings.assessments} >= ${needed})`),
        oldest("on-hold", sql`${useCases.relookOn} <= ${heldOn}`),
        oldest(
          "poc",
          sql`exists (select 1 from ${pocs} where ${pocs.useCaseId} = ${useCases.id} and ${pocs.verdict} is not null)`,
        ),
      ],
      sql` union all `,
    ),
  );
  const ids = found.map(({ id }) => Number(id));
  const rows = ids.length
    ? await db
        .select({ reference: useCases.reference, title: useCases.title, stage: useCases.stage })
        .from(useCases)
        .where(inArray(useCases.id, ids))
        .orderBy(asc(useCases.stageSince), asc(useCases.id))
        .limit(CANDIDATES)
    : [];
  return rows.map(({ reference, title, stage }) => ({
    reference,
    title,
    why: stage === "assessment" ? ("assessed" as const) : stage === "poc" ? ("verdict" as const) : ("re-look" as const),
  }));
}
