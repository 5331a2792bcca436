import { eq, inArray, or } from "drizzle-orm";
import type { Writer } from "#db/client.server";
import {
  caseFileParts,
  caseFiles,
  caseLinks,
  caseTags,
  commentMentions,
  comments,
  followers,
  votes,
} from "#db/schema.server";

/** Forgets all that hangs on a case: part of the command that deletes it, which records. */
export async function forgetAround(tx: Writer, useCaseId: number): Promise<void> {
  const said = tx.select({ id: comments.id }).from(comments).where(eq(comments.useCaseId, useCaseId));
  await tx.delete(commentMentions).where(inArray(commentMentions.commentId, said));
  await tx.delete(comments).where(eq(comments.useCaseId, useCaseId));
  const files = tx.select({ id: caseFiles.id }).from(caseFiles).where(eq(caseFiles.useCaseId, useCaseId));
  await tx.delete(caseFileParts).where(inArray(caseFileParts.fileId, files));
  await tx.delete(caseFiles).where(eq(caseFiles.useCaseId, useCaseId));
  await tx.delete(caseLinks).where(or(eq(caseLinks.fromId, useCaseId), eq(caseLinks.toId, useCaseId)));
  await tx.delete(caseTags).where(eq(caseTags.useCaseId, useCaseId));
  await tx.delete(votes).where(eq(votes.useCaseId, useCaseId));
  await tx.delete(followers).where(eq(followers.useCaseId, useCaseId));
}
