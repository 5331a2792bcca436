import { Refusal } from "#app/kernel/refusal";
import { isRegister, type Register } from "./fields";

/** The register that an address names. @throws Refusal 404 */
export function registerNamed(text: string | undefined): Register {
  if (!isRegister(text)) throw new Refusal(404, "desk.refusal.not-found");
  return text;
}
