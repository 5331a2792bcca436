import { and, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import type { Reader } from "#db/client.server";
import { caseDays, totalDays, useCases } from "#db/schema.server";
import { cursorFrom, PAGE } from "./filtered.server";
import type { Filters } from "./filters";
import { rollupRow } from "./sums";

const COLUMNS = [
  ...["declared_minor", "estimated_minor", "measured_minor", "validated_minor", "cost_minor", "run_cost_minor"],
  ...["forecast_benefit_minor", "forecast_cost_minor", "forecast_run_cost_minor"],
  ...["reports", "valued_reports", "cost_entries"],
];
const SUMS = sql.raw(COLUMNS.map((name) => `sum(${name}) as ${name}`).join(", "));

/** The totals as they stood at the end of a day: what the day book says up to it. Same rows as `readTotals` gave then. */
export async function totalsAsOf(db: Reader, asked: SQL, on: Day) {
  const rows = await db.rows<Record<string, string | number>>(sql`
    select department_id, quarter, ${SUMS} from total_days where day <= ${on} and (${asked})
    group by department_id, quarter`);
  return rows.map(rollupRow);
}

/** The first day of the day book; null while nothing has been measured or promised. */
export async function firstBookedDay(db: Reader): Promise<Day | null> {
  const [first] = await db
    .select({ day: sql<Day | null>`min(${totalDays.day})` })
    .from(totalDays)
    .where(eq(totalDays.departmentId, WHOLE));
  return first?.day ?? null;
}

const LAST_DAY = "9999-12-31" as Day;

const sumOf = (column: SQL) => sql<number>`sum(${column})`.mapWith(Number);
const grades = sql`${caseDays.declaredMinor} + ${caseDays.estimatedMinor} + ${caseDays.measuredMinor} + ${caseDays.validatedMinor}`;
const provenGrades = sql`${caseDays.measuredMinor} + ${caseDays.validatedMinor}`;
const FIGURES = {
  realised: sumOf(grades),
  proven: sumOf(provenGrades),
  cost: sumOf(sql`${caseDays.costMinor}`),
  valued: sumOf(sql`${caseDays.valuedReports}`),
  spent: sumOf(sql`${caseDays.costEntries}`),
};

function shaped({ realised, proven, cost, valued, spent }: Record<keyof typeof FIGURES, number>) {
  return {
    realised: valued > 0 ? minor(realised) : null,
    proven: valued > 0 ? minor(proven) : null,
    cost: spent > 0 ? minor(cost) : null,
  };
}

const meant = ({ quarter, until, departmentId }: Pick<Filters, "quarter" | "until" | "departmentId">, on: Day) =>
  and(
    lte(caseDays.day, on),
    quarter === null ? undefined : eq(caseDays.quarter, quarter),
    until === null ? undefined : lte(caseDays.quarter, until),
    departmentId === null ? undefined : eq(caseDays.departmentId, departmentId),
  );

/** The best and the worst cases of a quarter as they stood at the end of a day. Two queries, one pass over the quarter. */
export async function extremesAsOf(
  db: Reader,
  asked: { quarter: Quarter; departmentId: number | null; most: number },
  on: Day,
) {
  const { most } = asked;
  const end = (which: "realised > 0" | "realised < 0", order: "realised desc" | "realised") =>
    sql`select * from (select * from sums where ${sql.raw(which)} order by ${sql.raw(order)}, id limit ${most}) as found`;
  const found = await db.rows<Record<"id" | "realised" | "proven" | "cost" | "spent", number | string>>(sql`
    with sums as materialized (
      select ${caseDays.useCaseId} as id, sum(${grades}) as realised, sum(${provenGrades}) as proven,
        sum(${caseDays.costMinor}) as cost, sum(${caseDays.costEntries}) as spent
      from ${caseDays} where ${meant({ ...asked, until: null }, on)} group by ${caseDays.useCaseId})
    ${end("realised > 0", "realised desc")} union all ${end("realised < 0", "realised")}`);
  const named = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .where(inArray(useCases.id, [0, ...found.map(({ id }) => Number(id))]));
  const rows = found.flatMap(({ id, realised, proven, cost, spent }) =>
    named
      .filter((one) => one.id === Number(id))
      .map(({ reference, title }) => ({
        ...{ reference, title, realised: minor(Number(realised)), proven: minor(Number(proven)) },
        cost: Number(spent) > 0 ? minor(Number(cost)) : null,
      })),
  );
  const byValue = (sign: 1 | -1) =>
    rows.filter((row) => sign * row.realised > 0).sort((a, b) => sign * (b.realised - a.realised));
  return { top: byValue(1), bottom: byValue(-1) };
}

/**
 * The cases behind the figures of a past day, most value first, one page: what each counted for then and counts for now,
 * in the department that it then counted in. Three queries.
 */
export async function readCasesAsOf(db: Reader, filters: Filters, on: Day, cursor: string | null, size = PAGE) {
  const cut = cursorFrom(cursor);
  const reference = filters.case === null ? undefined : eq(useCases.reference, filters.case);
  const found = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title, ...FIGURES })
    .from(caseDays)
    .innerJoin(useCases, eq(useCases.id, caseDays.useCaseId))
    .where(and(meant(filters, on), reference))
    .groupBy(useCases.id, useCases.reference, useCases.title)
    .having(
      and(
        sql`(sum(${caseDays.reports}) > 0 or sum(${caseDays.costEntries}) > 0)`,
        cut
          ? sql`(sum(${grades}) < ${cut.amount} or (sum(${grades}) = ${cut.amount} and ${useCases.id} > ${cut.id}))`
          : undefined,
      ),
    )
    .orderBy(sql`sum(${grades}) desc`, useCases.id)
    .limit(size + 1);
  const [whole] = await db
    .select(FIGURES)
    .from(caseDays)
    .innerJoin(useCases, eq(useCases.id, caseDays.useCaseId))
    .where(and(meant(filters, on), reference));
  const page = found.slice(0, size);
  const now = await figuresNow(
    db,
    page.map(({ id }) => id),
    filters,
  );
  const last = page.at(-1);
  return {
    rows: page.map(({ id, reference, title, ...figures }) => ({
      ...{ reference, title, ...shaped(figures) },
      realisedNow: now.get(id)?.realised ?? null,
    })),
    total: shaped(whole ?? { realised: 0, proven: 0, cost: 0, valued: 0, spent: 0 }),
    next: found.length > size && last ? `${last.realised}~${last.id}` : null,
  };
}

/** What these cases count for today in the same quarters and department. */
async function figuresNow(db: Reader, ids: number[], filters: Filters) {
  if (ids.length === 0) return new Map<number, ReturnType<typeof shaped>>();
  const rows = await db
    .select({ id: caseDays.useCaseId, ...FIGURES })
    .from(caseDays)
    .where(and(meant(filters, LAST_DAY), inArray(caseDays.useCaseId, ids)))
    .groupBy(caseDays.useCaseId);
  return new Map(rows.map(({ id, ...figures }) => [id, shaped(figures)]));
}
