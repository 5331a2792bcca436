import { z } from "zod";
import { choice, optionalDay, optionalText, ticked } from "#app/kernel/input";
import { STAGES } from "#app/use-cases/stages";

export const moveInput = z.object({
  to: choice(STAGES),
  /** The stage that the form was opened at; empty is unknown. */
  from: z.string(),
  reason: optionalText(4_000),
  learning: optionalText(4_000),
  relookOn: optionalDay,
  override: ticked,
});
