import type { z } from "zod";
import { percent, startedFrom, whole } from "#app/kernel/input";
import { organisationInput } from "./set-up";

/** What the administrator sets for everybody. The discount rate is typed in percent a year. */
export const organisationSettings = organisationInput.extend({
  discountRate: percent({ min: 0, max: 100 }),
  horizonQuarters: whole({ min: 1, max: 40 }),
  assessmentsNeeded: whole({ min: 1, max: 20 }),
  quorum: whole({ min: 1, max: 50 }),
  version: startedFrom,
});
export type OrganisationSettings = z.output<typeof organisationSettings>;
