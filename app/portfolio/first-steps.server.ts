import { and, count, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { readOrganisation } from "#app/people/organisation.server";
import { isRole, type Role } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { committeeSessions, departments, people, personRoles, useCases } from "#db/schema.server";
import { firstSteps, type HouseFacts, NEEDED_ROLES } from "./first-steps";

const COUNTED: readonly Role[] = ["committee", ...NEEDED_ROLES];

/** What there is in the house, as seen by one of its administrators. Six queries. */
async function houseFacts(db: Reader, personId: number): Promise<HouseFacts> {
  const organisation = await readOrganisation(db);
  const [active] = await db.select({ count: count() }).from(departments).where(eq(departments.active, true));
  const [others] = await db
    .select({ all: count(), ready: count(people.passwordHash) })
    .from(people)
    .where(and(eq(people.active, true), ne(people.id, personId)));
  const roles = await db
    .select({ personId: personRoles.personId, role: personRoles.role })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(eq(people.active, true), inArray(personRoles.role, [...COUNTED])));
  const cases = await db
    .select({ id: useCases.id })
    .from(useCases)
    .where(or(isNull(useCases.stage), ne(useCases.stage, "draft")))
    .limit(1);
  const sessions = await db.select({ id: committeeSessions.id }).from(committeeSessions).limit(1);
  const ready = others?.ready ?? 0;
  return {
    departments: active?.count ?? 0,
    ready,
    waiting: (others?.all ?? 0) - ready,
    held: roles.flatMap(({ personId: id, role }) => (isRole(role) ? [{ personId: id, role }] : [])),
    assessmentsNeeded: organisation?.assessmentsNeeded ?? 0,
    quorum: organisation?.quorum ?? 0,
    hasCase: cases.length > 0,
    hasSession: sessions.length > 0,
  };
}

/** What an administrator still has to set up; null once all of it stands. */
export async function readFirstSteps(db: Reader, personId: number): Promise<HouseFacts | null> {
  const facts = await houseFacts(db, personId);
  return firstSteps(facts).every(({ done }) => done) ? null : facts;
}
