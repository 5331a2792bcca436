/** Who is told of what happens to a case: nobody of what they could not see. */
import { and, eq, inArray } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import type { News } from "#app/people/notification";
import { notify } from "#app/people/notify.server";
import { permits } from "#app/people/permissions";
import { type Actor, isRole } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { people, personDepartments, personRoles } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { concernedBy } from "../concerned.server";

/** The people with these ids as the table of permissions knows them. Two queries. */
export async function actorsWith(db: Reader, ids: readonly number[]): Promise<(Actor & { personId: number })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: people.id, name: people.name, role: personRoles.role })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(inArray(people.id, [...ids]), eq(people.active, true)));
  const member = await db
    .select()
    .from(personDepartments)
    .where(inArray(personDepartments.personId, [...ids]));
  const known = new Map<number, Actor & { personId: number }>();
  for (const { id, name, role } of rows) {
    const departmentIds = member.filter(({ personId }) => personId === id).map(({ departmentId }) => departmentId);
    const before = known.get(id) ?? { personId: id, name, roles: [], departmentIds };
    known.set(id, role && isRole(role) ? { ...before, roles: [...before.roles, role] } : before);
  }
  return [...known.values()];
}

/** Those of these people who may see the case, and where it is internal, what judges keep among themselves. */
export async function whoSees(
  db: Reader,
  useCase: UseCase,
  ids: readonly number[],
  internal: boolean,
): Promise<number[]> {
  if (useCase.stage !== "draft" && !internal) return [...ids];
  const actors = await actorsWith(db, ids);
  const may = (actor: Actor) =>
    (useCase.stage !== "draft" || permits(actor, "use-case.edit", useCase)) &&
    (!internal || permits(actor, "note.read", useCase));
  return actors.filter(may).map(({ personId }) => personId);
}

export interface Telling {
  /** Told of something else about the same act already. */
  except?: readonly number[];
  /** Only those are told who see what judges keep among themselves. */
  internal?: boolean;
}

/** Tells those who follow a case. Part of the act's own transaction. */
export async function tellFollowers(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  news: News,
  when: When,
  { except = [], internal = false }: Telling = {},
): Promise<void> {
  const told = new Set(except);
  const follow = (await concernedBy(tx, useCase)).filter((id) => !told.has(id));
  await notify(tx, actor, news, await whoSees(tx, useCase, follow, internal), when);
}
