import { and, eq, inArray, isNotNull, like, type SQL } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { agendaItems, assessments, departments, people, useCases } from "#db/schema.server";
import { isStage } from "../stages";
import { type Alikes, foldedTitles, likenessesOf } from "./alike";
import type { Mapping } from "./mapping";
import { unnumbered } from "./namesakes";
import type { Existing } from "./plan";
import type { ImportedFields, Known } from "./read-row";

/** Departments and persons, against which the names in a file are matched. */
export async function loadKnown(db: Reader, today: Day): Promise<Known> {
  const all = await db
    .select({ id: departments.id, code: departments.code, name: departments.name })
    .from(departments)
    .orderBy(departments.id);
  const persons = await db.select({ id: people.id, email: people.email }).from(people).where(eq(people.active, true));
  const peopleByEmail = new Map(persons.map(({ id, email }) => [email.toLowerCase(), id]));
  return { departments: all, peopleByEmail, today };
}

/** The mapping without departments that are not here (any more): a preset or a form may name any number. */
export function withDepartmentsThatAreHere(mapping: Mapping, { departments: known }: Known): Mapping {
  const ids = new Set<number | string>(known.map(({ id }) => id));
  const kept = Object.entries(mapping.departments).filter(([, to]) => typeof to === "string" || ids.has(to));
  return kept.length === Object.keys(mapping.departments).length
    ? mapping
    : { ...mapping, departments: Object.fromEntries(kept) };
}

/** The cases that earlier imports of this source made, by their external id. */
export async function existingCases(
  db: Reader,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Existing>> {
  if (externalIds.length === 0) return new Map();
  const found = await casesOf(
    db,
    and(eq(useCases.externalSource, source), inArray(useCases.externalId, [...externalIds])),
  );
  return new Map(found.map((existing) => [existing.externalId, existing]));
}

/** So many ids are asked for in one query. */
const IDS_AT_ONCE = 1_000;

function* inLots(ids: readonly number[]): Generator<number[]> {
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) yield ids.slice(at, at + IDS_AT_ONCE);
}

/** Of the cases outside a register that go by one title, so many are looked at: whether there is one, and whether another. */
const LOOKED_AT_OUTSIDE = 5;

/**
 * The register's cases that rows of one id, or of several, may mean: those that bear the id, or a number behind it. Without
 * those of an id that one row and one case bear: there the id says it.
 * @param rows of the file, by their id before a number was put behind it
 */
export async function namesakesOf(
  db: Reader,
  source: string,
  rows: ReadonlyMap<string, readonly number[]>,
): Promise<Existing[]> {
  const all = await db
    .select({ id: useCases.id, externalId: useCases.externalId })
    .from(useCases)
    .where(eq(useCases.externalSource, source));
  const bearers = new Map<string, number[]>();
  for (const { id, externalId } of all) {
    if (externalId === null) continue;
    for (const base of [externalId, unnumbered(externalId)]) {
      if (base === null || !rows.has(base)) continue;
      const before = bearers.get(base);
      if (before) before.push(id);
      else bearers.set(base, [id]);
    }
  }
  const named = new Set(all.flatMap(({ externalId }) => externalId ?? []));
  const open = [...bearers].filter(([base, ids]) => ids.length + (rows.get(base)?.length ?? 0) > 2 || !named.has(base));
  return casesById(db, [...new Set(open.flatMap(([, ids]) => ids))]);
}

async function casesById(db: Reader, ids: readonly number[]): Promise<Existing[]> {
  const found: Existing[] = [];
  for (const lot of inLots(ids)) found.push(...(await casesOf(db, inArray(useCases.id, lot))));
  return found;
}

/** The registers from which cases came, by name. */
export async function knownSources(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ source: useCases.externalSource })
    .from(useCases)
    .where(isNotNull(useCases.externalSource));
  return rows.flatMap(({ source }) => source ?? []).sort();
}

/** Whether any case came from this register: until one did, none can be known again. */
export async function hasCases(db: Reader, source: string): Promise<boolean> {
  const [any] = await db.select({ id: useCases.id }).from(useCases).where(eq(useCases.externalSource, source)).limit(1);
  return any !== undefined;
}

/**
 * The cases of these titles by their likeness: those of the register, without the ones that the file names by their ids, and
 * those that are not of it. Another person's draft is nobody's business, and what was merged is known by what it became.
 */
