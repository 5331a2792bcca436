import { and, desc, eq, or } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";

const SHOWN = 5;

/** The drafts that a person is writing, alone or with another, the last one touched first. */
export async function draftsOf(db: Reader, personId: number) {
  const drafts = await db
    .select({ reference: useCases.reference, title: shownTitle, updatedAt: useCases.updatedAt })
    .from(useCases)
    .where(and(eq(useCases.stage, "draft"), or(eq(useCases.authorId, personId), eq(useCases.coAuthorId, personId))))
    .orderBy(desc(useCases.updatedAt), desc(useCases.id))
    .limit(SHOWN);
  return drafts.map(({ updatedAt, ...draft }) => ({ ...draft, updatedAt: updatedAt.getTime() }));
}

export type DraftLine = Awaited<ReturnType<typeof draftsOf>>[number];
