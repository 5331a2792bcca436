import { desc, inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { pocs, stageChanges } from "#db/schema.server";
import type { Stage } from "../stages";

const ENDED: readonly Stage[] = ["stopped", "rejected", "on-hold", "retired"];
/** Where a POC may have been stopped before its case was moved on. */
const JUDGED: readonly Stage[] = ["poc", "pilot"];

interface Ended {
  id: number;
  stage: string | null;
  stageReason: Told | null;
}

/**
 * Of cases that came to an end, or whose POC was stopped: what they taught, or else the reason that was given. No query
 * where none did.
 */
export async function stoppedBecause(db: Reader, cases: readonly Ended[]): Promise<Map<number, Told>> {
  const at = (stages: readonly (string | null)[]) => cases.filter(({ stage }) => stages.includes(stage));
  const [ended, judged] = [at(ENDED), at(JUDGED)];
  if (ended.length + judged.length === 0) return new Map();
  const ids = [...ended, ...judged].map(({ id }) => id);
  const moves = await db
    .select({ useCaseId: stageChanges.useCaseId, learning: stageChanges.learning })
    .from(stageChanges)
    .where(inArray(stageChanges.useCaseId, ids))
    .orderBy(desc(stageChanges.id));
  const tried = await db
    .select({ useCaseId: pocs.useCaseId, learning: pocs.learning, verdict: pocs.verdict })
    .from(pocs)
    .where(inArray(pocs.useCaseId, ids))
    .orderBy(desc(pocs.id));
  const said = new Map<number, Told>();
  for (const { id, stageReason } of ended) {
    const taught = [...moves, ...tried].find((one) => one.useCaseId === id && one.learning !== null)?.learning;
    const because = taught ?? stageReason;
    if (because) said.set(id, because);
  }
  for (const { id } of judged) {
    // Only the last one speaks: after a pivot, or a new bet, nothing is over.
    const last = tried.find((one) => one.useCaseId === id);
    if (last?.verdict === "stop" && last.learning) said.set(id, last.learning);
  }
  return said;
}
