import { eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Writer } from "#db/client.server";
import { departments, personDepartments, personRoles } from "#db/schema.server";
import type { PersonInput } from "./person";

/**
 * Gives a person these roles and departments in place of those they had.
 * @throws Refusal 404 when a department does not exist.
 */
export async function putBelongings(
  tx: Writer,
  personId: number,
  { roles, departmentIds }: Pick<PersonInput, "roles" | "departmentIds">,
): Promise<void> {
  const known = departmentIds.length
    ? await tx.select({ id: departments.id }).from(departments).where(inArray(departments.id, departmentIds))
    : [];
  if (known.length !== departmentIds.length) throw new Refusal(404, "people.refusal.no-such-department");
  await tx.delete(personRoles).where(eq(personRoles.personId, personId));
  await tx.delete(personDepartments).where(eq(personDepartments.personId, personId));
  if (roles.length) await tx.insert(personRoles).values(roles.map((role) => ({ personId, role })));
  if (departmentIds.length) {
    await tx.insert(personDepartments).values(departmentIds.map((departmentId) => ({ personId, departmentId })));
  }
}
