import { z } from "zod";
import { type Day, daysBetween } from "#app/kernel/day";
import {
  choice,
  idOf,
  onDay,
  optionalChoice,
  optionalDay,
  optionalText,
  rows,
  startedFrom,
  text,
} from "#app/kernel/input";
import type { Locale, Told } from "#app/kernel/told";
import { SIGN_OFF_KINDS } from "#app/use-cases/signatures/signature";
import { STAGES } from "#app/use-cases/stages";

export { SIGN_OFF_KINDS, type SignOffKind } from "#app/use-cases/signatures/signature";

/** The gates at which a signature is asked for by itself; an own check may ask for one at another. */
export const SIGNED_GATES = ["pilot", "production"] as const;

export const requestInput = z.object({
  kind: choice(SIGN_OFF_KINDS),
  gate: optionalChoice(STAGES),
  dueOn: optionalDay,
});

/** What a yes asks for, of whom, until when. */
const conditionInput = z.object({ text: text(2_000), ownerId: idOf, dueOn: onDay });
export const MOST_CONDITIONS = 10;

export const answerInput = z
  .object({
    signOffId: idOf,
    verdict: choice(["yes", "no"]),
    note: optionalText(4_000),
    conditions: optionalText(4_000),
    asked: rows(conditionInput, MOST_CONDITIONS),
  })
  .refine(({ verdict, note }) => verdict === "yes" || note !== null, {
    path: ["note"],
    message: "delivery.input.no-needs-note",
  })
  .refine(({ verdict, asked }) => verdict === "yes" || asked.length === 0, {
    path: ["verdict"],
    message: "delivery.input.no-takes-no-conditions",
  });

export const delegateInput = z.object({ signOffId: idOf, toId: idOf });

export const absenceInput = z
  .object({ kind: choice(SIGN_OFF_KINDS), fromId: idOf, toId: idOf, startsOn: onDay, endsOn: onDay })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ["endsOn"], message: "delivery.input.ends-before" })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ["toId"], message: "delivery.refusal.delegate-self" });

export const withdrawAbsenceInput = z.object({ absenceId: idOf, version: startedFrom });

export const conditionMetInput = z.object({ conditionId: idOf, version: startedFrom, answer: text(4_000) });

/** Days that an open sign-off is past its due day; 0 while it is not, or has none. */
export function daysLate(dueOn: Day | null, today: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
}

/** What a reviewer typed, told in their language. */
export function toldAnswer(
  { note, conditions, asked, ...answer }: z.output<typeof answerInput>,
  locale: Locale,
): {
  signOffId: number;
  verdict: "yes" | "no";
  note: Told | null;
  conditions: Told | null;
  asked: { text: Told; ownerId: number; dueOn: Day }[];
} {
  const told = (typed: string | null) => (typed === null ? null : { [locale]: typed });
  return {
    ...answer,
    ...{ note: told(note), conditions: told(conditions) },
    asked: asked.map((one) => ({ ...one, text: { [locale]: one.text } })),
  };
}
