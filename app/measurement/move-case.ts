import { z } from "zod";
import { type Destination, destinationsInput } from "#app/delivery/roll-out/destinations";
import { choice, optionalDay, optionalText, ticked } from "#app/kernel/input";
import type { Locale, Told } from "#app/kernel/told";
import { isStage, STAGES } from "#app/use-cases/stages";

export const moveInput = z.object({
  to: choice(STAGES),
  /** The stage that the form was opened at; empty is unknown. */
  from: z.string(),
  reason: optionalText(4_000),
  learning: optionalText(4_000),
  relookOn: optionalDay,
  override: ticked,
  /** Of a retirement; of another move nothing reads it. */
  wentTo: destinationsInput,
});

/** What a person typed becomes told in their language; the stage that they saw is null where it was not known. */
export function toldMove({ from, reason, learning, wentTo, ...move }: z.output<typeof moveInput>, locale: Locale) {
  const told = (text: string | null): Told | null => (text === null ? null : { [locale]: text });
  const users = wentTo.flatMap(({ kind, ...one }): Destination[] => (kind === null ? [] : [{ kind, ...one }]));
  return {
    ...move,
    wentTo: users,
    seenAt: isStage(from) ? from : null,
    reason: told(reason),
    learning: told(learning),
  };
}
