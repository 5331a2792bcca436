/**
 * The portfolio as a star, for Power BI, Metabase or DuckDB: facts that add up to the dashboard, and the dimensions that
 * they are read by. One word, one meaning: a column of one name holds the same thing in every table.
 */

/** `minor` is money in minor units of the organisation's currency; a `day` is `YYYY-MM-DD`, a `quarter` `2026-Q3`. */
export type ColumnType = "text" | "integer" | "decimal" | "yes" | "day" | "quarter" | "minor";

export const STAR_COLUMNS = {
  active: "yes",
  actual: "decimal",
  ai_type: "text",
  amount_minor: "minor",
  attribution: "decimal",
  baseline: "decimal",
  benefit_minor: "minor",
  changed_on: "day",
  code: "text",
  cost_id: "integer",
  cost_minor: "minor",
  counts: "yes",
  country: "text",
  department_id: "integer",
  direction: "text",
  entered_on: "day",
  evidence: "integer",
  first_day: "day",
  first_quarter: "quarter",
  fiscal_year: "integer",
  from_stage: "text",
  guardrail_broken: "yes",
  guardrail_limit: "decimal",
  is_guardrail: "yes",
  kind: "text",
  kpi_id: "integer",
  last_day: "day",
  last_quarter: "quarter",
  live: "yes",
  monetised: "yes",
  name_en: "text",
  name_fr: "text",
  new_actual: "decimal",
  new_evidence: "integer",
  new_realised_minor: "minor",
  number: "integer",
  old_actual: "decimal",
  old_evidence: "integer",
  old_realised_minor: "minor",
  over_time: "text",
  people_affected: "integer",
  proven: "yes",
  quarter: "quarter",
  realised_minor: "minor",
  reference: "text",
  report_id: "integer",
  reported_on: "day",
  restated: "yes",
  restated_on: "day",
  restatement_id: "integer",
  review: "text",
  run_cost: "yes",
  run_cost_minor: "minor",
  share: "decimal",
  source: "text",
  stage: "text",
  stage_change_id: "integer",
  stage_since: "day",
  status: "text",
  target: "decimal",
  to_stage: "text",
  unavailable: "yes",
  unit: "text",
  use_case_id: "integer",
  value_per_unit_minor: "decimal",
} as const satisfies Record<string, ColumnType>;

export type StarColumn = keyof typeof STAR_COLUMNS;

interface Shape {
  /** What orders the rows, and names each. */
  key: readonly StarColumn[];
  columns: readonly StarColumn[];
}

export const STAR_TABLES = {
  fact_value: {
    key: ["report_id"],
    columns: [
      ...["report_id", "kpi_id", "use_case_id", "department_id", "quarter", "actual", "unavailable"],
      ...[
        "direction",
        "baseline",
        "value_per_unit_minor",
        "attribution",
        "share",
        "realised_minor",
        "evidence",
        "review",
      ],
      ...["guardrail_broken", "restated", "reported_on"],
    ] as StarColumn[],
  },
  fact_cost: {
    key: ["cost_id"],
    columns: ["cost_id", "use_case_id", "department_id", "quarter", "kind", "run_cost", "amount_minor", "entered_on"],
  },
  fact_forecast: {
    key: ["use_case_id", "quarter"],
    columns: [
      ...["use_case_id", "quarter", "department_id", "stage", "counts", "benefit_minor", "cost_minor"],
      "run_cost_minor",
    ] as StarColumn[],
  },
  fact_restatement: {
    key: ["restatement_id"],
    columns: [
      ...["restatement_id", "report_id", "quarter", "old_actual", "new_actual", "old_evidence", "new_evidence"],
      ...["old_realised_minor", "new_realised_minor", "restated_on"],
    ] as StarColumn[],
  },
  fact_stage_change: {
    key: ["stage_change_id"],
    columns: ["stage_change_id", "use_case_id", "from_stage", "to_stage", "changed_on"],
  },
  dim_quarter: {
    key: ["quarter"],
    columns: ["quarter", "fiscal_year", "number", "first_day", "last_day", "status"],
  },
  dim_department: { key: ["department_id"], columns: ["department_id", "code", "name_fr", "name_en", "active"] },
  dim_use_case: {
    key: ["use_case_id"],
    columns: [
      ...["use_case_id", "reference", "name_fr", "name_en", "department_id", "stage", "stage_since", "live"],
      ...["source", "ai_type", "country", "people_affected"],
    ] as StarColumn[],
  },
  dim_kpi: {
    key: ["kpi_id"],
    columns: [
      ...["kpi_id", "use_case_id", "name_fr", "name_en", "unit", "direction", "baseline", "target", "monetised"],
      ...["value_per_unit_minor", "attribution", "over_time", "is_guardrail", "guardrail_limit"],
      ...["first_quarter", "last_quarter"],
    ] as StarColumn[],
  },
  dim_evidence: { key: ["evidence"], columns: ["evidence", "code", "name_fr", "name_en", "proven"] },
} as const satisfies Record<string, Shape>;

export type StarTable = keyof typeof STAR_TABLES;
export const STAR_TABLE_NAMES = Object.keys(STAR_TABLES) as StarTable[];

export const STAR_FORMATS = ["parquet", "csv"] as const;
export type StarFormat = (typeof STAR_FORMATS)[number];

/** A cell as files hold it: integers and money whole, what is not known null. */
export type StarValue = string | number | boolean | null;
