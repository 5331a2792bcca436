import { z } from "zod";
import { type Day, daysBetween } from "#app/kernel/day";
import { choice, idOf, optionalDay, optionalText } from "#app/kernel/input";
import type { Locale, Told } from "#app/kernel/told";

/** Who signs off. Security and legal at every roll-out; finance where its figures are at stake. */
export const SIGN_OFF_KINDS = ["security", "legal", "finance"] as const;
export type SignOffKind = (typeof SIGN_OFF_KINDS)[number];

export const requestInput = z.object({ kind: choice(SIGN_OFF_KINDS), dueOn: optionalDay });

export const answerInput = z
  .object({
    signOffId: idOf,
    verdict: choice(["yes", "no"]),
    note: optionalText(4_000),
    conditions: optionalText(4_000),
  })
  .refine(({ verdict, note }) => verdict === "yes" || note !== null, {
    path: ["note"],
    message: "delivery.input.no-needs-note",
  });

/** Days that an open sign-off is past its due day; 0 while it is not, or has none. */
export function daysLate(dueOn: Day | null, today: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
}

/** What a reviewer typed, told in their language. */
export function toldAnswer(
  { signOffId, verdict, note, conditions }: z.output<typeof answerInput>,
  locale: Locale,
): { signOffId: number; verdict: "yes" | "no"; note: Told | null; conditions: Told | null } {
  const told = (text: string | null) => (text === null ? null : { [locale]: text });
  return { signOffId, verdict, note: told(note), conditions: told(conditions) };
}
