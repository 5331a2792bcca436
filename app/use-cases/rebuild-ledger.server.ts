import { eq, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { type Minor, minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Writer } from "#db/client.server";
import { caseQuarters, rollups, standings } from "#db/schema.server";
import { completeDayBook } from "./day-book.server";
import { sinceStart } from "./ledger.server";
import { AMOUNTS, FORECASTS } from "./posting";
import { rebuildQuarterTotals } from "./quarter-totals.server";

const BATCH = 500;

type Sums = Record<(typeof AMOUNTS)[number], Minor>;

interface QuarterSums extends Sums {
  useCaseId: number;
  quarter: Quarter;
}

const named = (names: readonly string[]) => sql.raw(names.map((name) => `sum(${snake(name)}) as "${name}"`).join(", "));

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Amounts as money: PostgreSQL answers sums of integers as text, SQLite as numbers. */
function money<Name extends string>(row: Record<string, unknown>, names: readonly Name[]): Record<Name, Minor> {
  return Object.fromEntries(names.map((name) => [name, minor(Number(row[name]))])) as Record<Name, Minor>;
}

async function insertAll<Row>(rows: readonly Row[], insert: (batch: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await insert(rows.slice(at, at + BATCH));
}

/**
 * Computes all kept sums anew from their rows: what to run when `casebook check` finds that one is off. What was off shows
 * in the day book as a change of today.
 */
export async function rebuildLedger(tx: Writer, today: Day): Promise<{ caseQuarters: number; rollups: number }> {
  const grade = (of: number) => sql.raw(`case when evidence = ${of} then coalesce(realised_minor, 0) else 0 end`);
  const summed = await tx.rows<Record<string, unknown>>(sql`
    select use_case_id as "useCaseId", quarter, ${named(AMOUNTS)} from (
      select use_case_id, quarter, ${grade(0)} as declared_minor, ${grade(1)} as estimated_minor,
        ${grade(2)} as measured_minor, ${grade(3)} as validated_minor, 0 as cost_minor, 0 as run_cost_minor, 1 as reports,
        case when realised_minor is null then 0 else 1 end as valued_reports, 0 as cost_entries
      from reports
      union all
      select use_case_id, quarter, 0, 0, 0, 0, amount_minor, case when kind = 'build' then 0 else amount_minor end, 0,
        0, 1
      from costs
    ) as all_rows group by use_case_id, quarter`);
  const byQuarter: QuarterSums[] = summed.map((row) => ({
    useCaseId: Number(row.useCaseId),
    quarter: String(row.quarter) as Quarter,
    ...money(row, AMOUNTS),
  }));
  await tx.delete(caseQuarters);
  const kept = byQuarter.map((row) => ({
    ...row,
    realisedMinor: minor(row.declaredMinor + row.estimatedMinor + row.measuredMinor + row.validatedMinor),
  }));
  await insertAll(kept, (batch) => tx.insert(caseQuarters).values(batch));
  await rebuildStandings(tx, kept);
  return { caseQuarters: byQuarter.length, rollups: await rebuildRollups(tx, today) };
}

async function rebuildStandings(tx: Writer, kept: readonly (QuarterSums & { realisedMinor: Minor })[]): Promise<void> {
  await tx.update(standings).set(sinceStart([]));
  const byCase = new Map<number, (typeof kept)[number][]>();
  for (const row of kept) byCase.set(row.useCaseId, [...(byCase.get(row.useCaseId) ?? []), row]);
  for (const [useCaseId, quarters] of byCase) {
    await tx.update(standings).set(sinceStart(quarters)).where(eq(standings.useCaseId, useCaseId));
  }
}

/** Computes the rollups anew from the quarters and forecasts of the cases, and completes the day book with today. */
export async function rebuildRollups(tx: Writer, today: Day): Promise<number> {
  const all = [...AMOUNTS, ...FORECASTS];
  const place = sql.raw("coalesce(department_id, 0) as department_id, coalesce(stage, '') as stage");
  const promised = sql.raw("coalesce(department_id, 0) as department_id, coalesce(stands_in, stage, '') as stage");
  const columns = sql.raw(AMOUNTS.map((name) => `case_quarters.${snake(name)} as ${snake(name)}`).join(", "));
  const none = (names: readonly string[]) => sql.raw(names.map((name) => `0 as ${snake(name)}`).join(", "));
  const summed = await tx.rows<Record<string, unknown>>(sql`
    select quarter, department_id as "departmentId", stage, ${named(all)} from (
      select quarter, ${place}, ${columns}, ${none(FORECASTS)}
      from case_quarters join use_cases on use_cases.id = case_quarters.use_case_id
      union all
      select quarter, ${promised}, ${none(AMOUNTS)}, forecasts.benefit_minor, forecasts.cost_minor, forecasts.run_cost_minor
      from forecasts join use_cases on use_cases.id = forecasts.use_case_id
    ) as all_rows group by quarter, department_id, stage`);
  await tx.delete(rollups);
  await insertAll(summed, (batch) =>
    tx.insert(rollups).values(
      batch.map((row) => ({
        quarter: String(row.quarter) as Quarter,
        departmentId: Number(row.departmentId),
        stage: String(row.stage),
        ...money(row, all),
      })),
    ),
  );
  await rebuildQuarterTotals(tx);
  await completeDayBook(tx, today);
  return summed.length;
}
