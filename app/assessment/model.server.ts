import { and, asc, desc, eq, lt, max } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { criteria, people, scoringModels } from "#db/schema.server";
import { type CaseKind, type CriterionDraft, type ModelContent, modelFor } from "./model";
import type { Scheme } from "./ratio";
import { SHIPPED_MODELS, type ShippedLine } from "./shipped-models";

export type Criterion = typeof criteria.$inferSelect;

/** Publishes the scoring model that ships with the product, for all cases. Part of setting an organisation up. */
export async function installScoringModel(
  tx: Writer,
  actor: Actor,
  when: When,
  line: ShippedLine = "value-complexity",
): Promise<void> {
  const may = permit(actor, "organisation.edit", {});
  await publishVersion(tx, may, { line, content: SHIPPED_MODELS[line] }, when);
}

/**
 * Writes the next version of a line; the one before it is used no longer, and what was scored with it keeps it.
 * @throws Refusal 409 when no model would be left for the cases that none is made for
 */
export async function publishVersion(
  tx: Writer,
  may: Permitted,
  { line, content }: { line: string; content: ModelContent },
  when: When,
): Promise<{ id: number; number: number }> {
  const [last] = await tx
    .select({ number: max(scoringModels.number) })
    .from(scoringModels)
    .where(eq(scoringModels.line, line));
  const number = (last?.number ?? 0) + 1;
  await tx.update(scoringModels).set({ active: false }).where(eq(scoringModels.line, line));
  const { criteria: said, departmentIds, aiTypes, name, scheme, note } = content;
  const [made] = await tx
    .insert(scoringModels)
    .values({
      ...{ line, name, scheme, note, number, active: true },
      publishedOn: when.today,
      publishedById: may.actor.personId,
      departmentIds: departmentIds.length ? [...departmentIds] : null,
      aiTypes: aiTypes.length ? [...aiTypes] : null,
    })
    .returning({ id: scoringModels.id });
  if (!made) throw new Error("The scoring model was not created");
  await tx.insert(criteria).values(
    said.map(({ anchors, values, ...criterion }, position) => ({
      ...criterion,
      anchors: [...anchors],
      values: values ? [...values] : null,
      modelId: made.id,
      position,
    })),
  );
  await refuseNoneForAll(tx);
  await record(tx, may, { subject: "scoring-model", subjectId: made.id, after: { line, number, ...content } }, when);
  return { id: made.id, number };
}

/** A case of no department must have a model as well. @throws Refusal 409 */
async function refuseNoneForAll(tx: Reader): Promise<void> {
  const left = await readModels(tx);
  if (!modelFor(left, { departmentId: null, aiType: null }))
    throw new Refusal(409, "assessment.model.refusal.none-for-all");
}

/**
 * Takes a version out of use: the cases that it was for are scored with the next that covers them. What was scored with it stays.
 * @throws Refusal 409 when it is not in use, or the last one for all cases
 */
export async function withdrawModel(tx: Writer, actor: Actor, id: number, when: When): Promise<void> {
  const may = permit(actor, "scoring-model.edit", {});
  const model = await modelById(tx, id);
  if (!model.active) throw new Refusal(409, "assessment.model.refusal.not-in-use");
  await tx.update(scoringModels).set({ active: false }).where(eq(scoringModels.id, id));
  await refuseNoneForAll(tx);
  const change = { subject: "scoring-model", subjectId: id };
  await record(tx, may, { ...change, before: { active: true }, after: { active: false } }, when);
}

export interface ModelVersion {
  id: number;
  line: string;
  name: Told;
  number: number;
  scheme: Scheme;
  publishedOn: string;
  publishedBy: string | null;
  note: Told | null;
  active: boolean;
  departmentIds: number[] | null;
  aiTypes: string[] | null;
}

const VERSION = {
  id: scoringModels.id,
  line: scoringModels.line,
  name: scoringModels.name,
  number: scoringModels.number,
  scheme: scoringModels.scheme,
  publishedOn: scoringModels.publishedOn,
  publishedBy: people.name,
  note: scoringModels.note,
  active: scoringModels.active,
  departmentIds: scoringModels.departmentIds,
  aiTypes: scoringModels.aiTypes,
};

const versions = (db: Reader) =>
  db.select(VERSION).from(scoringModels).leftJoin(people, eq(people.id, scoringModels.publishedById));

/** Every version that was ever published, the newest of each line first. */
export function readModels(db: Reader): Promise<ModelVersion[]> {
  return versions(db).orderBy(asc(scoringModels.line), desc(scoringModels.number));
}

export interface ScoringModel extends ModelVersion {
  criteria: Criterion[];
}

/** @throws Refusal 404 */
export async function modelById(db: Reader, id: number): Promise<ScoringModel> {
  const [model] = await versions(db).where(eq(scoringModels.id, id));
  if (!model) throw new Refusal(404, "desk.refusal.not-found");
  return { ...model, criteria: await criteriaOf(db, id) };
}

/** The version of a line that was published before one, or the newest where it is still to be published; null: none. */
export async function modelBefore(db: Reader, line: string, number?: number): Promise<ScoringModel | null> {
  const [model] = await versions(db)
    .where(and(eq(scoringModels.line, line), ...(number === undefined ? [] : [lt(scoringModels.number, number)])))
    .orderBy(desc(scoringModels.number))
    .limit(1);
  return model ? { ...model, criteria: await criteriaOf(db, model.id) } : null;
}

/**
 * The model that new assessments of such a case use; without one, of cases of no department and no type.
 * @throws when none was installed, which set-up makes impossible
 */
export async function activeModel(
  db: Reader,
  useCase: CaseKind = { departmentId: null, aiType: null },
): Promise<ScoringModel> {
  const models = await versions(db).where(eq(scoringModels.active, true));
  const model = modelFor(models, useCase);
  if (!model) throw new Error("No scoring model is active");
  return { ...model, criteria: await criteriaOf(db, model.id) };
}

export function criteriaOf(db: Reader, modelId: number): Promise<Criterion[]> {
  return db.select().from(criteria).where(eq(criteria.modelId, modelId)).orderBy(asc(criteria.position));
}

/** Every model in force with its criteria, the oldest first. Two queries. */
export async function criteriaOfActive(db: Reader): Promise<ScoringModel[]> {
  const active = await versions(db).where(eq(scoringModels.active, true)).orderBy(asc(scoringModels.id));
  const rows = await db
    .select({ criterion: criteria })
    .from(criteria)
    .innerJoin(scoringModels, eq(scoringModels.id, criteria.modelId))
    .where(eq(scoringModels.active, true))
    .orderBy(asc(criteria.position));
  return active.map((model) => ({
    ...model,
    criteria: rows.map(({ criterion }) => criterion).filter(({ modelId }) => modelId === model.id),
  }));
}

/** What a published version says, to begin the next one from. */
export function contentOf(model: ScoringModel): ModelContent {
  const { name, scheme, departmentIds, aiTypes } = model;
  return {
    ...{ name, scheme, note: null, departmentIds: departmentIds ?? [], aiTypes: aiTypes ?? [] },
    criteria: model.criteria.map(
      ({ key, axis, weight, name: called, question, anchors, values }): CriterionDraft => ({
        ...{ key, axis, weight, name: called, question, anchors, values },
      }),
    ),
  };
}

/** Whether a version of this line is in use. */
export async function lineInUse(db: Reader, line: string): Promise<boolean> {
  const [found] = await db
    .select({ id: scoringModels.id })
    .from(scoringModels)
    .where(and(eq(scoringModels.line, line), eq(scoringModels.active, true)))
    .limit(1);
  return found !== undefined;
}
