import { eq } from "drizzle-orm";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { people } from "#db/schema.server";
import { record } from "./audit.server";
import { permit } from "./permit";
import type { Actor } from "./roles";

export interface Preferences {
  locale?: Locale;
  theme?: "light" | "dark";
}

/** What a person chose for themselves: their language and how light the pages are. */
export async function prefer(
  tx: Writer,
  actor: Actor & { personId: number },
  preferences: Preferences,
  when: When,
): Promise<void> {
  if (Object.keys(preferences).length === 0) return;
  const may = permit(actor, "account.use", { accountOf: actor.personId });
  await tx.update(people).set(preferences).where(eq(people.id, actor.personId));
  await record(tx, may, { subject: "person", subjectId: actor.personId, after: preferences }, when);
}
