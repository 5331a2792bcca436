/** What is captured: one line, or a pasted list of many. */
import { z } from "zod";
import { idOf, optionalId, optionalText, text, ticked } from "#app/kernel/input";
import { fold } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";

export const LINE_LIMITS = { line: 1_000, name: 80, affected: 300, list: 200, listLetters: 60_000 } as const;
/** A longer line is a need: its beginning becomes the title. */
export const TITLE_LETTERS = 120;

// Control signs, and those that turn the direction of what stands after them: never meant, and a wall shows the line to all.
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** The sign or the number that a list's program puts before each line. */
const BULLET = /^(?:[-–—•*·▪◦‣►✓]+\s+|\(?\d{1,3}[.)]\s+|\[[ x]?\]\s*)/iu;

/** A line as it is kept: no signs that nobody sees, no bullet, single blanks. */
export function cleanLine(typed: string): string {
  const seen = typed.toWellFormed().replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  return seen.replace(BULLET, "").trim();
}

export interface PastedLine {
  /** Its place in what was pasted, from 1, where empty lines count: as its writer sees it. */
  number: number;
  line: string;
}

/** The lines of a pasted text, empty ones left out. Cells of a table that were copied along stay beside each other. */
export const splitLines = (pasted: string): PastedLine[] =>
  pasted
    .replace(/\t+/g, " · ")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, at) => ({ number: at + 1, line: cleanLine(line) }))
    .filter(({ line }) => /[\p{L}\p{N}]/u.test(line));

export interface TitleAndNeed {
  title: string;
  need: string | null;
}

/** A short line is a title; a long one is a need, and as much of it as fits whole words is the title. */
export function titleAndNeed(line: string): TitleAndNeed {
  if (line.length <= TITLE_LETTERS) return { title: line, need: null };
  const cut = line.slice(0, TITLE_LETTERS);
  const end = cut.lastIndexOf(" ");
  const start = (end > TITLE_LETTERS / 2 ? cut.slice(0, end) : cut).toWellFormed();
  return { title: `${start.replace(/[\s,;:.–—-]+$/u, "")}…`, need: line };
}

/** For each line the place of an earlier one that says the same, or null. */
export function twinsIn(lines: readonly string[]): (number | null)[] {
  const first = new Map<string, number>();
  return lines.map((line, at) => {
    const before = first.get(fold(line));
    if (before === undefined) first.set(fold(line), at);
    return before ?? null;
  });
}

const say = (key: Key): Key => key;

/** Names the sending, not the line: the same sending twice is one. */
const key = z
  .string()
  .optional()
  .transform((sent) => (/^[\w-]{8,64}$/.test(sent ?? "") ? (sent ?? null) : null));

const line = text(LINE_LIMITS.line)
  .transform(cleanLine)
  .pipe(z.string().min(1, say("desk.input.required")));

export const lineInput = z.object({
  key,
  line,
  departmentId: optionalId,
  affected: optionalText(LINE_LIMITS.affected),
  campaign: optionalText(80),
});

/** By a campaign's link: who has no account may say who they are. */
export const strangersLineInput = lineInput.omit({ campaign: true }).extend({ name: optionalText(LINE_LIMITS.name) });

/** So much of a line that is too long is told back, for its writer to find it. */
const BEGINNING = 60;

// Not trimmed, because the empty lines in front count too.
const pasted = z
  .string()
  .max(LINE_LIMITS.listLetters, say("desk.input.too-long"))
  .transform(splitLines)
  .superRefine((lines, context) => {
    const long = lines.find(({ line: said }) => said.length > LINE_LIMITS.line);
    if (long === undefined) return;
    const beginning = `${long.line.slice(0, BEGINNING).toWellFormed().trim()}…`;
    const params = { number: long.number, beginning, letters: long.line.length, limit: LINE_LIMITS.line };
    context.addIssue({ code: "custom", message: say("capture.input.line-too-long"), params });
  })
  .transform((lines) => lines.map(({ line: said }) => said))
  .pipe(z.array(z.string()).min(1, say("desk.input.required")).max(LINE_LIMITS.list, say("desk.input.too-many")));

export const listInput = z.object({ lines: pasted, departmentId: optionalId, campaign: optionalText(80) });

/** The list as it was looked through: which of its lines are wanted. */
export const chosenLinesInput = z.object({
  key,
  rows: z
    .preprocess(
      (sent) =>
        Object.entries((sent ?? {}) as Record<string, unknown>)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([, row]) => row),
      z.array(z.object({ line, keep: ticked })).max(LINE_LIMITS.list, say("desk.input.too-many")),
    )
    .transform((rows) => rows.filter(({ keep }) => keep).map((row) => row.line)),
  departmentId: optionalId,
  campaign: optionalText(80),
});

export const handOverInput = z.object({
  cases: z.preprocess(
    (sent) => sent ?? [],
    z.array(idOf).min(1, say("capture.input.choose-lines")).max(500, say("desk.input.too-many")),
  ),
  to: idOf,
  departmentId: optionalId,
});
