/** Cases that all take part in the ranking, with scores and figures of their own: more than any committee looks at. */
import BetterSqlite3 from "better-sqlite3";

/** Grown from one case that was assessed and has a business case, whose other columns they share. SQLite alone. */
export function plantRanked(file: string, count: number): void {
  const db = new BetterSqlite3(file);
  const columns = (table: string, but: readonly string[]) =>
    (db.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => !but.includes(name));
  const one = db
    .prepare(
      `select s.use_case_id as id, a.id as assessment from standings s join use_cases u on u.id = s.use_case_id
        join assessments a on a.use_case_id = u.id and a.submitted_at is not null and a.abstained = 0
        where s.npv_p50_minor is not null and s.value is not null and u.stage in ('approved', 'poc') order by u.id limit 1`,
    )
    .get() as { id: number; assessment: number } | undefined;
  if (!one) throw new Error("No ranked case to grow others from");
  const { last, scored } = db
    .prepare("select (select max(id) from use_cases) as last, (select max(id) from assessments) as scored")
    .get() as { last: number; scored: number };
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  // Spread over the whole map, evenly and always the same.
  const spread = (by: number, most: number) => `((n.i * ${by}) % 10007) / 10007.0 * ${most}`;
  const copy = (table: string, own: Record<string, string>, where: string) => {
    const rest = columns(table, Object.keys(own));
    db.exec(
      `insert into ${table} (${[...Object.keys(own), ...rest].join(", ")}) ${numbers}
        select ${[...Object.values(own), ...rest.map((name) => `src.${name}`)].join(", ")} from n, ${table} src where ${where}`,
    );
  };
  db.transaction(() => {
    const id = `${last} + n.i`;
    const use = `src.use_case_id = ${one.id}`;
    copy(
      "use_cases",
      { id, reference: `'UC-' || (${last + 100_000} + n.i)`, department_id: "(n.i % 7) + 1", stage: "'approved'" },
      `src.id = ${one.id}`,
    );
    copy(
      "standings",
      {
        ...{ use_case_id: id, value: spread(6_181, 100), complexity: spread(4_142, 100) },
        npv_p50_minor: `cast(${spread(7_321, 90_000_000)} - 10000000 as integer)`,
        total_cost_minor: `cast(${spread(2_357, 40_000_000)} + 500000 as integer)`,
        payback_quarters: `${spread(3_571, 12)} + 0.1`,
      },
      use,
    );
    copy("assessments", { id: `${scored} + n.i`, use_case_id: id }, `src.id = ${one.assessment}`);
    copy(
      "assessment_scores",
      { assessment_id: `${scored} + n.i`, score: "1 + (n.i * 7 + src.criterion_id * 3) % 5" },
      `src.assessment_id = ${one.assessment}`,
    );
  })();
  db.close();
}
