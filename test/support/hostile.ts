/** Strings that have broken other products: the shared list where it is present, and our own. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SHARED = join(process.cwd(), "..", "shared", "data", "blns", "blns.json");

const OURS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE comments; --",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "\u202Etxt.exe\u202C",
  "\0nul\0",
  "\ud800 lone surrogate",
  "﷽ ".repeat(20),
  '=HYPERLINK("http://x")',
  "{count, plural, one {#} other {",
  "@ @@ @a@ @'",
  "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
];

/** Ours first, so that whoever takes only some takes them. */
export function hostileStrings(): string[] {
  const shared = existsSync(SHARED) ? (JSON.parse(readFileSync(SHARED, "utf8")) as string[]) : [];
  return [...OURS, ...shared];
}
