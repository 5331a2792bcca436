import { z } from "zod";
import { choice, idOf, optionalChoice, startedFrom, text } from "#app/kernel/input";
import { LOCALES } from "#app/kernel/told";
import { ROLES } from "./roles";
import { emailInput } from "./set-up";

const once = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Somebody who is to use Casebook: an account with its roles and departments. */
export const personInput = z.object({
  name: text(120),
  email: emailInput,
  locale: optionalChoice(LOCALES),
  roles: z.array(choice(ROLES)).default([]).transform(once),
  departmentIds: z.array(idOf).max(200, "desk.input.too-many").default([]).transform(once),
});
export type PersonInput = z.output<typeof personInput>;

/** The language is left to the person. */
export const personEdit = personInput.omit({ locale: true }).extend({ version: startedFrom });
export type PersonEdit = z.output<typeof personEdit>;

/** What people say of themselves. An empty language or theme follows the browser. */
export const ownProfileInput = z.object({
  name: text(120),
  locale: optionalChoice(LOCALES),
  theme: optionalChoice(["light", "dark"]),
  version: startedFrom,
});
export type OwnProfile = z.output<typeof ownProfileInput>;
