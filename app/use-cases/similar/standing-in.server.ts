import type { Reader } from "#db/client.server";
import { caseById, type UseCase } from "../cases.server";

const LONGEST_CHAIN = 50;

/** The reference of the case in which a merged one stands now, through all merges since; null where it was not merged. */
export async function readStandingIn(
  db: Reader,
  { id, mergedIntoId }: Pick<UseCase, "id" | "mergedIntoId">,
): Promise<string | null> {
  let reference: string | null = null;
  let next = mergedIntoId;
  const seen = new Set([id]);
  for (let steps = 0; next !== null && !seen.has(next) && steps < LONGEST_CHAIN; steps++) {
    seen.add(next);
    const into: UseCase = await caseById(db, next);
    reference = into.reference;
    next = into.mergedIntoId;
  }
  return reference;
}
