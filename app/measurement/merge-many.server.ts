/** Several cases at once into the one that stays: what would move, and moving it. */
import { inArray, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { refuseHidden, type UseCase } from "#app/use-cases/cases.server";
import { MOST_MERGED } from "#app/use-cases/similar/join-input";
import { canTakeIn } from "#app/use-cases/similar/take-in.server";
import { sharedVolume } from "#app/use-cases/similar/volumes";
import { isStage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { caseTags, coSponsors, followers, useCases, votes } from "#db/schema.server";
import { type Figures, figuresOf, hasFigures, mergeCases } from "./merge-case.server";
import { sidesOf } from "./merge-page.server";
import type { MergeSide } from "./merge-sides";

export interface MergeManyPage {
  /** Those that were ticked, oldest first. */
  cases: MergeSide[];
  /** The id of the one that stays. */
  into: number;
  /** Why some cannot go: what they are, or the figures that hang on them. */
  left: { reference: string; figures: Figures | null }[];
  /** What the one that stays would carry. */
  after: { people: number | null; hours: number | null; comments: number; files: number; votes: number } & {
    followers: number;
    tags: number;
    coSponsors: number;
  };
}

/** @throws Refusal 409 for fewer than two cases or more than one act takes, 404 for one that is not there */
async function casesOf(db: Reader, actor: Actor, ids: readonly number[]): Promise<UseCase[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length < 2) throw new Refusal(409, "similar.refusal.two-cases");
  if (wanted.length > MOST_MERGED) throw new Refusal(409, "similar.refusal.many-cases", { most: MOST_MERGED });
  const rows = await db.select().from(useCases).where(inArray(useCases.id, wanted)).orderBy(useCases.id);
  if (rows.length < wanted.length) throw new Refusal(404, "desk.refusal.not-found");
  return rows.map((row) => {
    const useCase = { ...row, stage: isStage(row.stage) ? row.stage : null };
    refuseHidden(actor, useCase);
    permit(actor, "use-case.merge", useCase);
    return useCase;
  });
}

/** The case that is offered to stay: one on which figures hang, since these cannot move, or else the oldest. */
function offered(cases: readonly UseCase[], figures: (id: number) => Figures): number {
  const able = cases.filter(canTakeIn);
  return (able.find(({ id }) => hasFigures(figures(id))) ?? able[0] ?? cases[0])?.id ?? 0;
}

/** What merging several cases shows before it is done. Some fifteen queries, however many cases there are. */
export async function readMergeMany(
  db: Reader,
  actor: Actor,
  ids: readonly number[],
  chosen: number | null,
): Promise<MergeManyPage> {
  const cases = await casesOf(db, actor, ids);
  const all = cases.map(({ id }) => id);
  const figures = await figuresOf(db, all);
  const into = cases.find(({ id }) => id === chosen)?.id ?? offered(cases, figures);
  const left = cases.flatMap((one): MergeManyPage["left"] => {
    if (!canTakeIn(one)) return [{ reference: one.reference, figures: null }];
    return one.id !== into && hasFigures(figures(one.id))
      ? [{ reference: one.reference, figures: figures(one.id) }]
      : [];
  });
  const sides = await sidesOf(db, cases);
  return { cases: sides, into, left, after: await afterwards(db, cases, sides) };
}

async function afterwards(
  db: Reader,
  cases: readonly UseCase[],
  sides: readonly MergeSide[],
): Promise<MergeManyPage["after"]> {
  const ids = cases.map(({ id }) => id);
  const joined = await db.select().from(coSponsors).where(inArray(coSponsors.useCaseId, ids));
  const { people, hours } = sharedVolume([...cases.map((one) => ({ ...one, additional: false })), ...joined]);
  const sum = (name: "comments" | "files") => sides.reduce((total, { goes }) => total + goes[name], 0);
  const distinct = async (table: typeof votes | typeof followers | typeof caseTags) => {
    const what = "tagId" in table ? table.tagId : table.personId;
    const [row] = await db
      .select({ found: sql<number>`count(distinct ${what})`.mapWith(Number) })
      .from(table)
      .where(inArray(table.useCaseId, ids));
    return row?.found ?? 0;
  };
  return {
    ...{ people, hours, comments: sum("comments"), files: sum("files"), votes: await distinct(votes) },
    ...{ followers: await distinct(followers), tags: await distinct(caseTags) },
    coSponsors: joined.length + cases.length - 1,
  };
}

/**
 * Lets several cases go up in one of them, all or none.
 * @throws Refusal 409 when one of them cannot go, 403 when the actor may not merge it
 */
export async function mergeMany(
  tx: Writer,
  actor: Actor,
  { ids, into, reason }: { ids: readonly number[]; into: number; reason: Told },
  when: When,
): Promise<UseCase> {
  const cases = await casesOf(tx, actor, ids);
  const staying = cases.find(({ id }) => id === into);
  if (!staying) throw new Refusal(409, "similar.refusal.who-stays");
  for (const { id } of cases) if (id !== into) await mergeCases(tx, actor, { from: id, into, reason }, when);
  return staying;
}
