/** What has expired and serves nobody any more. Nobody's act, and nothing that people see: it leaves no audit event. */
import { lt } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { authSessions, idempotentAnswers, passwordLinks, signInFailures } from "#db/schema.server";
import { WINDOW_MS } from "./throttle.server";

const HOUR_MS = 3_600_000;
/** For so long a link that was used or has expired is told from one that never was. */
const LINK_KEPT_MS = 30 * 24 * HOUR_MS;
/** For so long a program may send the same request again. */
export const ANSWER_KEPT_MS = 24 * HOUR_MS;

const ago = ({ now }: When, milliseconds: number) => new Date(now.getTime() - milliseconds);

export async function forgetExpiredSessions(tx: Writer, when: When): Promise<void> {
  await tx.delete(authSessions).where(lt(authSessions.expiresAt, when.now));
}

/** Tries that the throttle counts no more. */
export async function forgetSignInFailures(tx: Writer, when: When): Promise<void> {
  await tx.delete(signInFailures).where(lt(signInFailures.at, ago(when, WINDOW_MS)));
}

export async function forgetOldLinks(tx: Writer, when: When): Promise<void> {
  await tx.delete(passwordLinks).where(lt(passwordLinks.expiresAt, ago(when, LINK_KEPT_MS)));
}

export async function forgetAnswers(tx: Writer, when: When): Promise<void> {
  await tx.delete(idempotentAnswers).where(lt(idempotentAnswers.at, ago(when, ANSWER_KEPT_MS)));
}
