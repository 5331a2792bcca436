/** Forms that are sent once, however often their button is pressed. */
import { createHash } from "node:crypto";
import { answeredTo, once } from "#app/people/once.server";
import type { Writer } from "#db/client.server";
import { ONCE } from "./answer";
import type { Desk } from "./desk.server";

const SENDING = /^[\w-]{16,64}$/;

/**
 * The name of this sending: of the page that the form was on, and of all that it says. A page that was gone back to sends
 * its own name again with other words, which is another thing. Null where the form has none.
 */
function sendingOf({ pathname }: URL, form: FormData): string | null {
  const page = form.get(ONCE);
  if (typeof page !== "string" || !SENDING.test(page)) return null;
  const said = [...form].map(([name, value]) => [name, typeof value === "string" ? value : [value.name, value.size]]);
  return `form ${createHash("sha256")
    .update(JSON.stringify([pathname, said]))
    .digest("base64url")}`;
}

/** Writes what a form asks for; the same form sent again is answered as it was the first time, and writes nothing. */
export function writeOnce<Answer>(
  { database, actor, when, url }: Desk,
  form: FormData,
  work: (tx: Writer) => Promise<Answer>,
): Promise<Answer> {
  const key = sendingOf(url, form);
  return database.write((tx) => (key === null ? work(tx) : once(tx, actor.personId, key, () => work(tx), when)));
}

/** What this very form was answered when it was sent before; null where it was not. */
export async function sentBefore<Answer>({ database, actor, url }: Desk, form: FormData): Promise<Answer | null> {
  const key = sendingOf(url, form);
  return key === null ? null : answeredTo<Answer>(database, actor.personId, key);
}
