import { z } from "zod";
import { choice, text, whole } from "#app/kernel/input";
import { LOCALES } from "#app/kernel/told";
import { newPassword } from "./password";

export const emailInput = text(200)
  .transform((typed) => typed.toLowerCase())
  .pipe(z.email("people.input.not-an-email"));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const currency = text(3)
  .transform((typed) => typed.toUpperCase())
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "people.input.not-a-currency");

/** What the organisation is: asked once at the first visit, editable by the administrator later. */
export const organisationInput = z.object({
  name: text(120),
  currency,
  fiscalFirstMonth: whole({ min: 1, max: 12 }),
  timeZone: text(60).refine(isTimeZone, "people.input.not-a-time-zone"),
  locale: choice(LOCALES),
});
export type OrganisationInput = z.output<typeof organisationInput>;

export const setUpInput = organisationInput
  .extend({ adminName: text(120), adminEmail: emailInput, adminPassword: newPassword, adminPasswordAgain: z.string() })
  .refine(({ adminPassword, adminPasswordAgain }) => adminPassword === adminPasswordAgain, {
    path: ["adminPasswordAgain"],
    message: "people.input.passwords-differ",
  });
