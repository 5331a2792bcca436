/** Cases that share what is told of a need: a bounded look into the index, however many cases there are. */
import { ALL_CASES, conceptsOf } from "#db/abouts.server";
import type { Reader } from "#db/client.server";
import { countsOf, type Posting, type Sharing, sharingMost } from "#db/postings.server";
import type { About } from "./concepts";
import { type Rarity, tellingOf } from "./likeness";

/** Entries of the index that are looked at: what bounds the time, whatever the size of the register. */
const LOOKED_AT = 6_000;
/** Of the rarest meanings at least so many newest cases each, even where all the rest is spent. */
const LEAST_EACH = 400;
const MEANINGS = 16;
const CANDIDATES = 40;

/** How rare these meanings are in the register. */
export async function rarityOf(db: Reader, concepts: readonly string[]): Promise<Rarity> {
  const counts = await countsOf(db, concepts);
  return { cases: counts.get(ALL_CASES) ?? 0, casesWith: (concept) => counts.get(concept) ?? 0 };
}

/** The cases that share the most with what is told, the most telling meanings first. */
export function sharing(db: Reader, about: readonly About[], rarity: Rarity): Promise<Sharing[]> {
  const telling = conceptsOf(about)
    .map((concept) => ({ concept, weight: tellingOf(concept, rarity), cases: rarity.casesWith(concept) }))
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.weight - a.weight || a.cases - b.cases)
    .slice(0, MEANINGS);
  let left = LOOKED_AT;
  const postings: Posting[] = [];
  for (const { concept, weight, cases } of telling) {
    // The newest first, where there are more than can be looked at.
    const taken = Math.min(cases, left);
    if (taken < Math.min(cases, LEAST_EACH)) break;
    left -= taken;
    postings.push({ concept, weight, taken });
  }
  return sharingMost(db, postings, CANDIDATES);
}
