import { fold } from "#app/kernel/told";

const LONGEST = 20;
const SMALL = new Set(["of", "and", "the", "for", "de", "du", "des", "la", "le", "les", "et", "d", "l", "au", "aux"]);

/** A code for a department that a file names: the file's own, or the initials of its name; numbered where it is taken. */
export function departmentCode(name: string, said: string | null, isTaken: (code: string) => boolean): string {
  const wanted = plain(said ?? "") || initials(name) || "D";
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const code = `${wanted.slice(0, LONGEST - String(n).length)}${n}`;
    if (!isTaken(code)) return code;
  }
}

function plain(text: string): string {
  return fold(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
}

function initials(name: string): string {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !SMALL.has(word));
  const [only = ""] = words;
  return (words.length === 1 ? only.slice(0, 6) : words.map((word) => word.slice(0, 1)).join(""))
    .toUpperCase()
    .slice(0, LONGEST);
}
