import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { organisations } from "#db/schema.server";
import { holdsMoney, holdsQuarters } from "#db/traces.server";
import { record } from "./audit.server";
import type { OrganisationSettings } from "./organisation";
import { readOrganisation } from "./organisation.server";
import { NO_PARTIES } from "./permissions";
import { permit } from "./permit";
import type { Actor } from "./roles";

/**
 * Changes what the administrator sets for everybody.
 * @throws Refusal 409 when somebody changed it meanwhile; when the currency would change under amounts that exist, or
 * the fiscal year under facts that are dated by its quarters.
 */
export async function editOrganisation(
  tx: Writer,
  actor: Actor,
  { version, ...settings }: OrganisationSettings,
  when: When,
): Promise<void> {
  const may = permit(actor, "organisation.edit", NO_PARTIES);
  const before = await readOrganisation(tx);
  if (!before) throw new Refusal(404, "desk.refusal.not-found");
  const [changed] = await tx
    .update(organisations)
    .set({ ...settings, version: version + 1 })
    .where(and(eq(organisations.id, before.id), eq(organisations.version, version)))
    .returning({ id: organisations.id });
  if (!changed) throw new Refusal(409, "desk.refusal.stale");
  if (settings.currency !== before.currency && (await holdsMoney(tx))) {
    throw new Refusal(409, "people.refusal.currency-in-use", { currency: before.currency });
  }
  if (settings.fiscalFirstMonth !== before.fiscalFirstMonth && (await holdsQuarters(tx))) {
    throw new Refusal(409, "people.refusal.calendar-in-use");
  }
  const { id, version: _, demo: __, ...old } = before;
  await record(tx, may, { subject: "organisation", subjectId: id, before: old, after: settings }, when);
}
