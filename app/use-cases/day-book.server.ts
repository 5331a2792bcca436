/**
 * The day book: what each day added to the totals that the dashboard reads, and to the quarters of the cases. Added up to
 * a day, it tells how the figures stood at that day's end, whatever was reported, restated or moved since.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Writer } from "#db/client.server";
import { caseDays, totalDays } from "#db/schema.server";
import { AMOUNTS, FORECASTS, type Place, type RollupDelta } from "./posting";
import { isPromised } from "./promise";
import { WHOLE } from "./quarter-totals.server";

type Name = (typeof AMOUNTS)[number] | (typeof FORECASTS)[number];

const NAMES: readonly Name[] = [...AMOUNTS, ...FORECASTS];
const columnOf = (name: Name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const filled = <Of extends Name>(names: readonly Of[], delta: RollupDelta) =>
  Object.fromEntries(names.map((name) => [name, delta[name] ?? 0])) as Record<Of, Minor>;
const added = (names: readonly Name[], table: string) =>
  Object.fromEntries(names.map((name) => [name, sql.raw(`${table}.${columnOf(name)} + excluded.${columnOf(name)}`)]));

interface Booked {
  useCaseId: number;
  quarter: Quarter;
  departmentId: number;
  delta: RollupDelta;
}

/** Rows together in one statement: their parameters stay below what either engine takes. */
const AT_ONCE = 500;

/** What one command adds on its day to the figures of its cases: collected, so that what comes and goes leaves no trace. */
export class DayPage {
  readonly #booked = new Map<string, Booked>();

  /** Promises count in the stages that promise, as in the totals. */
  add({ useCaseId, place, quarter }: { useCaseId: number; place: Place; quarter: Quarter }, delta: RollupDelta): void {
    const departmentId = place.departmentId ?? 0;
    const key = `${useCaseId} ${quarter} ${departmentId}`;
    const kept = this.#booked.get(key) ?? { useCaseId, quarter, departmentId, delta: {} };
    addTo(kept.delta, delta, isPromised(place.stage) ? NAMES : AMOUNTS);
    this.#booked.set(key, kept);
  }

  async write(tx: Writer, day: Day): Promise<void> {
    const booked = [...this.#booked.values()];
    const sums = new Map<string, Omit<Booked, "useCaseId">>();
    for (const { quarter, departmentId, delta } of booked) {
      for (const id of [departmentId, WHOLE]) {
        const sum = sums.get(`${id} ${quarter}`) ?? { quarter, departmentId: id, delta: {} };
        addTo(sum.delta, delta, NAMES);
        sums.set(`${id} ${quarter}`, sum);
      }
    }
    const totals = [...sums.values()].filter(({ delta }) => counts(delta, NAMES));
    await inBatches(totals, (some) =>
      tx
        .insert(totalDays)
        .values(some.map(({ delta, ...place }) => ({ ...place, day, ...filled(NAMES, delta) })))
        .onConflictDoUpdate({
          target: [totalDays.departmentId, totalDays.quarter, totalDays.day],
          set: added(NAMES, "total_days"),
        }),
    );
    const cases = booked.filter(({ delta }) => counts(delta, AMOUNTS));
    await inBatches(cases, (some) =>
      tx
        .insert(caseDays)
        .values(some.map(({ delta, ...place }) => ({ ...place, day, ...filled(AMOUNTS, delta) })))
        .onConflictDoUpdate({
          target: [caseDays.quarter, caseDays.useCaseId, caseDays.departmentId, caseDays.day],
          set: added(AMOUNTS, "case_days"),
        }),
    );
  }
}

function addTo(into: RollupDelta, delta: RollupDelta, names: readonly Name[]): void {
  for (const name of names) into[name] = (into[name] ?? 0) + (delta[name] ?? 0);
}

const counts = (delta: RollupDelta, names: readonly Name[]) => names.some((name) => delta[name]);

async function inBatches<Row>(rows: readonly Row[], write: (some: readonly Row[]) => PromiseLike<unknown>) {
  for (let from = 0; from < rows.length; from += AT_ONCE) await write(rows.slice(from, from + AT_ONCE));
}

const list = (names: readonly string[], write: (name: string) => string) => sql.raw(names.map(write).join(", "));
const columns = (names: readonly Name[]) => names.map(columnOf);

/** What the day book lacks (positive) or has too much of, by case, quarter and department. */
export const CASES_OFF: SQL = offBetween({
  keys: ["quarter", "use_case_id", "department_id"],
  names: columns(AMOUNTS),
  is: sql.raw(`select quarter, use_case_id, coalesce(department_id, 0) as department_id,
    ${columns(AMOUNTS)
      .map((name) => `case_quarters.${name} as ${name}`)
      .join(", ")}
    from case_quarters join use_cases on use_cases.id = case_quarters.use_case_id`),
  booked: "case_days",
});

/** The same by department and quarter, all departments together among them. */
export const TOTALS_OFF: SQL = offBetween({
  keys: ["department_id", "quarter"],
  names: columns(NAMES),
  is: sql`select department_id, quarter, ${list(columns(NAMES), (name) => name)} from quarter_totals`,
  booked: "total_days",
});

function offBetween({ keys, names, is, booked }: { keys: string[]; names: string[]; is: SQL; booked: string }): SQL {
  const sums = list(names, (name) => `sum(${name}) as ${name}`);
  const by = list(keys, (key) => key);
  return sql`select ${by}, ${sums} from (
      select ${by}, ${list(names, (name) => name)} from (${is}) as kept
      union all
      select ${by}, ${list(names, (name) => `-${name}`)} from ${sql.raw(booked)}
    ) as both_sides
    group by ${by} having ${sql.raw(names.map((name) => `sum(${name}) <> 0`).join(" or "))}`;
}

/**
 * Books what the day book lacks on a day, so that it adds up to the kept sums again. The days before stay as they were
 * written: what they lacked is not invented.
 */
export async function completeDayBook(tx: Writer, day: Day): Promise<void> {
  await book(
    tx,
    day,
    { table: "case_days", keys: ["quarter", "use_case_id", "department_id"], names: columns(AMOUNTS) },
    CASES_OFF,
  );
  await book(tx, day, { table: "total_days", keys: ["department_id", "quarter"], names: columns(NAMES) }, TOTALS_OFF);
}

async function book(
  tx: Writer,
  day: Day,
  { table, keys, names }: { table: string; keys: string[]; names: string[] },
  off: SQL,
): Promise<void> {
  const written = list([...keys, "day", ...names], (name) => name);
  const read = sql`${list(keys, (key) => key)}, ${day} as day, ${list(names, (name) => name)}`;
  const target = list([...keys, "day"], (key) => key);
  const set = list(names, (name) => `${name} = ${table}.${name} + excluded.${name}`);
  // Without «where true» SQLite reads «on conflict» as the condition of a join.
  await tx.rows(sql`insert into ${sql.raw(table)} (${written}) select ${read} from (${off}) as lacking where true
    on conflict (${target}) do update set ${set} returning 1`);
}
