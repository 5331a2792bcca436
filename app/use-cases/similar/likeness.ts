/** How much two needs are the same, from what they are about: one pure function, whatever found the candidates. */
import { type About, weightOf } from "./concepts";

/** How rare each meaning is in the register: in how many of its cases it stands. */
export interface Rarity {
  cases: number;
  casesWith(concept: string): number;
}

/** As if the register had this many cases more: in a small one, rarity says little. */
const BACKGROUND = 200;
/** What a meaning counts for that only the need has, beside one of the title. */
const IN_NEED = 0.5;
/** Cases of one department are a little likelier to be the same need. */
const SAME_DEPARTMENT = 0.03;

/** How much a meaning tells: by its kind, and by how rare it is (inverse document frequency, 0 to 1). */
export function tellingOf(concept: string, { cases, casesWith }: Rarity): number {
  const all = cases + BACKGROUND;
  const idf = Math.log(all / (casesWith(concept) + 1)) / Math.log(all);
  return weightOf(concept) * Math.max(0.15, idf);
}

interface Vector {
  /** Meaning → weight. */
  of: Map<string, number>;
  length: number;
}

function vectorOf(entries: readonly (readonly [string, number])[]): Vector {
  const of = new Map(entries);
  return { of, length: Math.sqrt([...of.values()].reduce((sum, weight) => sum + weight * weight, 0)) };
}

/** The cosine of two weighted sets of meanings, 0 to 1. */
function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0;
  let sum = 0;
  for (const [concept, weight] of a.of) sum += weight * (b.of.get(concept) ?? 0);
  return sum / (a.length * b.length);
}

function vectorsOf(about: About, weigh: (concept: string) => number) {
  const title = about.title.map((concept) => [concept, weigh(concept)] as const);
  const need = about.need.map((concept) => [concept, IN_NEED * weigh(concept)] as const);
  return { title: vectorOf(title), whole: vectorOf([...title, ...need]), titleOnly: need.length === 0 };
}

export interface Compared {
  about: readonly About[];
  departmentId: number | null;
}

/**
 * How like other cases are to one, 0 to 1: in the pair of languages in which they are the likest, the cosine of title and
 * need together, mixed with that of the titles, both weighted by how much each meaning tells.
 */
export function likenessTo(one: Compared, rarity: Rarity): (other: Compared) => number {
  const telling = new Map<string, number>();
  const weigh = (concept: string) => {
    const known = telling.get(concept) ?? tellingOf(concept, rarity);
    telling.set(concept, known);
    return known;
  };
  const mine = one.about.map((about) => vectorsOf(about, weigh));
  return (other) => {
    let best = 0;
    for (const theirs of other.about.map((about) => vectorsOf(about, weigh))) {
      for (const own of mine) {
        const whole = cosine(own.whole, theirs.whole);
        const titles = cosine(own.title, theirs.title);
        best = Math.max(best, own.titleOnly ? Math.max(whole, 0.9 * titles) : 0.65 * whole + 0.35 * titles);
      }
    }
    const near = one.departmentId !== null && one.departmentId === other.departmentId;
    return best === 0 ? 0 : Math.min(1, best + (near ? SAME_DEPARTMENT : 0));
  };
}

/** From here on, a case is shown to whoever writes one like it. */
export const NEAR = 0.2;
/** What is much less like it than the likest one found is not the same need. */
const BESIDE_THE_LIKEST = 0.85;
/** What is half alike is shown whatever else is: the same text entered twice hides nothing. */
const HALF = 0.5;
/** From here on, who writes a new case must join that one or say why theirs is new. */
export const TOO_NEAR = 0.3;
export const SHOWN = 5;

/** Those that are shown, the likest first: near enough, not much farther than the likest, and at most five. */
export function nearest<Found extends { likeness: number; reference: string }>(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => b.likeness - a.likeness || a.reference.localeCompare(b.reference));
  const least = Math.max(NEAR, Math.min(HALF, BESIDE_THE_LIKEST * (sorted[0]?.likeness ?? 0)));
  return sorted.filter(({ likeness }) => likeness >= least).slice(0, SHOWN);
}
