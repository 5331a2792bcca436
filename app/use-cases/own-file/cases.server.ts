import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, people, useCases } from "#db/schema.server";
import { mayStillEdit } from "../edit.server";
import { isStage } from "../stages";
import type { OwnCase, OwnNames } from "./columns";
import type { OwnKnown } from "./plan";

const OWN = {
  id: useCases.id,
  reference: useCases.reference,
  version: useCases.version,
  title: useCases.title,
  need: useCases.need,
  expectedBenefit: useCases.expectedBenefit,
  affected: useCases.affected,
  peopleAffected: useCases.peopleAffected,
  timesPer: useCases.timesPer,
  times: useCases.times,
  minutesPerTime: useCases.minutesPerTime,
  dataInvolved: useCases.dataInvolved,
  toolInMind: useCases.toolInMind,
  source: useCases.source,
  aiType: useCases.aiType,
  country: useCases.country,
  departmentId: useCases.departmentId,
  authorId: useCases.authorId,
  ownerId: useCases.ownerId,
  technicalOwnerId: useCases.technicalOwnerId,
  coAuthorId: useCases.coAuthorId,
  stage: useCases.stage,
  stageSince: useCases.stageSince,
  externalSource: useCases.externalSource,
  externalId: useCases.externalId,
};

/** These cases as our file says them, in no order. Two queries: for an export. */
export async function ownCases(db: Reader, ids: readonly number[]): Promise<Map<number, OwnCase>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(OWN)
    .from(useCases)
    .where(inArray(useCases.id, [...ids]));
  return new Map(rows.map(({ stage, ...row }) => [row.id, { ...row, stage: isStage(stage) ? stage : null }]));
}

/** The cases of these references that somebody may see: a draft is its authors' alone. */
export async function ownCasesNamed(
  db: Reader,
  actor: Actor,
  references: readonly string[],
): Promise<Map<string, OwnCase>> {
  if (references.length === 0) return new Map();
  const me = actor.personId ?? 0;
  const mine = or(eq(useCases.authorId, me), eq(useCases.coAuthorId, me), eq(useCases.ownerId, me));
  const rows = await db
    .select(OWN)
    .from(useCases)
    .where(
      and(inArray(useCases.reference, [...references]), or(ne(useCases.stage, "draft"), isNull(useCases.stage), mine)),
    );
  return new Map(rows.map(({ stage, ...row }) => [row.reference, { ...row, stage: isStage(stage) ? stage : null }]));
}

/** What the ids in our file are called, and how they are found again. Two queries. */
export async function ownKnown(db: Reader): Promise<Omit<OwnKnown, "mayChange">> {
  const all = await db
    .select({ id: departments.id, code: departments.code, name: departments.name })
    .from(departments)
    .orderBy(departments.id);
  const persons = await db.select({ id: people.id, email: people.email, active: people.active }).from(people);
  const names: OwnNames = {
    departments: new Map(all.map(({ id, name }) => [id, name])),
    people: new Map(persons.map(({ id, email }) => [id, email])),
  };
  const active = persons.filter(({ active }) => active);
  return {
    departments: all,
    peopleByEmail: new Map(active.map(({ id, email }) => [email.toLowerCase(), id])),
    names,
  };
}

/** What somebody may change by our own file: what a register brought, and what they may edit on its page. */
export const changeableBy =
  (actor: Actor) =>
  (useCase: OwnCase): boolean =>
    useCase.externalSource !== null || (permits(actor, "use-case.edit", useCase) && mayStillEdit(actor, useCase));
