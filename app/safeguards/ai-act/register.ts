import { z } from "zod";
import { optionalChoice } from "#app/kernel/input";
import { KEPT_CLASSES } from "./stored";

export const REGISTER_CLASSES = [...KEPT_CLASSES, "none"] as const;
export type RegisterClass = (typeof REGISTER_CLASSES)[number];

/** A table for spreadsheets, or a page to read and hand on. */
export const FILE_FORMATS = ["csv", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What the register may be asked for in its address. What makes no sense is left out, not refused. */
export const registerQuery = z.object({
  class: optionalChoice(REGISTER_CLASSES).catch(null),
  owner: optionalChoice(["me"]).catch(null),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .nullish()
    .catch(null)
    .transform((after) => after ?? null),
});
export type RegisterQuery = z.output<typeof registerQuery>;
