import { and, asc, eq, gt, inArray, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Actor } from "#app/people/roles";
import { debtsOf, mayLapse, neverAsked, pastGate, type Step } from "#app/use-cases/debts";
import type { Requirement } from "#app/use-cases/gates";
import { checksOn, ownQuestions } from "#app/use-cases/own-checks/checks.server";
import type { OwnCheck } from "#app/use-cases/own-checks/own-check";
import { isStage, LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { departments, people, stageChanges, useCases } from "#db/schema.server";
import type { CaseRow } from "./gate-columns.server";
import { readGateFactsOf } from "./gate-facts.server";

const PAGE = 25;
/** Cases of a champion's departments that the first page looks into; it says «and more» beyond. */
const COUNTED = 50;

type Owing = CaseRow & { stage: Stage | null };

/** The stages that each of these cases had, the first one first. One query. */
async function stepsOf(db: Reader, ids: readonly number[]): Promise<Map<number, Step[]>> {
  const rows = await db
    .select({
      useCaseId: stageChanges.useCaseId,
      from: stageChanges.from,
      to: stageChanges.to,
      overridden: stageChanges.overridden,
      // A register puts a case in, or moves it and says so as the reason: no gate was asked.
      imported: sql<boolean>`case when ${useCases.importId} is not null and (${stageChanges.from} is null
        or ${stageChanges.reason} like '%Import of the register%') then 1 else 0 end`.mapWith(Boolean),
    })
    .from(stageChanges)
    .innerJoin(useCases, eq(useCases.id, stageChanges.useCaseId))
    .where(inArray(stageChanges.useCaseId, [...ids]))
    .orderBy(asc(stageChanges.id));
  const steps = new Map<number, Step[]>();
  for (const { useCaseId, from, to, ...rest } of rows) {
    const step = { ...rest, from: isStage(from) ? from : null, to: isStage(to) ? to : null };
    steps.set(useCaseId, [...(steps.get(useCaseId) ?? []), step]);
  }
  return steps;
}

/** The debts of these cases, in a fixed number of queries. @param hidden the cases whose scores the reader may not see */
export async function readDebtsOf(
  db: Reader,
  cases: readonly Owing[],
  today: Day,
  hidden: ReadonlySet<number> = new Set(),
): Promise<Map<number, Requirement[] | null>> {
  if (cases.length === 0) return new Map();
  const steps = await stepsOf(
    db,
    cases.map(({ id }) => id),
  );
  const open = cases.flatMap(({ id, stage }) => [...neverAsked(stage, steps.get(id) ?? []), ...mayLapse(stage)]);
  const facts = await readGateFactsOf(db, cases, today, hidden, [...new Set(open)]);
  const owedBy = ({ id, stage }: Owing): Requirement[] | null => {
    if (stage === null) return null;
    const known = facts.get(id);
    const owed = known ? debtsOf(stage, steps.get(id) ?? [], known) : [];
    // Whether hidden scores pass the filters is not told.
    return hidden.has(id) ? owed.filter((one) => one !== "filters") : owed;
  };
  return new Map(cases.map((useCase) => [useCase.id, owedBy(useCase)]));
}

/** Cases past the gate of a check that is asked today, which did not pass it by an answer. */
function mayOweCheck({ id, gate, kind, role, departmentIds }: OwnCheck): SQL | undefined {
  const answered = sql`exists (select 1 from gate_answers where gate_answers.use_case_id = ${useCases.id}
    and gate_answers.check_id = ${id} and gate_answers.passes = 1 and gate_answers.file_id is null
    and not exists (select 1 from gate_answers later where later.use_case_id = ${useCases.id}
      and later.check_id = ${id} and later.id > gate_answers.id))`;
  const signed = sql`exists (select 1 from sign_offs where sign_offs.use_case_id = ${useCases.id}
    and sign_offs.kind = ${role} and sign_offs.verdict = 'yes' and sign_offs.stale_on is null
    and sign_offs.expires_on is null)`;
  return and(
    inArray(useCases.stage, [...pastGate(gate)]),
    departmentIds.length ? inArray(useCases.departmentId, [...departmentIds]) : undefined,
    not(kind === "sign-off" ? signed : answered),
  );
}

/**
 * Cases that came in without the gates of where they stand, or were let past one; whose signatures ended; that lack a check
 * that is asked by now; or whose stage nobody knows. Some owe nothing on a closer look.
 */
function mayOwe(today: Day, checks: readonly OwnCheck[]): SQL | undefined {
  return or(
    isNull(useCases.stage),
    and(
      inArray(useCases.stage, [...LIVE_STAGES]),
      sql`(exists (select 1 from sign_offs where sign_offs.use_case_id = ${useCases.id}
        and (sign_offs.stale_on is not null or sign_offs.expires_on <= ${today}))
        or exists (select 1 from sign_off_conditions where sign_off_conditions.use_case_id = ${useCases.id}
          and sign_off_conditions.met_on is null and sign_off_conditions.due_on < ${today}))`,
    ),
    ...checks.map(mayOweCheck),
    and(
      inArray(useCases.stage, ["assessment", "approved", "poc", "pilot", "production"]),
      sql`exists (select 1 from stage_changes where stage_changes.use_case_id = ${useCases.id}
        and (stage_changes.overridden is not null or (stage_changes.from_stage is null
          and stage_changes.to_stage not in ('draft', 'submitted')) or ${useCases.importId} is not null))`,
    ),
  );
}

export interface DebtQuery {
  departmentId: number | null;
  /** The case after which the page begins. */
  after: number | null;
}

/** One page of the cases that owe something, each with what. */
export async function readDebts(
  db: Reader,
  query: DebtQuery,
  today: Day,
  hiddenOf: (ids: number[]) => Promise<ReadonlySet<number>>,
) {
  const found = await db
    .select()
    .from(useCases)
    .where(
      and(
        mayOwe(today, await checksOn(db, today)),
        ne(sql`coalesce(${useCases.stage}, '')`, "draft"),
        query.departmentId === null ? undefined : eq(useCases.departmentId, query.departmentId),
        query.after === null ? undefined : gt(useCases.id, query.after),
      ),
    )
    .orderBy(asc(useCases.id))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE).map((row) => ({ ...row, stage: isStage(row.stage) ? row.stage : null }));
  const ids = page.map(({ id }) => id);
  const debts = await readDebtsOf(db, page, today, await hiddenOf(ids));
  const owners = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      inArray(
        people.id,
        page.flatMap(({ ownerId }) => ownerId ?? []),
      ),
    );
  const named = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  return {
    departments: named,
    departmentId: query.departmentId,
    questions: await ownQuestions(db),
    cases: page.flatMap(({ id, reference, title, stage, departmentId, ownerId }) => {
      const owed = debts.get(id);
      if (owed?.length === 0) return [];
      return [
        {
          ...{ reference, title, stage, owed: owed ?? null },
          department: named.find((one) => one.id === departmentId)?.name ?? null,
          owner: owners.find((one) => one.id === ownerId)?.name ?? null,
        },
      ];
    }),
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type Debts = Awaited<ReturnType<typeof readDebts>>;

/** How many cases of a champion's departments owe something; null for who champions none. `more`: beyond those looked into. */
export async function countDebts(
  db: Reader,
  actor: Actor,
  today: Day,
): Promise<{ count: number; more: boolean } | null> {
  if (!actor.roles.includes("champion") || actor.departmentIds.length === 0) return null;
  const found = await db
    .select()
    .from(useCases)
    .where(and(mayOwe(today, await checksOn(db, today)), inArray(useCases.departmentId, [...actor.departmentIds])))
    .orderBy(asc(useCases.id))
    .limit(COUNTED + 1);
  const cases = found.slice(0, COUNTED).map((row) => ({ ...row, stage: isStage(row.stage) ? row.stage : null }));
  const debts = await readDebtsOf(db, cases, today);
  const count = [...debts.values()].filter((owed) => owed === null || owed.length > 0).length;
  return { count, more: found.length > COUNTED };
}
