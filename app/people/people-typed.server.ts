import type { FieldErrors } from "#app/kernel/input";
import type { Reader } from "#db/client.server";
import { lookForPerson } from "./find-person.server";

const AN_ID = /^\d+$/;

/**
 * A form in which people are named, with the id of each in their place; and what is wrong with those who cannot be told.
 * Empty fields and ids stay as they are. @param kept those who are named already, whose account may be closed
 */
export async function peopleTyped(
  db: Reader,
  form: FormData,
  fields: readonly string[],
  kept: readonly (number | null)[] = [],
): Promise<{ said: FormData; faults: FieldErrors }> {
  const said = new FormData();
  for (const [name, value] of form) said.append(name, value);
  const faults: FieldErrors = {};
  for (const field of fields) {
    const typed = form.get(field);
    if (typeof typed !== "string" || typed.trim() === "" || AN_ID.test(typed)) continue;
    const { person, why } = await lookForPerson(
      db,
      typed,
      kept.filter((id) => id !== null),
    );
    if (person) said.set(field, String(person.id));
    else if (why) faults[field] = { key: why, values: { typed: typed.slice(0, 100) } };
  }
  return { said, faults };
}
