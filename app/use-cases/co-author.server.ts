import type { When } from "#app/kernel/when";
import { notify } from "#app/people/notify.server";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import type { UseCase } from "./cases.server";
import type { CaseContent } from "./content";

/** Tells somebody that they write a case together with its author from now on. */
export async function tellCoAuthor(
  tx: Writer,
  actor: Actor,
  before: Pick<UseCase, "id" | "reference" | "stage" | "coAuthorId">,
  { coAuthorId, title }: CaseContent,
  when: When,
): Promise<void> {
  if (coAuthorId === before.coAuthorId) return;
  const { reference, id, stage } = before;
  const href = stage === "draft" ? `/use-cases/${reference}/edit` : `/use-cases/${reference}`;
  await notify(tx, actor, { kind: "co-author", useCaseId: id, href, values: { reference, title } }, [coAuthorId], when);
}
