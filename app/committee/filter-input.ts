import { z } from "zod";
import {
  amount,
  choice,
  decimal,
  idOf,
  optionalDay,
  percent,
  startedFromOrNone,
  text,
  ticked,
  whole,
} from "#app/kernel/input";
import { FIELD_NAMES, FIELDS, type FieldUnit, OPERATORS, THRESHOLD_LIMITS } from "./filters";
import { RANKED_STAGES } from "./ranking";

/** A threshold as it is typed for a figure of a unit; stored in the figure's own unit. */
const thresholdIn = (unit: FieldUnit, currency: string): z.ZodType<number> => {
  if (unit === "money") return amount(currency);
  const { min, max } = THRESHOLD_LIMITS[unit];
  if (unit === "percent") return percent({ min: min * 100, max: max * 100 });
  return unit === "people" ? whole({ min, max }) : decimal({ min, max });
};

/** A filter, new (`id` 0) or changed. */
export const filterInput = (currency: string) =>
  z
    .object({
      intent: choice(["filter"]),
      id: z.coerce.number().int().nonnegative(),
      version: startedFromOrNone,
      name: text(120),
      field: choice(FIELD_NAMES),
      operator: choice(OPERATORS),
      threshold: z.string(),
      position: whole({ min: 1, max: 99 }),
      active: ticked,
    })
    .transform(({ threshold, ...input }, context) => {
      const read = thresholdIn(FIELDS[input.field].unit, currency).safeParse(threshold);
      if (read.success) return { ...input, threshold: read.data };
      for (const { message, ...issue } of read.error.issues) {
        // A number out of bounds says which they are.
        const limit = "maximum" in issue ? issue.maximum : "minimum" in issue ? issue.minimum : undefined;
        const params = limit === undefined ? undefined : { limit: Number(limit) };
        context.addIssue({ code: "custom", path: ["threshold"], message, params });
      }
      return z.NEVER;
    });
export type FilterInput = Omit<z.output<ReturnType<typeof filterInput>>, "intent">;

export const exceptionInput = z.object({
  intent: choice(["except"]),
  reference: text(20),
  filterId: idOf,
  reason: text(2_000),
  until: optionalDay,
});

/** Where a filter goes: one place up, or one down. */
export const orderInput = z.object({ intent: choice(["order"]), id: idOf, towards: choice(["up", "down"]) });

export const withdrawalInput = z.object({ intent: choice(["withdraw"]), exceptionId: idOf });

const share = percent({ min: 0, max: 100 });
export const probabilitiesInput = z.object({
  intent: choice(["probabilities"]),
  version: startedFromOrNone,
  ...(Object.fromEntries(RANKED_STAGES.map((stage) => [stage, share])) as Record<
    (typeof RANKED_STAGES)[number],
    typeof share
  >),
});
