import { sql } from "drizzle-orm";
import { hiddenFromAll } from "#app/assessment/blind.server";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { PAGE_SIZE } from "./choice";
import { namesOf } from "./field.server";
import type { Filter, FilterCheck } from "./filters";
import type { AskedCount, FunnelCount } from "./funnel-cases";
import { inOrder } from "./order.server";
import { readPlaced, readRules } from "./ranking.server";

export interface FunnelCases {
  filter: Filter;
  asked: AskedCount;
  /** In order of reference: nothing of their rank is told. */
  cases: { reference: string; title: Told; check: FilterCheck }[];
  count: number;
}

/** The cases behind a count of the funnel, as this reader may see them. Null where none is asked for, or its filter is not in force. */
export async function funnelCases(db: Reader, actor: Actor, asked: AskedCount | null): Promise<FunnelCases | null> {
  if (!asked) return null;
  const rules = await readRules(db);
  const at = rules.filters.findIndex(({ id }) => id === asked.filterId);
  const filter = rules.filters[at];
  if (!filter) return null;
  const hidden = hiddenFromAll(actor);
  const { department, stage, page } = asked.choice;
  const part = [
    ...(department === null ? [] : [sql`department_id = ${department}`]),
    ...(stage === null ? [] : [sql`stage = ${stage}`]),
  ];
  const chosen = sql.join([...statesOf(asked.of, at), ...part], sql` and `);
  const rows = await db.rows<{ id: number; total: number }>(
    sql`${inOrder(rules, hidden)} select id, count(*) over () as total from judged where ${chosen}
      order by id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
  );
  const ids = rows.map(({ id }) => Number(id));
  const placed = await readPlaced(db, rules, hidden, ids);
  const names = await namesOf(db, ids);
  return {
    ...{ filter, asked, count: Number(rows[0]?.total ?? 0) },
    cases: ids.flatMap((id) => {
      const [name, check] = [names.get(id), placed.get(id)?.checks[at]];
      return name && check ? [{ ...name, check }] : [];
    }),
  };
}

/** Conditions on the letters of `judged.states`, one for each filter: 1 is failed, 2 is missing. */
function statesOf(of: FunnelCount, at: number) {
  const letter = (index: number) => sql`substr(states, ${sql.raw(String(index + 1))}, 1)`;
  if (of === "failed") return [sql`${letter(at)} = '1'`];
  const before = Array.from({ length: at }, (_, index) => sql`${letter(index)} not in ('1', '2')`);
  if (of === "entered") return [sql`1 = 1`, ...before];
  return [...before, of === "missing" ? sql`${letter(at)} = '2'` : sql`${letter(at)} in ('1', '2')`];
}
