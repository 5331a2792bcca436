import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { passwordLinks } from "#db/schema.server";
import { record } from "./audit.server";
import { hashToken, newToken } from "./auth.server";
import { permit } from "./permit";
import type { Actor } from "./roles";

const VALID_DAYS = 3;

/** A one-time link by which a person chooses a password. Its token is told once and only its hash is stored. */
export async function issuePasswordLink(
  tx: Writer,
  actor: Actor,
  personId: number,
  secret: string,
  when: When,
): Promise<{ token: string; path: string; expiresAt: Date }> {
  const may = permit(actor, "person.edit", {});
  const token = newToken();
  const expiresAt = new Date(when.now.getTime() + VALID_DAYS * 86_400_000);
  await tx
    .insert(passwordLinks)
    .values({ tokenHash: hashToken(token, secret), personId, issuedBy: actor.personId, expiresAt });
  await record(tx, may, { subject: "password-link", subjectId: personId, after: { expiresAt } }, when);
  return { token, path: `/password/${token}`, expiresAt };
}
