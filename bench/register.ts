/** A file of use cases, as a department would send it. */

const STAGES = ["Operation", "Planned", "Retired", "Pilot", "Development"];
const SYLLABLES = [
  "ba",
  "ke",
  "li",
  "mo",
  "ru",
  "sa",
  "te",
  "vi",
  "no",
  "dre",
  "fla",
  "gri",
  "pon",
  "sta",
  "tul",
  "zem",
];

/** Words that no other number gives: cases that are like no other. */
export function wordsOf(seed: number, count: number): string {
  let state = (seed + 1) * 2654435761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state;
  };
  const word = () =>
    Array.from({ length: 2 + (next() % 3) }, () => SYLLABLES[(next() >>> 8) % SYLLABLES.length]).join("");
  return Array.from({ length: count }, word).join(" ");
}

/** CSV of so many rows; `mark` begins each row's own id. */
export function registerOf(rows: number, mark: string): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const stage = STAGES[index % STAGES.length];
    return `${mark}-${index},Case for ${wordsOf(index, 3)} and customer letters,${stage},Agency ${index % 40},Reads and sorts ${wordsOf(index + 7, 12)}`;
  });
  return ["ID,Title,Stage,Department,Description", ...lines].join("\n");
}
