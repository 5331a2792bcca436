import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { LOCALES, type Told } from "#app/kernel/told";
import { holdsWords } from "#app/people/directory.server";
import type { Reader } from "#db/client.server";
import { people, personRoles } from "#db/schema.server";
import { lookUps, mentionsIn, type Nameable, type Named, namedBy } from "./mentions";

const NAMEABLE = { id: people.id, name: people.name, nameFolded: people.nameFolded, email: people.email };
/** People of one first name: beyond, nobody is meant by it alone. */
const MOST = 500;
const SUGGESTED = 8;

const escaped = (word: string) => `${word.replace(/[\\%_]/g, "\\$&")}%`;

/** Whom a text names, in whichever language it was written. One query; none where there is no `@`. */
export async function readMentions(db: Reader, body: Told): Promise<Named> {
  const texts = LOCALES.flatMap((locale) => body[locale] ?? []);
  const wanted = texts.map(lookUps);
  const emails = wanted.flatMap((one) => one.emails);
  const words = [...new Set(wanted.flatMap((one) => one.words))];
  if (emails.length + words.length === 0) return { people: [], ambiguous: [], unknown: [] };
  const known: Nameable[] = await db
    .select(NAMEABLE)
    .from(people)
    .where(
      and(
        eq(people.active, true),
        or(
          inArray(people.email, emails),
          ...words.map((word) => sql`${people.nameFolded} like ${escaped(word)} escape '\\'`),
        ),
      ),
    )
    .orderBy(asc(people.id))
    .limit(MOST);
  return namedBy(texts.flatMap((text) => mentionsIn(text, known)));
}

/**
 * People whose name or address holds what is being typed after an `@`; `name` is what names them alone: their address
 * where somebody else has the same name.
 * @param roles only those who hold one of them, where it is given
 */
export async function suggestPeople(db: Reader, typed: string, roles: readonly string[] | null) {
  if (!typed.trim()) return [];
  const holding =
    roles &&
    db
      .select({ id: personRoles.personId })
      .from(personRoles)
      .where(inArray(personRoles.role, [...roles]));
  const found = await db
    .select(NAMEABLE)
    .from(people)
    .where(and(eq(people.active, true), ...holdsWords(typed), holding ? inArray(people.id, holding) : undefined))
    .orderBy(asc(people.nameFolded), asc(people.id))
    .limit(SUGGESTED);
  const names = found.map(({ nameFolded }) => nameFolded);
  const twice = names.length
    ? await db
        .select({ name: people.nameFolded })
        .from(people)
        .where(and(eq(people.active, true), inArray(people.nameFolded, names)))
        .groupBy(people.nameFolded)
        .having(sql`count(*) > 1`)
    : [];
  const shared = new Set(twice.map(({ name }) => name));
  return found.map(({ name, email, nameFolded }) => ({
    name,
    email,
    writes: `@${shared.has(nameFolded) ? email : name}`,
  }));
}
