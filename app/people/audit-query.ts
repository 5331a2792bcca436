import { z } from "zod";
import { optionalChoice, optionalDay, optionalId, optionalText } from "#app/kernel/input";
import { SUBJECTS } from "./audit-subjects";
import { type Act, PERMISSIONS } from "./permissions";

export const ACTS = Object.keys(PERMISSIONS) as [Act, ...Act[]];

/** What the log may be asked for in its address. What makes no sense is left out, not refused. */
export const auditQuery = z.object({
  who: optionalText(200).catch(null),
  act: optionalChoice(ACTS).catch(null),
  subject: optionalChoice(SUBJECTS).catch(null),
  id: optionalId.catch(null),
  // The day after must exist too.
  on: optionalDay.refine((day) => day === null || day < "9999").catch(null),
  older: optionalId.catch(null),
  newer: optionalId.catch(null),
});
export type AuditQuery = z.output<typeof auditQuery>;
