import { and, asc, eq, gt } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { kpis, people, reports, useCases } from "#db/schema.server";
import { kpisInDoubt, unresolvedIn } from "./overlaps.server";

const PAGE = 50;

/**
 * What waits for finance in a quarter: one page, those that the reader may not review marked, and
 * those whose benefit another KPI may count too. Six queries.
 */
export async function readReviewQueue(db: Reader, actor: Actor, quarter: Quarter, after: number | null) {
  const found = await db
    .select({
      id: reports.id,
      actual: reports.actual,
      unavailableBecause: reports.unavailableBecause,
      evidence: reports.evidence,
      source: reports.source,
      realisedMinor: reports.realisedMinor,
      share: reports.share,
      kpiId: reports.kpiId,
      reportedBy: reports.reportedBy,
      version: reports.version,
      broken: reports.broken,
      kpi: kpis.name,
      unit: kpis.unit,
      kpiOwnerId: kpis.ownerId,
      reference: useCases.reference,
      title: useCases.title,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
      departmentId: useCases.departmentId,
      reporter: people.name,
    })
    .from(reports)
    .innerJoin(kpis, eq(kpis.id, reports.kpiId))
    .innerJoin(useCases, eq(useCases.id, reports.useCaseId))
    .innerJoin(people, eq(people.id, reports.reportedBy))
    .where(
      and(
        eq(reports.quarter, quarter),
        eq(reports.review, "waiting"),
        after === null ? undefined : gt(reports.id, after),
      ),
    )
    .orderBy(asc(reports.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const inDoubt = kpisInDoubt(rows.length > 0 ? await unresolvedIn(db, quarter, rows) : []);
  return {
    rows: rows.map((row) => ({
      ...row,
      mayReview: permits(actor, "report.review", row),
      inDoubt: inDoubt.has(row.kpiId),
    })),
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  };
}

export type ReviewQueue = Awaited<ReturnType<typeof readReviewQueue>>;
