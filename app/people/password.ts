import { z } from "zod";

/** Long enough to resist guessing; no rules about signs, which only make passwords harder to keep. */
export const PASSWORD_MINIMUM = 10;
const DIFFERENT_SIGNS = 5;
// What every list of stolen passwords begins with, on the keyboards of both languages.
const WORN = /0?123456789?0?|motdepasse|password|azertyuiop|qwertyuiop|azerty|qwerty|casebook/gi;

const isWorn = (password: string) =>
  new Set(password.toLowerCase()).size < DIFFERENT_SIGNS || password.replace(WORN, "").length < DIFFERENT_SIGNS;

export const newPassword = z
  .string()
  .min(PASSWORD_MINIMUM, "people.input.password-too-short")
  .max(200, "desk.input.too-long")
  .refine((password) => !isWorn(password), "people.input.password-too-easy");

const twice = z.object({ password: newPassword, passwordAgain: z.string() });
const agrees = ({ password, passwordAgain }: z.output<typeof twice>) => password === passwordAgain;
const disagreement = { path: ["passwordAgain"], message: "people.input.passwords-differ" };

/** A password chosen through a one-time link. */
export const chosenPasswordInput = twice.refine(agrees, disagreement);

/** A password changed by somebody who knows the old one. */
export const changedPasswordInput = twice
  .extend({ currentPassword: z.string().min(1, "desk.input.required").max(200, "desk.input.too-long") })
  .refine(agrees, disagreement);
