import { eq } from "drizzle-orm";
import { MEASURED, VALIDATED } from "#app/kernel/evidence";
import type { When } from "#app/kernel/when";
import { post } from "#app/use-cases/ledger.server";
import type { Writer } from "#db/client.server";
import { quarters, reports } from "#db/schema.server";
import type { Kpi } from "./kpi.server";
import { countedReport, difference } from "./postings";
import { breaksLimit, realisedValue } from "./realised";
import type { Report } from "./report.server";

/** A report that has another value now. */
export interface Revalued {
  id: number;
  before: Pick<Report, "evidence" | "realisedMinor">;
  after: Pick<Report, "evidence" | "realisedMinor">;
}

/**
 * Values the reports of a KPI anew, by its terms and the share that `shareOf` says; those of closed quarters stay.
 * @returns those that have another value now: they wait for finance again
 */
export async function revalue(
  tx: Writer,
  kpi: Kpi,
  shareOf: (report: Report) => number,
  when: When,
): Promise<Revalued[]> {
  const closed = await tx.select({ quarter: quarters.quarter }).from(quarters).where(eq(quarters.status, "closed"));
  const frozen = new Set(closed.map(({ quarter }) => quarter));
  const written = await tx.select().from(reports).where(eq(reports.kpiId, kpi.id));
  const { direction, baseline, valuePerUnitMinor, attribution } = kpi;
  const revalued: Revalued[] = [];
  for (const report of written) {
    if (frozen.has(report.quarter)) continue;
    const terms = { direction, baseline, valuePerUnitMinor, attribution, share: shareOf(report) };
    const realisedMinor = realisedValue(report.actual, terms);
    const broken = breaksLimit(report.actual, kpi);
    const moved = realisedMinor !== report.realisedMinor;
    // Finance's word was on the old figure, and whoever looks at it now has not seen the new one.
    const again: Partial<Report> = moved ? { ...unreviewed(report), version: report.version + 1 } : {};
    await tx
      .update(reports)
      .set({ ...terms, realisedMinor, broken, ...again })
      .where(eq(reports.id, report.id));
    await post(
      tx,
      report.useCaseId,
      report.quarter,
      difference(countedReport(report), countedReport({ ...report, ...again, realisedMinor })),
      when,
    );
    if (moved) {
      const { id, evidence } = report;
      const before = { evidence, realisedMinor: report.realisedMinor };
      revalued.push({ id, before, after: { evidence: again.evidence ?? evidence, realisedMinor } });
    }
  }
  return revalued;
}

/** A report as it was before finance looked at it; one that was sent back stays so. */
function unreviewed({ evidence, review }: Pick<Report, "evidence" | "review">): Partial<Report> {
  if (review !== "accepted") return {};
  const claimed = evidence === VALIDATED ? MEASURED : evidence;
  return { evidence: claimed, review: "waiting", reviewedBy: null, reviewedOn: null };
}
