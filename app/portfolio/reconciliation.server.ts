import { asc, sql } from "drizzle-orm";
import { minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { caseQuarters, costs, reports, rollups } from "#db/schema.server";
import { dashboardOf } from "./dashboard";
import { readQuarters } from "./dashboard.server";

const total = (column: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

/** A way that says nothing where the dashboard knows nothing is not known either; what it says all the same is shown. */
const known = (amount: number) => (amount === 0 ? null : minor(amount));

/**
 * The same amounts along four ways for each quarter: the reports and costs themselves, the sums kept by case, the
 * rollups, and what the dashboard says. Five queries; the only page whose cost grows with the number of reports.
 */
export async function readReconciliation(db: Reader) {
  const written = await db
    .select({ quarter: reports.quarter, realised: total(reports.realisedMinor) })
    .from(reports)
    .groupBy(reports.quarter);
  const spent = await db
    .select({ quarter: costs.quarter, cost: total(costs.amountMinor) })
    .from(costs)
    .groupBy(costs.quarter);
  const byCase = await db
    .select({
      quarter: caseQuarters.quarter,
      realised: total(caseQuarters.realisedMinor),
      cost: total(caseQuarters.costMinor),
    })
    .from(caseQuarters)
    .groupBy(caseQuarters.quarter);
  const rolled = await db
    .select({
      quarter: rollups.quarter,
      realised: total(
        sql`${rollups.declaredMinor} + ${rollups.estimatedMinor} + ${rollups.measuredMinor} + ${rollups.validatedMinor}`,
      ),
      cost: total(rollups.costMinor),
    })
    .from(rollups)
    .groupBy(rollups.quarter)
    .orderBy(asc(rollups.quarter));
  const shown = await readQuarters(db);
  const quarters = [...new Set([...written, ...spent, ...byCase, ...rolled].map((row) => row.quarter))].sort();
  return quarters
    .map((quarter) => {
      const { now } = dashboardOf({ quarters: shown, parts: [], quarter, departments: [] });
      const of = <Row extends { quarter: Quarter }>(list: readonly Row[]) =>
        list.find((row) => row.quarter === quarter);
      const realised = [
        of(written)?.realised ?? 0,
        of(byCase)?.realised ?? 0,
        of(rolled)?.realised ?? 0,
        now.realised ?? 0,
      ];
      const cost = [of(spent)?.cost ?? 0, of(byCase)?.cost ?? 0, of(rolled)?.cost ?? 0, now.cost ?? 0];
      return {
        quarter,
        realised: realised.map(now.realised === null ? known : minor),
        cost: cost.map(now.cost === null ? known : minor),
        agree: [realised, cost].every((ways) => ways.every((amount) => amount === ways[0])),
      };
    })
    .filter(({ realised, cost, agree }) => !agree || [...realised, ...cost].some((amount) => amount))
    .reverse();
}

export type Reconciliation = Awaited<ReturnType<typeof readReconciliation>>;
