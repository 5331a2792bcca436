import { asc, eq, type SQL, sql } from "drizzle-orm";
import { type Day, daysBetween } from "#app/kernel/day";
import { type Minor, minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { type GateFacts, missingAt, type Requirement } from "#app/use-cases/gates";
import { stageTotals } from "#app/use-cases/list/kept-totals.server";
import { ownQuestions } from "#app/use-cases/own-checks/checks.server";
import type { OwnQuestions } from "#app/use-cases/own-checks/requirement-words";
import { pausesOf } from "#app/use-cases/paused.server";
import { isLive, isStage, type Stage } from "#app/use-cases/stages";
import { mayMoveSomewhere } from "#app/use-cases/who-moves";
import { among } from "#db/among.server";
import type { Reader } from "#db/client.server";
import { departments, people, standings, useCases } from "#db/schema.server";
import { readLimits } from "./limits.server";
import {
  BOARD_STAGES,
  type BoardStage,
  ENDED_STAGES,
  isLimited,
  NEXT_GATE,
  type StageLimits,
  shownOf,
} from "./pipeline";
import type { RollOutTotals } from "./roll-out/roll-out";
import { rollOutsOf } from "./roll-out/totals.server";
import { alertsOf } from "./running/alerts.server";
import type { WarningKind } from "./running/warning";

export interface PipelineCard {
  reference: string;
  title: Told;
  departmentId: number | null;
  department: Told | null;
  owner: string | null;
  /** Days at this stage; null where nobody knows since when. */
  age: number | null;
  relookOn: Day | null;
  npvMinor: Minor | null;
  /** What the next gate still asks for; null where no gate follows. */
  missing: readonly Requirement[] | null;
  /** Whether the reader may take it to another stage. */
  mayMove: boolean;
  /** The gravest warning of its running POC, and how many there are. */
  warning: { kind: WarningKind; count: number } | null;
  /** The incident because of which it is on hold. */
  pausedBy: number | null;
  /** Of a live case whose places were told. */
  rollOut: RollOutTotals | null;
}

export interface PipelineColumn {
  /** Null is not known. */
  stage: BoardStage | null;
  count: number;
  /** Of the cases with a business case; null where none has one. */
  npvMinor: Minor | null;
  /** How many it should hold at most; null where nobody said. */
  limit: number | null;
  cards: PipelineCard[];
}

export interface Pipeline {
  columns: PipelineColumn[];
  limits: StageLimits;
  ended: { stage: (typeof ENDED_STAGES)[number]; count: number }[];
  /** How own checks that cards lack are worded. */
  questions: OwnQuestions;
}

/** The oldest cases of each column, in one query that stops after so many in each. */
async function shownIds(db: Reader, departmentId: number | null, shown: number): Promise<number[]> {
  const own = departmentId === null ? sql`` : sql` and ${useCases.departmentId} = ${departmentId}`;
  const oldest = (where: SQL) =>
    sql`select * from (select ${useCases.id} as id from ${useCases} where ${where}${own}
      order by ${useCases.stageSince}, ${useCases.id} limit ${shown}) as oldest`;
  const parts = [
    ...BOARD_STAGES.map((stage) => oldest(sql`${useCases.stage} = ${stage}`)),
    oldest(sql`${useCases.stage} is null`),
  ];
  const rows = await db.rows<{ id: number }>(sql.join(parts, sql` union all `));
  return rows.map(({ id }) => Number(id));
}

/** The board, in a fixed number of queries. @param factsOf what the gates ask of these cases: a later room's to know */
export async function readPipeline(
  db: Reader,
  actor: Actor,
  { departmentId, today }: { departmentId: number | null; today: Day },
  factsOf: (ids: readonly number[]) => Promise<ReadonlyMap<number, GateFacts>>,
): Promise<Pipeline> {
  const totals = await stageTotals(db, departmentId);
  const onBoard = totals.filter(({ stage }) => stage === null || (BOARD_STAGES as readonly string[]).includes(stage));
  const cases = onBoard.reduce((sum, total) => sum + total.cases, 0);
  const ids = await shownIds(db, departmentId, shownOf(cases));
  const limits = await readLimits(db);
  const rows = ids.length
    ? await db
        .select({
          id: useCases.id,
          reference: useCases.reference,
          title: useCases.title,
          stage: useCases.stage,
          stageSince: useCases.stageSince,
          relookOn: useCases.relookOn,
          departmentId: useCases.departmentId,
          authorId: useCases.authorId,
          coAuthorId: useCases.coAuthorId,
          ownerId: useCases.ownerId,
          technicalOwnerId: useCases.technicalOwnerId,
          department: departments.name,
          owner: people.name,
          npvMinor: standings.npvMinor,
        })
        .from(useCases)
        .leftJoin(departments, eq(departments.id, useCases.departmentId))
        .leftJoin(people, eq(people.id, useCases.ownerId))
        .leftJoin(standings, eq(standings.useCaseId, useCases.id))
        .where(among(db, useCases.id, ids))
        .orderBy(asc(useCases.stageSince), asc(useCases.id))
    : [];
  const facts = await factsOf(rows.filter(({ stage }) => isStage(stage) && NEXT_GATE[stage]).map(({ id }) => id));
  const alerts = await alertsOf(
    db,
    rows.filter(({ stage }) => stage === "poc").map(({ id }) => id),
    today,
  );
  const rollOuts = await rollOutsOf(
    db,
    rows.filter(({ stage }) => isStage(stage) && isLive(stage)).map(({ id }) => id),
  );
  const warningOf = (id: number) => {
    const { warnings } = alerts.get(id) ?? { warnings: [] };
    return warnings[0] ? { kind: warnings[0].kind, count: warnings.length } : null;
  };
  const pauses = await pausesOf(
    db,
    rows.filter(({ stage }) => stage === "on-hold").map(({ id }) => id),
  );
  const cardOf = (row: (typeof rows)[number]): PipelineCard => {
    const next = isStage(row.stage) ? NEXT_GATE[row.stage] : undefined;
    const known = facts.get(row.id);
    const { reference, title, departmentId: own, department, owner, relookOn, npvMinor } = row;
    const mayMove = mayMoveSomewhere(actor, { ...row, stage: isStage(row.stage) ? row.stage : null });
    const age = row.stageSince === null ? null : daysBetween(row.stageSince, today);
    const missing = next && known ? missingAt(next, known) : null;
    const said = { departmentId: own, department, owner, relookOn, npvMinor, age, missing };
    const rollOut = rollOuts.get(row.id) ?? null;
    return {
      reference,
      title,
      ...said,
      mayMove,
      warning: warningOf(row.id),
      rollOut,
      pausedBy: pauses.get(row.id)?.incidentId ?? null,
    };
  };
  const totalOf = (stage: Stage | null) => totals.find((total) => total.stage === stage);
  const column = (stage: BoardStage | null): PipelineColumn => {
    const total = totalOf(stage);
    return {
      stage,
      count: total?.cases ?? 0,
      npvMinor: total?.valued ? minor(total.npvMinor) : null,
      limit: isLimited(stage) ? (limits[stage] ?? null) : null,
      cards: rows.filter((row) => row.stage === stage).map(cardOf),
    };
  };
  return {
    // A portfolio that knows where everything stands has no such column.
    columns: [...BOARD_STAGES.map(column), ...(totalOf(null) ? [column(null)] : [])],
    limits,
    questions: await ownQuestions(db),
    ended: ENDED_STAGES.map((stage) => ({ stage, count: totalOf(stage)?.cases ?? 0 })),
  };
}

/** What the board can be narrowed to. */
export function activeDepartments(db: Reader) {
  return db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
}
