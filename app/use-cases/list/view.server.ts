/** A view of the list: its cases in order, their groups, and what the filters count, all of one moment. */
import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { idsOf } from "#db/id-list.server";
import { people } from "#db/schema.server";
import { casesMatching } from "#db/search.server";
import { NOTHING_HIDDEN } from "../hidden-scores.server";
import type { ListReader } from "./conditions.server";
import type { Facets } from "./facets";
import { type GroupTotals, groupTotals } from "./group-totals";
import type { Marks } from "./marks";
import { freshMarks } from "./marks.server";
import { keysOf, type ListQuery } from "./query";
import { allInOrder, type PageOfIds, pageOf, type Ranking } from "./rank";
import { type Sifted, sift } from "./sift";
import { siftedBefore } from "./sifted-before";

/** What the order of a view depends on beside its cases. At most two queries, and none for most orders. */
async function readRanking(db: Reader, query: ListQuery, { departments, hidden }: ListReader): Promise<Ranking> {
  const by = new Set(keysOf(query).map((key) => key.by));
  const owners = by.has("owner") ? await db.select({ id: people.id, name: people.nameFolded }).from(people) : [];
  const isBlind = (by.has("value") || by.has("complexity")) && hidden !== NOTHING_HIDDEN;
  const unseen = isBlind ? await idsOf(db, sql`SELECT u.id AS id FROM use_cases u WHERE ${hidden(sql`u`)}`) : [];
  const names: string[] = [];
  for (const { id, name } of owners) names[id] = name;
  return { departments, owners: names, hidden: new Set(unseen) };
}

/** Read what comes of it in one go: the columns go on with what others write. */
async function siftCases(db: Reader, query: ListQuery, reader: ListReader): Promise<Sifted & { marks: Marks }> {
  const hits = query.q ? await casesMatching(db, query.q) : null;
  const marks = await freshMarks(db);
  // What the words are found in changes by itself: only what the columns alone tell is known from before.
  const sifted = hits ? sift(marks, query, reader, hits) : siftedBefore(marks, query, reader);
  return { marks, ...sifted };
}

/** The choices of the filters, each counted over the cases that pass all the others. */
export async function readFacets(db: Reader, query: ListQuery, reader: ListReader): Promise<Facets> {
  return (await siftCases(db, query, reader)).facets;
}

export interface View {
  facets: Facets;
  page: PageOfIds;
  /** What stands over the groups of the page. */
  groups: GroupTotals[];
}

export async function readView(db: Reader, query: ListQuery, reader: ListReader, size: number): Promise<View> {
  const ranking = await readRanking(db, query, reader);
  const { marks, ids, facets } = await siftCases(db, query, reader);
  const page = pageOf(marks, ids, query, ranking, size);
  const shown = page.places.map(({ id }) => id);
  return { facets, page, groups: query.group ? groupTotals(marks, ids, query.group, shown) : [] };
}

/** All cases of a view by id, in its order. */
export async function readInOrder(db: Reader, query: ListQuery, reader: ListReader): Promise<Uint32Array> {
  const ranking = await readRanking(db, query, reader);
  const { marks, ids } = await siftCases(db, query, reader);
  return allInOrder(marks, ids, query, ranking);
}
