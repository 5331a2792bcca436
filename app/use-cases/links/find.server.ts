import { and, desc, like, ne, or, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { idsMatching } from "#db/search.server";
import { shownTitle } from "#db/shown-title.server";

const FOUND = 8;

/** Cases by their reference, or by words of what they say: what a field that asks for a case offers. Drafts are nobody's. */
export async function findCases(db: Reader, typed: string) {
  const reference = /^(?:uc-?)?0*(\d{1,9})$/i.exec(typed.trim())?.[1];
  return db
    .select({ reference: useCases.reference, title: shownTitle })
    .from(useCases)
    .where(
      and(
        reference
          ? or(like(useCases.reference, `UC-%${reference}`), like(useCases.reference, `UC-${reference}%`))
          : sql`${useCases.id} in ${idsMatching(db.engine, typed)}`,
        ne(sql`coalesce(${useCases.stage}, '')`, "draft"),
      ),
    )
    .orderBy(desc(useCases.updatedAt), desc(useCases.id))
    .limit(FOUND);
}
