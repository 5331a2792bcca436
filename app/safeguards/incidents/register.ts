import { z } from "zod";
import { optionalChoice } from "#app/kernel/input";
import { isQuarter, type Quarter } from "#app/kernel/quarter";
import { SEVERITIES } from "./incident";

const known = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform(Number)
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);

export const INCIDENT_SHOWN = ["open", "closed"] as const;

/** What the log of incidents may be asked for in its address. What makes no sense is left out, not refused. */
export const incidentQuery = z.object({
  department: known(/^\d{1,15}$/),
  severity: z.coerce
    .number()
    .pipe(z.literal([...SEVERITIES]))
    .nullish()
    .catch(null)
    .transform((severity) => severity ?? null),
  state: optionalChoice(INCIDENT_SHOWN).catch(null),
  /** Those that began in it, cost something in it or stopped a case in it: what the dashboard counts. */
  quarter: z
    .string()
    .transform((text) => text.toUpperCase())
    .refine(isQuarter)
    .nullish()
    .catch(null)
    .transform((quarter): Quarter | null => (quarter && isQuarter(quarter) ? quarter : null)),
  /** The reference of a case. */
  case: z
    .string()
    .regex(/^UC-\d{1,12}$/i)
    .transform((text) => text.toUpperCase())
    .nullish()
    .catch(null)
    .transform((reference) => reference ?? null),
  paused: optionalChoice(["yes"]).catch(null),
  /** `day.id` of the last one that was shown. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.\d{1,15}$/)
    .nullish()
    .catch(null)
    .transform((after) => after ?? null),
});
export type IncidentQuery = z.output<typeof incidentQuery>;

/** The same log asked otherwise: from its beginning, and without what is not asked. */
export function incidentAddress(query: Partial<IncidentQuery>, path = "/registers/incidents"): string {
  const asked = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return asked.length === 0 ? path : `${path}?${search}`;
}
