import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { mails } from "#db/schema.server";
import { record } from "./audit.server";
import { NO_PARTIES } from "./permissions";
import { permit } from "./permit";
import type { Actor } from "./roles";

/**
 * Puts a mail that was given up, or perhaps sent, back into the queue: an administrator's decision, who answers for its
 * arriving twice.
 * @throws Refusal 409 where it is not given up (any more)
 */
export async function retryMail(tx: Writer, actor: Actor, id: number, when: When): Promise<void> {
  const may = permit(actor, "organisation.edit", NO_PARTIES);
  const [before] = await tx.select({ problem: mails.problem, tries: mails.tries }).from(mails).where(eq(mails.id, id));
  const [queued] = await tx
    .update(mails)
    .set({ givenUpAt: null, handedAt: null, claimedUntil: null, problem: null, tries: 0, dueAt: when.now })
    .where(and(eq(mails.id, id), isNotNull(mails.givenUpAt), isNull(mails.sentAt)))
    .returning({ id: mails.id });
  if (!queued) throw new Refusal(409, "people.refusal.mail-not-given-up");
  await record(tx, may, { subject: "mail", subjectId: id, before, after: { tries: 0 } }, when);
}
