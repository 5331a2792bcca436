import { asc } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { filters } from "#db/schema.server";
import type { WrittenFilter } from "./edit-filter.server";
import { type Filter, type FunnelStep, funnelOf, isField, stops } from "./filters";
import { readOrder } from "./order.server";
import { readProbabilities } from "./ranking.server";

/** How many cases go through a list of filters, and where they stop. */
export interface Flow {
  steps: FunnelStep[];
  cases: number;
  passing: number;
}

const NO_PAGE = { from: 0, size: 0, unplaced: 0 };

/** The funnel of a list of filters over the cases that take part, as this reader may see them. Two queries. */
export async function flowOf(db: Reader, actor: Actor, list: readonly Filter[]): Promise<Flow> {
  const rules = { filters: list, probabilities: await readProbabilities(db) };
  const everywhere = { departmentId: null, stage: null };
  const { tallies } = await readOrder(db, rules, hiddenFromAll(actor), everywhere, NO_PAGE);
  const sum = (of: typeof tallies) => of.reduce((total, { cases }) => total + cases, 0);
  return {
    steps: funnelOf(list, tallies),
    cases: sum(tallies),
    passing: sum(tallies.filter(({ states }) => !states.some(stops))),
  };
}

export interface FilterPreview {
  before: Flow;
  after: Flow;
}

/** What a filter would stop, added or changed, before it is saved: nothing is written. */
export async function previewFilter(db: Reader, actor: Actor, wished: WrittenFilter): Promise<FilterPreview> {
  const { version: _, nameAfter, ...input } = wished;
  const rows = await db.select().from(filters).orderBy(asc(filters.position), asc(filters.id));
  const stored = rows.flatMap((row) => (isField(row.field) ? [{ ...row, field: row.field }] : []));
  const before = stored.find(({ id }) => id === input.id);
  const next = [
    ...stored.filter(({ id }) => id !== input.id),
    { ...input, name: nameAfter(before?.name ?? null) },
  ].sort((a, b) => a.position - b.position || (a.id || Number.MAX_SAFE_INTEGER) - (b.id || Number.MAX_SAFE_INTEGER));
  const inForce = (list: readonly (Filter & { active: boolean })[]) => list.filter(({ active }) => active);
  return { before: await flowOf(db, actor, inForce(stored)), after: await flowOf(db, actor, inForce(next)) };
}
