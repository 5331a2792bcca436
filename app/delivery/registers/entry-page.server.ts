import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import {
  departments,
  models,
  people,
  useCaseDataSets,
  useCaseModels,
  useCases,
  useCaseVendors,
  vendors,
} from "#db/schema.server";
import type { Register, Values } from "./fields";
import { spendOf } from "./spend.server";
import { storedEntry, storeOf } from "./stores.server";
import { modelWritten } from "./typed-thing.server";
import type { Pointers } from "./words";

export async function pointersOf(db: Reader, entry: Values): Promise<Pointers> {
  const at = (field: string) => (typeof entry[field] === "number" ? entry[field] : 0);
  const pointers: Pointers = {};
  if (at("ownerId")) {
    const person = { name: people.name, email: people.email };
    [pointers.ownerId] = await db
      .select(person)
      .from(people)
      .where(eq(people.id, at("ownerId")));
  }
  if (at("departmentId")) {
    const department = db.select({ name: departments.name }).from(departments);
    [pointers.departmentId] = await department.where(eq(departments.id, at("departmentId")));
  }
  if (at("vendorId")) {
    [pointers.vendorId] = await db
      .select({ name: vendors.name })
      .from(vendors)
      .where(eq(vendors.id, at("vendorId")));
  }
  if (at("successorId")) {
    const [model] = await db
      .select({ name: models.name })
      .from(models)
      .where(eq(models.id, at("successorId")));
    if (model) pointers.successorId = { ...model, written: await modelWritten(db, at("successorId")) };
  }
  return pointers;
}

export interface LinkedCase {
  id: number;
  reference: string;
  title: Told;
  stage: Stage | null;
  /** What the thing is in the case. */
  component: Told | null;
}

const LINKS = {
  vendors: { table: useCaseVendors, thing: useCaseVendors.vendorId, component: sql<Told | null>`null` },
  models: { table: useCaseModels, thing: useCaseModels.modelId, component: useCaseModels.component },
  "data-sets": { table: useCaseDataSets, thing: useCaseDataSets.dataSetId, component: useCaseDataSets.component },
} as const;

const CASES = 50;

/** A page of the cases that work with a thing; what is still a draft is its author's alone. */
export async function casesWith(
  db: Reader,
  register: Register,
  id: number,
  after: number,
): Promise<{ rows: LinkedCase[]; next: number | null }> {
  const { table, thing, component } = LINKS[register];
  const rows = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title, stage: useCases.stage, component })
    .from(table)
    .innerJoin(useCases, eq(useCases.id, table.useCaseId))
    .where(and(eq(thing, id), gt(useCases.id, after), or(isNull(useCases.stage), ne(useCases.stage, "draft"))))
    .orderBy(asc(useCases.id))
    .limit(CASES + 1);
  const shown = rows.slice(0, CASES).map((row) => ({ ...row, stage: isStage(row.stage) ? row.stage : null }));
  return { rows: shown, next: rows.length > CASES ? (shown.at(-1)?.id ?? null) : null };
}

/** One thing of a register with all that hangs on it. @throws Refusal 404 */
export async function entryPage(
  db: Reader,
  register: Register,
  id: number,
  { after, quarter }: { after: number; quarter: Quarter },
) {
  const { entry: said, ...stored } = await storedEntry(db, storeOf(register), id);
  const entry: Values = { ...said };
  return {
    register,
    ...stored,
    entry,
    pointers: await pointersOf(db, entry),
    cases: await casesWith(db, register, id, after),
    models:
      register === "vendors"
        ? await db
            .select({
              ...{ id: models.id, name: models.name, release: models.release, hosting: models.hosting },
              ...{ endOfLifeOn: models.endOfLifeOn, retiredOn: models.retiredOn },
            })
            .from(models)
            .where(eq(models.vendorId, id))
            .orderBy(asc(models.nameFolded), asc(models.id))
        : [],
    spend: register === "vendors" ? await spendOf(db, id, quarter) : [],
  };
}
export type EntryPage = Awaited<ReturnType<typeof entryPage>>;

/** What the form of an entry chooses from. */
export async function entryChoices(db: Reader) {
  return {
    departments: await db
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .where(eq(departments.active, true))
      .orderBy(asc(departments.code)),
  };
}
export type EntryChoices = Awaited<ReturnType<typeof entryChoices>>;
