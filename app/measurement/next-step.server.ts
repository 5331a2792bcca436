import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { type Actor, isRole } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { GATES, type GateCheck, type GateFacts, gateBetween, type Requirement } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { kpis, people, personDepartments, personRoles, signOffs } from "#db/schema.server";
import type { CaseRow } from "./gate-columns.server";
import { readGateFacts } from "./gate-facts.server";
import { type Candidate, doerOf, dutiesOf, type NextStep, nextStageOf, turnsOf } from "./next-step";

type CaseAt = CaseRow & Pick<UseCase, "authorId" | "coAuthorId"> & { stage: Stage | null };

/** Those of the case, and all who hold one of these roles. One query. */
async function candidatesFor(db: Reader, useCase: CaseAt, roles: readonly string[]): Promise<Candidate[]> {
  const parties = [useCase.ownerId, useCase.technicalOwnerId, useCase.authorId, useCase.coAuthorId].filter(
    (id) => id !== null,
  );
  const rows = await db
    .select({ id: people.id, name: people.name, role: personRoles.role, departmentId: personDepartments.departmentId })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .leftJoin(
      personDepartments,
      and(eq(personDepartments.personId, people.id), eq(personDepartments.departmentId, useCase.departmentId ?? 0)),
    )
    .where(
      and(
        eq(people.active, true),
        or(
          inArray(people.id, parties),
          inArray(personRoles.role, [...roles]),
          and(eq(personRoles.role, "champion"), isNotNull(personDepartments.departmentId)),
        ),
      ),
    )
    .orderBy(asc(people.nameFolded), asc(people.id));
  const byId = new Map<number, Candidate>();
  for (const { id, name, role, departmentId } of rows) {
    const known = byId.get(id) ?? { personId: id, name, roles: [], departmentIds: departmentId ? [departmentId] : [] };
    byId.set(id, role && isRole(role) ? { ...known, roles: [...known.roles, role] } : known);
  }
  return [...byId.values()];
}

async function reportersOf(db: Reader, useCaseId: number) {
  return db
    .select({ personId: people.id, name: people.name })
    .from(kpis)
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .where(eq(kpis.useCaseId, useCaseId))
    .orderBy(asc(kpis.id));
}

async function signOffsAsked(db: Reader, useCaseId: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ kind: signOffs.kind })
    .from(signOffs)
    .where(and(eq(signOffs.useCaseId, useCaseId), isNull(signOffs.verdict)));
  return new Set(rows.map(({ kind }) => kind));
}

/** What the next step of a case is judged by: its next gate, and whether it is measured. */
function asksOf(useCase: CaseAt): readonly Requirement[] {
  const to = nextStageOf(useCase.stage);
  return [...((to && GATES[to]) ?? []), ...(useCase.stage === "production" ? (["kpi"] as const) : [])];
}

/**
 * What has to happen next to a case and whose turn it is, also for a reader who cannot do it; null where nothing is next.
 * @param hidden the cases whose scores the reader may not see
 * @param known the facts of the gates where the page has read them already
 */
export async function readNextStep(
  db: Reader,
  actor: Actor,
  useCase: CaseAt,
  today: Day,
  hidden: ReadonlySet<number>,
  known?: GateFacts,
): Promise<NextStep | null> {
  const asks = asksOf(useCase);
  const facts = known ?? (await readGateFacts(db, useCase, today, hidden, asks));
  const asked = asks.includes("security-sign-off") ? await signOffsAsked(db, useCase.id) : new Set<string>();
  const duties = dutiesOf(useCase.stage, facts, { asked, scoresHidden: hidden.has(useCase.id) });
  if (duties.length === 0) return null;
  const doers = [...new Set(duties.map(({ act }) => doerOf(act)))];
  // A chair may do what the committee may.
  const roles = doers.flatMap((doer) => (doer === "committee" ? ["committee", "chair"] : [doer])).filter(isRole);
  const reporters = doers.includes("reporters") ? await reportersOf(db, useCase.id) : [];
  // Those who report are known by their KPIs.
  const others = doers.some((doer) => doer !== "reporters");
  const candidates = others ? await candidatesFor(db, useCase, roles) : [];
  return { to: nextStageOf(useCase.stage), turns: turnsOf(duties, actor, useCase, candidates, reporters) };
}

/** The gate that a case stands before, for whoever wonders what is missing. */
export interface NextGate {
  to: Stage;
  checks: GateCheck[];
  /** The reader still owes an assessment: whether the filters on its scores are passed is not known to them. */
  scoresHidden: boolean;
}

/** What has to happen next to a case, and what its next gate asks for, of one reading of the facts. */
export async function readNextGate(
  db: Reader,
  actor: Actor,
  useCase: CaseAt,
  today: Day,
  hidden: ReadonlySet<number>,
): Promise<{ next: NextStep | null; gate: NextGate | null }> {
  const facts = await readGateFacts(db, useCase, today, hidden, asksOf(useCase));
  const to = nextStageOf(useCase.stage);
  const checks = to ? gateBetween(useCase.stage, to, facts).filter(({ requirement }) => requirement !== "reason") : [];
  return {
    next: await readNextStep(db, actor, useCase, today, hidden, facts),
    gate: to && checks.length > 0 ? { to, checks, scoresHidden: hidden.has(useCase.id) } : null,
  };
}
