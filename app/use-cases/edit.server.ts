import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { LOCALES } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Parties, permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { indexCase } from "#db/search.server";
import { caseById, type UseCase } from "./cases.server";
import { tellCoAuthor } from "./co-author.server";
import { type CaseContent, CONTENT_FIELDS, foldedTitle, searchTexts, submissionFacts } from "./content";
import { GateClosed } from "./gate-closed";
import { missingAt } from "./gates";
import { carryOver } from "./ledger.server";
import { renewSignatures } from "./signatures/renew.server";
import { type LaterEvent, mayReachOthers, reachesOthers } from "./signatures/signature";
import { refuseMerged } from "./similar/standing-in.server";
import { refuseOwnHelp } from "./submit.server";
import { tellOwners } from "./tell-owners.server";

// In one order of languages: an import writes first the one of its file.
const inOrder = (said: unknown) => JSON.stringify(said, [...LOCALES]);

/** The fields on which two contents are apart, each side with its own. */
export function changedFields(before: CaseContent, after: CaseContent) {
  const changed = CONTENT_FIELDS.filter((field) => inOrder(before[field]) !== inOrder(after[field]));
  const side = (content: CaseContent) => Object.fromEntries(changed.map((field) => [field, content[field]]));
  return { changed, before: side(before), after: side(after) };
}

/** Those who wrote it edit it until it is screened; from then on those who answer for it do, and the record says so. */
export function mayStillEdit(actor: Actor, useCase: Parties & Pick<UseCase, "stage">): boolean {
  const unscreened = useCase.stage === null || ["draft", "submitted", "withdrawn"].includes(useCase.stage);
  return unscreened || permits(actor, "use-case.edit", { ...useCase, authorId: null, coAuthorId: null });
}

/** What its gate asked for stays: a case is never edited back below «submitted». */
function refuseHollow(before: UseCase, after: CaseContent): void {
  const lacked = missingAt("submitted", submissionFacts(before, true));
  const lacks = missingAt("submitted", submissionFacts(after, true)).filter((one) => !lacked.includes(one));
  if (lacks.length) throw new GateClosed(lacks, "use-cases.refusal.hollow");
}

/**
 * Replaces what is said of a case. What it counts for goes along when it changes department.
 * @throws Refusal 409 when somebody changed it since `version`, or when it would lose what its gate asked for, or
 * its author edits what was screened already
 */
export async function editCase(
  tx: Writer,
  actor: Actor,
  edit: { id: number; version: number; content: CaseContent },
  when: When,
): Promise<void> {
  const before = await caseById(tx, edit.id);
  const may = permit(actor, "use-case.edit", before);
  const { id, version, content } = edit;
  await refuseMerged(tx, before);
  if (before.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (!mayStillEdit(actor, before)) throw new Refusal(409, "use-cases.refusal.screened");
  refuseHollow(before, content);
  if (content.coAuthorId !== before.coAuthorId) refuseOwnHelp(before.authorId, content);
  const sides = changedFields(before, content);
  if (sides.changed.length === 0) return;
  const [saved] = await tx
    .update(useCases)
    .set({ ...content, titleFolded: foldedTitle(content.title), updatedAt: when.now, version: version + 1 })
    .where(and(eq(useCases.id, id), eq(useCases.version, version)))
    .returning({ id: useCases.id });
  if (!saved) throw new Refusal(409, "desk.refusal.stale");
  const { stage, departmentId } = before;
  await carryOver(tx, id, { departmentId, stage }, { departmentId: content.departmentId, stage }, when);
  await indexCase(tx, id, searchTexts(before.reference, content, [before.externalId, content.aiType]));
  const change = { subject: "use-case", subjectId: id, useCaseId: id, before: sides.before, after: sides.after };
  await record(tx, may, change, when);
  // What was signed for these people is to be signed anew for others.
  if (mayReachOthers(before, content)) {
    const concerns = (later: readonly LaterEvent[]) => reachesOthers(before, content, later);
    await renewSignatures(tx, may, { cause: "audience", detail: null, concerns }, when);
  }
  await tellCoAuthor(tx, actor, before, content, when);
  await tellOwners(tx, actor, [{ ...before, to: content.ownerId }], when);
}
