import { asc, eq, inArray, or } from "drizzle-orm";
import { namesHolding } from "#app/people/holders.server";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments, people } from "#db/schema.server";

interface Chosen {
  departmentId?: number | null;
  ownerId?: number | null;
  technicalOwnerId?: number | null;
  coAuthorId?: number | null;
}

const known = (ids: readonly (number | null | undefined)[]): number[] => ids.filter((id) => typeof id === "number");

function readDepartments(db: Reader, stored: Chosen) {
  return db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(or(eq(departments.active, true), inArray(departments.id, known([stored.departmentId]))))
    .orderBy(asc(departments.code));
}

/**
 * What the form of a case offers to choose from: all that is active, and what the case says already. A choice that its
 * form did not offer would be lost on saving something else.
 */
export async function readChoices(db: Reader, stored: Chosen = {}) {
  const offered = await readDepartments(db, stored);
  const persons = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      or(
        eq(people.active, true),
        inArray(people.id, known([stored.ownerId, stored.technicalOwnerId, stored.coAuthorId])),
      ),
    )
    .orderBy(asc(people.nameFolded), asc(people.id));
  return { departments: offered, people: persons };
}

/** The people whom a case names; any other is typed. */
export const PEOPLE_FIELDS = ["ownerId", "technicalOwnerId", "coAuthorId"] as const;

/**
 * What a case's own form offers, with the people whom it names; and where there is no department at all, whether the
 * actor makes one, or who does.
 */
export async function readCaseChoices(db: Reader, actor: Actor, stored: Chosen = {}) {
  const offered = await readDepartments(db, stored);
  const named = known([actor.personId, ...PEOPLE_FIELDS.map((field) => stored[field])]);
  const persons = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, named));
  const noDepartment =
    offered.length > 0 ? null : { mayMake: permits(actor, "department.edit"), makers: await namesHolding(db, "admin") };
  return { departments: offered, people: persons, noDepartment };
}

export type Choices = Awaited<ReturnType<typeof readCaseChoices>>;
