import { z } from "zod";
import { choice, idOf, optionalChoice, text } from "#app/kernel/input";
import { LOCALES } from "#app/kernel/told";
import { ROLES } from "./roles";
import { emailInput } from "./set-up";

/** Somebody who is to use Casebook: an account with its roles and departments. */
export const personInput = z.object({
  name: text(120),
  email: emailInput,
  locale: optionalChoice(LOCALES),
  roles: z.array(choice(ROLES)).default([]),
  departmentIds: z.array(idOf).default([]),
});
export type PersonInput = z.output<typeof personInput>;
