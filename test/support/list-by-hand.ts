/** The list's answers from plain SQL, filter by filter and case by case: what its columns must tell as well. */
import { inArray, type SQL, sql } from "drizzle-orm";
import { hiddenColumn } from "#app/use-cases/hidden-scores.server";
import { conditionsOf, type ListReader } from "#app/use-cases/list/conditions.server";
import { type Choice, type Facets, inOrder, type Mark } from "#app/use-cases/list/facets";
import { isGroup, type Sort } from "#app/use-cases/list/order";
import { keysOf, type ListQuery, NONE } from "#app/use-cases/list/query";
import { STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { people, standings, useCases } from "#db/schema.server";

const where = (db: Reader, query: ListQuery, reader: ListReader): SQL =>
  sql.join([...conditionsOf(db.engine, query, reader), sql`1 = 1`], sql` AND `);

type Row = { value: string | null; cases: number };
const choices = (rows: readonly Row[]): Choice[] =>
  inOrder(rows.map(({ value, cases }) => ({ value: value || NONE, cases: Number(cases) })));

export async function facetsByHand(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  const marks: Record<Mark, SQL> = {
    stage: sql`u.stage`,
    department: sql`CAST(u.department_id AS text)`,
    aiType: sql`u.ai_type`,
    source: sql`coalesce(u.external_source, u.source)`,
    campaign: sql`CAST(u.campaign_id AS text)`,
  };
  const counted = await Promise.all(
    Object.entries(marks).map(async ([mark, column]) => {
      const others = where(db, { ...query, [mark]: [] }, reader);
      const rows = await db.rows<Row>(
        sql`SELECT ${column} AS value, count(*) AS cases FROM use_cases u WHERE ${others} GROUP BY 1`,
      );
      return [mark, choices(rows)] as const;
    }),
  );
  const tags = await db.rows<Row>(
    sql`SELECT CAST(c.tag_id AS text) AS value, count(*) AS cases FROM use_cases u JOIN case_tags c ON c.use_case_id = u.id
      WHERE ${where(db, { ...query, tag: [] }, reader)} GROUP BY 1`,
  );
  const found = await db.rows<{ stage: string | null }>(
    sql`SELECT u.stage AS stage FROM use_cases u WHERE ${where(db, query, reader)}`,
  );
  return {
    ...(Object.fromEntries(counted) as Record<Mark, Choice[]>),
    ...{ tag: choices(tags), total: found.length },
    unknownStages: found.filter(({ stage }) => stage === null).length,
  };
}

/** All cases of a view in its order. */
export async function orderByHand(db: Reader, query: ListQuery, reader: ListReader): Promise<number[]> {
  const found = await db.rows<{ id: number }>(
    sql`SELECT u.id AS id FROM use_cases u WHERE ${where(db, query, reader)}`,
  );
  if (found.length === 0) return [];
  const rows = await db
    .select({ one: useCases, standing: standings, owner: people.nameFolded, hidden: hiddenColumn(reader.hidden) })
    .from(useCases)
    .leftJoin(standings, sql`${standings.useCaseId} = ${useCases.id}`)
    .leftJoin(people, sql`${people.id} = ${useCases.ownerId}`)
    .where(
      inArray(
        useCases.id,
        found.map(({ id }) => id),
      ),
    );
  const place = (at: number) => (at < 0 ? null : at);
  const keyOf = ({ one, standing, owner, hidden }: (typeof rows)[number], by: Sort): string | number | null =>
    ({
      reference: one.id,
      title: one.titleFolded,
      stage: place(STAGES.findIndex((stage) => stage === one.stage)),
      department: place(reader.departments.findIndex(({ id }) => id === one.departmentId)),
      owner,
      since: one.stageSince,
      updated: one.updatedAt.getTime(),
      value: hidden ? null : (standing?.value ?? null),
      complexity: hidden ? null : (standing?.complexity ?? null),
      npv: standing?.npvMinor ?? null,
      realised: standing?.realisedMinor ?? null,
    })[by];
  const keys = keysOf(query);
  rows.sort((a, b) => {
    for (const { by, direction } of keys) {
      const [left, right] = [keyOf(a, by), keyOf(b, by)];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      return (left < right ? -1 : 1) * (direction === "ascending" ? 1 : -1);
    }
    const [first] = keys;
    const unknown = keys.length === 1 && first && !isGroup(first.by) && keyOf(a, first.by) === null;
    return (a.one.id - b.one.id) * (unknown || keys.at(-1)?.direction === "ascending" ? 1 : -1);
  });
  return rows.map(({ one }) => one.id);
}
