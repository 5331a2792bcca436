/** Pairs of cases that may be the same need: found a few at a time as texts change, judged by curators. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { likePairs, useCases } from "#db/schema.server";
import { caseById } from "../cases.server";
import { isStage, type Stage } from "../stages";
import { mayMergeAway } from "../who-moves";
import { readBookmark, setBookmark } from "./bookmark.server";
import { type SimilarCase, similarTo } from "./similar.server";

const BOOKMARK = "similar.compared-until";
/** Each look costs some milliseconds, and others who write wait for the transaction. */
const AT_ONCE = 40;
/** Only what is clearly like is worth a curator's time. */
const WORTH_A_LOOK = 0.4;
const NOT_COMPARED: readonly Stage[] = ["draft", "merged", "withdrawn"];
const PAGE = 25;

/** The earlier case first: a pair stands once. */
export const pairOf = (a: number, b: number) => ({ oneId: Math.min(a, b), otherId: Math.max(a, b) });

/** Compares the cases that changed since the last run with all others, some at each run. Nobody's act. */
export async function compareCases(tx: Writer): Promise<void> {
  const [at = 0, last = 0] = ((await readBookmark(tx, BOOKMARK)) ?? "0 0").split(" ").map(Number);
  const moment = new Date(at);
  const changed = await tx
    .select()
    .from(useCases)
    .where(or(gt(useCases.updatedAt, moment), and(eq(useCases.updatedAt, moment), gt(useCases.id, last))))
    .orderBy(asc(useCases.updatedAt), asc(useCases.id))
    .limit(AT_ONCE);
  for (const useCase of changed) {
    const near = NOT_COMPARED.includes(useCase.stage as Stage) ? [] : await similarTo(tx, useCase, useCase.id);
    await keepPairs(
      tx,
      useCase.id,
      near.filter(({ likeness }) => likeness >= WORTH_A_LOOK),
    );
  }
  const newest = changed.at(-1);
  if (newest) await setBookmark(tx, BOOKMARK, `${newest.updatedAt.getTime()} ${newest.id}`);
}

async function keepPairs(tx: Writer, id: number, near: readonly SimilarCase[]): Promise<void> {
  const others = near.map((one) => one.id);
  const own = or(
    and(eq(likePairs.oneId, id), notInArray(likePairs.otherId, others)),
    and(eq(likePairs.otherId, id), notInArray(likePairs.oneId, others)),
  );
  await tx.delete(likePairs).where(and(own, isNull(likePairs.apartAt)));
  if (near.length === 0) return;
  await tx
    .insert(likePairs)
    .values(near.map((one) => ({ ...pairOf(id, one.id), likeness: one.likeness })))
    .onConflictDoUpdate({
      target: [likePairs.oneId, likePairs.otherId],
      set: { likeness: sql`excluded.likeness` },
    });
}

export interface LikePair {
  likeness: number;
  one: PairedCase;
  other: PairedCase;
  /** The reader may let the later case go up in the earlier one. */
  mayMerge: boolean;
}

export interface PairedCase {
  id: number;
  reference: string;
  title: Told;
  stage: Stage | null;
}

/** Where a page of pairs goes on: after this likeness and pair. */
export interface PairCursor {
  likeness: number;
  oneId: number;
  otherId: number;
}

/** One page of pairs, the likest first: those still to judge, or those found to be different. Two queries. */
export async function readPairs(db: Reader, actor: Actor, apart: boolean, after: PairCursor | null) {
  const alive = db
    .select({ id: useCases.id })
    .from(useCases)
    .where(or(isNull(useCases.stage), notInArray(useCases.stage, [...NOT_COMPARED])));
  const next =
    after &&
    or(
      lt(likePairs.likeness, after.likeness),
      and(eq(likePairs.likeness, after.likeness), gt(likePairs.oneId, after.oneId)),
      and(
        eq(likePairs.likeness, after.likeness),
        eq(likePairs.oneId, after.oneId),
        gt(likePairs.otherId, after.otherId),
      ),
    );
  const rows = await db
    .select({ oneId: likePairs.oneId, otherId: likePairs.otherId, likeness: likePairs.likeness })
    .from(likePairs)
    .where(
      and(
        apart ? isNotNull(likePairs.apartAt) : isNull(likePairs.apartAt),
        isNotNull(likePairs.likeness),
        inArray(likePairs.oneId, alive),
        inArray(likePairs.otherId, alive),
        next ?? undefined,
      ),
    )
    .orderBy(desc(likePairs.likeness), asc(likePairs.oneId), asc(likePairs.otherId))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const ids = [...new Set(shown.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  const found = await db
    .select({
      ...{ id: useCases.id, reference: useCases.reference, title: useCases.title, stage: useCases.stage },
      ...{ authorId: useCases.authorId, coAuthorId: useCases.coAuthorId },
      ...{ ownerId: useCases.ownerId, technicalOwnerId: useCases.technicalOwnerId },
    })
    .from(useCases)
    .where(inArray(useCases.id, ids));
  const mergeable = new Set<number>();
  const cases = new Map(
    found.map(({ id, reference, title, ...row }) => {
      const stage = isStage(row.stage) ? row.stage : null;
      if (mayMergeAway(actor, { ...row, stage })) mergeable.add(id);
      return [id, { id, reference, title, stage }];
    }),
  );
  const pairs = shown.flatMap(({ oneId, otherId, likeness }): LikePair[] => {
    const [one, other] = [cases.get(oneId), cases.get(otherId)];
    return one && other ? [{ likeness: likeness ?? 0, one, other, mayMerge: mergeable.has(other.id) }] : [];
  });
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { pairs, next: last ? { ...last, likeness: last.likeness ?? 0 } : null };
}

/** Says that two cases are not the same need, or that they may be after all. It is remembered. */
export async function judgePair(
  tx: Writer,
  actor: Actor,
  { one, other, apart }: { one: number; other: number; apart: boolean },
  when: When,
): Promise<void> {
  if (one === other) throw new Refusal(409, "similar.refusal.itself");
  const pair = pairOf(one, other);
  const first = await caseById(tx, pair.oneId);
  const second = await caseById(tx, pair.otherId);
  const may = permit(actor, "use-case.merge", first);
  const verdict = apart ? { apartById: actor.personId, apartAt: when.now } : { apartById: null, apartAt: null };
  await tx
    .insert(likePairs)
    .values({ ...pair, ...verdict })
    .onConflictDoUpdate({ target: [likePairs.oneId, likePairs.otherId], set: verdict });
  const change = { subject: "like-pair", subjectId: second.id, useCaseId: first.id };
  const said = { reference: second.reference, apart };
  await record(tx, may, { ...change, before: { ...said, apart: !apart }, after: said }, when);
}
