import { z } from "zod";
import { isDay } from "#app/kernel/day";
import { choice, optionalText, percent, startedFrom, whole } from "#app/kernel/input";
import { HEARINGS } from "./roles";
import { organisationInput } from "./set-up";

const HOLIDAYS = 200;

/** Days that people write one below the other, or beside each other: each once, in their order. */
const holidays = z
  .string()
  .optional()
  .transform((typed) => [...new Set((typed ?? "").split(/[\s,;]+/).filter(Boolean))].sort())
  .refine((days) => days.every(isDay), "desk.input.not-a-day")
  .refine((days) => days.length <= HOLIDAYS, "people.input.too-many-holidays")
  .transform((days) => days.filter(isDay));

/** What the administrator sets for everybody. The discount rate is typed in percent a year. */
export const organisationSettings = organisationInput.extend({
  discountRate: percent({ min: 0, max: 100 }),
  horizonQuarters: whole({ min: 1, max: 40 }),
  assessmentsNeeded: whole({ min: 1, max: 20 }),
  quorum: whole({ min: 1, max: 50 }),
  hears: z.preprocess((sent) => sent ?? [], z.array(choice(HEARINGS)).max(HEARINGS.length)),
  screeningDays: whole({ min: 1, max: 60 }),
  holidays,
  colour: optionalText(7).pipe(
    z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, "people.input.colour")
      .transform((typed) => typed.toLowerCase())
      .nullable(),
  ),
  version: startedFrom,
});
export type OrganisationSettings = z.output<typeof organisationSettings>;
