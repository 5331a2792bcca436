import { eq, inArray } from "drizzle-orm";
import { LOCALES, type Told } from "#app/kernel/told";
import { conceptsOf } from "#db/abouts.server";
import type { Reader } from "#db/client.server";
import { departments, useCases } from "#db/schema.server";
import type { CaseContent } from "../content";
import { isStage, type Stage } from "../stages";
import { rarityOf, sharing } from "./candidates.server";
import { type About, aboutOf, languageOf, meaningsOf } from "./concepts";
import { likenessTo, nearest, type Rarity, TOO_NEAR, tellingOf } from "./likeness";
import { stoppedBecause } from "./stopped.server";

export interface SimilarCase {
  id: number;
  reference: string;
  title: Told;
  need: Told | null;
  stage: Stage | null;
  departmentId: number | null;
  department: Told | null;
  /** 0 to 1. */
  likeness: number;
  /** The words of what was told that this case shares, whatever its own words are: the most telling first. */
  shared: string[];
  /** Where it was stopped, rejected, put off or retired: what it taught, or why. */
  because: Told | null;
}

type Needing = Pick<CaseContent, "title" | "need" | "departmentId">;

/** A draft is its author's business; what was merged or withdrawn is there no more. */
const NOT_SHOWN: readonly Stage[] = ["draft", "merged", "withdrawn"];
const SHARED_WORDS = 5;

/**
 * Cases that may be the same need, the likest first, at most five: stopped and rejected ones as well, in whatever
 * language and words. Three queries for the candidates, one more for what is shown of them and two for why those ended
 * that did, at any size of the register.
 */
export async function similarTo(db: Reader, content: Needing, exceptId: number | null): Promise<SimilarCase[]> {
  const about = aboutOf(content);
  if (conceptsOf(about).length === 0) return [];
  const known = await rarityOf(db, conceptsOf(about));
  const candidates = await sharing(db, about, known);
  const shown = candidates.filter(({ id, stage }) => id !== exceptId && !isIn(NOT_SHOWN, stage));
  if (shown.length === 0) return [];
  const rarity = await rarityOf(db, [...new Set(shown.flatMap((one) => conceptsOf(one.about)))]);
  const both = {
    cases: known.cases,
    casesWith: (concept: string) => known.casesWith(concept) || rarity.casesWith(concept),
  };
  const likeness = likenessTo({ about, departmentId: content.departmentId }, both);
  const near = nearest(shown.map((one) => ({ ...one, likeness: likeness(one) })));
  if (near.length === 0) return [];
  const texts = new Map((await textsOf(db, near)).map((one) => [one.id, one]));
  const told = near.flatMap((one) => {
    const text = texts.get(one.id);
    return text ? [{ ...one, ...text }] : [];
  });
  const because = await stoppedBecause(db, told);
  return told.map(({ about: theirs, stageReason: _, stage, ...one }) => ({
    ...one,
    stage: isStage(stage) ? stage : null,
    shared: sharedWords(content, theirs, both),
    because: because.get(one.id) ?? null,
  }));
}

function textsOf(db: Reader, near: readonly { id: number }[]) {
  return db
    .select({
      id: useCases.id,
      title: useCases.title,
      need: useCases.need,
      department: departments.name,
      stageReason: useCases.stageReason,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .where(
      inArray(
        useCases.id,
        near.map(({ id }) => id),
      ),
    );
}

const isIn = (stages: readonly Stage[], stage: string | null) => (stages as readonly (string | null)[]).includes(stage);

/** Of those found, the ones so like that their author must join one or say why theirs is new. */
export const tooNear = (found: readonly SimilarCase[]): SimilarCase[] =>
  found.filter(({ likeness }) => likeness >= TOO_NEAR);

/** The words as they were typed by which two needs meet, the most telling first. */
function sharedWords({ title, need }: Needing, theirs: readonly About[], rarity: Rarity): string[] {
  const there = new Set(conceptsOf(theirs));
  const words = new Map<string, string>();
  for (const expected of LOCALES) {
    const text = `${title?.[expected] ?? ""}. ${need?.[expected] ?? ""}`.slice(0, 3_000);
    for (const said of meaningsOf(text, languageOf(text, expected)))
      if (there.has(said.concept) && !words.has(said.concept)) words.set(said.concept, said.words);
  }
  return [...words]
    .sort(([a], [b]) => tellingOf(b, rarity) - tellingOf(a, rarity))
    .map(([, word]) => word)
    .slice(0, SHARED_WORDS);
}
