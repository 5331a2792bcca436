/** The next version of a scoring model, while it is being written: one at a time in each line. */
import { and, asc, desc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { people, scoringDrafts, scoringModels } from "#db/schema.server";
import { type ModelContent, problemsOf } from "./model";
import { contentOf, modelById, publishVersion } from "./model.server";
import { SHIPPED_MODELS, type ShippedLine } from "./shipped-models";

/** What a draft is begun from: a published version, a model that ships, or a copy of a version as a line of its own. */
export type Beginning =
  | { modelId: number; line?: string; weights?: ReadonlyMap<string, number> }
  | { shipped: ShippedLine };

/** @throws Refusal 409 when the line has a draft already */
export async function beginDraft(tx: Writer, actor: Actor, from: Beginning, when: When): Promise<{ id: number }> {
  const may = permit(actor, "scoring-model.edit", {});
  const begun = await beginningOf(tx, from);
  const [there] = await tx
    .select({ id: scoringDrafts.id })
    .from(scoringDrafts)
    .where(eq(scoringDrafts.line, begun.line));
  if (there) throw new Refusal(409, "assessment.model.refusal.draft-there");
  const [made] = await tx
    .insert(scoringDrafts)
    .values({ ...begun, editedById: actor.personId, editedAt: when.now })
    .returning({ id: scoringDrafts.id });
  if (!made) throw new Error("The draft was not made");
  await record(tx, may, { subject: "scoring-draft", subjectId: made.id, after: { line: begun.line } }, when);
  return made;
}

async function beginningOf(tx: Reader, from: Beginning) {
  if ("shipped" in from) {
    const [newest] = await tx
      .select({ id: scoringModels.id })
      .from(scoringModels)
      .where(eq(scoringModels.line, from.shipped))
      .orderBy(desc(scoringModels.number))
      .limit(1);
    return { line: from.shipped, basedOnId: newest?.id ?? null, content: SHIPPED_MODELS[from.shipped] };
  }
  const model = await modelById(tx, from.modelId);
  const content = contentOf(model);
  const criteria = content.criteria.map((one) => ({ ...one, weight: from.weights?.get(one.key) ?? one.weight }));
  return { line: from.line ?? model.line, basedOnId: model.id, content: { ...content, criteria } };
}

export interface ModelDraft {
  id: number;
  line: string;
  basedOnId: number | null;
  content: ModelContent;
  editedBy: string | null;
  editedAt: number;
  version: number;
}

const drafts = (db: Reader) =>
  db
    .select({ draft: scoringDrafts, editedBy: people.name })
    .from(scoringDrafts)
    .leftJoin(people, eq(people.id, scoringDrafts.editedById));

type Found = Awaited<ReturnType<typeof drafts>>[number];

const shaped = ({ draft: { editedById: _, editedAt, ...draft }, editedBy }: Found): ModelDraft => ({
  ...draft,
  editedAt: editedAt.getTime(),
  editedBy,
});

export async function readDrafts(db: Reader): Promise<ModelDraft[]> {
  return (await drafts(db).orderBy(asc(scoringDrafts.line))).map(shaped);
}

/** A draft is for those who may write it. @throws Refusal 403, 404 */
export async function draftById(db: Reader, actor: Actor, id: number): Promise<ModelDraft> {
  permit(actor, "scoring-model.edit", {});
  const [found] = await drafts(db).where(eq(scoringDrafts.id, id));
  if (!found) throw new Refusal(404, "desk.refusal.not-found");
  return shaped(found);
}

/** @throws Refusal 409 when somebody changed it since `version` */
export async function editDraft(
  tx: Writer,
  actor: Actor,
  { id, version, content }: { id: number; version: number; content: ModelContent },
  when: When,
): Promise<void> {
  const may = permit(actor, "scoring-model.edit", {});
  const before = await draftById(tx, actor, id);
  const changed = await tx
    .update(scoringDrafts)
    .set({ content, editedById: actor.personId, editedAt: when.now, version: version + 1 })
    .where(and(eq(scoringDrafts.id, id), eq(scoringDrafts.version, version)))
    .returning({ id: scoringDrafts.id });
  if (changed.length === 0) throw new Refusal(409, "desk.refusal.stale");
  const change = { subject: "scoring-draft", subjectId: id };
  await record(tx, may, { ...change, before: before.content, after: content }, when);
}

/** Publishes a draft as the next version of its line. @throws Refusal 409 when it is not complete, or changed since */
export async function publishDraft(
  tx: Writer,
  actor: Actor,
  { id, version }: { id: number; version: number },
  when: When,
): Promise<{ id: number; number: number }> {
  const may = permit(actor, "scoring-model.edit", {});
  const { line, content, version: stored } = await draftById(tx, actor, id);
  if (stored !== version) throw new Refusal(409, "desk.refusal.stale");
  const problems = problemsOf(content).length;
  if (problems > 0) throw new Refusal(409, "assessment.model.refusal.incomplete", { count: problems });
  await tx.delete(scoringDrafts).where(eq(scoringDrafts.id, id));
  return publishVersion(tx, may, { line, content }, when);
}

/** Throws a draft away; what is published stays. */
export async function discardDraft(tx: Writer, actor: Actor, id: number, when: When): Promise<void> {
  const may = permit(actor, "scoring-model.edit", {});
  const { line, content } = await draftById(tx, actor, id);
  await tx.delete(scoringDrafts).where(eq(scoringDrafts.id, id));
  await record(tx, may, { subject: "scoring-draft", subjectId: id, before: { line, ...content } }, when);
}
