import { DEFAULT_MODEL } from "#app/assessment/default-model";
import { resultOf } from "#app/assessment/score";
import { addQuarters, quarterRange } from "#app/kernel/quarter";
import type { Stage } from "#app/use-cases/stages";
import { story } from "#seeds/story/index";
import { timeline } from "#seeds/story/timeline";
import type { CaseStory, Key, Kpi, Report } from "#seeds/story/types";

/** What the story tests look up in the story, and work out of it. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Error("The story does not tell it");
  return thing;
}

const { cases, quarters, organisation } = story;
export const FIRST_MONTH = organisation.fiscalFirstMonth;
export const REPORTED = quarterRange(found(quarters[0]).quarter, addQuarters(found(quarters.at(-1)).quarter, -1));
export const events = timeline(story);

export const keysOf = (list: readonly { key: Key }[]) => list.map(({ key }) => key);
export const caseOf = (key: Key) => found(cases.find((one) => one.key === key));
export const kpisOf = () => cases.flatMap((useCase) => useCase.kpis.map((kpi) => ({ useCase, kpi })));

/** Cents: direction × (actual − baseline) × value per unit × attribution. */
export function realised(kpi: Kpi, report: Report): number {
  if (kpi.valuePerUnit === null || report.actual === null) return 0;
  const restated = kpi.restatements.find(({ quarter }) => quarter === report.quarter);
  const moved = (restated?.newActual ?? report.actual) - kpi.baseline.value;
  return Math.round((kpi.direction === "up" ? moved : -moved) * kpi.valuePerUnit * kpi.attribution);
}

export function stageOf({ entry, moves }: CaseStory): Stage | null {
  return moves.at(-1)?.to ?? (entry.how === "form" ? "draft" : entry.stage);
}

/** Of the last round in which anybody scored. */
export function scoresOf({ assessments: first, round }: CaseStory) {
  const assessments = round?.assessments.length ? round.assessments : first;
  return resultOf(
    DEFAULT_MODEL.criteria.map(({ key, axis, weight }, criterionId) => {
      const scores = assessments.flatMap((assessment) => {
        const score = Object.entries(assessment.scores).find(([name]) => name === key)?.[1];
        return score === undefined ? [] : [score];
      });
      return { criterionId, axis, weight, scores };
    }),
  );
}
