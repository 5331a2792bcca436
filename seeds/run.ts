/** Plays the story through the product's own commands, each on its day and by the person who did it. */
import { whenAt } from "#app/kernel/when";
import { hashPassword } from "#app/people/auth.server";
import { createPerson } from "#app/people/create-person.server";
import { CASEBOOK } from "#app/people/roles";
import { setUp } from "#app/people/set-up.server";
import type { Database } from "#db/client.server";
import { type Account, DEMONSTRATION_PASSWORD, shownAccounts } from "./accounts";
import { organisation } from "./story/organisation";
import { people } from "./story/people";

/**
 * Fills an empty, migrated database with the demonstration portfolio.
 * @throws Refusal 409 when the database already holds an organisation.
 */
export async function playStory(
  database: Database,
  progress: (text: string) => void,
): Promise<{ accounts: Account[] }> {
  const { name, currency, fiscalFirstMonth, timeZone, locale, createdOn } = organisation;
  const when = whenAt(new Date(`${createdOn}T08:00:00Z`), { timeZone, fiscalFirstMonth });
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const [admin, ...others] = [...people].sort(
    (a, b) => Number(b.roles.includes("admin")) - Number(a.roles.includes("admin")),
  );
  if (!admin) throw new Error("The story has no people");
  progress(`Setting up ${name}…`);
  await database.write(async (tx) => {
    const first = { name: admin.name, email: admin.email, passwordHash };
    await setUp(tx, { name, currency, fiscalFirstMonth, timeZone, locale, demo: true }, first, when);
    for (const { name, email, locale, roles } of others) {
      await createPerson(tx, CASEBOOK, { name, email, locale, roles, departmentIds: [] }, passwordHash, when);
    }
  });
  return { accounts: shownAccounts() };
}
