/** Cases as kinds: how many share the same marks. Thousands of rows come as one text, which costs a tenth of rows. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import type { Cell, Choice } from "./facets";

/** What each mark is read from; not known are `''` and 0. */
export interface KindColumns {
  stage: SQL;
  departmentId: SQL;
  aiType: SQL;
  source: SQL;
  campaignId: SQL;
  /** How many cases a row stands for. */
  cases: SQL;
}

const NAMES = ["stage", "departmentId", "aiType", "source", "campaignId", "cases"] as const;
const [FIELD, ROW] = ["\u001f", "\u001e"];

type Told = { cases: number; told: string | null; tags: string | null } & Record<string, unknown>;
type CellRow = Cell & Record<string, unknown>;

function cellOf(line: string, times: number): Cell | null {
  const fields = line.split(FIELD);
  if (fields.length !== NAMES.length) return null;
  const [stage = "", department, aiType = "", source = "", campaign, cases] = fields;
  const numbers = { departmentId: Number(department), campaignId: Number(campaign), cases: Number(cases) * times };
  return { stage, aiType, source, ...numbers };
}

/** The kinds that a text tells of so many rows; null where a mark holds a sign that parts them, so that it cannot be told. */
export function kindsIn(told: string, rows: number): Cell[] | null {
  if (rows === 0) return [];
  const lines = told.split(ROW);
  if (lines.length !== rows) return null;
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  const cells: Cell[] = [];
  for (const [line, count] of times) {
    const cell = cellOf(line, count);
    if (!cell) return null;
    cells.push(cell);
  }
  return cells;
}

export interface Kinds {
  cells: Cell[];
  /** How many of them have each tag. */
  tags: Choice[];
}

function tagsIn(told: string): Choice[] {
  const cases = new Map<string, number>();
  for (const value of told.split(",")) if (value) cases.set(value, (cases.get(value) ?? 0) + 1);
  return [...cases].map(([value, count]) => ({ value, cases: count }));
}

/**
 * The kinds of the rows of `from`, a table with its conditions. One query, but for marks with strange signs.
 * @param tagged which of these cases `u` are counted by their tags; null: none
 */
export async function readKindsOf(db: Reader, columns: KindColumns, from: SQL, tagged: SQL | null): Promise<Kinds> {
  const fields = NAMES.map((name) => columns[name]);
  const ofCase = sql`(SELECT string_agg(CAST(c.tag_id AS text), ',') FROM case_tags c WHERE c.use_case_id = u.id)`;
  const tags = tagged ? sql`string_agg(CASE WHEN ${tagged} THEN ${ofCase} END, ',')` : sql`CAST(NULL AS text)`;
  const [found] = await db.rows<Told>(
    sql`SELECT count(*) AS cases, string_agg(concat_ws(${FIELD}, ${sql.join(fields, sql`, `)}), ${ROW}) AS told,
          ${tags} AS tags FROM ${from}`,
  );
  const told = kindsIn(found?.told ?? "", Number(found?.cases ?? 0));
  const named = NAMES.map((name) => sql`${columns[name]} AS ${sql.identifier(name)}`);
  const cells = told ?? (await db.rows<CellRow>(sql`SELECT ${sql.join(named, sql`, `)} FROM ${from}`));
  return { cells, tags: tagsIn(found?.tags ?? "") };
}
