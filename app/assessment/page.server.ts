import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { assessmentRounds, assessmentScores, assessments, criteria, people, scoreOverrides } from "#db/schema.server";
import { isBlind, owesAssessment, type Said } from "./blind";
import { type Criterion, modelById, type ScoringModel } from "./model.server";
import { neededBy } from "./needed.server";
import { currentRound, modelOfRound, setAside } from "./round.server";
import type { AssessorView, CriterionView, ModelName, OverrideView, RoundView } from "./round-view";
import { resultOf } from "./score";

export interface AssessmentPage {
  /** The round that runs, with the model that it is scored with. */
  round: number;
  opened: RoundView["opened"];
  model: ModelName;
  criteria: CriterionView[];
  /** The reader's own assessment, when they may or did write one. */
  mine: (AssessorView & Pick<Found, "submitted" | "version" | "unscored">) | null;
  mayAssess: boolean;
  mayDeclare: boolean;
  mayOverride: boolean;
  mayOpenRound: boolean;
  mayWithdrawRound: boolean;
  /** In the round that runs. */
  submitted: number;
  conflicts: number;
  needed: number;
  /** The newest round with scores. Hidden from members who still owe theirs or declared a conflict: independent means blind. */
  reveal: (RoundView & { overrides: OverrideView[] }) | null;
  /** The rounds before it that the reader may see, the newest first. */
  earlier: RoundView[];
}

interface Found extends AssessorView {
  submitted: boolean;
  assessorId: number;
  version: number;
  round: number;
  modelId: number;
  /** What a draft says of criteria without a score yet, by their key. */
  unscored: Record<string, Told>;
}

/** The assessments of a case as the reader may see them. @param asked how many the organisation asks for */
export async function assessmentPage(
  db: Reader,
  actor: Actor & { personId: number },
  useCase: UseCase,
  asked: number,
): Promise<AssessmentPage> {
  const round = await currentRound(db, useCase.id);
  const model = await modelOfRound(db, useCase, round);
  const all = await readAssessors(db, useCase.id, model);
  const mine = all.find((one) => one.assessorId === actor.personId && one.round === round) ?? null;
  const said: Said = mine?.conflicted ? "conflict" : mine?.submitted ? "submitted" : "nothing";
  const blind = isBlind(actor, useCase, said);
  const submitted = all.filter((one) => one.submitted);
  const running = submitted.filter((one) => one.round === round);
  const opened = await readOpened(db, useCase.id);
  const rounds = await roundsOf(db, submitted, opened, model);
  const newest = rounds.findIndex(({ assessors }) => assessors.some(({ abstained }) => !abstained));
  const shownAt = Math.max(newest, 0);
  const shownRound = rounds[shownAt];
  const scored = running.some(({ abstained }) => !abstained);
  const inAssessment = useCase.stage === "assessment" && !blind;
  const seen = (number: number) =>
    all.some((one) => one.assessorId === actor.personId && one.round === number && one.submitted && !one.conflicted);
  return {
    ...{ round, opened: opened.get(round) ?? null, model: nameOf(model), criteria: model.criteria.map(criterionView) },
    mine: mine && { ...shown(mine), submitted: mine.submitted, version: mine.version, unscored: mine.unscored },
    mayAssess: owesAssessment(actor, useCase, said),
    mayDeclare: owesAssessment(actor, useCase, "nothing") && permits(actor, "conflict.declare", useCase),
    // Who may not see the scores cannot stand beside them yet.
    mayOverride: permits(actor, "score.override", useCase) && submitted.some(({ conflicted }) => !conflicted) && !blind,
    mayOpenRound: inAssessment && scored && permits(actor, "assessment.round", useCase),
    mayWithdrawRound:
      inAssessment &&
      round > 1 &&
      running.every(({ conflicted }) => conflicted) &&
      permits(actor, "assessment.round", useCase),
    submitted: running.filter(({ conflicted }) => !conflicted).length,
    conflicts: running.filter(({ conflicted }) => conflicted).length,
    needed: (await neededBy(db, asked, [useCase.id])).get(useCase.id) ?? asked,
    reveal: blind || !shownRound ? null : { ...shownRound, overrides: await overridesOf(db, useCase.id) },
    earlier: rounds.filter(({ number }, at) =>
      blind ? number < round && said !== "conflict" && seen(number) : at > shownAt,
    ),
  };
}

/** The newest round with scores, and what stands beside it: what the score of a case is made of, without what was said. */
export async function countedRound(
  db: Reader,
  useCase: UseCase,
): Promise<{ round: RoundView | null; overrides: OverrideView[] }> {
  const [newest] = await db
    .select({ modelId: assessments.modelId })
    .from(assessments)
    .where(
      and(eq(assessments.useCaseId, useCase.id), isNotNull(assessments.submittedAt), eq(assessments.abstained, false)),
    )
    .orderBy(desc(assessments.round), asc(assessments.id))
    .limit(1);
  const overrides = await overridesOf(db, useCase.id);
  if (!newest) return { round: null, overrides };
  const model = await modelById(db, newest.modelId);
  const submitted = (await readAssessors(db, useCase.id, model)).filter((one) => one.submitted);
  const rounds = await roundsOf(db, submitted, new Map(), model);
  const round = rounds.find(({ assessors }) => assessors.some(({ abstained }) => !abstained));
  return { round: round ? withoutWords(round) : null, overrides };
}

