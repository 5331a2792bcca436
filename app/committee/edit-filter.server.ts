import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell, type Told, tell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { filterExceptions, filters, settings } from "#db/schema.server";
import type { FilterInput } from "./filter-input";
import type { RankedStage } from "./ranking";
import { filtersOfCase, PROBABILITIES, storedProbabilities } from "./ranking.server";

/** Adds a filter (`id` 0) or changes one. @throws Refusal 409 when somebody changed it since `version` */
export async function writeFilter(
  tx: Writer,
  actor: Actor,
  { id, version, name, locale, ...input }: FilterInput & { locale: Locale },
  when: When,
): Promise<number> {
  const may = permit(actor, "filter.edit", {});
  if (id === 0) {
    const content = { ...input, name: retell(null, locale, name) };
    const [made] = await tx.insert(filters).values(content).returning({ id: filters.id });
    if (!made) throw new Error("The filter was not added");
    await record(tx, may, { subject: "filter", subjectId: made.id, after: content }, when);
    return made.id;
  }
  const [before] = await tx.select().from(filters).where(eq(filters.id, id));
  if (!before) throw new Refusal(404, "desk.refusal.not-found");
  const content = {
    ...input,
    name: name === tell(before.name, locale) ? before.name : retell(before.name, locale, name),
  };
  const changed = await tx
    .update(filters)
    .set({ ...content, version: version + 1 })
    .where(and(eq(filters.id, id), eq(filters.version, version)))
    .returning({ id: filters.id });
  if (changed.length === 0) throw new Refusal(409, "desk.refusal.stale");
  await record(tx, may, { subject: "filter", subjectId: id, before, after: content }, when);
  return id;
}

export interface ExceptionInput {
  reference: string;
  filterId: number;
  reason: Told;
}

/**
 * A signed word that a case may pass a filter that it fails.
 * @throws Refusal 409 when the case does not fail it, or carries an exception already
 */
export async function exceptFilter(tx: Writer, actor: Actor, input: ExceptionInput, when: When): Promise<void> {
  const useCase = await caseByReference(tx, input.reference);
  const may = permit(actor, "filter.except", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  const check = (await filtersOfCase(tx, useCase.id)).find(({ filter }) => filter.id === input.filterId);
  const { reference } = useCase;
  if (!check) throw new Refusal(404, "desk.refusal.not-found");
  if (check.state === "excepted") throw new Refusal(409, "prioritise.refusal.excepted", { reference });
  if (check.state === "missing") throw new Refusal(409, "prioritise.refusal.missing", { reference });
  if (check.state === "pass") throw new Refusal(409, "prioritise.refusal.passes", { reference });
  const content = { filterId: input.filterId, reason: input.reason, byId: actor.personId, on: when.today };
  const [made] = await tx
    .insert(filterExceptions)
    .values({ useCaseId: useCase.id, ...content })
    .returning({ id: filterExceptions.id });
  const after = { ...content, actual: check.actual, threshold: check.filter.threshold };
  const change = { subject: "filter-exception", subjectId: made?.id ?? 0, useCaseId: useCase.id };
  await record(tx, may, { ...change, after }, when);
}

/** Takes an exception back: the filter stops the case again. */
export async function withdrawException(tx: Writer, actor: Actor, exceptionId: number, when: When): Promise<void> {
  const [before] = await tx.select().from(filterExceptions).where(eq(filterExceptions.id, exceptionId));
  if (!before) throw new Refusal(404, "desk.refusal.not-found");
  const may = permit(actor, "filter.edit", {});
  await tx.delete(filterExceptions).where(eq(filterExceptions.id, exceptionId));
  const change = { subject: "filter-exception", subjectId: exceptionId, useCaseId: before.useCaseId };
  await record(tx, may, { ...change, before }, when);
}

/** Sets the probability of success of each ranked stage. @throws Refusal 409 when somebody set them since `version` */
export async function setProbabilities(
  tx: Writer,
  actor: Actor,
  { version, probabilities }: { version: number; probabilities: Record<RankedStage, number> },
  when: When,
): Promise<void> {
  const may = permit(actor, "filter.edit", {});
  const { probabilities: before, version: stored } = await storedProbabilities(tx);
  if (stored !== version) throw new Refusal(409, "desk.refusal.stale");
  const said = { value: JSON.stringify(probabilities), version: version + 1 };
  await tx
    .insert(settings)
    .values({ name: PROBABILITIES, ...said })
    .onConflictDoUpdate({ target: settings.name, set: said });
  await record(tx, may, { subject: "success-probabilities", subjectId: 1, before, after: probabilities }, when);
}
