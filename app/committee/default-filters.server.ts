import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { filters } from "#db/schema.server";
import { DEFAULT_FILTERS, type FilterDraft } from "./default-filters";

/** Puts the filters in place that ship with the product, or those given. Part of setting an organisation up. */
export async function installFilters(
  tx: Writer,
  actor: Actor,
  when: When,
  drafts: readonly FilterDraft[] = DEFAULT_FILTERS,
): Promise<void> {
  const may = permit(actor, "filter.edit", {});
  const made = await tx
    .insert(filters)
    .values(drafts.map((draft, index) => ({ ...draft, position: index + 1, active: true })))
    .returning();
  for (const filter of made) await record(tx, may, { subject: "filter", subjectId: filter.id, after: filter }, when);
}
