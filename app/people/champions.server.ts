import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { people, personDepartments, personRoles } from "#db/schema.server";

/** The active champions of each department. */
export async function championsByDepartment(db: Reader): Promise<Map<number, number[]>> {
  const rows = await db
    .select({ personId: people.id, departmentId: personDepartments.departmentId })
    .from(people)
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, "champion")))
    .innerJoin(personDepartments, eq(personDepartments.personId, people.id))
    .where(eq(people.active, true))
    .orderBy(asc(people.id));
  const champions = new Map<number, number[]>();
  for (const { personId, departmentId } of rows) {
    champions.set(departmentId, [...(champions.get(departmentId) ?? []), personId]);
  }
  return champions;
}
