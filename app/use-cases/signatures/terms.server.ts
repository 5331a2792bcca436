import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { signOffTerms } from "#db/schema.server";
import { SHIPPED_TERMS, SIGN_OFF_KINDS, type SignOffKind, type Terms } from "./signature";

export interface RoleTerms extends Terms {
  kind: SignOffKind;
  /** 0 while nobody set them. */
  version: number;
}

/** The terms of every role. One query. */
export async function readTerms(db: Reader): Promise<RoleTerms[]> {
  const rows = await db.select().from(signOffTerms);
  return SIGN_OFF_KINDS.map((kind) => ({
    ...SHIPPED_TERMS,
    version: 0,
    ...rows.find((row) => row.kind === kind),
    kind,
  }));
}

export async function termsOf(db: Reader, kind: SignOffKind): Promise<RoleTerms> {
  const [row] = await db.select().from(signOffTerms).where(eq(signOffTerms.kind, kind));
  return row ?? { kind, ...SHIPPED_TERMS, version: 0 };
}

/** Sets the terms of a role. What was signed keeps the day until which it was signed. @throws Refusal 409 when stale */
export async function setTerms(
  tx: Writer,
  actor: Actor,
  { kind, version, ...terms }: RoleTerms,
  when: When,
): Promise<RoleTerms> {
  const may = permit(actor, "gate.edit", NO_PARTIES);
  const before = await termsOf(tx, kind);
  if (before.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const after = { kind, ...terms, version: version + 1 };
  await tx.insert(signOffTerms).values(after).onConflictDoUpdate({ target: signOffTerms.kind, set: after });
  const { version: _, ...was } = before;
  const subjectId = SIGN_OFF_KINDS.indexOf(kind) + 1;
  await record(tx, may, { subject: "sign-off-terms", subjectId, before: was, after: { kind, ...terms } }, when);
  return after;
}
