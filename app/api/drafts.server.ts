import { openCase } from "#app/use-cases/cases.server";
import { deleteDraft as deleteForGood } from "#app/use-cases/submit.server";
import { deleteDraft as contract } from "./drafts";
import { writes } from "./operation.server";

export const deleteDraft = writes(contract, async (tx, { actor, parameters, when }) => {
  const { id } = await openCase(tx, actor, parameters.reference);
  await deleteForGood(tx, actor, id, when);
  return { deleted: true };
});
