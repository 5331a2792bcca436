const LONGEST = 80;

/** A register's name made of a file's: what stands before its ending. */
export function sourceOf(fileName: string): string {
  const bare = fileName
    .replace(/\.(csv|tsv|txt|xlsx)$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return bare.slice(0, LONGEST).trim() || "import";
}
