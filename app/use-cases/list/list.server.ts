import { eq, inArray, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { campaigns, departments, people, standings, tags, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";
import { type HiddenScores, hiddenColumn, veiled } from "../hidden-scores.server";
import { isStage } from "../stages";
import { tagNamesOf } from "../tags/tags.server";
import type { DepartmentName, ListReader } from "./conditions.server";
import type { Choice, Facets } from "./facets";
import { type ListQuery, NONE } from "./query";
import { USUAL_COLUMNS } from "./shown";
import { readInOrder, readView } from "./view.server";

export const PAGE = 50;

/** Opens the list for somebody: its departments are in the order of their names in the reader's language. One query. */
export async function openList(
  db: Reader,
  reader: { personId: number; hidden: HiddenScores; today: Day; tell: (told: Told) => string },
): Promise<ListReader> {
  const { tell, ...rest } = reader;
  const names: DepartmentName[] = await db.select({ id: departments.id, name: departments.name }).from(departments);
  const byName = names.map((one) => ({ one, name: tell(one.name) }));
  byName.sort((a, b) => a.name.localeCompare(b.name) || a.one.id - b.one.id);
  return { ...rest, departments: byName.map(({ one }) => one) };
}

/** The rows of these cases, in no order. */
async function rowsOf(db: Reader, ids: readonly number[], hidden: HiddenScores) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: shownTitle,
      stage: useCases.stage,
      stageSince: useCases.stageSince,
      departmentId: useCases.departmentId,
      department: departments.name,
      ownerId: useCases.ownerId,
      owner: people.name,
      aiType: useCases.aiType,
      source: sql<string | null>`coalesce(${useCases.externalSource}, ${useCases.source})`,
      campaignId: useCases.campaignId,
      version: useCases.version,
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

/** The names of these cases' tags and campaigns, where the columns that show them were chosen. */
async function marksOf(db: Reader, query: ListQuery, rows: readonly { id: number; campaignId: number | null }[]) {
  const columns = new Set(query.columns ?? USUAL_COLUMNS);
  const tagged = await tagNamesOf(db, columns.has("tags") ? rows.map(({ id }) => id) : []);
  const named = new Map<number | null, Told>();
  const ids = [...new Set(rows.map(({ campaignId }) => campaignId))].filter((id) => id !== null);
  if (columns.has("campaign") && ids.length > 0) {
    const found = await db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(inArray(campaigns.id, ids));
    for (const { id, name } of found) named.set(id, name);
  }
  return { tagged, named };
}

/** One page of a view with its rows in order, and what its filters count. The proven share is null where nothing was realised. */
export async function readRows(db: Reader, query: ListQuery, reader: ListReader, size: number) {
  const { page, facets, groups } = await readView(db, query, reader, size);
  const [first, last] = [page.places[0], page.places.at(-1)];
  const ids = page.places.map(({ id }) => id);
  return {
    rows: await rowsAt(db, query, reader, ids),
    previous: page.hasPrevious ? (first ?? null) : null,
    next: page.hasNext ? (last ?? null) : null,
    facets,
    groups,
  };
}

/** The rows of these cases, in this order; one that is gone is left out. */
async function rowsAt(db: Reader, query: ListQuery, reader: ListReader, ids: readonly number[]) {
  const found = new Map((await rowsOf(db, ids, reader.hidden)).map((row) => [row.id, row]));
  const { tagged, named } = await marksOf(db, query, [...found.values()]);
  return ids.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [];
    const { realisedMinor, provenMinor } = row;
    return [
      {
        ...veiled(row),
        stage: isStage(row.stage) ? row.stage : null,
        campaign: named.get(row.campaignId) ?? null,
        tags: tagged.get(id) ?? [],
        provenShare: realisedMinor && realisedMinor > 0 ? (provenMinor ?? 0) / realisedMinor : null,
      },
    ];
  });
}

/**
 * All cases of a view in its order, some hundreds at a time. Which they are, and their order, is read at once: a case that
 * changes meanwhile is neither passed over nor met twice.
 */
export async function* walkRows(db: Reader, query: ListQuery, reader: ListReader, size: number) {
  const ids = await readInOrder(db, query, reader);
  for (let from = 0; from < ids.length; from += size)
    yield rowsAt(db, query, reader, [...ids.subarray(from, from + size)]);
}

/** So many tags are offered, the most used ones; those that are chosen always are. */
const TAGS_OFFERED = 30;

const idsOf = (choices: readonly Choice[], chosen: readonly string[]) =>
  [...choices.map(({ value }) => value), ...chosen].filter((value) => value !== NONE).map(Number);

/** The choices as the page offers them, with the names that only the database knows. */
async function nameChoices(db: Reader, query: ListQuery, facets: Facets) {
  const offered = facets.tag.filter(({ value }, at) => at < TAGS_OFFERED || query.tag.includes(value));
  const tagIds = idsOf(offered, query.tag);
  const campaignIds = idsOf(facets.campaign, query.campaign);
  const tagNames =
    tagIds.length === 0
      ? []
      : await db.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.id, tagIds));
  const campaignNames =
    campaignIds.length === 0
      ? []
      : await db
          .select({ id: campaigns.id, name: campaigns.name })
          .from(campaigns)
          .where(inArray(campaigns.id, campaignIds));
  const named = campaignNames.length > 0 ? facets.campaign : [];
  return { facets: { ...facets, tag: offered, campaign: named }, tagNames, campaignNames };
}

/** Who the list is filtered by, where somebody is. */
async function ownerIn(db: Reader, { owner }: ListQuery) {
  if (owner === null || !/^\d{1,15}$/.test(owner)) return null;
  const [found] = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, Number(owner)));
  return found ?? null;
}

/** What the list shows. A fixed number of queries: what changed, what was searched for, the rows, and the names of what was chosen. */
export async function readList(db: Reader, reader: ListReader, query: ListQuery) {
  const { facets: counted, ...page } = await readRows(db, query, reader, PAGE);
  const { facets, tagNames, campaignNames } = await nameChoices(db, query, counted);
  return {
    query,
    ...page,
    facets,
    tagNames,
    campaignNames,
    departments: reader.departments,
    owner: await ownerIn(db, query),
  };
}

export type CaseList = Awaited<ReturnType<typeof readList>>;
export type CaseRow = CaseList["rows"][number];
