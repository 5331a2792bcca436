import type { Axis } from "#app/assessment/score";

/** What members who scored two cases say of them: counted, for so few people are no probability. */
export interface Preference {
  axis: Axis;
  /** Members who scored both. */
  both: number;
  firstHigher: number;
  secondHigher: number;
}

/** From this many on a share of members begins to say something; below it the page says so. */
export const ENOUGH_MEMBERS = 5;

type ByMember = ReadonlyMap<number, Partial<Record<Axis, number | null>>>;

export function preferenceOf(axis: Axis, first: ByMember, second: ByMember): Preference {
  const found: Preference = { axis, both: 0, firstHigher: 0, secondHigher: 0 };
  for (const [member, axes] of first) {
    const [a, b] = [axes[axis] ?? null, second.get(member)?.[axis] ?? null];
    if (a === null || b === null) continue;
    found.both += 1;
    if (a > b) found.firstHigher += 1;
    if (b > a) found.secondHigher += 1;
  }
  return found;
}
