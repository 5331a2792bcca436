import { type SQL, sql } from "drizzle-orm";
import { addDays } from "#app/kernel/day";
import { EVIDENCE_GRADES, isProven } from "#app/kernel/evidence";
import { addQuarters, firstDayOf, type Quarter, quarterRange, quarter as toQuarter } from "#app/kernel/quarter";
import { LOCALES, type Told, tell } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { speechFor } from "#app/locales/speech";
import { PROMISED_STAGES } from "#app/use-cases/promise";
import { LIVE_STAGES, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { STAR_COLUMNS, STAR_TABLES, type StarColumn, type StarTable, type StarValue } from "./star";

type Raw = Record<string, unknown>;

/** Rows read at once: few enough that other requests are not kept waiting. */
const BATCH = 5_000;

const among = (column: string, stages: readonly Stage[]) =>
  `case when ${column} in (${stages.map((stage) => `'${stage}'`).join(", ")}) then 1 else 0 end`;

/*
 * A fact is where its case is: facts of no department are of department 0, as on the dashboard. Nobody's drafts leave:
 * they are their authors' alone, and have no facts.
 */
const PLACE = "coalesce(c.department_id, 0) as department_id";

const SELECTED = {
  fact_value: `select r.id as report_id, r.kpi_id, r.use_case_id, ${PLACE}, r.quarter, r.actual,
      case when r.unavailable_because is null then 0 else 1 end as unavailable, r.direction, r.baseline,
      r.value_per_unit_minor, r.attribution, r.share / 10000.0 as share, r.realised_minor, r.evidence, r.review,
      r.broken as guardrail_broken, r.reported_on,
      case when exists (select 1 from restatements s where s.report_id = r.id) then 1 else 0 end as restated
    from reports r join use_cases c on c.id = r.use_case_id`,
  fact_cost: `select k.id as cost_id, k.use_case_id, ${PLACE}, k.quarter, k.kind,
      case when k.kind = 'build' then 0 else 1 end as run_cost, k.amount_minor, k.entered_on
    from costs k join use_cases c on c.id = k.use_case_id`,
  fact_forecast: `select f.use_case_id, f.quarter, ${PLACE}, nullif(coalesce(f.stands_in, c.stage), '') as stage,
      ${among("coalesce(f.stands_in, c.stage)", PROMISED_STAGES)} as counts, f.benefit_minor, f.cost_minor, f.run_cost_minor
    from forecasts f join use_cases c on c.id = f.use_case_id`,
  fact_restatement: `select id as restatement_id, report_id, quarter, old_actual, new_actual, old_evidence,
      new_evidence, old_realised_minor, new_realised_minor, on_day as restated_on
    from restatements`,
  fact_stage_change: `select s.id as stage_change_id, s.use_case_id, s.from_stage, s.to_stage, s.on_day as changed_on
    from stage_changes s join use_cases c on c.id = s.use_case_id where c.stage is null or c.stage <> 'draft'`,
  dim_use_case: `select id as use_case_id, reference, title as name, coalesce(department_id, 0) as department_id, stage,
      stage_since, ${among("stage", LIVE_STAGES)} as live, source, ai_type, country, people_affected
    from use_cases where stage is null or stage <> 'draft'`,
  dim_kpi: `select k.id as kpi_id, k.use_case_id, k.name, k.unit, k.direction, k.baseline, k.target,
      case when k.value_per_unit_minor is null then 0 else 1 end as monetised, k.value_per_unit_minor, k.attribution,
      k.over_time, k.is_guardrail, k.limit_value as guardrail_limit, k.first_quarter, k.last_quarter
    from kpis k join use_cases c on c.id = k.use_case_id where c.stage is null or c.stage <> 'draft'`,
} as const satisfies Partial<Record<StarTable, string>>;

type Selected = keyof typeof SELECTED;

const isSelected = (table: StarTable): table is Selected => table in SELECTED;

/** The rows of one table in the order of its key, as its columns, some thousands at a time. Read them in one snapshot. */
export async function* readStar(
  db: Reader,
  table: StarTable,
  { fiscalFirstMonth }: { fiscalFirstMonth: number },
): AsyncGenerator<StarValue[][]> {
  const { columns } = STAR_TABLES[table];
  const asColumns = (rows: readonly Raw[]) => rows.map((row) => columns.map((column) => cellOf(column, row)));
  if (isSelected(table)) for await (const rows of selected(db, table)) yield asColumns(rows);
  else if (table === "dim_quarter") yield asColumns(await quartersOf(db, fiscalFirstMonth));
  else if (table === "dim_department") yield asColumns(await departmentsOf(db));
  else yield asColumns(evidence());
}

async function* selected(db: Reader, table: Selected): AsyncGenerator<Raw[]> {
  const keys = STAR_TABLES[table].key;
  const key = sql.raw(keys.join(", "));
  let after: SQL = sql``;
  for (;;) {
    const rows = await db.rows<Raw>(
      sql`select * from (${sql.raw(SELECTED[table])}) as star ${after} order by ${key} limit ${BATCH}`,
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    const values = sql.join(
      keys.map((name) => sql`${last[name]}`),
      sql`, `,
    );
    after = sql`where (${key}) > (${values})`;
  }
}

/** Every quarter from the first to the last that a fact or the collection names. */
async function quartersOf(db: Reader, fiscalFirstMonth: number): Promise<Raw[]> {
  const [span] = await db.rows<{ first: string | null; last: string | null }>(sql`
    select min(quarter) as first, max(quarter) as last from (
      select quarter from case_quarters union all select quarter from forecasts union all select quarter from reports
      union all select quarter from costs union all select quarter from quarters) as named`);
  if (!span?.first || !span.last) return [];
  const known = await db.rows<{ quarter: string; status: string }>(sql`select quarter, status from quarters`);
  const statuses = new Map(known.map(({ quarter, status }) => [quarter, status]));
  return quarterRange(toQuarter(span.first), toQuarter(span.last)).map((quarter: Quarter) => ({
    quarter,
    fiscal_year: quarter.slice(0, 4),
    number: quarter.slice(6),
    first_day: firstDayOf(quarter, fiscalFirstMonth),
    last_day: addDays(firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth), -1),
    status: statuses.get(quarter) ?? null,
  }));
}

async function departmentsOf(db: Reader): Promise<Raw[]> {
  const all = await db.rows<Raw>(sql`select id as department_id, code, name, active from departments order by id`);
  const none = inBoth("measurement.no-department");
  return [{ department_id: 0, code: "–", name: JSON.stringify(none), active: 1 }, ...all];
}

function evidence(): Raw[] {
  return EVIDENCE_GRADES.map(({ grade, name }) => ({
    evidence: grade,
    code: name,
    name: JSON.stringify(inBoth(`measurement.evidence.${name}`)),
    proven: isProven(grade),
  }));
}

const inBoth = (key: Key): Told =>
  Object.fromEntries(LOCALES.map((locale) => [locale, speechFor(locale, "EUR", "UTC").t(key)]));

/** A name in one language is told in the other where it was only told there. */
function cellOf(column: StarColumn, row: Raw): StarValue {
  if (column === "name_fr" || column === "name_en") {
    return tell(JSON.parse(String(row.name)) as Told, column === "name_fr" ? "fr" : "en");
  }
  const raw = row[column];
  if (raw === null || raw === undefined) return null;
  switch (STAR_COLUMNS[column]) {
    case "integer":
    case "minor":
    case "decimal":
      return Number(raw);
    case "yes":
      return raw === true || Number(raw) === 1;
    default:
      return String(raw);
  }
}
