import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import type { ListReader } from "../list/conditions.server";
import type { ListQuery } from "../list/query";
import type { BulkChange } from "./bulk-input";
import type { BulkPreview } from "./preview";
import { previewBulk, type Screening } from "./selected.server";

const LISTED = 100;
const NAMED = 20;

/** What the page of an act on many cases shows before it is done. */
export async function previewOf(
  db: Reader,
  actor: Actor,
  asked: { query: ListQuery; change: BulkChange },
  reader: ListReader,
  screening: Screening,
): Promise<Omit<BulkPreview, "back">> {
  const plan = await previewBulk(db, actor, asked, reader, screening);
  return {
    change: asked.change,
    seen: plan.change.map(({ id, version }) => ({ id, version })),
    cases: plan.change.slice(0, LISTED).map(({ id, reference, title, stage }) => ({ id, reference, title, stage })),
    left: plan.left.map(({ reason, cases }) => ({
      reason,
      count: cases.length,
      references: cases.slice(0, NAMED).map(({ reference }) => reference),
    })),
  };
}
