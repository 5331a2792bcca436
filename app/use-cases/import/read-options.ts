import { z } from "zod";
import { optionalChoice, optionalText, optionalWhole, startedFrom } from "#app/kernel/input";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Separators by the names that a form sends: a tab in a form is nothing to rely on. */
export const SEPARATOR_NAMES = ["comma", "semicolon", "tab"] as const;
export type SeparatorName = (typeof SEPARATOR_NAMES)[number];
const CHARACTER = { comma: ",", semicolon: ";", tab: "\t" } as const;

export function separatorName(separator: string | null): SeparatorName | null {
  return SEPARATOR_NAMES.find((name) => CHARACTER[name] === separator) ?? null;
}

/** What the person has corrected in how a file is read; all that is absent is found out. */
export interface ReadOptions {
  encoding?: Encoding;
  separator?: (typeof CHARACTER)[SeparatorName];
  sheet?: string;
  /** The line of the headers, from 1. */
  headerLine?: number;
}

export const readingInput = z
  .object({
    encoding: optionalChoice(ENCODINGS),
    separator: optionalChoice(SEPARATOR_NAMES),
    sheet: optionalText(200),
    headerLine: optionalWhole({ min: 1, max: 1_000_000 }),
    version: startedFrom,
  })
  .transform(({ encoding, separator, sheet, headerLine, version }): { version: number; options: ReadOptions } => ({
    version,
    options: {
      ...(encoding && { encoding }),
      ...(separator && { separator: CHARACTER[separator] }),
      ...(sheet && { sheet }),
      ...(headerLine && { headerLine }),
    },
  }));
