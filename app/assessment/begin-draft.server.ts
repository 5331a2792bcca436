import type { z } from "zod";
import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { scoringDrafts, scoringModels } from "#db/schema.server";
import { beginDraft } from "./draft-model.server";
import { modelById } from "./model.server";
import { type beginInput, lineBeside } from "./model-input";

/** Begins a draft as a button says: the next version of a model, one that ships, or a copy as a model of its own. */
export async function beginAs(
  tx: Writer,
  actor: Actor,
  said: z.output<typeof beginInput>,
  when: When,
): Promise<{ id: number }> {
  if (said.intent === "begin-shipped") return beginDraft(tx, actor, { shipped: said.line }, when);
  const { modelId } = said;
  const weights = new Map(Object.entries(said.weights ?? {}));
  if (said.intent === "begin-next") return beginDraft(tx, actor, { modelId, weights }, when);
  const { line } = await modelById(tx, modelId);
  const taken = [
    ...(await tx.selectDistinct({ line: scoringModels.line }).from(scoringModels)),
    ...(await tx.select({ line: scoringDrafts.line }).from(scoringDrafts)),
  ];
  const beside = lineBeside(
    line,
    taken.map((one) => one.line),
  );
  return beginDraft(tx, actor, { modelId, line: beside, weights }, when);
}
