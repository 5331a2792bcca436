import { inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { idsSharing, wordsOf } from "#db/search.server";
import type { CaseContent } from "./content";
import { likeness, NEAR, subjectWords } from "./similarity";

const CANDIDATES = 40;
const SHOWN = 5;

export interface SimilarCase {
  reference: string;
  title: Told;
  need: Told | null;
  stage: string | null;
  departmentId: number | null;
  /** 0 to 1. */
  likeness: number;
}

const both = (told: Told | null | undefined) => [told?.fr ?? "", told?.en ?? ""];

/** How like two told texts are, in the language in which they are the most so. */
function toldLikeness(a: Told | null, b: Told | null): number {
  return Math.max(0, ...both(a).flatMap((one) => both(b).map((other) => (one && other ? likeness(one, other) : 0))));
}

/** Cases that may be the same need, the likest first. Drafts are nobody else's business. */
export async function similarTo(
  db: Reader,
  content: Pick<CaseContent, "title" | "need">,
  exceptId: number | null,
): Promise<SimilarCase[]> {
  const words = both(content.title).flatMap((text) => wordsOf(text).filter((word) => subjectWords(word).size > 0));
  const needWords = both(content.need).flatMap((text) => wordsOf(text).filter((word) => word.length > 6));
  const ids = await idsSharing(db, [...words, ...needWords.sort((a, b) => b.length - a.length)], CANDIDATES);
  if (ids.length === 0) return [];
  const candidates = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      need: useCases.need,
      stage: useCases.stage,
      departmentId: useCases.departmentId,
    })
    .from(useCases)
    .where(inArray(useCases.id, ids));
  return candidates
    .filter(({ id, stage }) => id !== exceptId && stage !== "draft" && stage !== "merged")
    .map(({ id: _, ...one }) => ({
      ...one,
      likeness: Math.max(toldLikeness(content.title, one.title), toldLikeness(content.need, one.need)),
    }))
    .filter((one) => one.likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness || a.reference.localeCompare(b.reference))
    .slice(0, SHOWN);
}
