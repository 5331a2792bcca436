import { and, eq, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Act } from "#app/people/permissions";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { counters, stageChanges, useCases } from "#db/schema.server";
import { indexCase } from "#db/search.server";
import type { UseCase } from "./cases.server";
import { type CaseContent, foldedTitle, searchTexts } from "./content";
import type { LiveAnswers, Passed } from "./intake/live-entry";
import { carryOver, openStanding } from "./ledger.server";
import type { Stage } from "./stages";

const COUNTER = "use-cases";

/** Takes the next `count` references of the counter: `UC-0042`, `UC-0043`, … Numbers are never used twice. */
export async function takeReferences(tx: Writer, count: number): Promise<string[]> {
  const [taken] = await tx
    .insert(counters)
    .values({ name: COUNTER, value: count })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${count}` } })
    .returning({ value: counters.value });
  const last = taken?.value ?? count;
  return Array.from({ length: count }, (_, at) => `UC-${String(last - count + at + 1).padStart(4, "0")}`);
}

export interface Entering {
  content: CaseContent;
  authorId: number | null;
  /** Null is an imported case that never said where it stands. */
  stage: Stage | null;
  stageSince: Day | null;
  similarLookedAt: boolean;
  whyNew?: Told | null;
  /** The campaign that it is put in for. */
  campaignId?: number | null;
  /** The name of whoever captured it as one line; empty where they gave none. */
  capturedBy?: string | null;
  /** What the form that made it calls it. */
  draftKey?: string | null;
  /** Where it stood before it came into the book, as far as the days are known. */
  earlier?: readonly Passed[];
  /** What a draft says of a case that lives already. */
  liveEntry?: LiveAnswers | null;
}

/** The days that a case brings along: it was entered at each of them, and moved by nobody here. */
export function waysIn(useCaseId: number, way: readonly Passed[], byId: number | null) {
  const nothing = { reason: null, learning: null, decisionId: null, overridden: null };
  return way.map(({ stage, on }) => ({ useCaseId, from: null, to: stage, on, byId, ...nothing }));
}

/** These days as its audit event tells them. */
export const daysOf = (earlier: readonly Passed[]) =>
  earlier.length > 0 && { earlier: Object.fromEntries(earlier.map(({ stage, on }) => [stage, on])) };

/**
 * Enters a draft straight at the stage where the case stands already; its gates are not asked, and show as debt. Where
 * nobody knows since when it stands there, that stays unknown, and its history says when it was entered.
 */
export async function enterDraftAt(
  tx: Writer,
  may: Permitted<"use-case.enter-live", UseCase>,
  { stage, stageSince, earlier = [] }: { stage: Stage; stageSince: Day | null; earlier?: readonly Passed[] },
  when: When,
): Promise<void> {
  const { id, version, departmentId } = may.subject;
  const [entered] = await tx
    .update(useCases)
    .set({ stage, stageSince, liveEntry: null, updatedAt: when.now, version: version + 1 })
    .where(and(eq(useCases.id, id), eq(useCases.version, version)))
    .returning({ id: useCases.id });
  if (!entered) throw new Refusal(409, "desk.refusal.stale");
  const way = [...earlier, { stage, on: stageSince ?? when.today }];
  await tx.insertMany(stageChanges, waysIn(id, way, may.actor.personId));
  await carryOver(tx, id, { departmentId, stage: "draft" }, { departmentId, stage }, when);
  const change = { subject: "use-case", subjectId: id, useCaseId: id };
  const after = { stage, stageSince, ...daysOf(earlier) };
  await record(tx, may, { ...change, before: { stage: "draft" }, after }, when);
}

/** Writes a new case with all that every case has: reference, standing, first stage, search, audit. */
export async function enterCase(
  tx: Writer,
  may: Permitted<Act>,
  entering: Entering,
  when: When,
): Promise<{ id: number; reference: string }> {
  const { content, stage, stageSince, authorId, similarLookedAt, whyNew = null, earlier = [] } = entering;
  const beside = {
    campaignId: entering.campaignId ?? null,
    capturedBy: entering.capturedBy ?? null,
    draftKey: entering.draftKey ?? null,
  };
  const [reference = ""] = await takeReferences(tx, 1);
  const [made] = await tx
    .insert(useCases)
    .values({
      ...content,
      reference,
      titleFolded: foldedTitle(content.title),
      authorId,
      stage,
      stageSince,
      similarLookedAt,
      whyNew,
      ...beside,
      liveEntry: entering.liveEntry ?? null,
      createdAt: when.now,
      updatedAt: when.now,
    })
    .returning({ id: useCases.id });
  if (!made) throw new Error("No use case was written");
  const { id } = made;
  await openStanding(tx, id);
  if (stage !== null && stage !== "draft") {
    const on = stageSince ?? when.today;
    await tx.insertMany(stageChanges, waysIn(id, [...earlier, { stage, on }], may.actor.personId));
  }
  await indexCase(tx, id, searchTexts(reference, content, [content.aiType]));
  // Most cases are of no campaign, and their events say nothing of one.
  const said = Object.fromEntries(Object.entries(beside).filter(([, value]) => value !== null));
  const change = { subject: "use-case", subjectId: id, useCaseId: id };
  await record(
    tx,
    may,
    { ...change, after: { reference, stage, stageSince, ...daysOf(earlier), whyNew, ...said, ...content } },
    when,
  );
  return { id, reference };
}
