import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { fold } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";
import { readTypedPerson } from "./typed-person";

export interface FoundPerson {
  id: number;
  name: string;
  email: string;
}

export type Found = { person: FoundPerson | null; why?: never } | { person?: never; why: Key };

const PERSON = { id: people.id, name: people.name, email: people.email };

/**
 * The person whom somebody typed: by address, or by a full name that only one active person has. Nothing typed is nobody.
 * @param kept those who may be meant though their account is closed, because they are named already
 */
export async function lookForPerson(db: Reader, typed: string, kept: readonly number[] = []): Promise<Found> {
  const said = readTypedPerson(typed);
  if (!said) return { person: null };
  const isMeant = "email" in said ? sql`lower(${people.email}) = ${said.email}` : eq(people.nameFolded, said.name);
  const found = await db
    .select(PERSON)
    .from(people)
    .where(and(or(eq(people.active, true), inArray(people.id, [...kept])), isMeant))
    .limit(2);
  if (found.length > 1) return { why: "people.refusal.several-people" };
  return found[0] ? { person: found[0] } : { why: "people.refusal.nobody-by-that-name" };
}

/** @throws Refusal 409 where nobody, or more than one person, is meant */
export async function findPerson(db: Reader, typed: string): Promise<FoundPerson | null> {
  const { person, why } = await lookForPerson(db, typed);
  if (why) throw new Refusal(409, why, { typed: typed.slice(0, 100) });
  return person;
}

const OFFERED = 10;

/** Active people whose name or address holds what was typed so far. */
export async function suggestPeople(db: Reader, typed: string): Promise<FoundPerson[]> {
  const folded = fold(typed).trim().slice(0, 60);
  if (folded === "") return [];
  const holding = `%${folded.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return db
    .select(PERSON)
    .from(people)
    .where(
      and(
        eq(people.active, true),
        or(
          sql`${people.nameFolded} LIKE ${holding} ESCAPE '\\'`,
          sql`lower(${people.email}) LIKE ${holding} ESCAPE '\\'`,
        ),
      ),
    )
    .orderBy(asc(people.nameFolded), asc(people.id))
    .limit(OFFERED);
}