export async function alikeCases(
  db: Reader,
  source: string,
  titles: readonly Told[],
  named: ReadonlySet<string>,
  second: ReadonlyMap<string, readonly number[]>,
): Promise<Omit<Alikes, "rows">> {
  const cases = new Map<string, Existing[]>();
  const outside = new Map<string, Existing[]>();
  if (titles.length === 0) return { cases, outside };
  const folded = [...new Set(titles.flatMap(foldedTitles))];
  const otherwise = [...new Set(folded.flatMap((one) => second.get(one) ?? []))];
  // By title alone: asked for the register as well, an engine without fresh statistics reads the whole register each time.
  const titled = await titledCases(db, inArray(useCases.titleFolded, folded));
  for (const ids of inLots(otherwise)) titled.push(...(await titledCases(db, inArray(useCases.id, ids))));
  const looked = new Map<string, number>();
  const ids = titled.flatMap(({ id, source: from, stage, departmentId, first }) => {
    if (from === source) return [id];
    if (stage === "draft" || stage === "merged") return [];
    const key = `${departmentId} ${first}`;
    const before = looked.get(key) ?? 0;
    looked.set(key, before + 1);
    return before < LOOKED_AT_OUTSIDE ? [id] : [];
  });
  for (const existing of await casesById(db, [...new Set(ids)])) {
    const isHere = existing.source === source;
    if (isHere && named.has(existing.externalId)) continue;
    const among = isHere ? cases : outside;
    for (const likeness of likenessesOf(existing.current)) {
      among.set(likeness, [...(among.get(likeness) ?? []), existing]);
    }
  }
  return { cases, outside };
}

const titledCases = (db: Reader, which: SQL | undefined) =>
  db
    .select({
      id: useCases.id,
      source: useCases.externalSource,
      stage: useCases.stage,
      departmentId: useCases.departmentId,
      first: useCases.titleFolded,
    })
    .from(useCases)
    .where(which);

/** The cases with a title in both languages by the one that `titleFolded` does not hold, folded. */
export async function secondTitles(db: Reader): Promise<Map<string, number[]>> {
  const rows = await db
    .select({ id: useCases.id, title: useCases.title, first: useCases.titleFolded })
    .from(useCases)
    .where(and(like(useCases.title, '%"fr":%'), like(useCases.title, '%"en":%')));
  const second = new Map<string, number[]>();
  for (const { id, title, first } of rows) {
    for (const folded of foldedTitles(title)) {
      if (folded !== first) second.set(folded, [...(second.get(folded) ?? []), id]);
    }
  }
  return second;
}

async function casesOf(db: Reader, which: SQL | undefined): Promise<Existing[]> {
  const rows = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      source: useCases.externalSource,
      externalId: useCases.externalId,
      title: useCases.title,
      need: useCases.need,
      expectedBenefit: useCases.expectedBenefit,
      affected: useCases.affected,
      dataInvolved: useCases.dataInvolved,
      aiType: useCases.aiType,
      country: useCases.country,
      peopleAffected: useCases.peopleAffected,
      departmentId: useCases.departmentId,
      ownerId: useCases.ownerId,
      stage: useCases.stage,
      stageSince: useCases.stageSince,
      extra: useCases.extra,
      imported: useCases.imported,
      authorId: useCases.authorId,
    })
    .from(useCases)
    .where(which)
    .orderBy(useCases.id);
  const judged = await judgedHere(
    db,
    rows.flatMap(({ id, stage }) => (stage === "submitted" || stage === "assessment" ? [id] : [])),
  );
  return rows.map(({ id, reference, source, externalId, imported, authorId, ...row }) => {
    const current = currentFields(row, imported);
    // What no file ever said of a case was said here: it stays, and only what is missing is taken.
    const last = imported ?? (source === null ? { extra: {} } : null);
    const known = { id, reference, source, externalId: externalId ?? "", current, last };
    return { ...known, judgedHere: judged.has(id), enteredHere: authorId !== null };
  });
}

/** Those of these cases that members have assessed, or that came before a session. */
async function judgedHere(db: Reader, ids: number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const assessed = await db
    .selectDistinct({ id: assessments.useCaseId })
    .from(assessments)
    .where(and(inArray(assessments.useCaseId, ids), isNotNull(assessments.submittedAt)));
  const before = await db
    .selectDistinct({ id: agendaItems.useCaseId })
    .from(agendaItems)
    .where(inArray(agendaItems.useCaseId, ids));
  return new Set([...assessed, ...before].map(({ id }) => id));
}

type Stored = Pick<
  typeof useCases.$inferSelect,
  | "title"
  | "need"
  | "expectedBenefit"
  | "affected"
  | "dataInvolved"
  | "aiType"
  | "country"
  | "peopleAffected"
  | "departmentId"
  | "ownerId"
  | "stage"
  | "stageSince"
  | "extra"
>;

/** A stored case in the shape in which a file says one: what is unknown is absent. */
function currentFields(row: Stored, imported: ImportedFields | null): ImportedFields {
  const { need, expectedBenefit, affected, dataInvolved, aiType, country, peopleAffected } = row;
  const { departmentId, ownerId, stage, stageSince } = row;
  return {
    title: row.title,
    ...(need && { need }),
    ...(expectedBenefit && { expectedBenefit }),
    ...(affected && { affected }),
    ...(dataInvolved && { dataInvolved }),
    ...(aiType && { aiType }),
    ...(country && { country }),
    // Nobody can edit it here: it stands among the kept cells until there is a register of vendors.
    ...(imported?.vendor && { vendor: imported.vendor }),
    ...(peopleAffected !== null && { peopleAffected }),
    ...(departmentId !== null && { department: { id: departmentId } }),
    ...(ownerId !== null && { ownerId }),
    ...(isStage(stage) && { stage }),
    ...(stageSince && { stageSince }),
    extra: row.extra ?? {},
  };
}
