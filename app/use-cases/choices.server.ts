import { asc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { departments, people } from "#db/schema.server";

/** What the form of a case offers to choose from. */
export async function readChoices(db: Reader) {
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
  const persons = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.active, true))
    .orderBy(asc(people.nameFolded), asc(people.id));
  return { departments: offered, people: persons };
}

export type Choices = Awaited<ReturnType<typeof readChoices>>;
