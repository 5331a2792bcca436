import { inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { bulkScreening } from "#app/measurement/bulk-screening.server";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { BulkChange, BulkKind } from "#app/use-cases/bulk/bulk-input";
import type { Plan } from "#app/use-cases/bulk/plan";
import { planOf } from "#app/use-cases/bulk/plan";
import { runBulk } from "#app/use-cases/bulk/run.server";
import { type BulkCase, changeAsked, changeMeant, inParts, readPlanned } from "#app/use-cases/bulk/selected.server";
import { undoBulk } from "#app/use-cases/bulk/undo.server";
import { canonical } from "#app/use-cases/views/view-input";
import { changeView, forgetView, keepView, readViews, viewById } from "#app/use-cases/views/views.server";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import * as contracts from "./acts";
import { refuseUnknownIds } from "./known-ids.server";
import { reads, writes } from "./operation.server";
import { at } from "./problem";
import { instantOf } from "./shapes";

type View = Awaited<ReturnType<typeof viewById>>;

const answerOf = ({ id, version, name, query, shared, ownerId, owner }: View) => ({
  ...{ id, version, name, query, shared },
  owner: { id: ownerId, name: owner },
});

export const listViews = reads(contracts.listViews, async (db, { actor }) => ({
  items: (await readViews(db, actor)).map(answerOf),
}));

export const readView = reads(contracts.readView, async (db, { parameters, actor }) =>
  answerOf(await viewById(db, actor, parameters.id)),
);

export const createView = writes(contracts.createView, async (tx, { body, actor, when }) => {
  const { name, query, shared = false } = body;
  const id = await keepView(tx, actor, { name, query: canonical(query), shared }, when);
  return answerOf(await viewById(tx, actor, id));
});

export const updateView = writes(contracts.updateView, async (tx, { parameters, body, actor, version, when }) => {
  const before = await viewById(tx, actor, parameters.id);
  const { name = before.name, shared = before.shared } = body;
  await changeView(tx, actor, { id: before.id, version, name, shared }, when);
  return answerOf(await viewById(tx, actor, before.id));
});

export const deleteView = writes(contracts.deleteView, async (tx, { parameters, actor, when }) => {
  await forgetView(tx, actor, parameters.id, when);
  return { deleted: true };
});

interface Asked {
  act: BulkKind;
  ownerId?: number;
  tag?: string;
  useCases: string[];
}

/** Whoever has a reason to undo by program says none: the record says that it was undone. */
const UNDONE = { fr: "Action groupée annulée", en: "Bulk act undone" };

const screening = (when: When) => bulkScreening(when, UNDONE);

async function meant(db: Reader, { act, ownerId, tag }: Asked): Promise<BulkChange> {
  if (act !== "assign") return at(["tag"], () => changeAsked(db, act, tag ?? ""));
  await refuseUnknownIds(db, [["ownerId", ownerId ?? 0]], []);
  return changeMeant(db, act, String(ownerId));
}

/** The ids behind these references, in their order; null for one that is none. */
async function lookedUp(db: Reader, references: readonly string[]): Promise<[reference: string, id: number | null][]> {
  const asked = [...new Set(references.map((reference) => reference.toUpperCase()))];
  const ids = new Map<string, number>();
  for (const part of inParts(asked)) {
    const rows = await db
      .select({ id: useCases.id, reference: useCases.reference })
      .from(useCases)
      .where(inArray(useCases.reference, part));
    for (const { id, reference } of rows) ids.set(reference, id);
  }
  return asked.map((reference) => [reference, ids.get(reference) ?? null]);
}

/** The ids behind these references. @throws Refusal 404 for the first that is none */
export async function idsBehind(db: Reader, references: readonly string[]): Promise<number[]> {
  return (await lookedUp(db, references)).map(([reference, id]) => {
    if (id === null) throw new Refusal(404, "use-cases.refusal.not-found", { reference });
    return id;
  });
}

/** The cases of an act on many, and the references that are none or another's draft: these leave the others as they are. */
async function chosenFor(db: Reader, actor: Actor, references: readonly string[], change: BulkChange, when: When) {
  const found = await lookedUp(db, references);
  const ids = found.flatMap(([, id]) => id ?? []);
  const all = await readPlanned(db, ids, change, screening(when));
  const cases = all.filter((one) => one.stage !== "draft" || permits(actor, "use-case.edit", one));
  const known = new Set(cases.map(({ reference }) => reference));
  const unknown = found.map(([reference]) => reference).filter((reference) => !known.has(reference));
  return { cases, unknown: unknown.length > 0 ? [{ reason: "unknown" as const, useCases: unknown }] : [] };
}

const leftOf = ({ left }: Plan<BulkCase>) =>
  left.map(({ reason, cases }) => ({ reason, useCases: cases.map(({ reference }) => reference) }));

export const previewBulkAct = reads(contracts.previewBulkAct, async (db, { body, actor, when }) => {
  const change = await meant(db, body);
  const { cases, unknown } = await chosenFor(db, actor, body.useCases, change, when);
  const plan = planOf(actor, change, cases);
  return { changes: plan.change.map(({ reference }) => reference), left: [...leftOf(plan), ...unknown] };
});

export const runBulkAct = writes(contracts.runBulkAct, async (tx, { body, actor, when }) => {
  const change = await meant(tx, body);
  const now = await chosenFor(tx, actor, body.useCases, change, when);
  const cases = now.cases.map(({ id, version }) => ({ id, version }));
  const { id, changed, left } = await runBulk(tx, actor, { cases, change }, screening(when), when);
  const said = left.map(({ reason, references }) => ({ reason, useCases: references }));
  return { id, changed, at: instantOf(when.now.getTime()), left: [...said, ...now.unknown] };
});

export const undoBulkAct = writes(contracts.undoBulkAct, async (tx, { parameters, actor, when }) =>
  undoBulk(tx, actor, parameters.id, screening(when), when),
);
