import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, personRoles } from "#db/schema.server";
import type { Role } from "./roles";

/** The names of those with an open account and this role: whom to ask for what it brings. */
export async function namesHolding(db: Reader, role: Role): Promise<string[]> {
  const holders = await db
    .select({ name: people.name })
    .from(people)
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, role)))
    .where(eq(people.active, true))
    .orderBy(asc(people.nameFolded), asc(people.id));
  return holders.map(({ name }) => name);
}

/** Those with an open account and this role, by their ids: whom to tell of what it brings. */
export async function idsHolding(db: Reader, ...roles: Role[]): Promise<number[]> {
  const holders = await db
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(eq(people.active, true), inArray(personRoles.role, roles)));
  return holders.map(({ id }) => id);
}

/** The same with their names, in their order: whom to give something to. */
export function membersHolding(db: Reader, ...roles: Role[]): Promise<{ id: number; name: string }[]> {
  const holding = db.select({ id: personRoles.personId }).from(personRoles).where(inArray(personRoles.role, roles));
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.active, true), inArray(people.id, holding)))
    .orderBy(asc(people.nameFolded), asc(people.id));
}
