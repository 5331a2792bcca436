import { z } from "zod";
import { optionalChoice } from "#app/kernel/input";
import { MARKS, RISK_CATEGORIES, RISK_LEVELS } from "./risk";

const known = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform(Number)
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
const anId = known(/^\d{1,15}$/);
/** In a department's place: the risks that belong to no case. */
export const OF_ORGANISATION = "organisation";
const aMark = z.coerce
  .number()
  .pipe(z.literal([...MARKS]))
  .nullish()
  .catch(null)
  .transform((mark) => mark ?? null);

export const RISK_SHOWN = ["open", "closed", "all"] as const;

/** What the register of risks may be asked for in its address. What makes no sense is left out, not refused. */
export const riskQuery = z.object({
  department: z.union([z.literal(OF_ORGANISATION), anId]),
  owner: anId,
  category: optionalChoice(RISK_CATEGORIES).catch(null),
  level: optionalChoice(RISK_LEVELS).catch(null),
  review: optionalChoice(["overdue"]).catch(null),
  state: optionalChoice(RISK_SHOWN)
    .catch(null)
    .transform((state) => state ?? "open"),
  /** One cell of the matrix, before or after the mitigation. */
  likelihood: aMark,
  impact: aMark,
  matrix: optionalChoice(["residual"]).catch(null),
  /** `score.id` of the last one that was shown. */
  after: z
    .string()
    .regex(/^\d{1,2}\.\d{1,15}$/)
    .nullish()
    .catch(null)
    .transform((after) => after ?? null),
});
export type RiskQuery = z.output<typeof riskQuery>;

/** The same register asked otherwise: from its beginning, and without what is not asked. */
export function riskAddress(query: Partial<RiskQuery>, path = "/registers/risks"): string {
  const asked = Object.entries(query).filter(
    ([name, value]) => value !== null && value !== undefined && !(name === "state" && value === "open"),
  );
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return asked.length === 0 ? path : `${path}?${search}`;
}
