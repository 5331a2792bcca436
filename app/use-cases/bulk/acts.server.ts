import { inArray } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import type { DoneAct } from "./acts";
import { recentActs } from "./run.server";
import { changeOf } from "./undo.server";

const NAMED = 12;

/** The actor's latest acts on many cases. Two queries. */
export async function readActs(db: Reader, actor: Actor & { personId: number }): Promise<DoneAct[]> {
  const acts = await recentActs(db, actor);
  const ids = acts.flatMap(({ before }) => before.slice(0, NAMED).map(({ id }) => id));
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: useCases.id, reference: useCases.reference })
          .from(useCases)
          .where(inArray(useCases.id, [...new Set(ids)]));
  const references = new Map(rows.map(({ id, reference }) => [id, reference]));
  return acts.map(({ id, kind, change, before, at, undoneAt }) => ({
    id,
    change: changeOf(kind, change),
    count: before.length,
    references: before.slice(0, NAMED).flatMap((one) => references.get(one.id) ?? []),
    at: at.getTime(),
    undone: undoneAt !== null,
  }));
}