const withoutWords = (round: RoundView): RoundView => ({
  ...round,
  criteria: round.criteria.map((criterion) => ({ ...criterion, question: {}, anchors: [] })),
  assessors: round.assessors.map((assessor) => ({
    ...assessor,
    comment: null,
    scores: Object.fromEntries(
      Object.entries(assessor.scores).map(([id, { score }]) => [id, { score, comment: null }]),
    ),
  })),
});

async function readAssessors(db: Reader, useCaseId: number, model: ScoringModel): Promise<Found[]> {
  const rows = await db
    .select({ assessment: assessments, name: people.name, score: assessmentScores, key: criteria.key })
    .from(assessments)
    .innerJoin(people, eq(people.id, assessments.assessorId))
    .leftJoin(assessmentScores, eq(assessmentScores.assessmentId, assessments.id))
    .leftJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .where(eq(assessments.useCaseId, useCaseId))
    .orderBy(assessments.submittedAt, assessments.id);
  const idOf = new Map(model.criteria.map(({ key, id }) => [key, id]));
  // Scores of earlier rounds are set aside by what was declared since: the last moment of those is the declaration's.
  const declaredAt = new Map<number, number>();
  for (const { assessment } of rows) {
    const { assessorId, conflicted, submittedAt } = assessment;
    const at = submittedAt?.getTime() ?? 0;
    if (conflicted) declaredAt.set(assessorId, Math.max(at, declaredAt.get(assessorId) ?? 0));
  }
  const found = new Map<number, Found>();
  for (const { assessment, name, score, key } of rows) {
    const { assessorId, version, round, modelId, abstained, conflicted, comment, submittedAt } = assessment;
    const view = found.get(assessment.id) ?? {
      ...{ name, assessorId, version, round, modelId, abstained, conflicted, comment },
      submitted: submittedAt !== null,
      unscored: assessment.unscored ?? {},
      conflictAt: conflicted ? (declaredAt.get(assessorId) ?? null) : null,
      scores: {},
    };
    if (score) {
      // A draft that was begun with an older version goes on with what both ask.
      const at = submittedAt === null && key ? (idOf.get(key) ?? score.criterionId) : score.criterionId;
      view.scores[at] = { score: score.score, comment: score.comment };
    }
    found.set(assessment.id, view);
  }
  return [...found.values()];
}

async function readOpened(db: Reader, useCaseId: number) {
  const rows = await db
    .select({
      number: assessmentRounds.number,
      by: people.name,
      on: assessmentRounds.openedOn,
      reason: assessmentRounds.reason,
    })
    .from(assessmentRounds)
    .innerJoin(people, eq(people.id, assessmentRounds.openedById))
    .where(eq(assessmentRounds.useCaseId, useCaseId))
    .orderBy(asc(assessmentRounds.number));
  return new Map(rows.map(({ number, ...opened }) => [number, opened]));
}

/** The rounds in which something was submitted, the newest first. Two queries for each model but the one that is known. */
async function roundsOf(
  db: Reader,
  submitted: readonly Found[],
  opened: Awaited<ReturnType<typeof readOpened>>,
  known: ScoringModel,
): Promise<RoundView[]> {
  const numbers = [...new Set(submitted.map(({ round }) => round))].sort((a, b) => b - a);
  const models = new Map([[known.id, known]]);
  const rounds: RoundView[] = [];
  for (const number of numbers) {
    const said = submitted.filter(({ round }) => round === number);
    const modelId = (said.find(({ abstained }) => !abstained) ?? said[0])?.modelId ?? known.id;
    const model = models.get(modelId) ?? (await modelById(db, modelId));
    models.set(modelId, model);
    const { criteria: results, ...computed } = resultOf(
      model.criteria.map(({ id, axis, weight, values }) => ({
        ...{ criterionId: id, axis, weight, values },
        scores: said.flatMap(({ conflicted, scores }) => (conflicted ? [] : (scores[id]?.score ?? []))),
      })),
      model.scheme,
    );
    rounds.push({
      ...{ number, model: nameOf(model), opened: opened.get(number) ?? null, results, computed },
      criteria: model.criteria.map(criterionView),
      assessors: said.map(shown),
    });
  }
  return rounds;
}

async function overridesOf(db: Reader, useCaseId: number): Promise<OverrideView[]> {
  const aside = await db
    .select({ id: scoreOverrides.id })
    .from(scoreOverrides)
    .where(and(eq(scoreOverrides.useCaseId, useCaseId), setAside(db)));
  const rows = await db
    .select({
      id: scoreOverrides.id,
      axis: scoreOverrides.axis,
      score: scoreOverrides.score,
      reason: scoreOverrides.reason,
      by: people.name,
      on: scoreOverrides.on,
      version: scoreOverrides.version,
    })
    .from(scoreOverrides)
    .innerJoin(people, eq(people.id, scoreOverrides.byId))
    .where(eq(scoreOverrides.useCaseId, useCaseId));
  return rows.map(({ id, ...row }) => ({ ...row, conflicted: aside.some((one) => one.id === id) }));
}

const shown = ({ name, abstained, conflicted, conflictAt, comment, scores }: AssessorView): AssessorView => ({
  ...{ name, abstained, conflicted, conflictAt, comment, scores },
});

const nameOf = ({ id, line, name, number, scheme }: ModelName): ModelName => ({ id, line, name, number, scheme });

const criterionView = ({ id, key, axis, weight, name, question, anchors, values }: Criterion): CriterionView => ({
  ...{ id, key, axis, weight, name, question, anchors, values },
});
