import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { NotificationKind } from "#app/people/notification";
import { notify } from "#app/people/notify.server";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import type { KpiOfCase } from "./kpi.server";

export interface NewsOfReport {
  kind: Extract<NotificationKind, "report-sent-back" | "report-validated" | "restated">;
  found: KpiOfCase;
  reportId: number;
  quarter: Quarter;
  /** What finance wrote with it. */
  reason: Told | null;
}

/** Tells who reported a figure, and who owns its KPI, what became of it. */
export async function tellOfReport(
  tx: Writer,
  actor: Actor,
  { kind, found, reportId, quarter, reason }: NewsOfReport,
  when: When,
  reportedBy?: number | null,
): Promise<void> {
  const news = { kind, useCaseId: found.id, href: `/report/${reportId}` };
  const values = { kpi: found.kpi.name, quarter, reason };
  await notify(tx, actor, { ...news, values }, [found.kpiOwnerId, reportedBy], when);
}
