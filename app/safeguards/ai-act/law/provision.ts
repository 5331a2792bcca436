/** A provision as it ships: what it says in plain words, from which day it applies, where that was read and when. */
import { type Day, day } from "#app/kernel/day";

export const AREAS = [
  "scope",
  "prohibited",
  "high-risk",
  "exemption",
  "transparency",
  "duties",
  "incidents",
  "gpai",
] as const;
export type Area = (typeof AREAS)[number];

interface Both {
  fr: string;
  en: string;
}

export interface Shipped {
  article: string;
  area: Area;
  title: Both;
  text: Both;
  appliesFrom: Day;
  source: string;
  asOf: Day;
  /** Days within which something has to be done, where the provision sets a delay. */
  days?: number;
}

export const ACT = "Regulation (EU) 2024/1689";
export const AMENDED = "Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744 (OJ L, 24.7.2026)";
const AS_OF = day("2026-11-21");

/** The days on which parts of the Regulation begin to apply (Article 113, as amended). */
export const FROM = {
  general: day("2025-02-02"),
  gpai: day("2025-08-02"),
  transparency: day("2026-08-02"),
  newPractices: day("2026-12-02"),
  annexIII: day("2027-12-02"),
  annexI: day("2028-08-02"),
} as const;

export const area =
  (of: Area, from: Day, source: string = ACT) =>
  (article: string, title: readonly [string, string], text: readonly [string, string], other?: Partial<Shipped>) => ({
    article,
    area: of,
    title: { fr: title[0], en: title[1] },
    text: { fr: text[0], en: text[1] },
    appliesFrom: from,
    source,
    asOf: AS_OF,
    ...other,
  });
