import { and, asc, count, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { departments, people, personDepartments, personRoles } from "#db/schema.server";
import { record } from "./audit.server";
import type { DepartmentInput } from "./department";
import { NO_PARTIES } from "./permissions";
import { permit } from "./permit";
import type { Actor } from "./roles";

export type Department = typeof departments.$inferSelect;

/** All departments by code, with the number of active champions of each. */
export async function listDepartments(db: Reader): Promise<(Department & { champions: number })[]> {
  const all = await db.select().from(departments).orderBy(asc(departments.code));
  const champions = await db
    .select({ id: personDepartments.departmentId, champions: count() })
    .from(personDepartments)
    .innerJoin(people, and(eq(people.id, personDepartments.personId), eq(people.active, true)))
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, "champion")))
    .groupBy(personDepartments.departmentId);
  const of = new Map(champions.map((row) => [row.id, row.champions]));
  return all.map((department) => ({ ...department, champions: of.get(department.id) ?? 0 }));
}

/** @throws Refusal 404 when there is no such department. */
export async function readDepartment(db: Reader, id: number): Promise<Department> {
  const [department] = await db.select().from(departments).where(eq(departments.id, id));
  if (!department) throw new Refusal(404, "desk.refusal.not-found");
  return department;
}

/** @throws Refusal 409 when another department has the code. */
export async function createDepartment(tx: Writer, actor: Actor, input: DepartmentInput, when: When): Promise<number> {
  const may = permit(actor, "department.edit", NO_PARTIES);
  await refuseTakenCode(tx, input.code, null);
  const [made] = await tx.insert(departments).values(columns(input)).returning({ id: departments.id });
  if (!made) throw new Error("The department was not created");
  await record(tx, may, { subject: "department", subjectId: made.id, after: columns(input) }, when);
  return made.id;
}

/** @throws Refusal 409 when somebody changed it meanwhile, or another department has the code. */
export async function editDepartment(
  tx: Writer,
  actor: Actor,
  id: number,
  { version, ...input }: DepartmentInput & { version: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "department.edit", NO_PARTIES);
  const { id: _, version: __, ...before } = await readDepartment(tx, id);
  const [changed] = await tx
    .update(departments)
    .set({ ...columns(input), version: version + 1 })
    .where(and(eq(departments.id, id), eq(departments.version, version)))
    .returning({ id: departments.id });
  if (!changed) throw new Refusal(409, "desk.refusal.stale");
  await refuseTakenCode(tx, input.code, id);
  await record(tx, may, { subject: "department", subjectId: id, before, after: columns(input) }, when);
}

function columns({ hourlyCost, code, name, headcount, active }: DepartmentInput) {
  return { code, name, headcount, hourlyCostMinor: hourlyCost, active };
}

async function refuseTakenCode(tx: Reader, code: string, mine: number | null): Promise<void> {
  const holders = await tx.select({ id: departments.id }).from(departments).where(eq(departments.code, code));
  if (holders.some(({ id }) => id !== mine)) throw new Refusal(409, "people.refusal.code-taken", { code });
}
