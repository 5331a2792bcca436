/** The labelled pairs of test/fixtures/similar. */
import { readFileSync } from "node:fs";
import type { Locale, Told } from "#app/kernel/told";
import { story } from "#seeds/story";

export type Half = "tuning" | "held out";

/** `pairs`: in other words, in either language or both. `one-language`: told in one, asked for in the other. */
export const PAIR_SETS = ["pairs", "one-language"] as const;
export type PairSet = (typeof PAIR_SETS)[number];

export interface RegisterCase {
  id: string;
  title: Told;
  need: Told;
  department: string;
}

export interface Asked {
  half: Half;
  language: Locale;
  department: string;
  title: string;
  need: string;
  same: string[];
  not: string[];
}

export interface LabelledPairs {
  register: RegisterCase[];
  asked: Asked[];
}

function cells(line: string): string[] {
  return line
    .slice(2)
    .split("|")
    .map((cell) => cell.trim());
}

/** All cases of a set's register, with those of the demonstration, and all that is asked of it. */
export function readPairs(set: PairSet = "pairs"): LabelledPairs {
  const register: RegisterCase[] = story.cases.map(({ key, title, need, department }) => ({
    ...{ id: `demo:${key}`, title, need, department },
  }));
  const asked: Asked[] = [];
  let half: Half = "tuning";
  for (const line of readFileSync(`test/fixtures/similar/${set}.txt`, "utf8").split("\n")) {
    if (line.startsWith("## ")) half = line.startsWith("## tuning") ? "tuning" : "held out";
    if (line.startsWith("= ")) {
      const [id = "", language = "fr", department = "", title, need] = cells(line);
      register.push({ id, department, title: { [language]: title }, need: { [language]: need } });
    }
    if (line.startsWith("? ")) {
      const [language, department = "", title = "", need = "", same = "", not = ""] = cells(line);
      const ids = (cell: string) => cell.split(/\s+/).slice(1).filter(Boolean);
      asked.push({ half, language: language as Locale, department, title, need, same: ids(same), not: ids(not) });
    }
  }
  return { register, asked };
}

export interface Measured {
  /** Pairs that are the same need, and how many of them were shown. */
  pairs: number;
  found: number;
  /** Cases that were shown, whether or not they were the same need. */
  shown: number;
  recall: number;
  /** Of all cases shown, those that are the same need: every other case of the register that is shown counts against it. */
  precision: number;
  /** Pairs that only look the same, and how many of them were shown all the same. */
  lookalikes: number;
  mistaken: number;
}

/** Asks all that one half asks, and counts: `find` answers the ids that would be shown, at most five. */
export async function measurePairs(
  asked: readonly Asked[],
  find: (asked: Asked) => Promise<string[]>,
): Promise<Measured> {
  const sums = { pairs: 0, found: 0, shown: 0, lookalikes: 0, mistaken: 0 };
  for (const one of asked) {
    const shown = await find(one);
    sums.pairs += one.same.length;
    sums.found += one.same.filter((id) => shown.includes(id)).length;
    sums.shown += shown.length;
    sums.lookalikes += one.not.length;
    sums.mistaken += one.not.filter((id) => shown.includes(id)).length;
  }
  return { ...sums, recall: sums.found / sums.pairs, precision: sums.found / sums.shown };
}
