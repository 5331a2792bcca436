import { z } from "zod";
import { optionalAmount, startedFromOrNone } from "#app/kernel/input";

/** What a year should bring; an empty amount takes the target away. */
export const targetInput = (currency: string) =>
  z.object({
    year: z.coerce.number().int().min(1900).max(2998),
    departmentId: z.preprocess((sent) => (sent ? Number(sent) : null), z.number().int().positive().nullable()),
    amount: optionalAmount(currency, { min: 0 }),
    version: startedFromOrNone,
  });
