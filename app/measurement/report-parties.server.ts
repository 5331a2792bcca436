import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Reader } from "#db/client.server";
import { reports } from "#db/schema.server";
import { type KpiOfCase, kpiById } from "./kpi.server";
import type { Report } from "./report.server";

/** A report with its KPI and case: the parties of everything that is done to it. */
export interface ReportOfCase extends KpiOfCase {
  report: Report;
  reportedBy: number;
}

/** @throws Refusal 404 */
export async function reportById(db: Reader, id: number): Promise<ReportOfCase> {
  const [report] = await db.select().from(reports).where(eq(reports.id, id));
  if (!report) throw new Refusal(404, "measurement.refusal.no-report");
  return { ...(await kpiById(db, report.kpiId)), report, reportedBy: report.reportedBy };
}
