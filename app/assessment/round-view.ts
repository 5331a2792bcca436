/** What the members said of a case, round by round, and how each score comes of it. */
import type { Told } from "#app/kernel/told";
import { type Bounds, bounds, combined, isRatio, type Scheme } from "./ratio";
import type { Axes, Axis, CriterionResult, Native } from "./score";

export interface CriterionView {
  id: number;
  key: string;
  axis: Axis;
  weight: number;
  name: Told;
  question: Told;
  anchors: Told[];
  values: number[] | null;
}

export interface AssessorView {
  name: string;
  abstained: boolean;
  conflicted: boolean;
  /** When the conflict was declared, in milliseconds: scores given before it stay to be read and count no more. */
  conflictAt?: number | null;
  comment: Told | null;
  /** Scores and comments by criterion id. */
  scores: Record<number, { score: number; comment: Told | null }>;
}

export interface ModelName {
  id: number;
  line: string;
  name: Told;
  number: number;
  scheme: Scheme;
}

/** What the members said in one round, and what comes of it. */
export interface RoundView {
  number: number;
  model: ModelName;
  /** Who opened it and why; null for the first. */
  opened: { by: string; on: string; reason: Told } | null;
  criteria: CriterionView[];
  results: CriterionResult[];
  computed: Axes & { contested: number; native: Native | null };
  assessors: AssessorView[];
}

export interface OverrideView {
  axis: Axis;
  score: number;
  reason: Told;
  by: string;
  on: string;
  version: number;
  /** Whoever put it declared a conflict of interest: it is read, and counts no more. Records of old do not say. */
  conflicted?: boolean;
}

/** The override that counts on an axis. */
export const overrideOn = (overrides: readonly OverrideView[], axis: Axis): OverrideView | undefined =>
  overrides.find((one) => one.axis === axis && !one.conflicted);

/** One criterion's part in the score of its axis. */
export interface OpenedInput {
  criterion: CriterionView;
  mean: number | null;
  quantity: number | null;
  /** What each member gave it. */
  scores: { assessor: string; score: number }[];
}

/** The score of an axis with all that it was worked out from. */
export interface OpenedAxis {
  axis: Axis;
  computed: number | null;
  inputs: OpenedInput[];
  /** In a ratio model: what the quantities come to, and the least and the most that they could. */
  ratio: (Bounds & { whole: number | null }) | null;
}

export function openAxis(round: RoundView, axis: Axis): OpenedAxis {
  const results = new Map(round.results.map((result) => [result.criterionId, result]));
  const own = round.criteria.filter((criterion) => criterion.axis === axis);
  const inputs = own.map(
    (criterion): OpenedInput => ({
      criterion,
      mean: results.get(criterion.id)?.mean ?? null,
      quantity: results.get(criterion.id)?.quantity ?? null,
      scores: round.assessors.flatMap(({ name, conflicted, scores }) => {
        const given = scores[criterion.id];
        return given && !conflicted ? [{ assessor: name, score: given.score }] : [];
      }),
    }),
  );
  const { scheme } = round.model;
  const ratio =
    isRatio(scheme) && axis !== "risk"
      ? {
          whole: combined(
            scheme,
            inputs.map(({ criterion, quantity }) => ({ weight: criterion.weight, quantity })),
          ),
          ...bounds(scheme, own),
        }
      : null;
  return { axis, computed: round.computed[axis], inputs, ratio };
}

/** The axes that a round's model has criteria on. */
export function axesIn({ criteria }: { criteria: readonly { axis: Axis }[] }, axes: readonly Axis[]): Axis[] {
  return axes.filter((axis) => axis !== "risk" || criteria.some((criterion) => criterion.axis === axis));
}
