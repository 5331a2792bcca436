import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { caseLinks, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import { openCase, type UseCase } from "../cases.server";
import { refuseMerged } from "../similar/standing-in.server";
import { isStage } from "../stages";
import { closesCircle, type LinkKind, wordsOf } from "./link-kinds";

const MOST_LINKS = 100;

const linksOf = prepared((db) =>
  db
    .select({
      id: caseLinks.id,
      kind: caseLinks.kind,
      fromId: caseLinks.fromId,
      reference: useCases.reference,
      title: shownTitle,
      stage: useCases.stage,
    })
    .from(caseLinks)
    .innerJoin(
      useCases,
      eq(
        useCases.id,
        sql`case when ${caseLinks.fromId} = ${sql.placeholder("useCaseId")} then ${caseLinks.toId} else ${caseLinks.fromId} end`,
      ),
    )
    // A draft is its author's business: a link to one shows when it is submitted.
    .where(
      and(
        or(eq(caseLinks.fromId, sql.placeholder("useCaseId")), eq(caseLinks.toId, sql.placeholder("useCaseId"))),
        ne(sql`coalesce(${useCases.stage}, '')`, "draft"),
      ),
    )
    .orderBy(asc(caseLinks.id))
    .limit(MOST_LINKS),
);

/** The cases that one is linked with, in the words of that one. */
export async function readLinks(db: Reader, useCaseId: number) {
  const rows = await linksOf(db, { useCaseId });
  return rows.map(({ id, kind, fromId, reference, title, stage }) => ({
    id,
    words: wordsOf(kind, fromId === useCaseId),
    reference,
    title,
    stage: isStage(stage) ? stage : null,
  }));
}

export type CaseLink = Awaited<ReturnType<typeof readLinks>>[number];

/** Who builds on whom, as far as it can be reached from a case, a step at a time. */
async function reachedFrom(db: Reader, start: number): Promise<{ from: number; to: number }[]> {
  const edges: { from: number; to: number }[] = [];
  const seen = new Set([start]);
  for (let at = [start]; at.length > 0; ) {
    const next = await db
      .select({ from: caseLinks.fromId, to: caseLinks.toId })
      .from(caseLinks)
      .where(and(inArray(caseLinks.fromId, at), eq(caseLinks.kind, "builds-on")));
    edges.push(...next);
    at = [...new Set(next.map(({ to }) => to))].filter((id) => !seen.has(id));
    for (const id of at) seen.add(id);
  }
  return edges;
}

/** Says how a case stands to another. @throws Refusal 404; 409 for itself, twice, or where something would build on itself */
export async function linkCases(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  { kind, to: reference }: { kind: LinkKind; to: string },
  when: When,
): Promise<number> {
  const may = permit(actor, "use-case.link", useCase);
  await refuseMerged(tx, useCase);
  const other = await openCase(tx, actor, reference);
  await refuseMerged(tx, other);
  if (other.id === useCase.id) throw new Refusal(409, "case.refusal.link-itself");
  const there = await tx
    .select({ kind: caseLinks.kind, fromId: caseLinks.fromId })
    .from(caseLinks)
    .where(
      or(
        and(eq(caseLinks.fromId, useCase.id), eq(caseLinks.toId, other.id)),
        and(eq(caseLinks.fromId, other.id), eq(caseLinks.toId, useCase.id)),
      ),
    );
  // «Related» says the same from both sides.
  if (there.some((one) => one.kind === kind && (kind === "related" || one.fromId === useCase.id))) {
    throw new Refusal(409, "case.refusal.link-twice", { reference: other.reference });
  }
  const opposite = there.some((one) => one.kind === kind && one.fromId === other.id);
  const circle = kind === "builds-on" && closesCircle(await reachedFrom(tx, other.id), useCase.id, other.id);
  if (opposite || circle) throw new Refusal(409, "case.refusal.link-circle", { reference: other.reference });
  const [made] = await tx
    .insert(caseLinks)
    .values({ fromId: useCase.id, toId: other.id, kind, byId: actor.personId, at: when.now })
    .returning({ id: caseLinks.id });
  if (!made) throw new Error("The link was not kept");
  await record(tx, may, { ...changeOf(made.id, useCase), after: { link: kind, linkedId: other.id } }, when);
  return made.id;
}

const changeOf = (id: number, { id: useCaseId }: UseCase) => ({ subject: "link", subjectId: id, useCaseId });

/** Takes a link away, from whichever of its two cases. @throws Refusal 404 */
export async function unlinkCases(tx: Writer, actor: Actor, useCase: UseCase, id: number, when: When): Promise<void> {
  const may = permit(actor, "use-case.link", useCase);
  await refuseMerged(tx, useCase);
  const [gone] = await tx
    .delete(caseLinks)
    .where(and(eq(caseLinks.id, id), or(eq(caseLinks.fromId, useCase.id), eq(caseLinks.toId, useCase.id))))
    .returning();
  if (!gone) throw new Refusal(404, "case.refusal.no-link");
  const linkedId = gone.fromId === useCase.id ? gone.toId : gone.fromId;
  await record(tx, may, { ...changeOf(id, useCase), before: { link: gone.kind, linkedId } }, when);
}
