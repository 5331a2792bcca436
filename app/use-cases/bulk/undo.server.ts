import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { bulkActs } from "#db/schema.server";
import { MOST_TAGS } from "../tags/tag-names";
import { type BulkChange, isBulkKind } from "./bulk-input";
import { assign, bulkActOf, putTag } from "./run.server";
import { type BulkCase, readPlanned, type Screening } from "./selected.server";

export interface Undone {
  restored: number;
  /** What was changed since, or is no longer the actor's to change. */
  left: string[];
}

export function changeOf(kind: string, change: Record<string, string | number | null>): BulkChange {
  if (kind === "assign") return { kind, ownerId: Number(change.ownerId), owner: String(change.owner) };
  if (kind === "tag" || kind === "untag") return { kind, tag: String(change.tag) };
  return { kind: "screen" };
}

/** Puts back what an act on many cases changed, where nothing else changed it since. @throws Refusal 409 when it was undone before */
export async function undoBulk(
  tx: Writer,
  actor: Actor & { personId: number },
  id: number,
  screening: Screening,
  when: When,
): Promise<Undone> {
  const act = await bulkActOf(tx, actor, id);
  if (act.undoneAt !== null || !isBulkKind(act.kind)) throw new Refusal(409, "list.refusal.undone-already");
  const change = changeOf(act.kind, act.change);
  const then = new Map(act.before.map((one) => [one.id, one]));
  const cases = await readPlanned(tx, [...then.keys()], change, screening);
  const isAsLeft = (useCase: BulkCase): boolean => {
    const untouched = then.get(useCase.id)?.version === useCase.version;
    if (change.kind === "assign") return untouched && permits(actor, "use-case.edit", useCase);
    if (change.kind === "screen")
      return untouched && useCase.stage === "assessment" && permits(actor, "use-case.move", useCase);
    // A tag is no part of what a case says: whoever edits the case meanwhile does not touch it.
    const asLeft = change.kind === "tag" ? useCase.tagged : !useCase.tagged && useCase.tags < MOST_TAGS;
    return asLeft && permits(actor, "use-case.tag", useCase);
  };
  const back = cases.filter(isAsLeft);
  if (change.kind === "assign") {
    const ownerBefore = (useCase: BulkCase) => Number(then.get(useCase.id)?.was.ownerId) || null;
    await assign(tx, actor, back, ownerBefore, when);
  } else if (change.kind === "screen") {
    for (const useCase of back) await screening.moveBack(tx, actor, useCase.id);
  } else {
    await putTag(tx, actor, back, { name: change.tag, on: change.kind === "untag" }, when);
  }
  await tx.update(bulkActs).set({ undoneAt: when.now }).where(eq(bulkActs.id, id));
  const restored = new Set(back.map((one) => one.id));
  return { restored: restored.size, left: cases.filter((one) => !restored.has(one.id)).map((one) => one.reference) };
}
