/** The same request sent again, because its answer was lost on the way, is done once. */
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { ANSWER_KEPT_MS } from "#app/people/forget.server";
import type { Writer } from "#db/client.server";
import { idempotentAnswers } from "#db/schema.server";
import { Turned } from "./problem";

export interface Once {
  personId: number;
  key: string;
  /** All that was asked: method, address and body. */
  request: string;
}

/**
 * Answers what was answered before to the same request under this key, or does the work and remembers its answer in the
 * same transaction: a refusal rolls both back, and the request may be mended and sent again under its key.
 * @throws Turned 422 when the key was used for something else
 */
export async function once(
  tx: Writer,
  { personId, key, request }: Once,
  status: number,
  work: () => Promise<unknown>,
  when: When,
): Promise<{ answer: unknown; replayed: boolean }> {
  const asked = createHash("sha256").update(request).digest("base64url");
  const mine = and(eq(idempotentAnswers.personId, personId), eq(idempotentAnswers.key, key));
  const [before] = await tx.select().from(idempotentAnswers).where(mine);
  if (before && when.now.getTime() - before.at.getTime() < ANSWER_KEPT_MS) {
    if (before.request !== asked) throw new Turned(422, "api.refusal.key-reused");
    return { answer: JSON.parse(before.answer), replayed: true };
  }
  const answer = await work();
  if (before) await tx.delete(idempotentAnswers).where(mine);
  await tx
    .insert(idempotentAnswers)
    .values({ personId, key, request: asked, status, answer: JSON.stringify(answer), at: when.now });
  return { answer, replayed: false };
}
