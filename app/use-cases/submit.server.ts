import { and, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { forgetNewsOf } from "#app/people/notifications.server";
import { notify } from "#app/people/notify.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { isDangling } from "#db/dangling.server";
import { stageChanges, standings, useCases } from "#db/schema.server";
import { forgetCase, indexCase } from "#db/search.server";
import { caseById } from "./cases.server";
import { tellCoAuthor } from "./co-author.server";
import { type CaseContent, foldedTitle, saysAnything, searchTexts, submissionFacts } from "./content";
import { changedFields } from "./edit.server";
import { enterCase, enterDraftAt } from "./enter.server";
import { forgetAround } from "./forget-around.server";
import { GateClosed } from "./gate-closed";
import { missingAt } from "./gates";
import type { LiveAnswers, Passed } from "./intake/live-entry";
import { moveCase } from "./move.server";
import { similarTo, tooNear } from "./similar/similar.server";
import type { Stage } from "./stages";

export interface Submission extends CaseContent {
  /** Whether the near-duplicates were shown to the author. Where they were not, they are looked for now. */
  similarLookedAt: boolean;
  /** Why this case is new beside those that are like it. */
  whyNew: Told | null;
  draftKey?: string | null;
  /** What it says of a case that lives already, for the draft that it becomes where cases like it were not looked at. */
  liveEntry?: LiveAnswers | null;
}

/** A case that is live already, entered straight at its stage; since when may not be known. */
export interface EnteredAt {
  stage: Stage;
  stageSince: Day | null;
  /** Where it stood before, as far as the days are known. */
  earlier?: readonly Passed[];
}

export type Submitted =
  | { submitted: true; id: number; reference: string }
  /** Kept as a draft, because cases like it are there: its author joins one, or says why this one is new. */
  | { submitted: false; id: number; reference: string };

/**
 * A case that only its author works on, however little it says.
 * @param draftKey what its form calls it
 * @throws Refusal 409 when it says nothing: there is nothing to keep, and no reference to take
 */
export async function createDraft(
  tx: Writer,
  actor: Actor,
  content: CaseContent,
  when: When,
  draftKey: string | null = null,
  liveEntry: LiveAnswers | null = null,
) {
  const may = permit(actor, "use-case.submit", NO_PARTIES);
  if (!saysAnything(content)) throw new Refusal(409, "use-cases.refusal.nothing-typed");
  const draft = { stage: "draft", stageSince: when.today, similarLookedAt: false, draftKey, liveEntry } as const;
  const made = await enterCase(tx, may, { content, authorId: actor.personId, ...draft }, when);
  await tellCoAuthor(tx, actor, { ...made, stage: "draft", coAuthorId: null }, content, when);
  return made;
}

/** The case that a form has made already: sent again, because no answer came, it is that one and no other. */
export async function begunBy(db: Reader, actor: Actor, draftKey: string | null) {
  if (draftKey === null || actor.personId === null) return null;
  const [begun] = await db
    .select({ id: useCases.id, reference: useCases.reference, version: useCases.version, stage: useCases.stage })
    .from(useCases)
    .where(and(eq(useCases.draftKey, draftKey), eq(useCases.authorId, actor.personId)));
  return begun ?? null;
}

export interface KeptDraft {
  reference: string;
  version: number;
}

/** Keeps what is being typed into a new form: in the draft that it made before, or in a new one. @throws Refusal 409 when it was submitted meanwhile */
export async function keepDraft(
  tx: Writer,
  actor: Actor,
  said: { content: CaseContent; draftKey: string | null; liveEntry?: LiveAnswers | null },
  when: When,
): Promise<KeptDraft> {
  const { content, draftKey, liveEntry } = said;
  const begun = await begunBy(tx, actor, draftKey);
  if (begun) return saveDraft(tx, actor, { id: begun.id, version: begun.version, content, liveEntry }, when);
  const { reference } = await createDraft(tx, actor, content, when, draftKey, liveEntry);
  return { reference, version: 1 };
}

/** A case that is put in and submitted at once. @throws Refusal 409 when its gate finds something missing */
export async function submitUseCase(
  tx: Writer,
  actor: Actor,
  { similarLookedAt, whyNew, draftKey = null, liveEntry = null, ...content }: Submission,
  when: When,
  entered: EnteredAt = { stage: "submitted", stageSince: when.today },
): Promise<Submitted> {
  const live = entered.stage !== "submitted" && entered.stage !== "draft";
  const may = permit(actor, live ? "use-case.enter-live" : "use-case.submit", NO_PARTIES);
  refuseIncomplete(content);
  refuseOwnHelp(actor.personId, content);
  const known = similarLookedAt || whyNew !== null || tooNear(await similarTo(tx, content, null)).length === 0;
  if (!known) return { submitted: false, ...(await createDraft(tx, actor, content, when, draftKey, liveEntry)) };
  const made = await enterCase(
    tx,
    may,
    { content, authorId: actor.personId, ...entered, similarLookedAt: true, whyNew, draftKey },
    when,
  );
  const news = { kind: "submitted" as const, useCaseId: made.id, href: `/use-cases/${made.reference}`, values: {} };
  if (entered.stage === "submitted") {
    await notify(tx, actor, news, [content.ownerId, content.technicalOwnerId, content.coAuthorId], when);
  } else if (live) await tellEntered(tx, actor, { ...content, ...made }, entered.stage, when);
  return { submitted: true, ...made };
}

/** Tells those who answer for a case that it was entered at its stage. */
async function tellEntered(
  tx: Writer,
  actor: Actor,
  of: Pick<CaseContent, "ownerId" | "technicalOwnerId" | "coAuthorId"> & { id: number; reference: string },
  stage: Stage,
  when: When,
): Promise<void> {
  const news = { kind: "stage" as const, useCaseId: of.id, href: `/use-cases/${of.reference}`, values: { stage } };
  await notify(tx, actor, news, [of.ownerId, of.technicalOwnerId, of.coAuthorId], when);
}

/** @throws Refusal 409 where the author is named a second time, as who writes along */
export function refuseOwnHelp(authorId: number | null, { coAuthorId }: CaseContent): void {
  if (authorId !== null && coAuthorId === authorId) throw new Refusal(409, "use-cases.refusal.own-co-author");
}

function refuseIncomplete(content: CaseContent): void {
  const missing = missingAt("submitted", submissionFacts(content, true));
  if (missing.length) throw new GateClosed(missing);
}

/** Saves a draft as it is now; one that did not change keeps its version. @throws Refusal 409 when it is no draft any more, or was changed meanwhile */
export async function saveDraft(
  tx: Writer,
  actor: Actor,
  draft: { id: number; version: number; content: CaseContent; liveEntry?: LiveAnswers | null },
  when: When,
): Promise<KeptDraft> {
  const before = await caseById(tx, draft.id);
  const may = permit(actor, "use-case.edit", before);
  if (before.stage !== "draft") throw new Refusal(409, "use-cases.refusal.not-a-draft");
  const { content } = draft;
  const { reference } = before;
  const { changed, ...sides } = changedFields(before, content);
  const { liveEntry = before.liveEntry } = draft;
  const sameEntry = JSON.stringify(liveEntry) === JSON.stringify(before.liveEntry);
  if (changed.length === 0 && sameEntry && before.version === draft.version)
    return { reference, version: before.version };
  const [saved] = await tx
    .update(useCases)
    .set({
      ...content,
      liveEntry,
      titleFolded: foldedTitle(content.title),
      updatedAt: when.now,
      version: draft.version + 1,
    })
    .where(and(eq(useCases.id, draft.id), eq(useCases.version, draft.version)))
    .returning({ id: useCases.id });
  if (!saved) throw new Refusal(409, "desk.refusal.stale");
  await indexCase(tx, draft.id, searchTexts(before.reference, content, [content.aiType]));
  const change = { subject: "use-case", subjectId: draft.id, useCaseId: draft.id };
  await record(tx, may, { ...change, ...sides }, when);
  await tellCoAuthor(tx, actor, before, content, when);
  return { reference, version: draft.version + 1 };
}

/** Saves a draft and submits it, or enters it where it lives already, unless cases like it were never looked at: then it stays a draft. */
export async function submitDraft(
  tx: Writer,
  actor: Actor,
  draft: {
    id: number;
    version: number;
    content: CaseContent;
    whyNew: Told | null;
    liveEntry?: LiveAnswers | null;
  },
  when: When,
  entered: EnteredAt | null = null,
): Promise<Submitted> {
  const { reference } = await saveDraft(tx, actor, draft, when);
  const { authorId } = await caseById(tx, draft.id);
  const { id, content, whyNew } = draft;
  refuseIncomplete(content);
  refuseOwnHelp(authorId, content);
  if (!whyNew && tooNear(await similarTo(tx, content, id)).length > 0) return { submitted: false, id, reference };
  await tx.update(useCases).set({ similarLookedAt: true, whyNew }).where(eq(useCases.id, id));
  if (entered) {
    const useCase = await caseById(tx, id);
    await enterDraftAt(tx, permit(actor, "use-case.enter-live", useCase), entered, when);
    await tellEntered(tx, actor, useCase, entered.stage, when);
    return { submitted: true, id, reference };
  }
  const may = permit(actor, "use-case.submit", await caseById(tx, id));
  await moveCase(tx, may, { to: "submitted" }, missingAt("submitted", submissionFacts(content, true)), when);
  return { submitted: true, id, reference };
}

/** Takes a draft back for good, which is its author's to do: who writes along may leave it. @throws Refusal 403, or 409 when it is no draft, or figures hang on it */
export async function deleteDraft(tx: Writer, actor: Actor, id: number, when: When): Promise<string> {
  const draft = await caseById(tx, id);
  const may = permit(actor, "draft.delete", draft);
  if (draft.stage !== "draft") throw new Refusal(409, "use-cases.refusal.not-a-draft");
  await forgetCase(tx, id);
  await forgetNewsOf(tx, id);
  await forgetAround(tx, id);
  await tx.delete(stageChanges).where(eq(stageChanges.useCaseId, id));
  await tx.delete(standings).where(eq(standings.useCaseId, id));
  try {
    await tx.delete(useCases).where(eq(useCases.id, id));
  } catch (problem) {
    // Others may have signed or counted something of it: that is not taken back with a click.
    if (isDangling(problem)) throw new Refusal(409, "use-cases.refusal.draft-in-use", { reference: draft.reference });
    throw problem;
  }
  const before = { reference: draft.reference, title: draft.title, need: draft.need };
  await record(tx, may, { subject: "use-case", subjectId: id, useCaseId: id, before, after: null }, when);
  return draft.reference;
}
