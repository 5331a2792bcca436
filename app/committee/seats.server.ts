import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { attendances, people, personRoles } from "#db/schema.server";
import type { Seat } from "./quorum";

const SEATS = ["committee", "chair", "security", "legal", "finance"] as const;

/** Who may sit in a session, by name. */
export async function committeeMembers(db: Reader): Promise<{ id: number; name: string; roles: string[] }[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, role: personRoles.role })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(inArray(personRoles.role, [...SEATS]), eq(people.active, true)))
    .orderBy(people.name, people.id);
  return seated(rows);
}

function seated(rows: readonly { id: number; name: string; role: string | null }[]) {
  const members = new Map<number, { id: number; name: string; roles: string[] }>();
  for (const { id, name, role } of rows) {
    const member = members.get(id) ?? { id, name, roles: [] };
    if (role) member.roles.push(role);
    members.set(id, member);
  }
  return [...members.values()];
}

/**
 * The seats of a session: the members of today, and whoever was there though they are a member no more.
 * Two queries.
 */
export async function seatsOf(db: Reader, sessionId: number): Promise<(Seat & { opinion: Opinion })[]> {
  const came = await db
    .select({ id: people.id, name: people.name, role: personRoles.role, opinion: attendances.opinion })
    .from(attendances)
    .innerJoin(people, eq(people.id, attendances.personId))
    .leftJoin(personRoles, and(eq(personRoles.personId, people.id), inArray(personRoles.role, [...SEATS])))
    .where(eq(attendances.sessionId, sessionId))
    .orderBy(people.name, people.id);
  const opinions = new Map(came.map(({ id, opinion }) => [id, opinion]));
  const members = await committeeMembers(db);
  const known = new Set(members.map(({ id }) => id));
  const gone = seated(came).filter(({ id }) => !known.has(id));
  return [...members, ...gone].map((seat) => {
    const opinion = opinions.get(seat.id) ?? null;
    return { ...seat, present: opinions.has(seat.id) && !opinion, wrote: opinion !== null, opinion };
  });
}

type Opinion = (typeof attendances.$inferSelect)["opinion"];
