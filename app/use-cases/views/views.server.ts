import { and, asc, count, eq, ne, or } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { people, savedViews } from "#db/schema.server";
import type { ChangedView, NewView } from "./view-input";

/** So many views of each kind are offered in the list's menu, and kept by one person. */
const OFFERED = 200;
const MOST_VIEWS = 100;

const columns = {
  id: savedViews.id,
  name: savedViews.name,
  query: savedViews.query,
  shared: savedViews.shared,
  version: savedViews.version,
  ownerId: savedViews.ownerId,
  owner: people.name,
};

/** One's own views and those that others share, by name. */
export async function readViews(db: Reader, actor: Actor & { personId: number }) {
  const rows = await db
    .select(columns)
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.ownerId))
    .where(or(eq(savedViews.ownerId, actor.personId), eq(savedViews.shared, true)))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(OFFERED);
  return rows.map((row) => ({
    ...row,
    mine: row.ownerId === actor.personId,
    mayEdit: permits(actor, "view.keep", { accountOf: row.ownerId }),
  }));
}

export type SavedView = Awaited<ReturnType<typeof readViews>>[number];

/** A view that the actor may know of. @throws Refusal 404 */
export async function viewById(db: Reader, actor: Actor, id: number) {
  const [row] = await db
    .select(columns)
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.ownerId))
    .where(eq(savedViews.id, id));
  if (!row || (!row.shared && row.ownerId !== actor.personId)) throw new Refusal(404, "list.refusal.no-such-view");
  return row;
}

async function refuseTakenName(tx: Writer, ownerId: number, name: string, except: number): Promise<void> {
  const [taken] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(eq(savedViews.ownerId, ownerId), eq(savedViews.name, name), ne(savedViews.id, except)));
  if (taken) throw new Refusal(409, "list.refusal.view-name-taken", { name });
}

/** Keeps a view of the list under a name. @throws Refusal 409 when one's own views have that name, or are a hundred */
export async function keepView(
  tx: Writer,
  actor: Actor & { personId: number },
  { name, query, shared }: NewView,
  when: When,
): Promise<number> {
  const ownerId = actor.personId;
  const may = permit(actor, "view.keep", { accountOf: ownerId });
  await refuseTakenName(tx, ownerId, name, 0);
  const [kept] = await tx.select({ views: count() }).from(savedViews).where(eq(savedViews.ownerId, ownerId));
  if ((kept?.views ?? 0) >= MOST_VIEWS) throw new Refusal(409, "list.refusal.too-many-views", { most: MOST_VIEWS });
  const [made] = await tx
    .insert(savedViews)
    .values({ ownerId, name, query, shared, createdAt: when.now })
    .returning({ id: savedViews.id });
  if (!made) throw new Error("A view was not kept");
  await record(tx, may, { subject: "view", subjectId: made.id, after: { name, query, shared } }, when);
  return made.id;
}

/** Renames a view, shares it, or keeps it to oneself again. @throws Refusal 409 when it was changed meanwhile, or the name is taken */
export async function changeView(tx: Writer, actor: Actor, change: ChangedView, when: When): Promise<void> {
  const { id, version, name, shared } = change;
  const before = await viewById(tx, actor, id);
  const may = permit(actor, "view.keep", { accountOf: before.ownerId });
  await refuseTakenName(tx, before.ownerId, name, id);
  const [saved] = await tx
    .update(savedViews)
    .set({ name, shared, version: version + 1 })
    .where(and(eq(savedViews.id, id), eq(savedViews.version, version)))
    .returning({ id: savedViews.id });
  if (!saved) throw new Refusal(409, "desk.refusal.stale");
  const sides = { before: { name: before.name, shared: before.shared }, after: { name, shared } };
  await record(tx, may, { subject: "view", subjectId: id, ...sides }, when);
}

/** Forgets a view. What it showed stays an address that works. */
export async function forgetView(tx: Writer, actor: Actor, id: number, when: When): Promise<void> {
  const before = await viewById(tx, actor, id);
  const may = permit(actor, "view.keep", { accountOf: before.ownerId });
  await tx.delete(savedViews).where(eq(savedViews.id, id));
  const { name, query, shared } = before;
  await record(tx, may, { subject: "view", subjectId: id, before: { name, query, shared } }, when);
}

/** The view with which a person's list opens: theirs, or one that is still shared. One query. */
export async function defaultViewOf(db: Reader, personId: number): Promise<{ id: number; query: string } | null> {
  const [found] = await db
    .select({ id: savedViews.id, query: savedViews.query })
    .from(people)
    .innerJoin(savedViews, eq(savedViews.id, people.defaultViewId))
    .where(and(eq(people.id, personId), or(eq(savedViews.ownerId, personId), eq(savedViews.shared, true))));
  return found ?? null;
}

/** Chooses the view with which one's own list opens; null is all cases. @throws Refusal 404 for one that is not theirs to see */
export async function openWith(
  tx: Writer,
  actor: Actor & { personId: number },
  viewId: number | null,
  when: When,
): Promise<string | null> {
  const { personId } = actor;
  const may = permit(actor, "account.use", { accountOf: personId });
  const view = viewId === null ? null : await viewById(tx, actor, viewId);
  const [before] = await tx.select({ id: people.defaultViewId }).from(people).where(eq(people.id, personId));
  if (before && before.id !== viewId) {
    await tx.update(people).set({ defaultViewId: viewId }).where(eq(people.id, personId));
    const change = { before: { defaultViewId: before.id }, after: { defaultViewId: viewId } };
    await record(tx, may, { subject: "person", subjectId: personId, ...change }, when);
  }
  return view?.name ?? null;
}
