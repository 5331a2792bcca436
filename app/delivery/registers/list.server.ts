import { and, asc, count, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Day } from "#app/kernel/day";
import { fold, type Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import {
  dataSets,
  departments,
  models,
  people,
  useCaseDataSets,
  useCaseModels,
  useCaseVendors,
  vendors,
} from "#db/schema.server";
import type { Register } from "./fields";
import type { RegisterQuery } from "./query";

/** One line of a register: what each has, and what says most of it. */
export interface EntryLine {
  id: number;
  name: string;
  /** The vendor of a model; where a data set lies. */
  beside: string | null;
  /** A type of vendor, a modality of models, a sensitivity of data. */
  kind: string | null;
  hosting: string | null;
  country: string | null;
  department: Told | null;
  owner: string | null;
  /** When a contract renews, a model ends, or a data set is looked at again. */
  dueOn: Day | null;
  useCases: number;
  retiredOn: Day | null;
}

const NEVER = "9999-12-31";

const vendorOf = { id: models.vendorId };
const AT = {
  vendors: {
    table: vendors,
    kind: vendors.type,
    due: vendors.renewsOn,
    links: useCaseVendors,
    thing: useCaseVendors.vendorId,
    useCaseId: useCaseVendors.useCaseId,
  },
  models: {
    table: models,
    kind: models.modality,
    due: models.endOfLifeOn,
    links: useCaseModels,
    thing: useCaseModels.modelId,
    useCaseId: useCaseModels.useCaseId,
  },
  "data-sets": {
    table: dataSets,
    kind: dataSets.sensitivity,
    due: dataSets.reviewOn,
    links: useCaseDataSets,
    thing: useCaseDataSets.dataSetId,
    useCaseId: useCaseDataSets.useCaseId,
  },
} as const;

function filtered(register: Register, { q, kind, vendor, show }: RegisterQuery): SQL | undefined {
  const { table, kind: kindColumn } = AT[register];
  const holding = q ? `%${fold(q).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  const retired: SQLiteColumn = table.retiredOn;
  return and(
    holding ? sql`${table.nameFolded} like ${holding} escape '\\'` : undefined,
    kind ? eq(kindColumn as SQLiteColumn, kind) : undefined,
    vendor && register === "models" ? eq(vendorOf.id, vendor) : undefined,
    show === "retired" ? isNotNull(retired) : show === "all" ? undefined : isNull(retired),
  );
}

/** How many cases are linked to each of these. */
async function casesOf(db: Reader, register: Register, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const { links, thing } = AT[register];
  const rows = await db
    .select({ id: thing, count: count() })
    .from(links)
    .where(inArray(thing, [...ids]))
    .groupBy(thing);
  return new Map(rows.map((row) => [Number(row.id), Number(row.count)]));
}

async function linesOf(db: Reader, register: Register, ids: readonly number[]): Promise<EntryLine[]> {
  if (ids.length === 0) return [];
  const cases = await casesOf(db, register, ids);
  const wanted = [...ids];
  const none = { beside: null, kind: null, hosting: null, country: null, department: null };
  const owner = people.name;
  const rows =
    register === "vendors"
      ? await db
          .select({
            ...{ id: vendors.id, name: vendors.name, kind: vendors.type, country: vendors.country, owner },
            ...{ dueOn: vendors.renewsOn, retiredOn: vendors.retiredOn },
          })
          .from(vendors)
          .leftJoin(people, eq(people.id, vendors.ownerId))
          .where(inArray(vendors.id, wanted))
      : register === "models"
        ? await db
            .select({
              ...{ id: models.id, bare: models.name, release: models.release, kind: models.modality, owner },
              ...{ hosting: models.hosting, dueOn: models.endOfLifeOn, retiredOn: models.retiredOn },
              beside: vendors.name,
            })
            .from(models)
            .innerJoin(vendors, eq(vendors.id, models.vendorId))
            .leftJoin(people, eq(people.id, models.ownerId))
            .where(inArray(models.id, wanted))
        : await db
            .select({
              ...{ id: dataSets.id, name: dataSets.name, kind: dataSets.sensitivity, beside: dataSets.location },
              ...{ hosting: dataSets.hosting, dueOn: dataSets.reviewOn, retiredOn: dataSets.retiredOn },
              ...{ department: departments.name, owner },
            })
            .from(dataSets)
            .leftJoin(departments, eq(departments.id, dataSets.departmentId))
            .leftJoin(people, eq(people.id, dataSets.ownerId))
            .where(inArray(dataSets.id, wanted));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const name = "bare" in row ? [row.bare, row.release].filter(Boolean).join(" ") : row.name;
    return [{ ...none, ...row, name, useCases: cases.get(id) ?? 0 }];
  });
}

const PAGE = 50;

/** A page of a register, after the place where the one before ended. Three queries. */
export async function registerPage(
  db: Reader,
  register: Register,
  query: RegisterQuery,
  limit = PAGE,
): Promise<{ rows: EntryLine[]; next: string | null }> {
  const { table, due, links, thing } = AT[register];
  const { id, nameFolded } = table;
  const used = sql<number>`(select count(*) from ${links} where ${thing} = ${id})`;
  const key =
    query.sort === "due"
      ? sql<string>`coalesce(${due}, ${NEVER})`
      : query.sort === "cases"
        ? sql<number>`-${used}`
        : sql<string>`${nameFolded}`;
  const after = query.after;
  const place = after && (query.sort === "cases" ? Number(after.key) : after.key);
  const rows = await db
    .select({ id: id as SQLiteColumn, key })
    .from(table)
    .where(
      and(
        filtered(register, query),
        after && place !== null ? or(gt(key, place), and(eq(key, place), gt(id as SQLiteColumn, after.id))) : undefined,
      ),
    )
    .orderBy(asc(key), asc(id as SQLiteColumn))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const ids = shown.map((row) => Number(row.id));
  return {
    rows: await linesOf(db, register, ids),
    next: rows.length > limit && last ? `${Number(last.id)}~${last.key}` : null,
  };
}

/** How many a register holds in use, and how many retired. One query. */
export async function countRegister(db: Reader, register: Register): Promise<{ used: number; retired: number }> {
  const { table } = AT[register];
  const [row] = await db
    .select({
      all: count(),
      used: sql<number>`coalesce(sum(case when ${table.retiredOn} is null then 1 else 0 end), 0)`,
    })
    .from(table);
  const used = Number(row?.used ?? 0);
  return { used, retired: Number(row?.all ?? 0) - used };
}
