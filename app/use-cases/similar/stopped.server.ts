import { desc, inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { pocs, stageChanges } from "#db/schema.server";
import type { Stage } from "../stages";

const ENDED: readonly Stage[] = ["stopped", "rejected", "on-hold", "retired"];

interface Ended {
  id: number;
  stage: string | null;
  stageReason: Told | null;
}

/** Of cases that came to an end: what they taught, or else the reason that was given. No query where none did. */
export async function stoppedBecause(db: Reader, cases: readonly Ended[]): Promise<Map<number, Told>> {
  const ended = cases.filter(({ stage }) => (ENDED as readonly (string | null)[]).includes(stage));
  if (ended.length === 0) return new Map();
  const ids = ended.map(({ id }) => id);
  const moves = await db
    .select({ useCaseId: stageChanges.useCaseId, learning: stageChanges.learning })
    .from(stageChanges)
    .where(inArray(stageChanges.useCaseId, ids))
    .orderBy(desc(stageChanges.id));
  const tried = await db
    .select({ useCaseId: pocs.useCaseId, learning: pocs.learning })
    .from(pocs)
    .where(inArray(pocs.useCaseId, ids))
    .orderBy(desc(pocs.id));
  const said = new Map<number, Told>();
  for (const { id, stageReason } of ended) {
    const taught = [...moves, ...tried].find((one) => one.useCaseId === id && one.learning !== null)?.learning;
    const because = taught ?? stageReason;
    if (because) said.set(id, because);
  }
  return said;
}
