import { and, count, desc, eq, isNull, or } from "drizzle-orm";
import { type Told, tell } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import { hoursAYear } from "#app/use-cases/content";
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
  followers,
  merges,
  people,
  useCases,
  votes,
} from "#db/schema.server";
import { type Figures, figuresOf, hasFigures } from "./merge-case.server";

/** One side of a merge, and all that hangs on it. */
export interface MergeSide {
  reference: string;
  title: Told;
  need: Told | null;
  stage: UseCase["stage"];
  department: Told | null;
  people: number | null;
  hours: number | null;
  goes: Record<(typeof GOES)[number], number>;
}

export const GOES = ["comments", "votes", "followers", "tags", "files", "links", "coSponsors"] as const;

async function sideOf(db: Reader, useCase: UseCase): Promise<MergeSide> {
  const { id, reference, title, need, stage } = useCase;
  const on = async (
    table: typeof comments | typeof votes | typeof followers | typeof caseTags | typeof caseFiles | typeof coSponsors,
  ) => {
    const [row] = await db.select({ found: count() }).from(table).where(eq(table.useCaseId, id));
    return row?.found ?? 0;
  };
  const [linked] = await db
    .select({ found: count() })
    .from(caseLinks)
    .where(or(eq(caseLinks.fromId, id), eq(caseLinks.toId, id)));
  const [department] = await db
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.id, useCase.departmentId ?? 0));
  return {
    ...{ reference, title, need, stage, department: department?.name ?? null },
    ...{ people: useCase.peopleAffected, hours: hoursAYear(useCase) },
    goes: {
      comments: await on(comments),
      votes: await on(votes),
      followers: await on(followers),
      tags: await on(caseTags),
      files: await on(caseFiles),
      links: linked?.found ?? 0,
      coSponsors: await on(coSponsors),
    },
  };
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
}

/** What merging a case shows: the cases like it, and side by side what goes along; or the merge that it went through. */
export async function readMergePage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  chosen: string | null,
  locale: "fr" | "en",
): Promise<MergePage> {
  const { id, reference, title } = useCase;
  const merged = await mergedInto(db, useCase);
  const into = chosen && !merged ? await openCase(db, actor, chosen) : null;
  const takes = into && into.id !== id && canTakeIn(into) ? into : null;
  const figures = await figuresOf(db, id);
  const like = merged ? [] : await similarTo(db, useCase, id);
  return {
    ...{ reference, title, merged },
    from: await sideOf(db, useCase),
    into: takes ? await sideOf(db, takes) : null,
    figures: hasFigures(figures) ? figures : null,
    suggested: like.map((one) => ({
      reference: one.reference,
      label: `${one.reference} · ${tell(one.title, locale)}`,
    })),
  };
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
