/** What is sent twice, because no answer came or a button was pressed again, is done once. */
import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import type { Reader, Writer } from "#db/client.server";
import { idempotentAnswers } from "#db/schema.server";

/** A name for the next sending of a page's forms: the same sending twice is known by it. */
export const newSending = (): string => randomBytes(12).toString("base64url");

/**
 * Does the work, or answers what it answered before under this key; both in one transaction, so that a refusal rolls the
 * key back as well. Of two at the same moment the second waits, and the primary key would refuse it.
 * @param work what it answers is kept as JSON
 */
export async function once<Answer>(
  tx: Writer,
  personId: number,
  key: string,
  work: () => Promise<Answer>,
  when: When,
): Promise<Answer> {
  const before = await keptUnder(tx, personId, key);
  if (before) return JSON.parse(before) as Answer;
  const answer = await work();
  const kept = JSON.stringify(answer ?? null);
  await tx.insert(idempotentAnswers).values({ personId, key, request: "", status: 201, answer: kept, at: when.now });
  return answer;
}

/** What was answered under this key; null where nothing was. */
export async function answeredTo<Answer>(db: Reader, personId: number, key: string): Promise<Answer | null> {
  const kept = await keptUnder(db, personId, key);
  return kept === null ? null : (JSON.parse(kept) as Answer);
}

async function keptUnder(db: Reader, personId: number, key: string): Promise<string | null> {
  const mine = and(eq(idempotentAnswers.personId, personId), eq(idempotentAnswers.key, key));
  const [kept] = await db.select({ answer: idempotentAnswers.answer }).from(idempotentAnswers).where(mine);
  return kept?.answer ?? null;
}
