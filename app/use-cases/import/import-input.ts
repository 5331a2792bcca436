import { z } from "zod";
import { idOf, optionalDay, startedFrom, text, ticked } from "#app/kernel/input";
import { LIMITS } from "./limits";
import { ACTS } from "./plan";

export const uploadInput = z.object({
  file: z
    .instanceof(File, { error: "imports.refused.choose-file" })
    .refine(({ name }) => name !== "", "imports.refused.choose-file"),
});

export const presetChoice = z.object({ preset: idOf });

/** What both steps of the mapping send beside what `mappingFromForm` reads. */
export const mappingVersion = z.object({ version: startedFrom });
export const mappingStart = z.object({ version: startedFrom, source: text(80) });

/** Blank begins anew, by headers and contents. */
export const presetApplied = z.object({ version: startedFrom, preset: z.string().max(120) });
export const presetSaved = z.object({ version: startedFrom, source: text(80), presetName: text(120) });

export const runInput = z.object({ version: startedFrom, leaveOut: ticked, asOf: optionalDay });
/** What the person says of a row under an unknown id: whether it is the case that goes by its title. */
export const alikeInput = z.object({ version: startedFrom, row: text(LIMITS.externalId), same: ticked });
export const againInput = z.object({ leaveOut: ticked });

/** Rows of a dry run by what happens to them, those that may be a known case under another id, or those that were changed here and in the file. */
export const ROWS_SHOWN = [...ACTS, "alike", "conflict"] as const;
export type RowsShown = (typeof ROWS_SHOWN)[number];

/** Which rows of a dry run its address asks for; what it says wrongly counts as not said. */
export function readRowsShown(parameters: URLSearchParams): { act: RowsShown | null; page: number } {
  const page = Number(parameters.get("page") ?? 1);
  return {
    act: ROWS_SHOWN.find((act) => act === parameters.get("act")) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1,
  };
}
