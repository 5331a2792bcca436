import { z } from "zod";
import { choice, inQuarter, optionalAmount, optionalText, startedFromOrNone } from "#app/kernel/input";
import { ENTERED_KINDS } from "./postings";

/** What a cell showed when the form was opened, in minor units; null where there was no entry. */
const shownAmount = z.preprocess((sent) => (sent ? Number(sent) : null), z.number().int().nullable());

const perKind = <Schema extends z.ZodType>(schema: Schema) => ({
  build: schema,
  licence: schema,
  usage: schema,
  run: schema,
  review: schema,
  change: schema,
});

/** One cost of one case, with the versions of the entries that its form saw. An empty amount takes the entry away. */
export const costInput = (currency: string) =>
  z
    .object({
      quarter: inQuarter,
      kind: choice(ENTERED_KINDS),
      amount: optionalAmount(currency),
      note: optionalText(300),
      version: z.record(z.string(), z.object(perKind(startedFromOrNone))),
    })
    // A quarter that the form did not offer: what it held was not seen.
    .transform(({ version, ...entry }) => ({ ...entry, version: version[entry.quarter]?.[entry.kind] ?? 0 }));

/**
 * The costs grid of a quarter: what was typed in each cell, what the cell showed, and the version of its entry. An empty
 * cell is no entry.
 */
export const costGridInput = (currency: string) =>
  z.object({
    rows: z
      .record(
        z.string(),
        z.object({
          useCaseId: z.coerce.number().int().positive(),
          ...perKind(optionalAmount(currency)),
          shown: z.object(perKind(shownAmount)),
          version: z.object(perKind(startedFromOrNone)),
        }),
      )
      .transform((rows) => Object.values(rows)),
  });
