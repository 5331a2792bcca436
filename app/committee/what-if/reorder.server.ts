import { overriddenAxes } from "#app/assessment/means.server";
import { criteriaOfActive } from "#app/assessment/model.server";
import { readScoreSheets } from "#app/assessment/score-sheets.server";
import { movedAxes, type NewWeights, newWeights } from "#app/assessment/weights";
import type { HiddenScores } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import type { FieldCase } from "../field";
import { type Field, readField } from "../field.server";
import type { Limits } from "../line";
import { lineOf } from "../prioritise.server";
import { RANKED_STAGES, type Ranked, rank, type Thresholds } from "../ranking";
import { changesBetween, type Place } from "./changes";

export interface Wish {
  /** What is set for a criterion; null where nothing is. */
  weight(line: string, key: string): number | null;
  thresholds: Thresholds;
  limits: Limits;
}

/** The ranking of today beside the one that somebody asks for; nothing of it is kept. At most nine queries. */
export async function reorder(db: Reader, hidden: HiddenScores, { weight, thresholds, limits }: Wish) {
  const models = await criteriaOfActive(db);
  const { weights, weightless } = newWeights(models, weight);
  const field = await readField(db, hidden);
  const { cases, rules, exceptions } = field;
  const { filters, probabilities } = rules;
  const today = rank(cases, filters, exceptions, probabilities);
  const weighed = await weighAnew(db, field, weights);
  const anew = rank(weighed, filters, exceptions, probabilities, thresholds);
  const before = lineOf(today.ranked, limits, null);
  const after = lineOf(anew.ranked, limits, null);
  const places = (ranked: readonly Ranked<FieldCase>[], line: typeof before) =>
    ranked.map(
      ({ case: { useCaseId, value, complexity }, rank: at, quadrant }): Place => ({
        ...{ useCaseId, rank: at, quadrant, value, complexity },
        side: line.rows.get(useCaseId)?.side ?? "below",
      }),
    );
  const [was, is] = [places(today.ranked, before), places(anew.ranked, after)];
  return {
    ...{ models, weights, weightless, today, anew, before, after, was, is },
    changes: changesBetween(was, is),
  };
}

/** What a person said of an axis stands, whatever the weights; what the reader may not see stays unknown. */
async function weighAnew(db: Reader, { cases }: Field, weights: NewWeights): Promise<readonly FieldCase[]> {
  if (weights.size === 0) return cases;
  const sheets = await readScoreSheets(db, RANKED_STAGES, weights);
  const overridden = await overriddenAxes(db);
  return cases.map((one) => {
    const sheet = sheets.get(one.useCaseId);
    if (!sheet || one.scoresHidden) return one;
    const moved = movedAxes(sheet, weights);
    for (const axis of overridden.get(one.useCaseId) ?? []) delete moved[axis];
    return { ...one, ...moved };
  });
}
