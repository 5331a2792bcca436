import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { fold, type Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { departments, people, personDepartments, personRoles } from "#db/schema.server";
import type { DirectoryStatus } from "./directory";
import { isRole, type Role } from "./roles";

const PAGE = 50;

export interface DirectoryFilter {
  words: string | null;
  role: Role | null;
  departmentId: number | null;
  status: DirectoryStatus;
  /** The person before or after whom the page begins. */
  after: number | null;
  before: number | null;
}

export interface DirectoryRow {
  id: number;
  name: string;
  email: string;
  active: boolean;
  roles: Role[];
  departments: Told[];
}

/** Every word must be in the name or the address. `\` escapes what LIKE reads as a sign. */
export function holdsWords(words: string): SQL[] {
  return fold(words)
    .split(" ")
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`)
    .map((like) => sql`(${people.nameFolded} like ${like} escape '\\' or ${people.email} like ${like} escape '\\')`);
}

/** One page of the people, by name. Six queries, whatever the number of people. */
export async function listPeople(db: Reader, filter: DirectoryFilter) {
  const matching = and(
    ...(filter.words ? holdsWords(filter.words) : []),
    filter.status === "all" ? undefined : eq(people.active, filter.status !== "closed"),
    filter.status === "waiting" ? isNull(people.passwordHash) : undefined,
    filter.role
      ? inArray(
          people.id,
          db.select({ id: personRoles.personId }).from(personRoles).where(eq(personRoles.role, filter.role)),
        )
      : undefined,
    filter.departmentId
      ? inArray(
          people.id,
          db
            .select({ id: personDepartments.personId })
            .from(personDepartments)
            .where(eq(personDepartments.departmentId, filter.departmentId)),
        )
      : undefined,
  );
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(people).where(matching);
  const backwards = filter.before !== null;
  const from = filter.before ?? filter.after;
  const [mark] = from
    ? await db.select({ name: people.nameFolded, id: people.id }).from(people).where(eq(people.id, from))
    : [];
  const beyond = backwards ? lt : gt;
  const found = await db
    .select({ id: people.id, name: people.name, email: people.email, active: people.active })
    .from(people)
    .where(
      and(
        matching,
        mark &&
          or(beyond(people.nameFolded, mark.name), and(eq(people.nameFolded, mark.name), beyond(people.id, mark.id))),
      ),
    )
    .orderBy(...(backwards ? [desc(people.nameFolded), desc(people.id)] : [asc(people.nameFolded), asc(people.id)]))
    .limit(PAGE + 1);
  const more = found.length > PAGE;
  const page = found.slice(0, PAGE);
  if (backwards) page.reverse();
  const { rolesOf, departmentsOf } = await belongings(
    db,
    page.map(({ id }) => id),
  );
  return {
    total,
    rows: page.map(
      (row): DirectoryRow => ({
        ...row,
        roles: rolesOf(row.id),
        departments: departmentsOf(row.id).map(({ name }) => name),
      }),
    ),
    // On the way back there is always a page after this one: the one we come from.
    previous: (backwards ? more : mark) ? (page[0]?.id ?? null) : null,
    next: (backwards ? true : more) ? (page.at(-1)?.id ?? null) : null,
  };
}

async function belongings(db: Reader, ids: number[]) {
  const roles = ids.length
    ? await db.select().from(personRoles).where(inArray(personRoles.personId, ids)).orderBy(asc(personRoles.role))
    : [];
  const member = ids.length
    ? await db
        .select({ personId: personDepartments.personId, id: departments.id, name: departments.name })
        .from(personDepartments)
        .innerJoin(departments, eq(departments.id, personDepartments.departmentId))
        .where(inArray(personDepartments.personId, ids))
        .orderBy(asc(departments.code))
    : [];
  return {
    rolesOf: (id: number) =>
      roles
        .filter(({ personId }) => personId === id)
        .map(({ role }) => role)
        .filter(isRole),
    departmentsOf: (id: number) => member.filter(({ personId }) => personId === id),
  };
}

export interface PersonRecord {
  id: number;
  name: string;
  email: string;
  active: boolean;
  version: number;
  roles: Role[];
  departments: { id: number; name: Told }[];
  /** Whether the person has ever chosen a password. */
  hasPassword: boolean;
}

/** @throws Refusal 404 when there is no such person. */
export async function readPerson(db: Reader, id: number): Promise<PersonRecord> {
  const [person] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      active: people.active,
      version: people.version,
      passwordHash: people.passwordHash,
    })
    .from(people)
    .where(eq(people.id, id));
  if (!person) throw new Refusal(404, "desk.refusal.not-found");
  const { passwordHash, ...shown } = person;
  const { rolesOf, departmentsOf } = await belongings(db, [id]);
  return {
    ...shown,
    hasPassword: passwordHash !== null,
    roles: rolesOf(id),
    departments: departmentsOf(id).map((department) => ({ id: department.id, name: department.name })),
  };
}

/** Who signs in with an address, in lower case; null when nobody does. */
export async function personByEmail(db: Reader, email: string) {
  const [person] = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.email, email));
  return person ?? null;
}

/** Whether somebody else could still administer: an active administrator who can sign in. */
export async function hasOtherAdministrator(db: Reader, personId: number): Promise<boolean> {
  const admins = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, "admin")))
    .where(and(eq(people.active, true), isNotNull(people.passwordHash)))
    .limit(2);
  return admins.some(({ id }) => id !== personId);
}
