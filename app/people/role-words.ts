import type { Speech } from "#app/locales/speech";
import type { Role } from "./roles";

/** Roles as one phrase: «Champion et membre du comité». Only the first one begins like a sentence. */
export function rolesInOneLine({ t, list, locale }: Speech, roles: readonly Role[]): string {
  const [first, ...others] = roles.map((role) => t(`people.role.${role}`));
  if (first === undefined) return t("people.role.none");
  return list([first, ...others.map((name) => name.charAt(0).toLocaleLowerCase(locale) + name.slice(1))]);
}
