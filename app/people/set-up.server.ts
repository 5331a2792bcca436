import { Refusal } from "#app/kernel/refusal";
import { fold } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { organisations, people, personRoles } from "#db/schema.server";
import { record } from "./audit.server";
import { readOrganisation } from "./organisation.server";
import { permit } from "./permit";
import { CASEBOOK } from "./roles";
import type { OrganisationInput } from "./set-up";

export interface FirstAdministrator {
  name: string;
  email: string;
  passwordHash: string;
}

/**
 * Creates the organisation and its first administrator: once only.
 * @throws Refusal 409 when it is already set up.
 */
export async function setUp(
  tx: Writer,
  organisation: OrganisationInput & { demo?: boolean },
  administrator: FirstAdministrator,
  when: When,
): Promise<{ adminId: number }> {
  const may = permit(CASEBOOK, "installation.run", {});
  if (await readOrganisation(tx)) throw new Refusal(409, "people.refusal.already-set-up");
  const [created] = await tx
    .insert(organisations)
    .values({ ...organisation, createdAt: when.now })
    .returning({ id: organisations.id });
  const [admin] = await tx
    .insert(people)
    .values({
      ...administrator,
      nameFolded: fold(administrator.name),
      locale: organisation.locale,
      createdAt: when.now,
    })
    .returning({ id: people.id });
  if (!created || !admin) throw new Error("The organisation was not created");
  await tx.insert(personRoles).values({ personId: admin.id, role: "admin" });
  await record(tx, may, { subject: "organisation", subjectId: created.id, after: organisation }, when);
  const { passwordHash: _, ...shown } = administrator;
  await record(tx, may, { subject: "person", subjectId: admin.id, after: { ...shown, roles: ["admin"] } }, when);
  return { adminId: admin.id };
}
