import { and, eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { fold } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { authSessions, departments, people, personDepartments, personRoles } from "#db/schema.server";
import { revokeTokensOf } from "./api-tokens.server";
import { record } from "./audit.server";
import { hasOtherAdministrator, type PersonRecord, readPerson } from "./directory.server";
import { withdrawLinks } from "./password-link.server";
import { NO_PARTIES } from "./permissions";
import { permit } from "./permit";
import type { OwnProfile, PersonEdit, PersonInput } from "./person";
import type { Actor } from "./roles";

/**
 * Changes a person's name, address, roles and departments.
 * @throws Refusal 409 when somebody changed it meanwhile, the address is another's, or nobody could administer any more.
 */
export async function editPerson(tx: Writer, actor: Actor, id: number, edit: PersonEdit, when: When): Promise<void> {
  const may = permit(actor, "person.edit", NO_PARTIES);
  const before = await readPerson(tx, id);
  const { version, ...input } = edit;
  const { name, email } = input;
  await refuseTakenAddress(tx, email, id);
  await putVersion(tx, id, version, { name, nameFolded: fold(name), email });
  await putBelongings(tx, id, input);
  if (before.roles.includes("admin") && !input.roles.includes("admin")) await refuseLockOut(tx, before);
  await record(tx, may, { subject: "person", subjectId: id, before: shown(before), after: input }, when);
}

/** Closes an account, which ends its sessions, links and tokens at once, or opens it again. What the person did stays. */
export async function setActive(
  tx: Writer,
  actor: Actor,
  id: number,
  { active, version }: { active: boolean; version: number },
  when: When,
): Promise<void> {
  const may = permit(actor, "person.edit", NO_PARTIES);
  const before = await readPerson(tx, id);
  await putVersion(tx, id, version, { active });
  if (!active) {
    if (before.roles.includes("admin")) await refuseLockOut(tx, before);
    await tx.delete(authSessions).where(eq(authSessions.personId, id));
    await withdrawLinks(tx, id, when);
    await revokeTokensOf(tx, may, id, when);
  }
  const change = { subject: "person", subjectId: id, before: { active: before.active }, after: { active } };
  await record(tx, may, change, when);
}

/** What people change of themselves: their name, language and theme. */
export async function editOwnProfile(
  tx: Writer,
  actor: Actor & { personId: number },
  { version, ...profile }: OwnProfile,
  when: When,
): Promise<void> {
  const may = permit(actor, "account.use", { accountOf: actor.personId });
  await putVersion(tx, actor.personId, version, { ...profile, nameFolded: fold(profile.name) });
  const change = { subject: "person", subjectId: actor.personId, before: { name: actor.name }, after: profile };
  await record(tx, may, change, when);
}

async function putVersion(
  tx: Writer,
  id: number,
  version: number,
  values: Partial<typeof people.$inferInsert>,
): Promise<void> {
  const [changed] = await tx
    .update(people)
    .set({ ...values, version: version + 1 })
    .where(and(eq(people.id, id), eq(people.version, version)))
    .returning({ id: people.id });
  if (!changed) throw new Refusal(409, "desk.refusal.stale");
}

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

async function refuseTakenAddress(tx: Writer, email: string, mine: number): Promise<void> {
  const [holder] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (holder && holder.id !== mine) throw new Refusal(409, "people.refusal.email-taken", { email });
}

/** Somebody must be left who can let the others in. */
async function refuseLockOut(tx: Writer, { id, active, hasPassword, name }: PersonRecord): Promise<void> {
  if (!active || !hasPassword || (await hasOtherAdministrator(tx, id))) return;
  throw new Refusal(409, "people.refusal.last-administrator", { name });
}

function shown({ name, email, roles, departments }: PersonRecord) {
  return { name, email, roles, departmentIds: departments.map(({ id }) => id) };
}
