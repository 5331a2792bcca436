import { Refusal } from "#app/kernel/refusal";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { caseById, openCase, type UseCase } from "../cases.server";
import { mergeOf } from "./take-in.server";

const LONGEST_CHAIN = 50;

/**
 * The case in which a merged one stands now, through all merges since; null where it was not merged, or where what was
 * written from elsewhere goes round in a circle: then each of them is read where it is.
 */
export async function standingIn(
  db: Reader,
  { id, stage, mergedIntoId }: Pick<UseCase, "id" | "stage" | "mergedIntoId">,
): Promise<UseCase | null> {
  if (stage !== "merged") return null;
  const seen = new Set([id]);
  let next = mergedIntoId;
  for (let steps = 0; next !== null && !seen.has(next) && steps < LONGEST_CHAIN; steps++) {
    seen.add(next);
    const into = await caseById(db, next);
    if (into.stage !== "merged") return into;
    next = into.mergedIntoId;
  }
  return null;
}

/** What was merged is read as it was: whoever has more to say is led to the case that carries it. @throws Refusal 409 */
export async function refuseMerged(db: Reader, useCase: UseCase): Promise<void> {
  const { stage, reference } = useCase;
  if (stage !== "merged") return;
  const into = (await standingIn(db, useCase))?.reference ?? "";
  throw new Refusal(409, "similar.refusal.merged", { reference, into, known: into ? "yes" : "no" });
}

export interface CameFrom {
  reference: string;
  /** A draft that joined, not a case that a curator merged. */
  joined: boolean;
}

/** The reference under which somebody came to a case that stands in another now: null for any other text. */
export async function readCameFrom(
  db: Reader,
  actor: Actor,
  useCase: Pick<UseCase, "id">,
  from: string | null,
): Promise<CameFrom | null> {
  if (!from || !/^[\w-]{1,20}$/.test(from)) return null;
  const came = await openCase(db, actor, from).catch(() => null);
  const standing = came && (await standingIn(db, came));
  if (!came || standing?.id !== useCase.id) return null;
  return { reference: came.reference, joined: (await mergeOf(db, came.id))?.stageBefore === "draft" };
}
