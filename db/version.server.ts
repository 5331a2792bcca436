import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Journal {
  entries: { tag: string }[];
}

/** The newest migration of this version of Casebook, the same on both engines. */
export function schemaVersion(): string {
  const journal = join(process.cwd(), "db", "migrations", "sqlite", "meta", "_journal.json");
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as Journal;
  return entries.at(-1)?.tag ?? "";
}
