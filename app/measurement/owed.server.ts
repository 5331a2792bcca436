import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { departments, kpis, people, reports, useCases } from "#db/schema.server";
import { dueIn } from "./due.server";

/** Values of a quarter that are due, and not there or sent back. */
export interface Owed {
  kpiOwnerId: number;
  kpiOwner: string;
  ownerId: number | null;
  departmentId: number | null;
  department: Told | null;
  count: number;
}

/** What is still owed of a quarter, by owner of the KPI and by who could stand in. One query. */
export async function owedIn(db: Reader, quarter: Quarter): Promise<Owed[]> {
  const by = [kpis.ownerId, useCases.ownerId, useCases.departmentId] as const;
  return db
    .select({
      kpiOwnerId: kpis.ownerId,
      kpiOwner: people.name,
      ownerId: useCases.ownerId,
      departmentId: useCases.departmentId,
      department: departments.name,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(reports, and(eq(reports.kpiId, kpis.id), eq(reports.quarter, quarter)))
    .where(and(dueIn(quarter), or(isNull(reports.id), eq(reports.review, "sent-back"))))
    .groupBy(...by, people.name, departments.name)
    .orderBy(...by);
}
