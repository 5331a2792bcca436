export const MOST_COMPARED = 4;

/** References in the order in which they come, each once, at most four: `?case=UC-0001&case=UC-0002,UC-0003`. */
export const referencesIn = (said: readonly string[]): string[] =>
  [...new Set(said.flatMap((one) => one.toUpperCase().match(/\bUC-\d{1,12}\b/g) ?? []))].slice(0, MOST_COMPARED);
