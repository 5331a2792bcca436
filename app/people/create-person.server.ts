import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { fold } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { people } from "#db/schema.server";
import { record } from "./audit.server";
import { putBelongings } from "./edit-person.server";
import { permit } from "./permit";
import type { PersonInput } from "./person";
import type { Actor } from "./roles";

/**
 * Opens an account. Hash the password before the transaction; without one the person needs a password link.
 * @throws Refusal 409 when somebody already has the address.
 */
export async function createPerson(
  tx: Writer,
  actor: Actor,
  { roles, departmentIds, ...person }: PersonInput,
  passwordHash: string | null,
  when: When,
): Promise<{ personId: number }> {
  const may = permit(actor, "person.edit", {});
  const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.email, person.email));
  if (taken) throw new Refusal(409, "people.refusal.email-taken", { email: person.email });
  const [made] = await tx
    .insert(people)
    .values({ ...person, nameFolded: fold(person.name), passwordHash, createdAt: when.now })
    .returning({ id: people.id });
  if (!made) throw new Error("The account was not created");
  const personId = made.id;
  await putBelongings(tx, personId, { roles, departmentIds });
  const after = { ...person, roles, departmentIds };
  await record(tx, may, { subject: "person", subjectId: personId, after }, when);
  return { personId };
}
