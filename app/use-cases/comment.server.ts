import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { comments } from "#db/schema.server";
import type { UseCase } from "./cases.server";

/** Says something about a case. Comments stay: they are part of its story. */
export async function comment(tx: Writer, actor: Actor, useCase: UseCase, body: Told, when: When): Promise<void> {
  const may = permit(actor, "use-case.comment", useCase);
  // Only people comment: the installation has nothing to say.
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted", { act: may.act });
  const [said] = await tx
    .insert(comments)
    .values({ useCaseId: useCase.id, authorId: actor.personId, body, at: when.now })
    .returning({ id: comments.id });
  const change = { subject: "comment", subjectId: said?.id ?? 0, useCaseId: useCase.id, after: { body } };
  await record(tx, may, change, when);
}
