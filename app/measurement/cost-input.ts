import { z } from "zod";
import { choice, inQuarter, optionalAmount, optionalText } from "#app/kernel/input";
import type { Minor } from "#app/kernel/money";
import { COST_KINDS } from "./postings";

/** What a cell showed when the form was opened, in minor units; null where there was no entry. */
const shownAmount = z.preprocess((sent) => (sent ? Number(sent) : null), z.number().int().nullable());

/** One cost of one case, with what its quarters showed. An empty amount takes the entry away. */
export const costInput = (currency: string) =>
  z
    .object({
      quarter: inQuarter,
      kind: choice(COST_KINDS),
      amount: optionalAmount(currency),
      note: optionalText(300),
      shown: z.record(z.string(), z.partialRecord(choice(COST_KINDS), shownAmount)).default({}),
    })
    .transform(({ shown, ...entry }) => ({
      ...entry,
      shown: (shown[entry.quarter]?.[entry.kind] ?? null) as Minor | null,
    }));

const perKind = <Schema extends z.ZodType>(schema: Schema) => ({
  build: schema,
  licence: schema,
  usage: schema,
  run: schema,
  review: schema,
  change: schema,
});

/** The costs grid of a quarter: what was typed in each cell, and what the cell showed. An empty cell is no entry. */
export const costGridInput = (currency: string) =>
  z.object({
    rows: z
      .record(
        z.string(),
        z.object({
          useCaseId: z.coerce.number().int().positive(),
          ...perKind(optionalAmount(currency)),
          shown: z.object(perKind(shownAmount)),
        }),
      )
      .transform((rows) => Object.values(rows)),
  });
