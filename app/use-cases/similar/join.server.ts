import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { caseById, openCase } from "../cases.server";
import { deleteDraft } from "../submit.server";
import { comment } from "../talk/comment.server";

/** The draft's need joins a case that is there already, as a comment in its author's name; the draft goes. */
export async function joinCase(tx: Writer, actor: Actor, draftId: number, reference: string, when: When) {
  const draft = await caseById(tx, draftId);
  const other = await openCase(tx, actor, reference);
  await deleteDraft(tx, actor, draftId, when);
  await comment(tx, actor, other, draft.need ?? draft.title, when);
  return other.reference;
}
