import { and, asc, eq, inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { HEARINGS, type Hearing } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, personDepartments } from "#db/schema.server";
import { committeeMembers } from "./seats.server";

export interface Composition {
  /** Every department with who sits for it: nobody is a gap. */
  departments: { id: number; name: Told; members: string[] }[];
  functions: { role: Hearing; members: string[] }[];
  /** Members who belong to no department and hold no function. */
  others: string[];
}

/** Who sits in the committee: one of each department, and security, legal and finance. Three queries. */
export async function readComposition(db: Reader): Promise<Composition> {
  const members = await committeeMembers(db);
  const sitting = members.filter(({ roles }) => roles.includes("committee") || roles.includes("chair"));
  const all = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
  const belonging = sitting.length
    ? await db
        .select({ personId: personDepartments.personId, departmentId: personDepartments.departmentId })
        .from(personDepartments)
        .where(
          and(
            inArray(
              personDepartments.personId,
              sitting.map(({ id }) => id),
            ),
          ),
        )
    : [];
  const placed = new Set(belonging.map(({ personId }) => personId));
  return {
    departments: all.map((one) => {
      const ids = new Set(belonging.filter(({ departmentId }) => departmentId === one.id).map((row) => row.personId));
      return { ...one, members: sitting.filter(({ id }) => ids.has(id)).map(({ name }) => name) };
    }),
    functions: HEARINGS.map((role) => ({
      role,
      members: members.filter(({ roles }) => roles.includes(role)).map(({ name }) => name),
    })),
    others: sitting
      .filter(({ id, roles }) => !placed.has(id) && !HEARINGS.some((role) => roles.includes(role)))
      .map(({ name }) => name),
  };
}
