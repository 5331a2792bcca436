import { z } from "zod";
import { addMonths, type Day } from "#app/kernel/day";
import { choice, idOf, onDay, optionalDay, optionalId, optionalText, startedFrom, text } from "#app/kernel/input";
import { type Locale, retold, type Told } from "#app/kernel/told";

export const RISK_CATEGORIES = [
  "data",
  "security",
  "legal",
  "quality",
  "bias",
  "vendor",
  "people",
  "reputation",
  "finance",
  "continuity",
] as const;
export type RiskCategory = (typeof RISK_CATEGORIES)[number];

/** Likelihood and impact, each with its words: 1 is the least. */
export const MARKS = [1, 2, 3, 4, 5] as const;
export type Mark = (typeof MARKS)[number];

export const RISK_LEVELS = ["low", "medium", "high", "critical"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** The least score of each level, of 25. */
export const LEVEL_FROM: Readonly<Record<RiskLevel, number>> = { low: 1, medium: 5, high: 10, critical: 15 };

/** The level of likelihood × impact. */
export function levelOf(score: number): RiskLevel {
  return RISK_LEVELS.findLast((level) => score >= LEVEL_FROM[level]) ?? "low";
}

/** The scores of a level, both ends included. */
export function scoresOf(level: RiskLevel): { from: number; to: number } {
  const next = RISK_LEVELS[RISK_LEVELS.indexOf(level) + 1];
  return { from: LEVEL_FROM[level], to: next ? LEVEL_FROM[next] - 1 : 25 };
}

export interface Weighed {
  likelihood: Mark;
  impact: Mark;
  /** As it is hoped to be with the mitigation; null where nobody said. */
  residualLikelihood: Mark | null;
  residualImpact: Mark | null;
  mitigationDoneOn: Day | null;
}

/** Likelihood × impact as it counts today: a mitigation that is promised lowers nothing, one that is done does. */
export function standingScore(risk: Weighed): number {
  const residual = residualScore(risk);
  return risk.mitigationDoneOn !== null && residual !== null ? residual : risk.likelihood * risk.impact;
}

export function residualScore({ residualLikelihood, residualImpact }: Weighed): number | null {
  return residualLikelihood === null || residualImpact === null ? null : residualLikelihood * residualImpact;
}

export type RiskFault = "residual-half" | "residual-above" | "done-without" | "done-ahead";

/** What cannot be of a risk as it is told; null where nothing is wrong. */
export function faultOf(risk: Weighed & { mitigation: Told | null }, today: Day): RiskFault | null {
  const { likelihood, impact, residualLikelihood, residualImpact, mitigationDoneOn } = risk;
  if ((residualLikelihood === null) !== (residualImpact === null)) return "residual-half";
  if ((residualLikelihood ?? 0) > likelihood || (residualImpact ?? 0) > impact) return "residual-above";
  if (mitigationDoneOn !== null && risk.mitigation === null) return "done-without";
  return mitigationDoneOn !== null && mitigationDoneOn > today ? "done-ahead" : null;
}

const mark = z.coerce.number("desk.input.choose").pipe(z.literal([...MARKS], "desk.input.choose"));
const optionalMark = z.preprocess((sent) => (sent === "" || sent === undefined ? null : sent), mark.nullable());

export const TITLE_LETTERS = 200;
export const TEXT_LETTERS = 4_000;

export const riskFields = z.object({
  title: text(TITLE_LETTERS),
  description: optionalText(TEXT_LETTERS),
  category: choice(RISK_CATEGORIES),
  ownerId: idOf,
  likelihood: mark,
  impact: mark,
  mitigation: optionalText(TEXT_LETTERS),
  mitigationOwnerId: optionalId,
  mitigationDueOn: optionalDay,
  mitigationDoneOn: optionalDay,
  residualLikelihood: optionalMark,
  residualImpact: optionalMark,
  reviewOn: onDay,
});

export const riskEdit = riskFields.extend({ version: startedFrom });

export const reviewFields = z.object({
  version: startedFrom,
  note: text(TEXT_LETTERS),
  likelihood: mark,
  impact: mark,
  residualLikelihood: optionalMark,
  residualImpact: optionalMark,
  mitigationDoneOn: optionalDay,
  reviewOn: onDay,
});

export const riskEnd = z.object({ version: startedFrom, reason: text(TEXT_LETTERS) });

/** A later day is a slip of the pen. */
const FAR_AHEAD_MONTHS = 60;

/** What cannot be of the days that were said anew: a look that is past, or a day nobody will see. */
export function daysFault(
  said: { reviewOn?: Day | undefined; mitigationDueOn?: Day | null | undefined },
  today: Day,
): "review-gone" | "day-far" | null {
  const { reviewOn, mitigationDueOn } = said;
  if (reviewOn !== undefined && reviewOn < today) return "review-gone";
  const latest = addMonths(today, FAR_AHEAD_MONTHS);
  return [reviewOn, mitigationDueOn].some((on) => on && on > latest) ? "day-far" : null;
}

/** Where a risk is read: below its case, or in the register where it is the organisation's own. */
export const placeOfRisk = (reference: string | null, id: number | string): string =>
  `${placeOfRisks(reference)}/${id}`;

/** Where the risks beside it are read. */
export const placeOfRisks = (reference: string | null): string =>
  reference === null ? "/registers/risks" : `/use-cases/${reference}/risks`;

/** Days after which a risk of a level is looked at again where nobody says otherwise. */
export const REVIEW_DAYS: Readonly<Record<RiskLevel, number>> = { low: 365, medium: 180, high: 90, critical: 30 };

/** What a person typed becomes told in their language, beside what is stored in the other. */
export function toldRisk(
  typed: z.output<typeof riskFields>,
  stored: { title: Told; description: Told | null; mitigation: Told | null } | null,
  locale: Locale,
) {
  const { title, description, mitigation, reviewOn, mitigationDueOn, mitigationDoneOn, ...rest } = typed;
  return {
    ...rest,
    title: { ...stored?.title, [locale]: title },
    description: retold(stored?.description, locale, description),
    mitigation: retold(stored?.mitigation, locale, mitigation),
    reviewOn: reviewOn as Day,
    mitigationDueOn: mitigationDueOn as Day | null,
    mitigationDoneOn: mitigationDoneOn as Day | null,
  };
}
