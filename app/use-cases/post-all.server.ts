import { inArray, sql } from "drizzle-orm";
import { minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";
import { caseQuarters, standings } from "#db/schema.server";
import { casesById } from "./cases.server";
import { DayPage } from "./day-book.server";
import { addToRollup } from "./ledger.server";
import { AMOUNTS, type Posting } from "./posting";

type Delta = Required<Posting>;

const KEPT = [...AMOUNTS, "realisedMinor"] as const;

function add(into: Delta, posting: Posting): Delta {
  const sums = AMOUNTS.map((name) => [name, into[name] + (posting[name] ?? 0)]);
  return Object.fromEntries(sums) as Delta;
}

const nothing = () => Object.fromEntries(AMOUNTS.map((name) => [name, 0])) as Delta;

/** What `post` does, for many postings of one quarter with one look at each kept sum. */
export async function postAll(
  tx: Writer,
  quarter: Quarter,
  postings: readonly { useCaseId: number; posting: Posting }[],
  { today }: Pick<When, "today">,
): Promise<void> {
  const byCase = new Map<number, Delta>();
  for (const { useCaseId, posting } of postings) {
    byCase.set(useCaseId, add(byCase.get(useCaseId) ?? nothing(), posting));
  }
  const moved = [...byCase].filter(([, delta]) => AMOUNTS.some((name) => delta[name] !== 0));
  if (moved.length === 0) return;
  const rows = moved.map(([useCaseId, delta]) => {
    const { declaredMinor, estimatedMinor, measuredMinor, validatedMinor } = delta;
    const realisedMinor = minor(declaredMinor + estimatedMinor + measuredMinor + validatedMinor);
    return { useCaseId, quarter, ...delta, realisedMinor };
  });
  await tx
    .insert(caseQuarters)
    .values(rows)
    .onConflictDoUpdate({
      target: [caseQuarters.useCaseId, caseQuarters.quarter],
      set: Object.fromEntries(
        KEPT.map((name) => {
          const column = caseQuarters[name];
          return [name, sql`${column} + excluded.${sql.identifier(column.name)}`];
        }),
      ),
    });
  const ids = moved.map(([id]) => id);
  await standAll(tx, ids);
  const places = await casesById(tx, ids);
  const page = new DayPage();
  const byPlace = new Map<string, { of: number; delta: Delta }>();
  for (const [id, delta] of moved) {
    const place = places.get(id);
    if (!place) throw new Error(`No use case ${id}`);
    page.add({ useCaseId: id, place, quarter }, delta);
    const key = `${place.departmentId} ${place.stage}`;
    const there = byPlace.get(key) ?? { of: id, delta: nothing() };
    byPlace.set(key, { of: there.of, delta: add(there.delta, delta) });
  }
  for (const { of, delta } of byPlace.values()) {
    const place = places.get(of);
    if (place) await addToRollup(tx, place, quarter, delta);
  }
  await page.write(tx, today);
}

/** The standing of these cases since their first euro: what `sinceStart` says of one. */
async function standAll(tx: Writer, ids: readonly number[]): Promise<void> {
  const sum = (name: string) => sql`sum(${sql.identifier(name)})`;
  const where = (known: string, total: ReturnType<typeof sum>) =>
    sql`case when ${sum(known)} > 0 then cast(${total} as bigint) end`;
  await tx.rows(sql`update ${standings} set realised_minor = since.realised, proven_minor = since.proven,
    cost_minor = since.cost
    from (select use_case_id, ${where("valued_reports", sum("realised_minor"))} as realised,
      ${where("valued_reports", sql`sum(measured_minor + validated_minor)`)} as proven,
      ${where("cost_entries", sum("cost_minor"))} as cost
      from ${caseQuarters} where ${inArray(caseQuarters.useCaseId, [...ids])} group by use_case_id) as since
    where since.use_case_id = ${standings}.use_case_id returning 1`);
}
