import { sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Act } from "#app/people/permissions";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { counters, stageChanges, useCases } from "#db/schema.server";
import { indexCase } from "#db/search.server";
import { type CaseContent, foldedTitle, searchTexts } from "./content";
import { openStanding } from "./ledger.server";
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
}

/** Writes a new case with all that every case has: reference, standing, first stage, search, audit. */
export async function enterCase(
  tx: Writer,
  may: Permitted<Act>,
  entering: Entering,
  when: When,
): Promise<{ id: number; reference: string }> {
  const { content, stage, stageSince, authorId, similarLookedAt, whyNew = null } = entering;
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
      createdAt: when.now,
      updatedAt: when.now,
    })
    .returning({ id: useCases.id });
  if (!made) throw new Error("No use case was written");
  const { id } = made;
  await openStanding(tx, id);
  if (stage !== null && stage !== "draft") {
    const on = stageSince ?? when.today;
    await tx.insert(stageChanges).values({ useCaseId: id, from: null, to: stage, on, byId: may.actor.personId });
  }
  await indexCase(tx, id, searchTexts(reference, content, [content.aiType]));
  // Most cases are of no campaign, and their events say nothing of one.
  const said = Object.fromEntries(Object.entries(beside).filter(([, value]) => value !== null));
  const change = { subject: "use-case", subjectId: id, useCaseId: id };
  await record(tx, may, { ...change, after: { reference, stage, stageSince, whyNew, ...said, ...content } }, when);
  return { id, reference };
}
