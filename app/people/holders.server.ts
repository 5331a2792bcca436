import { and, asc, eq } from "drizzle-orm";
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
