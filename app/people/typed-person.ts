import { fold } from "#app/kernel/told";

/** How a person is written into a field, so that nobody else is meant: `Claire Vasseur <claire@example.com>`. */
export const personTyped = ({ name, email }: { name: string; email: string }): string => `${name} <${email}>`;

/** What was typed for a person: an address, which is one person's, or a name, which several may have. */
export type TypedPerson = { email: string } | { name: string } | null;

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** Null where nothing was typed. Names are compared folded: case and accents do not count. */
export function readTypedPerson(typed: string): TypedPerson {
  const text = typed.trim();
  if (text === "") return null;
  const [, address] = /<([^<>]*)>\s*$/.exec(text) ?? [];
  const email = (address ?? text).trim();
  if (ADDRESS.test(email)) return { email: email.toLowerCase() };
  return { name: fold(text).replace(/\s+/g, " ") };
}
