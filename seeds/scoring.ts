/** What the committee scores with and how: assessments, another round, and versions of the model. */
import { assess as assessCase } from "#app/assessment/assess.server";
import { beginDraft, draftById, editDraft, publishDraft } from "#app/assessment/draft-model.server";
import { activeModel } from "#app/assessment/model.server";
import { openRound as openNext } from "#app/assessment/open-round.server";
import { currentRound, modelOfRound } from "#app/assessment/round.server";
import { caseById } from "#app/use-cases/cases.server";
import type { Scene } from "./cast";
import type { Assessment, CaseStory, Round, ScoringStory } from "./story/types";

/** A comment is typed in one language at a time: saved in French, then submitted in English. */
export async function assess({ tx, cast, when }: Scene, useCase: CaseStory, said: Assessment): Promise<void> {
  const id = cast.id(useCase);
  const { criteria } = await modelOfRound(tx, await caseById(tx, id), await currentRound(tx, id));
  const given: Record<string, number> = said.scores;
  const scores = Object.fromEntries(criteria.map((criterion) => [criterion.id, given[criterion.key]]));
  const write = (locale: "fr" | "en", submit: boolean) =>
    assessCase(
      tx,
      cast.actor(said.by),
      id,
      { scores, comments: {}, comment: said.comment?.[locale] ?? null, abstain: false, submit, locale },
      when,
    );
  if (said.comment) await write("fr", false);
  await write("en", true);
}

/** The chair says why they do not score it, then has it scored once more. */
export async function openRound({ tx, cast, when }: Scene, useCase: CaseStory, round: Round): Promise<void> {
  const chair = cast.actor(round.by);
  const id = cast.id(useCase);
  for (const [locale, submit] of [
    ["fr", false],
    ["en", true],
  ] as const) {
    const comment = round.abstaining[locale];
    await assessCase(tx, chair, id, { scores: {}, comments: {}, comment, abstain: true, submit, locale }, when);
  }
  await openNext(tx, chair, id, { reason: round.reason }, when);
}

/** One question is asked more plainly: the second version of the model. */
export async function reviseModel({ tx, cast, when }: Scene, { revision }: ScoringStory): Promise<void> {
  const chair = cast.actor(revision.by);
  const { id: modelId } = await activeModel(tx);
  const { id } = await beginDraft(tx, chair, { modelId }, when);
  const { content, version } = await draftById(tx, chair, id);
  const criteria = content.criteria.map((criterion) =>
    criterion.key === revision.criterion ? { ...criterion, question: revision.question } : criterion,
  );
  await editDraft(tx, chair, { id, version, content: { ...content, note: revision.note, criteria } }, when);
  await publishDraft(tx, chair, { id, version: version + 1 }, when);
}

/** A model that ships is looked at, and not published yet. */
export async function beginModel({ tx, cast, when }: Scene, { next }: ScoringStory): Promise<void> {
  await beginDraft(tx, cast.actor(next.by), { shipped: "rice" }, when);
}
