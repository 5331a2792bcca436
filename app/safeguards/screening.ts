import { z } from "zod";
import { type Day, isDay } from "#app/kernel/day";
import { choice, idOf, optionalChoice, optionalId } from "#app/kernel/input";

/** Whose cases the queue shows. */
export const HOLDERS = ["mine", "nobody"] as const;
export type Holder = (typeof HOLDERS)[number];

/** Where a page of the queue begins: after this case. */
export interface QueueCursor {
  since: Day;
  id: number;
}

/** What the queue may be asked for in its address. What makes no sense is left out, not refused. */
export const screeningQuery = z.object({
  department: optionalId.catch(null),
  holder: optionalChoice(HOLDERS).catch(null),
  late: z
    .literal("yes")
    .optional()
    .catch(undefined)
    .transform((said) => said === "yes"),
  after: z
    .string()
    .optional()
    .transform((text): QueueCursor | null => {
      const [, since = "", id] = /^(\d{4}-\d{2}-\d{2})-(\d{1,9})$/.exec(text ?? "") ?? [];
      return isDay(since) ? { since, id: Number(id) } : null;
    }),
});
export type ScreeningQuery = z.output<typeof screeningQuery>;

const SELECTED = 100;

export const assignInput = z
  .object({
    intent: choice(["assign", "take", "release"]),
    personId: optionalId,
    cases: z.preprocess(
      (sent) => (sent === undefined ? [] : [sent].flat()),
      z.array(idOf).min(1, "safeguards.input.no-case").max(SELECTED),
    ),
  })
  .refine(({ intent, personId }) => intent !== "assign" || personId !== null, {
    path: ["personId"],
    message: "desk.input.choose",
  });
