import { lookForPerson } from "#app/people/find-person.server";
import type { Reader } from "#db/client.server";
import { type ListQuery, NONE } from "./query";

const isId = (owner: string) => /^\d{1,15}$/.test(owner);

/** The view with whom its owner's field means; as typed where nobody, or more than one, is meant. */
export async function withOwner(db: Reader, query: ListQuery): Promise<ListQuery> {
  const { owner } = query;
  if (owner === null || owner === NONE || isId(owner)) return query;
  const { person } = await lookForPerson(db, owner);
  if (person) return { ...query, owner: String(person.id) };
  return { ...query, misread: [...query.misread, { name: "owner", said: owner.slice(0, 60) }] };
}
