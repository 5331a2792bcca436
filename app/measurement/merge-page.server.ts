import { and, count, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { type Told, tell } from "#app/kernel/told";
import type { Key, Values } from "#app/locales/keys";
import type { Actor } from "#app/people/roles";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { hoursAYear } from "#app/use-cases/content";
import { toCase } from "#app/use-cases/links/link-input";
import { similarTo } from "#app/use-cases/similar/similar.server";
import { canTakeIn } from "#app/use-cases/similar/take-in.server";
import type { Reader } from "#db/client.server";
import {
  caseFiles,
  caseLinks,
  caseTags,
  comments,
  coSponsors,
  departments,
  merges,
  people,
  useCases,
  votes,
} from "#db/schema.server";
import { type Figures, figuresOf, hasFigures } from "./merge-case.server";
import type { MergeSide } from "./merge-sides";

/** How many rows of each kind hang on each case. */
async function countOn(db: Reader, table: Hanging, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .select({ useCaseId: table.useCaseId, found: count() })
    .from(table)
    .where(inArray(table.useCaseId, [...ids]))
    .groupBy(table.useCaseId);
  return new Map(rows.map(({ useCaseId, found }) => [useCaseId, found]));
}

type Hanging = typeof comments | typeof votes | typeof caseTags | typeof caseFiles | typeof coSponsors;
const HANGING = { comments, votes, tags: caseTags, files: caseFiles, coSponsors } as const;

/** Cases side by side, in the order in which they are given. Seven queries, and two more for each of the few cases. */
export async function sidesOf(db: Reader, cases: readonly UseCase[]): Promise<MergeSide[]> {
  const ids = cases.map(({ id }) => id);
  const names = new Map(
    (await db.select({ id: departments.id, name: departments.name }).from(departments)).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const linked = await db
    .select({ fromId: caseLinks.fromId, toId: caseLinks.toId })
    .from(caseLinks)
    .where(or(inArray(caseLinks.fromId, ids), inArray(caseLinks.toId, ids)));
  const counted = new Map<string, Map<number, number>>();
  for (const [name, table] of Object.entries(HANGING)) counted.set(name, await countOn(db, table, ids));
  const following = new Map<number, number>();
  for (const useCase of cases) following.set(useCase.id, (await concernedBy(db, useCase)).length);
  return cases.map((useCase) => {
    const { id, reference, title, need, stage } = useCase;
    const on = (name: keyof typeof HANGING) => counted.get(name)?.get(id) ?? 0;
    return {
      ...{ id, reference, title, need, stage, department: names.get(useCase.departmentId ?? 0) ?? null },
      ...{ people: useCase.peopleAffected, hours: hoursAYear(useCase) },
      goes: {
        ...{ comments: on("comments"), votes: on("votes"), followers: following.get(id) ?? 0, tags: on("tags") },
        ...{ files: on("files"), coSponsors: on("coSponsors") },
        links: linked.filter(({ fromId, toId }) => fromId === id || toId === id).length,
      },
    };
  });
}

export interface MergePage {
  reference: string;
  title: Told;
  /** Where it went up in another one already: how, and whether that can be undone. */
  merged: { into: string; intoTitle: Told; by: string; at: number; reason: Told; stands: boolean } | null;
  from: MergeSide;
  into: MergeSide | null;
  figures: Figures | null;
  suggested: { reference: string; label: string }[];
  /** What was typed as the other case. */
  typed: string;
  /** Why that is none. */
  not: { key: Key; values?: Values } | null;
}

/** What merging a case shows: the cases like it, and side by side what goes along; or the merge that it went through. */
export async function readMergePage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  typed: string | null,
  locale: "fr" | "en",
): Promise<MergePage> {
  const { id, reference, title } = useCase;
  const merged = await mergedInto(db, useCase);
  const chosen = typed && !merged ? await chosenIn(db, actor, useCase, typed) : null;
  const takes = chosen?.takes ?? null;
  const figures = (await figuresOf(db, [id]))(id);
  const like = merged ? [] : await similarTo(db, useCase, id);
  const [from, other] = await sidesOf(db, takes ? [useCase, takes] : [useCase]);
  if (!from) throw new Refusal(404, "use-cases.refusal.not-found", { reference });
  return {
    ...{ reference, title, merged, from },
    into: other ?? null,
    not: (chosen && !takes && chosen.not) || null,
    typed: typed ?? "",
    figures: hasFigures(figures) ? figures : null,
    suggested: like.map((one) => ({
      reference: one.reference,
      label: `${one.reference} · ${tell(one.title, locale)}`,
    })),
  };
}

/** The case that was typed, or why it is none that this one can go up in. */
async function chosenIn(db: Reader, actor: Actor, { id }: UseCase, typed: string) {
  const read = toCase.safeParse(typed);
  const none = (key: Key, values?: Values) => ({ takes: null, not: { key, values } });
  if (!read.success) return none("case.refusal.not-a-reference");
  const found = await openCase(db, actor, read.data).catch((problem) => {
    if (problem instanceof Refusal && problem.status === 404) return null;
    throw problem;
  });
  if (!found) return none("use-cases.refusal.not-found", { reference: read.data });
  if (found.id === id) return none("similar.refusal.itself");
  if (!canTakeIn(found)) return none("similar.refusal.cannot-take");
  return { takes: found, not: null };
}

async function mergedInto(db: Reader, { id, stage }: UseCase): Promise<MergePage["merged"]> {
  if (stage !== "merged") return null;
  const [row] = await db
    .select({
      reference: useCases.reference,
      title: useCases.title,
      stage: useCases.stage,
      by: people.name,
      at: merges.at,
      reason: merges.reason,
    })
    .from(merges)
    .innerJoin(useCases, eq(useCases.id, merges.intoId))
    .innerJoin(people, eq(people.id, merges.byId))
    .where(and(eq(merges.fromId, id), isNull(merges.undoneAt)))
    .orderBy(desc(merges.id))
    .limit(1);
  if (!row) return null;
  const { reference: into, title: intoTitle, by, at, reason } = row;
  return { into, intoTitle, by, at: at.getTime(), reason, stands: row.stage !== "merged" };
}
