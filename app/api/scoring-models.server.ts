import { beginAs } from "#app/assessment/begin-draft.server";
import {
  discardDraft,
  draftById,
  editDraft,
  type ModelDraft,
  publishDraft,
  readDrafts,
} from "#app/assessment/draft-model.server";
import { type CriterionDraft, type ModelContent, problemsOf } from "#app/assessment/model";
import {
  type ModelVersion,
  modelById,
  readModels,
  type ScoringModel,
  withdrawModel,
} from "#app/assessment/model.server";
import { previewModel } from "#app/committee/model-preview.server";
import { Refusal } from "#app/kernel/refusal";
import { permit } from "#app/people/permit";
import { reads, writes } from "./operation.server";
import { RefusedAt } from "./problem";
import * as contracts from "./scoring-models";
import { instantOf, orNothing } from "./shapes";

export const criterionOf = ({ key, axis, weight, name, question, anchors, values }: CriterionDraft) => ({
  ...{ key, axis, weight, name, question },
  anchors: [...anchors],
  values: values ? [...values] : null,
});

function listedOf({ id, line, name, number, scheme, publishedOn, publishedBy, note, active, ...scope }: ModelVersion) {
  return {
    ...{ id, line, name, number, scheme, publishedOn, publishedBy, note, inForce: active },
    ...{ departmentIds: scope.departmentIds ?? [], aiTypes: scope.aiTypes ?? [] },
  };
}

const modelOf = (model: ScoringModel) => ({ ...listedOf(model), criteria: model.criteria.map(criterionOf) });

function draftOf({ id, line, basedOnId, content, editedBy, editedAt, version }: ModelDraft) {
  const { name, note, scheme, departmentIds, aiTypes, criteria } = content;
  return {
    ...{ id, line, basedOnId, name, note, scheme, editedBy, version },
    ...{ departmentIds: [...departmentIds], aiTypes: [...aiTypes] },
    criteria: criteria.map(criterionOf),
    problems: problemsOf(content),
    editedAt: instantOf(editedAt),
  };
}

export const listScoringModels = reads(contracts.listScoringModels, async (db) => ({
  items: (await readModels(db)).map(listedOf),
}));

export const readScoringModel = reads(contracts.readScoringModel, async (db, { parameters }) =>
  modelOf(await modelById(db, parameters.id)),
);

export const listScoringDrafts = reads(contracts.listScoringDrafts, async (db, { actor }) => {
  permit(actor, "scoring-model.edit", {});
  return { items: (await readDrafts(db)).map(draftOf) };
});

export const createScoringDraft = writes(contracts.createScoringDraft, async (tx, { actor, body, when }) => {
  const { modelId, shipped, apart = false, weights } = body;
  if ((modelId === undefined) === (shipped === undefined)) {
    throw new RefusedAt(new Refusal(400, "api.refusal.one-beginning"), [modelId === undefined ? "shipped" : "modelId"]);
  }
  const { id } = await beginAs(
    tx,
    actor,
    shipped
      ? { intent: "begin-shipped", line: shipped }
      : { intent: apart ? "begin-copy" : "begin-next", modelId: modelId ?? 0, weights },
    when,
  );
  return draftOf(await draftById(tx, actor, id));
});

export const readScoringDraft = reads(contracts.readScoringDraft, async (db, { actor, parameters }) =>
  draftOf(await draftById(db, actor, parameters.id)),
);

export const previewScoringDraft = reads(contracts.previewScoringDraft, async (db, { actor, parameters }) => {
  const { content } = await draftById(db, actor, parameters.id);
  return previewModel(db, actor, content);
});

export const updateScoringDraft = writes(contracts.updateScoringDraft, async (tx, asked) => {
  const { actor, body, parameters, version, when } = asked;
  const { id } = parameters;
  const { content: stored } = await draftById(tx, actor, id);
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const next: ModelContent = { ...stored, ...given };
  const content = {
    ...next,
    note: orNothing(next.note),
    criteria: next.criteria.map((criterion) => ({ ...criterion, values: criterion.values ?? null })),
  };
  await editDraft(tx, actor, { id, version, content }, when);
  return draftOf(await draftById(tx, actor, id));
});

export const publishScoringDraft = writes(contracts.publishScoringDraft, async (tx, asked) => {
  const { actor, parameters, version, when } = asked;
  const made = await publishDraft(tx, actor, { id: parameters.id, version }, when);
  return modelOf(await modelById(tx, made.id));
});

export const discardScoringDraft = writes(contracts.discardScoringDraft, async (tx, { actor, parameters, when }) => {
  await discardDraft(tx, actor, parameters.id, when);
  return { id: parameters.id };
});

export const withdrawScoringModel = writes(contracts.withdrawScoringModel, async (tx, { actor, parameters, when }) => {
  await withdrawModel(tx, actor, parameters.id, when);
  return modelOf(await modelById(tx, parameters.id));
});
