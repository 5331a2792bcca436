import { type Stream, stream } from "#app/business-cases/draw";
import { addDays, type Day, daysBetween } from "#app/kernel/day";

/** Choices that depend on their seeds alone: the same register on every machine, and each thing's choices apart from all others'. */
export class Dice {
  private readonly next: Stream;

  constructor(...seeds: readonly (string | number)[]) {
    this.next = stream(...seeds);
  }

  /** Evenly over (0, 1). */
  share(): number {
    return this.next();
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  of<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.next() * list.length)] as Item;
  }

  /** Mostly the first ones: see `skewed`. */
  among<Item>(list: Skewed<Item>): Item {
    return list.items[placeOf(list.upTo, this.next())] as Item;
  }

  /** A day between two, both included; `late` above 1 draws it towards the end. */
  day(from: Day, to: Day, late = 1): Day {
    const days = daysBetween(from, to);
    return days > 0 ? addDays(from, Math.floor((days + 1) * this.next() ** (1 / late))) : from;
  }

  /** Around `middle`, half of the draws within a factor of `spread`: how sums of money and counts of people are spread. */
  around(middle: number, spread: number): number {
    return middle * spread ** (this.bell() / 0.6745);
  }

  /** A standard normal deviate (Box and Muller, 1958). */
  bell(): number {
    return Math.sqrt(-2 * Math.log(this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/** A list of which some are drawn more often. */
export interface Skewed<Item> {
  items: readonly Item[];
  /** Shares added up: the last is 1. */
  upTo: Float64Array;
}

export function weighed<Item>(items: readonly Item[], weightOf: (item: Item, place: number) => number): Skewed<Item> {
  const upTo = new Float64Array(items.length);
  let sum = 0;
  for (const [place, item] of items.entries()) {
    sum += weightOf(item, place);
    upTo[place] = sum;
  }
  return { items, upTo: upTo.map((value) => value / sum) };
}

/** By Zipf's law: the second is drawn 2^−exponent times as often as the first, the third 3^−exponent. */
export function skewed<Item>(items: readonly Item[], exponent = 1): Skewed<Item> {
  return weighed(items, (_, place) => (place + 1) ** -exponent);
}

/** The place of a share of (0, 1) in shares added up. */
export function placeOf(upTo: Float64Array, share: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}
