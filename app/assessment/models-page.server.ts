import { and, asc, countDistinct, eq, isNotNull } from "drizzle-orm";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { assessments, departments, scoringDrafts } from "#db/schema.server";
import { readDrafts } from "./draft-model.server";
import { modelBefore, modelById, readModels } from "./model.server";
import type { ModelPage } from "./model-page";
import type { ModelsPage } from "./models-page";

export async function modelsPage(db: Reader, actor: Actor): Promise<ModelsPage> {
  const mayEdit = permits(actor, "scoring-model.edit");
  return {
    models: await readModels(db),
    drafts: mayEdit ? await readDrafts(db) : [],
    departments: await departmentNames(db),
    mayEdit,
  };
}

/** @throws Refusal 404 */
export async function modelPage(db: Reader, actor: Actor, id: number): Promise<ModelPage> {
  const model = await modelById(db, id);
  const [scored] = await db
    .select({ cases: countDistinct(assessments.useCaseId) })
    .from(assessments)
    .where(and(eq(assessments.modelId, id), isNotNull(assessments.submittedAt), eq(assessments.abstained, false)));
  const [draft] = await db
    .select({ id: scoringDrafts.id })
    .from(scoringDrafts)
    .where(eq(scoringDrafts.line, model.line));
  return {
    model,
    before: await modelBefore(db, model.line, model.number),
    departments: await departmentNames(db),
    cases: scored?.cases ?? 0,
    mayEdit: permits(actor, "scoring-model.edit"),
    draftId: draft?.id ?? null,
  };
}

export function departmentNames(db: Reader): Promise<ModelsPage["departments"]> {
  return db.select({ id: departments.id, name: departments.name }).from(departments).orderBy(asc(departments.code));
}
