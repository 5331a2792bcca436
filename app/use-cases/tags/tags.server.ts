import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { caseTags, tags } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { refuseMerged } from "../similar/standing-in.server";
import { MOST_TAGS, TAG_LETTERS, type TagName } from "./tag-names";

const SUGGESTED = 100;

const tagsOf = prepared((db) =>
  db
    .select({ id: tags.id, name: tags.name, folded: tags.folded })
    .from(caseTags)
    .innerJoin(tags, eq(tags.id, caseTags.tagId))
    .where(eq(caseTags.useCaseId, sql.placeholder("useCaseId")))
    .orderBy(asc(tags.folded)),
);

export async function readTags(db: Reader, useCaseId: number) {
  return tagsOf(db, { useCaseId });
}

/** The names of each case's tags in order; no entry for a case without one. */
export async function tagNamesOf(db: Reader, useCaseIds: readonly number[]): Promise<Map<number, string[]>> {
  const named = new Map<number, string[]>();
  if (useCaseIds.length === 0) return named;
  const rows = await db
    .select({ id: caseTags.useCaseId, name: tags.name })
    .from(caseTags)
    .innerJoin(tags, eq(tags.id, caseTags.tagId))
    .where(inArray(caseTags.useCaseId, [...useCaseIds]))
    .orderBy(asc(tags.folded));
  for (const { id, name } of rows) named.set(id, [...(named.get(id) ?? []), name]);
  return named;
}

/** The tags in use, those of most cases first: what is offered to whoever types one. */
export async function usualTags(db: Reader) {
  const rows = await db
    .select({ name: tags.name, cases: count() })
    .from(caseTags)
    .innerJoin(tags, eq(tags.id, caseTags.tagId))
    .groupBy(tags.id, tags.name, tags.folded)
    .orderBy(desc(count()), asc(tags.folded))
    .limit(SUGGESTED);
  return rows.map(({ name }) => name);
}

/** The ids of tags with these names; those that nobody used before are made. */
async function idsOf(tx: Writer, names: readonly TagName[]): Promise<Map<string, { id: number; name: string }>> {
  if (names.length === 0) return new Map();
  await tx
    .insert(tags)
    .values([...names])
    .onConflictDoNothing();
  const found = await tx
    .select()
    .from(tags)
    .where(
      inArray(
        tags.folded,
        names.map(({ folded }) => folded),
      ),
    );
  return new Map(found.map(({ id, name, folded }) => [folded, { id, name }]));
}

/** Adds tags to a case, and takes others off it. @throws Refusal 409 beyond twenty tags, or for one that is too long */
export async function changeTags(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  { add = [], remove = [] }: { add?: readonly TagName[]; remove?: readonly TagName[] },
  when: When,
): Promise<void> {
  const may = permit(actor, "use-case.tag", useCase);
  await refuseMerged(tx, useCase);
  if (add.some(({ name }) => name.length > TAG_LETTERS)) {
    throw new Refusal(409, "case.refusal.tag-too-long", { letters: TAG_LETTERS });
  }
  const before = await readTags(tx, useCase.id);
  const had = new Set(before.map(({ folded }) => folded));
  const leaving = before.filter(({ folded }) => remove.some((tag) => tag.folded === folded));
  // Two spellings of one tag are one, whoever sends them.
  const coming = [...new Map(add.map((tag) => [tag.folded, tag])).values()].filter(({ folded }) => !had.has(folded));
  if (leaving.length + coming.length === 0) return;
  if (before.length - leaving.length + coming.length > MOST_TAGS) {
    throw new Refusal(409, "case.refusal.too-many-tags", { most: MOST_TAGS });
  }
  const known = await idsOf(tx, coming);
  const made = coming.flatMap(({ folded }) => known.get(folded) ?? []);
  if (leaving.length > 0) {
    const gone = leaving.map(({ id }) => id);
    await tx.delete(caseTags).where(and(eq(caseTags.useCaseId, useCase.id), inArray(caseTags.tagId, gone)));
  }
  if (made.length > 0) {
    await tx.insertMany(
      caseTags,
      made.map(({ id }) => ({ useCaseId: useCase.id, tagId: id })),
    );
  }
  const left = before.filter((tag) => !leaving.includes(tag)).map(({ name }) => name);
  const after = [...left, ...made.map(({ name }) => name)];
  const change = { subject: "tag", subjectId: useCase.id, useCaseId: useCase.id };
  await record(tx, may, { ...change, before: { tags: before.map(({ name }) => name) }, after: { tags: after } }, when);
}

/** Makes these the tags of a case. */
export async function setTags(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  wanted: readonly TagName[],
  when: When,
): Promise<void> {
  const before = await readTags(tx, useCase.id);
  const kept = new Set(wanted.map(({ folded }) => folded));
  const remove = before.filter(({ folded }) => !kept.has(folded));
  await changeTags(tx, actor, useCase, { add: wanted, remove }, when);
}
