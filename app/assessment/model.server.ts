import { asc, desc, eq } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { criteria, scoringModels } from "#db/schema.server";
import { DEFAULT_MODEL } from "./default-model";

export type Criterion = typeof criteria.$inferSelect;

/** Publishes the scoring model that ships with the product. Part of setting an organisation up. */
export async function installScoringModel(tx: Writer, actor: Actor, when: When): Promise<void> {
  const may = permit(actor, "organisation.edit", {});
  const [model] = await tx
    .insert(scoringModels)
    .values({ name: DEFAULT_MODEL.name, number: 1, publishedOn: when.today, active: true })
    .returning({ id: scoringModels.id });
  if (!model) throw new Error("The scoring model was not created");
  await tx.insert(criteria).values(
    DEFAULT_MODEL.criteria.map(({ anchors, ...criterion }, position) => ({
      ...criterion,
      anchors: [...anchors],
      modelId: model.id,
      position,
    })),
  );
  await record(tx, may, { subject: "scoring-model", subjectId: model.id, after: DEFAULT_MODEL }, when);
}

export interface ScoringModel {
  id: number;
  number: number;
  criteria: Criterion[];
}

/** The model that new assessments use. @throws when none was installed, which set-up makes impossible */
export async function activeModel(db: Reader): Promise<ScoringModel> {
  const [model] = await db
    .select({ id: scoringModels.id, number: scoringModels.number })
    .from(scoringModels)
    .where(eq(scoringModels.active, true))
    .orderBy(desc(scoringModels.number))
    .limit(1);
  if (!model) throw new Error("No scoring model is active");
  return { ...model, criteria: await criteriaOf(db, model.id) };
}

export function criteriaOf(db: Reader, modelId: number): Promise<Criterion[]> {
  return db.select().from(criteria).where(eq(criteria.modelId, modelId)).orderBy(asc(criteria.position));
}
