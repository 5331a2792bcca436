import { createHash } from "node:crypto";
import { and, asc, eq, lt, ne } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { costs, quarters, reports, restatements } from "#db/schema.server";
import { addProgress, progressByOwner } from "./due.server";
import { asClosed, type FrozenCost, type FrozenReport, frozenText } from "./frozen";
import { unresolvedIn } from "./overlaps.server";

async function figuresOf(db: Reader, quarter: Quarter): Promise<{ reports: FrozenReport[]; costs: FrozenCost[] }> {
  return {
    reports: await db
      .select({
        reportId: reports.id,
        kpiId: reports.kpiId,
        actual: reports.actual,
        evidence: reports.evidence,
        realisedMinor: reports.realisedMinor,
      })
      .from(reports)
      .where(eq(reports.quarter, quarter)),
    costs: await db
      .select({ useCaseId: costs.useCaseId, kind: costs.kind, amountMinor: costs.amountMinor })
      .from(costs)
      .where(eq(costs.quarter, quarter)),
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** SHA-256 over all figures of a quarter as they stand. */
export async function hashOf(db: Reader, quarter: Quarter): Promise<string> {
  const figures = await figuresOf(db, quarter);
  return sha256(frozenText(quarter, figures.reports, figures.costs));
}

/** The same over the figures as they stood at the close: what was restated since is put back. */
export async function hashAtClose(db: Reader, quarter: Quarter): Promise<string> {
  const figures = await figuresOf(db, quarter);
  const since = await db
    .select()
    .from(restatements)
    .where(eq(restatements.quarter, quarter))
    .orderBy(asc(restatements.id));
  return sha256(frozenText(quarter, asClosed(figures.reports, since), figures.costs));
}

/** Closed quarters whose figures no longer have the hash of their close: somebody changed them outside the product. */
export async function brokenCloses(db: Reader): Promise<Quarter[]> {
  const closed = await db.select().from(quarters).where(eq(quarters.status, "closed"));
  const broken: Quarter[] = [];
  for (const { quarter, hash } of closed) {
    if ((await hashAtClose(db, quarter)) !== hash) broken.push(quarter);
  }
  return broken;
}

/** What must be known before a quarter is closed. */
export interface Readiness {
  missing: number;
  waiting: number;
  sentBack: number;
  /** Pairs of KPIs that may count one benefit, and nobody has decided. */
  overlaps: number;
  /** An earlier quarter that was begun and is not closed. */
  earlierOpen: Quarter | null;
}

export async function readinessOf(db: Reader, quarter: Quarter): Promise<Readiness> {
  const { missing, waiting, sentBack } = addProgress(await progressByOwner(db, quarter));
  const [earlier] = await db
    .select({ quarter: quarters.quarter })
    .from(quarters)
    .where(and(lt(quarters.quarter, quarter), ne(quarters.status, "closed")))
    .orderBy(asc(quarters.quarter))
    .limit(1);
  const overlaps = (await unresolvedIn(db, quarter)).length;
  return { missing, waiting, sentBack, overlaps, earlierOpen: earlier?.quarter ?? null };
}
