import { z } from "zod";

/** What a device without an account remembers of its own lines: in its cookie, so that the page needs neither script nor register. */
export interface Remembered {
  /** Of which campaign. */
  code: string;
  name: string;
  department: string;
  lines: string[];
}

const LINES = 5;
/** A cookie holds 4 kB, and a letter may take nine bytes of it. */
const LETTERS = 60;

const kept = z.object({
  code: z.string(),
  name: z.string(),
  department: z.string(),
  lines: z.array(z.string()).max(LINES),
});

/** What the cookie says of this campaign; nothing for another, or where it says something else. */
export function remembered(cookie: string | undefined, code: string): Remembered {
  const nothing = { code, name: "", department: "", lines: [] };
  try {
    const read = kept.safeParse(JSON.parse(cookie ?? ""));
    return read.success && read.data.code === code ? read.data : nothing;
  } catch {
    return nothing;
  }
}

/** The cookie after one more line. */
export function remember(before: Remembered, line: string, name: string | null, department: number | null): string {
  const shown = [...line].length > LETTERS ? `${[...line].slice(0, LETTERS).join("")}…` : line;
  const next: Remembered = {
    code: before.code,
    name: name ?? "",
    department: department === null ? "" : String(department),
    lines: [shown, ...before.lines].slice(0, LINES),
  };
  return JSON.stringify(next);
}
