import { addDays, type Day, startOfDay } from "#app/kernel/day";
import { type When, whenAt } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import type { Both, CaseStory, Key } from "./story/types";

const NOON = 12 * 60;
const MINUTES_A_DAY = 24 * 60;

/** The moments of a story's day where its people live: noon, then a minute more for each act. */
export function momentsOf(on: Day, calendar: { timeZone: string; fiscalFirstMonth: number }): (act: number) => When {
  // Counted back from the next midnight: on a day that is an hour short or long, noon stays noon.
  const midnight = startOfDay(addDays(on, 1), calendar.timeZone).getTime();
  const noon = whenAt(new Date(midnight - (MINUTES_A_DAY - NOON) * 60_000), calendar);
  return (act) => ({ ...noon, now: new Date(noon.now.getTime() + Math.min(act, MINUTES_A_DAY - NOON - 1) * 60_000) });
}

/** What the kinds of thing are called that the story names by a slug. */
type Kind = "department" | "vendor" | "model" | "data-set" | "filter" | "criterion" | "session";

/** Which row stands for which thing of the story: filled in as the story is played. */
export class Cast {
  private readonly actors = new Map<Key, Actor>();
  private readonly rows = new Map<unknown, number>();
  private readonly slugs = new Map<Key, string>();

  join(key: Key, actor: Actor): void {
    this.actors.set(key, actor);
  }

  actor(key: Key): Actor {
    return told(this.actors.get(key), key);
  }

  personId(key: Key): number {
    return told(this.actor(key).personId, key);
  }

  /** The address under which a campaign of the story is known. */
  call(key: Key, slug: string): void {
    this.slugs.set(key, slug);
  }

  slug(key: Key): string {
    return told(this.slugs.get(key), key);
  }

  /** @param thing a slug with its kind, or the story's own record of a case, a KPI, a report, a POC, a sign-off */
  put(thing: object | `${Kind}:${Key}`, id: number): void {
    this.rows.set(thing, id);
  }

  id(thing: object | `${Kind}:${Key}`): number {
    const id = this.rows.get(thing);
    if (id !== undefined) return id;
    throw new Error(`The story speaks too early of ${JSON.stringify(thing).slice(0, 200)}`);
  }
}

/** What an act of the story is played with: its day's transaction, its moment, and who everybody is. */
export interface Scene {
  tx: Writer;
  when: When;
  cast: Cast;
  /** The case that a slug of the story stands for. */
  caseOf(key: Key): CaseStory;
}

/** @throws Error when the story speaks of something before it was there: a fault of the story. */
export function told<Thing>(thing: Thing | null | undefined, what: string): Thing {
  if (thing === null || thing === undefined)
    throw new Error(`The story speaks of something that is not there: ${what}`);
  return thing;
}

/** Two reasons as one, where a decision and the move that it carries out each have their own. */
export function together(one: Both | null, other: Both | null): Both | null {
  return one && other ? { fr: `${one.fr} ${other.fr}`, en: `${one.en} ${other.en}` } : (one ?? other);
}
