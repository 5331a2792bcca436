const LONGEST = 80;

/** A register's name made of a file's: what stands before its ending. */
export function sourceOf(fileName: string): string {
  const bare = fileName
    .replace(/\.(csv|tsv|txt|xlsx|json)$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return bare.slice(0, LONGEST).trim() || "import";
}

/** A register's name without the year, month or day of its file: «register-2025» and «register 2026-05» are one. */
const undated = (source: string) =>
  source
    .replace(/[\s._-]*(?<!\d)(?:19|20)\d{2}(?:[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?[0-3]\d)?)?(?!\d)/g, "")
    .toLowerCase();

/** The register that a file of this name belongs to: the known one that only another date tells from it, or a new one. */
export function sourceAmong(known: readonly string[], source: string): string {
  if (known.includes(source) || undated(source) === "") return source;
  const same = known.filter((one) => undated(one) === undated(source));
  return (same.length === 1 && same[0]) || source;
}
