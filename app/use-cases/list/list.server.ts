import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { departments, people, standings, useCases } from "#db/schema.server";
import { type HiddenScores, hiddenColumn, veiled } from "../hidden-scores.server";
import { isStage } from "../stages";
import { addFacets, type Cell, countFacets, type Facets, facetsOf, keptValue, onlyFilter, type Total } from "./facets";
import { conditionsOf, type ListReader, readPage } from "./page.server";
import type { ListQuery } from "./query";

export const PAGE = 50;

/** The rows of these cases, in no order. */
async function rowsOf(db: Reader, ids: readonly number[], hidden: HiddenScores) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      stage: useCases.stage,
      departmentId: useCases.departmentId,
      department: departments.name,
      ownerId: useCases.ownerId,
      owner: people.name,
      updatedAt: sql<number>`${useCases.updatedAt}`.mapWith(Number),
      value: standings.value,
      complexity: standings.complexity,
      scoresHidden: hiddenColumn(hidden),
      npvMinor: standings.npvMinor,
      realisedMinor: standings.realisedMinor,
      provenMinor: standings.provenMinor,
    })
    .from(useCases)
    .leftJoin(standings, eq(standings.useCaseId, useCases.id))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(people, eq(people.id, useCases.ownerId))
    .where(inArray(useCases.id, [...ids]));
}

/** One page of a view with its rows in order. The proven share is null where nothing was realised. */
export async function readRows(db: Reader, query: ListQuery, reader: ListReader, size: number) {
  const page = await readPage(db, query, reader, size);
  const found = new Map(
    (
      await rowsOf(
        db,
        page.places.map(({ id }) => id),
        reader.hidden,
      )
    ).map((row) => [row.id, row]),
  );
  const rows = page.places.flatMap(({ id }) => {
    const row = found.get(id);
    if (!row) return [];
    const { realisedMinor, provenMinor } = row;
    return [
      {
        ...veiled(row),
        stage: isStage(row.stage) ? row.stage : null,
        provenShare: realisedMinor && realisedMinor > 0 ? (provenMinor ?? 0) / realisedMinor : null,
      },
    ];
  });
  const [first, last] = [page.places[0], page.places.at(-1)];
  return {
    rows,
    previous: page.hasPrevious ? (first ?? null) : null,
    next: page.hasNext ? (last ?? null) : null,
  };
}

/** The choices of the filters: from kept counts, or counted over what a search found or the reader has. */
async function readFacets(db: Reader, query: ListQuery, personId: number): Promise<Facets> {
  if (query.q || query.mine) {
    const marks = { stage: null, department: null, aiType: null, source: null };
    const found = conditionsOf(db.engine, { ...query, ...marks }, personId);
    const cells = await db.rows<Cell & Record<string, unknown>>(
      sql`SELECT coalesce(u.stage, '') AS "stage", coalesce(u.department_id, 0) AS "departmentId", coalesce(u.ai_type, '') AS "aiType",
            coalesce(u.external_source, u.source, '') AS "source", count(*) AS "cases"
          FROM use_cases u WHERE ${sql.join(found, sql` AND `)} GROUP BY 1, 2, 3, 4`,
    );
    return countFacets(cells, query);
  }
  const own = countFacets(await ownDrafts(db, personId), query);
  const only = onlyFilter(query);
  if (only === undefined) return addFacets(countFacets(await readKinds(db), query), own);
  return addFacets(facetsOf(await readTotals(db, only), only), own);
}

/** The kept counts by one mark, and those beside the one that is chosen. */
function readTotals(db: Reader, only: NonNullable<ReturnType<typeof onlyFilter>> | null): Promise<Total[]> {
  const beside = only
    ? sql` UNION ALL SELECT "within", among, facet, value, cases FROM facet_counts
          WHERE "within" = ${only.facet} AND among = ${keptValue(only.facet, only.value)}`
    : sql``;
  return db.rows<Total & Record<string, unknown>>(
    sql`SELECT "within", among, facet, value, cases FROM facet_counts WHERE "within" = '' AND among = ''${beside}`,
  );
}

/** Every kind. Raw, because there may be thousands: drizzle would spend longer on shaping them than the database on reading. */
function readKinds(db: Reader): Promise<Cell[]> {
  return db.rows<Cell & Record<string, unknown>>(
    sql`SELECT stage, department_id AS "departmentId", ai_type AS "aiType", source, cases FROM case_counts
        WHERE cases > 0 AND stage <> 'draft'`,
  );
}

async function ownDrafts(db: Reader, personId: number): Promise<Cell[]> {
  const drafts = await db
    .select({
      departmentId: useCases.departmentId,
      aiType: useCases.aiType,
      source: sql<string | null>`coalesce(${useCases.externalSource}, ${useCases.source})`,
    })
    .from(useCases)
    .where(and(eq(useCases.authorId, personId), eq(useCases.stage, "draft")));
  return drafts.map(({ departmentId, aiType, source }) => ({
    stage: "draft",
    departmentId: departmentId ?? 0,
    aiType: aiType ?? "",
    source: source ?? "",
    cases: 1,
  }));
}

/** What the list shows. A fixed number of queries: the page, its rows, the counts, own drafts, department names. */
export async function readList(db: Reader, reader: ListReader, query: ListQuery) {
  const { personId } = reader;
  const page = await readRows(db, query, reader, PAGE);
  const facets = await readFacets(db, query, personId);
  const names = await db.select({ id: departments.id, name: departments.name }).from(departments);
  return { query, ...page, facets, departments: names };
}

export type CaseList = Awaited<ReturnType<typeof readList>>;
export type CaseRow = CaseList["rows"][number];
