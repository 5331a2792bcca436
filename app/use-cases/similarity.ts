import { fold } from "#app/kernel/told";

// Words that say nothing of a subject, in both languages, beside those of three letters or fewer.
const EMPTY_WORDS = new Set(
  `alors apres aussi autre autres avant avec avoir cela cette chaque chez comme contre dans depuis deux elle elles encore
  entre etre faire fait leur leurs mais meme memes moins notre nous objet parce pour plus plusieurs quand quel quelle sans
  sont sous tous tout toute toutes tres votre vous about after also been before being between both does each from have
  into just like more most much must need only other over same some such than that their them then there these they this
  those through under very want were what when where which while will with without would your assistant automatique
  automatiques automatiser automation automated outil outils tool tools intelligence artificielle artificial`.split(
    /\s+/,
  ),
);
const STEM = 6;

/** The words that a text is about, cut so that plurals and endings meet: `remboursement`, `rembourser` → `rembou`. */
export function subjectWords(text: string): Set<string> {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length > 3 && !EMPTY_WORDS.has(word)).map((word) => word.slice(0, STEM)));
}

/** How much two texts are about the same, 0 to 1: the share of the shorter one's words that the other has, damped for short texts. */
export function likeness(a: string, b: string): number {
  const [first, second] = [subjectWords(a), subjectWords(b)];
  const shorter = Math.min(first.size, second.size);
  if (shorter === 0) return 0;
  const shared = [...first].filter((word) => second.has(word)).length;
  // One word in common is a coincidence, not a duplicate.
  return shared < 2 ? 0 : (2 * shared) / (first.size + second.size);
}

/** From here on, two titles or two needs are shown to their author as near-duplicates. */
export const NEAR = 0.5;
