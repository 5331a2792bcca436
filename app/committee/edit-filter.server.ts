import { and, asc, eq, lt } from "drizzle-orm";
import { refuseBlind } from "#app/assessment/blind.server";
import { refuseConflicted } from "#app/assessment/declare-conflict.server";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell, type Told, tell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import { type Actor, CASEBOOK } from "#app/people/roles";
import { caseByReference } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { filterExceptions, filters, settings } from "#db/schema.server";
import type { FilterInput } from "./filter-input";
import { FIELDS } from "./filters";
import type { RankedStage } from "./ranking";
import { filtersOfCase, PROBABILITIES, storedProbabilities } from "./ranking.server";

/** A filter as it is to be; its name says what becomes of the one before, which may stand in two languages. */
export interface WrittenFilter extends Omit<FilterInput, "name"> {
  nameAfter(before: Told | null): Told;
}

/** The name of a filter as a person types it, in their language. */
export const typedName = (name: string, locale: Locale) => (before: Told | null) =>
  before && name === tell(before, locale) ? before : retell(before, locale, name);

/** Adds a filter (`id` 0) or changes one. @throws Refusal 409 when somebody changed it since `version` */
export async function writeFilter(
  tx: Writer,
  actor: Actor,
  { id, version, nameAfter, ...input }: WrittenFilter,
  when: When,
): Promise<number> {
  const may = permit(actor, "filter.edit", {});
  if (id === 0) {
    const content = { ...input, name: nameAfter(null) };
    const [made] = await tx.insert(filters).values(content).returning({ id: filters.id });
    if (!made) throw new Error("The filter was not added");
    await record(tx, may, { subject: "filter", subjectId: made.id, after: content }, when);
    return made.id;
  }
  const [before] = await tx.select().from(filters).where(eq(filters.id, id));
  if (!before) throw new Refusal(404, "desk.refusal.not-found");
  const content = { ...input, name: nameAfter(before.name) };
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
  /** The last day on which it counts; null is until somebody takes it back. */
  until: Day | null;
}

/**
 * A signed word that a case may pass a filter that it fails.
 * @throws Refusal 409 when the case does not fail it, or carries an exception already; for who declared a conflict of
 *   interest in it, or may not see the scores that the filter rests on
 */
export async function exceptFilter(tx: Writer, actor: Actor, input: ExceptionInput, when: When): Promise<number> {
  const useCase = await caseByReference(tx, input.reference);
  const may = permit(actor, "filter.except", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  const check = (await filtersOfCase(tx, useCase.id)).find(({ filter }) => filter.id === input.filterId);
  await refuseConflicted(tx, actor, useCase.id);
  if (check && FIELDS[check.filter.field].from === "assessment") await refuseBlind(tx, actor, useCase.id);
  const { reference } = useCase;
  if (input.until !== null && input.until < when.today) throw new Refusal(409, "prioritise.refusal.until");
  if (!check) throw new Refusal(404, "desk.refusal.not-found");
  if (check.state === "excepted") throw new Refusal(409, "prioritise.refusal.excepted", { reference });
  if (check.state === "missing") throw new Refusal(409, "prioritise.refusal.missing", { reference });
  if (check.state === "pass") throw new Refusal(409, "prioritise.refusal.passes", { reference });
  const content = {
    filterId: input.filterId,
    reason: input.reason,
    until: input.until,
    byId: actor.personId,
    on: when.today,
  };
  const [made] = await tx
    .insert(filterExceptions)
    .values({ useCaseId: useCase.id, ...content })
    .returning({ id: filterExceptions.id });
  const after = { ...content, actual: check.actual, threshold: check.filter.threshold };
  if (!made) throw new Error("The exception was not signed");
  const change = { subject: "filter-exception", subjectId: made.id, useCaseId: useCase.id };
  await record(tx, may, { ...change, after }, when);
  return made.id;
}

/** Takes an exception back: the filter stops the case again. */
export async function withdrawException(tx: Writer, actor: Actor, exceptionId: number, when: When): Promise<void> {
  const [before] = await tx.select().from(filterExceptions).where(eq(filterExceptions.id, exceptionId));
  if (!before) throw new Refusal(404, "desk.refusal.not-found");
  const may = permit(actor, "filter.edit", {});
  await refuseConflicted(tx, actor, before.useCaseId);
  await tx.delete(filterExceptions).where(eq(filterExceptions.id, exceptionId));
  const change = { subject: "filter-exception", subjectId: exceptionId, useCaseId: before.useCaseId };
  await record(tx, may, { ...change, before }, when);
}

/**
 * Takes exceptions back that counted until yesterday or before: by the installation itself, with its event, so that what
 * reads exceptions need not know the day.
 */
export async function lapseExceptions(tx: Writer, when: When): Promise<void> {
  const over = await tx
    .select()
    .from(filterExceptions)
    .where(lt(filterExceptions.until, when.today))
    .orderBy(asc(filterExceptions.id));
  for (const { id, ...before } of over) {
    await tx.delete(filterExceptions).where(eq(filterExceptions.id, id));
    const may = permit(CASEBOOK, "filter.except", {});
    const change = { subject: "filter-exception", subjectId: id, useCaseId: before.useCaseId };
    await record(tx, may, { ...change, before: { id, ...before }, after: { ended: true } }, when);
  }
}

/** Moves a filter one place up or down, and numbers all of them from 1 on. Nothing happens at either end. */
export async function moveFilter(
  tx: Writer,
  actor: Actor,
  { id, towards }: { id: number; towards: "up" | "down" },
  when: When,
): Promise<void> {
  const may = permit(actor, "filter.edit", {});
  const rows = await tx.select().from(filters).orderBy(asc(filters.position), asc(filters.id));
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) throw new Refusal(404, "desk.refusal.not-found");
  const to = towards === "up" ? at - 1 : at + 1;
  const [moved, other] = [rows[at], rows[to]];
  if (!moved || !other) return;
  const order = rows.map((row) => (row === moved ? other : row === other ? moved : row));
  for (const [index, row] of order.entries()) {
    const position = index + 1;
    if (row.position === position) continue;
    await tx
      .update(filters)
      .set({ position, version: row.version + 1 })
      .where(eq(filters.id, row.id));
    const change = { subject: "filter", subjectId: row.id };
    await record(tx, may, { ...change, before: { position: row.position }, after: { position } }, when);
  }
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
