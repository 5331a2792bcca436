import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { people } from "#db/schema.server";
import { record } from "./audit.server";
import { readActor } from "./auth.server";
import type { Rhythm } from "./mail-rhythm";
import { permit } from "./permit";
import type { Actor } from "./roles";

const signatureOf = (personId: number, secret: string) =>
  createHmac("sha256", secret).update(`mail rhythm of ${personId}`).digest("base64url");

/** What a mail's link carries: whose mails it is about, signed. It opens nothing else and does not end. */
export function mailToken(personId: number, secret: string): string {
  return `${personId}.${signatureOf(personId, secret)}`;
}

/** Whose mails a link is about. @throws Refusal 404 where it was not signed here, or the account is closed */
export async function personOfMailToken(db: Reader, token: string | undefined, secret: string) {
  const [, id = "", signature = ""] = /^(\d{1,9})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  const [ours, theirs] = [Buffer.from(signatureOf(Number(id), secret)), Buffer.from(signature)];
  const signed = ours.length === theirs.length && timingSafeEqual(ours, theirs);
  const [person] = signed
    ? await db
        .select({ id: people.id, name: people.name, locale: people.locale, rhythm: people.mailRhythm })
        .from(people)
        .where(and(eq(people.id, Number(id)), eq(people.active, true)))
    : [];
  if (!person) throw new Refusal(404, "people.refusal.mail-link-unknown");
  return person;
}

export async function rhythmOf(db: Reader, personId: number): Promise<Rhythm> {
  const [person] = await db.select({ rhythm: people.mailRhythm }).from(people).where(eq(people.id, personId));
  return person?.rhythm ?? "never";
}

/** Chooses how often a person is mailed: by themselves, signed in or by the link of a mail to them. */
export async function chooseRhythm(tx: Writer, actor: Actor & { personId: number }, rhythm: Rhythm, when: When) {
  const { personId } = actor;
  const may = permit(actor, "account.use", { accountOf: personId });
  const [person] = await tx.select({ before: people.mailRhythm }).from(people).where(eq(people.id, personId));
  if (!person || person.before === rhythm) return;
  await tx.update(people).set({ mailRhythm: rhythm }).where(eq(people.id, personId));
  const change = { before: { mailRhythm: person.before }, after: { mailRhythm: rhythm } };
  await record(tx, may, { subject: "person", subjectId: personId, ...change }, when);
}

/** The same by the link of a mail, whoever opens it. @throws Refusal 404 */
export async function chooseRhythmByLink(
  tx: Writer,
  token: string | undefined,
  rhythm: Rhythm,
  secret: string,
  when: When,
): Promise<void> {
  const { id, name } = await personOfMailToken(tx, token, secret);
  await chooseRhythm(tx, await readActor(tx, id, name), rhythm, when);
}
