import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { type Change, recordAll } from "#app/people/audit.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { bulkActs, caseTags, tags, useCases } from "#db/schema.server";
import { tagNamed } from "../tags/tag-names";
import { tagNamesOf } from "../tags/tags.server";
import { tellOwners } from "../tell-owners.server";
import type { BulkChange, LeftReason, Seen } from "./bulk-input";
import { actOf } from "./plan";
import { type BulkCase, inParts, planAgain, type Screening } from "./selected.server";

type Person = Actor & { personId: number };
type Was = { id: number; version: number; was: Record<string, string | number | null> };

export interface Ran {
  id: number;
  changed: number;
  left: { reason: LeftReason; references: string[] }[];
}

/** Records an event for each case, each with its own proof that the actor may. */
async function recordEach(
  tx: Writer,
  actor: Actor,
  act: "use-case.edit" | "use-case.tag",
  changes: readonly (Change & { of: BulkCase })[],
  when: When,
): Promise<void> {
  let may: Permitted | undefined;
  for (const { of } of changes) may = permit(actor, act, of);
  if (may)
    await recordAll(
      tx,
      may,
      changes.map(({ of: _, ...change }) => change),
      when,
    );
}

/** Makes somebody the owner of these cases. */
export async function assign(
  tx: Writer,
  actor: Actor,
  cases: readonly BulkCase[],
  ownerOf: (useCase: BulkCase) => number | null,
  when: When,
): Promise<void> {
  for (const [ownerId, owned] of groupBy(cases, ownerOf)) {
    for (const part of inParts(owned)) {
      await tx
        .update(useCases)
        .set({ ownerId, updatedAt: when.now, version: sql`${useCases.version} + 1` })
        .where(
          inArray(
            useCases.id,
            part.map(({ id }) => id),
          ),
        );
    }
  }
  const changes = cases.map((of) => ({
    ...{ subject: "use-case", subjectId: of.id, useCaseId: of.id, of },
    before: { ownerId: of.ownerId },
    after: { ownerId: ownerOf(of) },
  }));
  await recordEach(tx, actor, "use-case.edit", changes, when);
  await tellOwners(
    tx,
    actor,
    cases.map((one) => ({ ...one, to: ownerOf(one) })),
    when,
  );
}

function groupBy<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

async function tagsOfCases(db: Reader, cases: readonly BulkCase[]): Promise<Map<number, string[]>> {
  const named = new Map<number, string[]>();
  for (const part of inParts(cases)) {
    const found = await tagNamesOf(
      db,
      part.map(({ id }) => id),
    );
    for (const [id, names] of found) named.set(id, names);
  }
  return named;
}

/** Puts a tag on these cases, or takes it off. */
export async function putTag(
  tx: Writer,
  actor: Actor,
  cases: readonly BulkCase[],
  { name, on }: { name: string; on: boolean },
  when: When,
): Promise<void> {
  const tag = tagNamed(name);
  if (!tag || cases.length === 0) return;
  const before = await tagsOfCases(tx, cases);
  if (on) await tx.insert(tags).values(tag).onConflictDoNothing();
  const [known] = await tx.select().from(tags).where(eq(tags.folded, tag.folded));
  if (!known) return;
  for (const part of inParts(cases)) {
    if (on)
      await tx.insertMany(
        caseTags,
        part.map(({ id }) => ({ useCaseId: id, tagId: known.id })),
      );
    else {
      const ids = part.map(({ id }) => id);
      await tx.delete(caseTags).where(and(eq(caseTags.tagId, known.id), inArray(caseTags.useCaseId, ids)));
    }
  }
  const changes = cases.map((of) => {
    const had = before.get(of.id) ?? [];
    return {
      ...{ subject: "tag", subjectId: of.id, useCaseId: of.id, of },
      before: { tags: had },
      after: { tags: on ? [...had, known.name] : had.filter((one) => one !== known.name) },
    };
  });
  await recordEach(tx, actor, "use-case.tag", changes, when);
}

/**
 * Does to many cases what was previewed, in one transaction; those that changed since, or of which the actor may not, are left.
 * @throws Refusal 403 where the actor may change none of them, 409 where they are too many or none is left to change
 */
export async function runBulk(
  tx: Writer,
  actor: Person,
  asked: { cases: readonly Seen[]; change: BulkChange },
  screening: Screening,
  when: When,
): Promise<Ran> {
  const { change } = asked;
  const plan = await planAgain(tx, actor, asked, screening);
  if (plan.change.length === 0) {
    const [first] = plan.left.length === 1 && plan.left[0]?.reason === "not-permitted" ? plan.left[0].cases : [];
    if (first) permit(actor, actOf(change, first), first);
    throw new Refusal(409, "list.refusal.nothing-to-change");
  }
  const wasOf = ({ ownerId, stage }: BulkCase): Was["was"] =>
    change.kind === "assign" ? { ownerId } : change.kind === "screen" ? { stage } : {};
  const before = plan.change.map((one): Was => ({ id: one.id, version: one.version, was: wasOf(one) }));
  if (change.kind === "assign") {
    await assign(tx, actor, plan.change, () => change.ownerId, when);
    for (const one of before) one.version += 1;
  } else if (change.kind === "screen") {
    const versions = await screening.move(
      tx,
      actor,
      before.map(({ id }) => id),
    );
    for (const one of before) one.version = versions.get(one.id) ?? one.version;
  } else {
    await putTag(tx, actor, plan.change, { name: change.tag, on: change.kind === "tag" }, when);
  }
  const { kind, ...what } = change;
  const [made] = await tx
    .insert(bulkActs)
    .values({ kind, change: { ...what }, before, byId: actor.personId, at: when.now })
    .returning({ id: bulkActs.id });
  if (!made) throw new Error("A bulk act was not kept");
  const left = plan.left.map(({ reason, cases }) => ({ reason, references: cases.map(({ reference }) => reference) }));
  return { id: made.id, changed: before.length, left };
}

/** One of the actor's own acts on many cases. @throws Refusal 404 */
export async function bulkActOf(db: Reader, actor: Person, id: number) {
  const [found] = await db
    .select()
    .from(bulkActs)
    .where(and(eq(bulkActs.id, id), eq(bulkActs.byId, actor.personId)));
  if (!found) throw new Refusal(404, "list.refusal.no-such-act");
  return found;
}

const RECENT = 20;

export async function recentActs(db: Reader, actor: Person) {
  return db.select().from(bulkActs).where(eq(bulkActs.byId, actor.personId)).orderBy(desc(bulkActs.id)).limit(RECENT);
}
