export const MOST_COMPARED = 4;

/** What an address asks to compare: `?case=UC-0001&case=UC-0002,UC-0003`. */
export interface Asked {
  /** In the order in which they come, each once, at most four. */
  references: string[];
  /** Whether it says something else than two to four different cases; nothing at all is not wrong yet. */
  isOff: boolean;
}

export function referencesIn(said: readonly string[]): Asked {
  const all = said.flatMap((one) => one.toUpperCase().match(/\bUC-\d{1,12}\b/g) ?? []);
  const different = [...new Set(all)];
  const isOff = all.length > 0 && (different.length < Math.max(2, all.length) || all.length > MOST_COMPARED);
  return { references: different.slice(0, MOST_COMPARED), isOff };
}
