/** What the register grows on: the house as it stands in the database, and where the next row of each table goes. */
import { and, asc, eq, inArray, isNotNull, max } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { activeModel, type Criterion } from "#app/assessment/model.server";
import type { QuarterState } from "#app/measurement/quarters.server";
import { knownQuarters } from "#app/measurement/quarters.server";
import type { Role } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { continueNumbering } from "#db/rows.server";
import {
  campaigns,
  dataSets,
  departments,
  models,
  people,
  personDepartments,
  personRoles,
  tags,
  vendors,
} from "#db/schema.server";
import { type Skewed, skewed } from "./dice";
import type { Campaign } from "./marking";
import type { Calendar } from "./plan";

export interface Ground {
  seed: number;
  calendar: Calendar;
  /** The largest first; its people, the busiest first. */
  departments: Skewed<{ id: number; people: Skewed<number> }>;
  committee: readonly number[];
  /** Who signs for security, legal and finance. */
  reviewers: Record<"security" | "legal" | "finance", readonly number[]>;
  scoring: { modelId: number; criteria: readonly Criterion[] };
  vendors: Skewed<{ id: number; modelId: number | null }>;
  /** The most used first. */
  models: Skewed<{ id: number; vendorId: number }>;
  dataSets: Skewed<number>;
  quarters: ReadonlyMap<string, QuarterState["status"]>;
  tags: Skewed<number>;
  campaigns: readonly Campaign[];
}

/** @param about the departments that came last are small ones, and the people who were there first are not the busiest */
export async function surveyGround(db: Reader, about: Pick<Ground, "seed" | "calendar">): Promise<Ground> {
  const places = await db
    .select({ id: departments.id, personId: people.id })
    .from(departments)
    .leftJoin(personDepartments, eq(personDepartments.departmentId, departments.id))
    .leftJoin(people, and(eq(people.id, personDepartments.personId), eq(people.active, true)))
    .orderBy(asc(departments.id), asc(people.id));
  const members = new Map<number, number[]>();
  for (const { id, personId } of places) {
    const there = members.get(id) ?? [];
    if (personId !== null) there.unshift(personId);
    members.set(id, there);
  }
  const inhabited = [...members].filter(([, there]) => there.length > 0);
  const { id: modelId, criteria } = await activeModel(db);
  const supply = await db
    .select({ id: vendors.id, modelId: max(models.id) })
    .from(vendors)
    .leftJoin(models, eq(models.vendorId, vendors.id))
    .groupBy(vendors.id)
    .orderBy(asc(vendors.id));
  const built = await db.select({ id: models.id, vendorId: models.vendorId }).from(models).orderBy(asc(models.id));
  const data = await db.select({ id: dataSets.id }).from(dataSets).orderBy(asc(dataSets.id));
  const known = await knownQuarters(db);
  const named = await db.select({ id: tags.id }).from(tags).orderBy(asc(tags.id));
  const { id, startsOn, endsOn } = campaigns;
  return {
    ...about,
    departments: skewed(
      inhabited.map(([id, there]) => ({ id, people: skewed(there, 0.6) })),
      1,
    ),
    committee: await holdersOf(db, ["committee", "chair"]),
    reviewers: {
      security: await holdersOf(db, ["security"]),
      legal: await holdersOf(db, ["legal"]),
      finance: await holdersOf(db, ["finance"]),
    },
    scoring: { modelId, criteria },
    vendors: skewed(supply, 0.8),
    models: skewed(built, 0.9),
    dataSets: skewed(
      data.map(({ id }) => id),
      0.6,
    ),
    quarters: new Map(known.map(({ quarter, status }) => [quarter, status])),
    tags: skewed(
      named.map((tag) => tag.id),
      0.9,
    ),
    campaigns: await db.select({ id, startsOn, endsOn }).from(campaigns).orderBy(asc(id)),
  };
}

async function holdersOf(db: Reader, roles: readonly Role[]): Promise<number[]> {
  const held = await db
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(inArray(personRoles.role, [...roles]), eq(people.active, true), isNotNull(people.passwordHash)))
    .orderBy(asc(people.id));
  return held.map(({ id }) => id);
}

/** The numbers that new rows get: each table's go on from its last row. Inside one transaction nobody else takes them. */
export class Numbers {
  private readonly next = new Map<SQLiteTable, number>();

  static async of(tx: Writer, tables: readonly (SQLiteTable & { id: SQLiteColumn })[]): Promise<Numbers> {
    const numbers = new Numbers();
    for (const table of tables) {
      const [last] = await tx.select({ id: max(table.id) }).from(table);
      numbers.next.set(table, Number(last?.id ?? 0) + 1);
    }
    return numbers;
  }

  take(table: SQLiteTable): number {
    const number = this.next.get(table);
    if (number === undefined) throw new Error(`Nobody counts ${getTableConfig(table).name}`);
    this.next.set(table, number + 1);
    return number;
  }

  /** Tells the engine where its own numbering goes on. */
  async settle(tx: Writer): Promise<void> {
    for (const table of this.next.keys())
      await continueNumbering(tx, { name: getTableConfig(table).name, key: ["id"] });
  }
}
