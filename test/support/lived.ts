/** Live cases with a promise that was approved and reports that came. */
import { certain, type Line } from "#app/business-cases/lines";
import { freezeBusinessCase, writeBusinessCase } from "#app/business-cases/write.server";
import { addQuarters, type Quarter } from "#app/kernel/quarter";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { post } from "#app/use-cases/ledger.server";
import { kpis, reports } from "#db/schema.server";
import type { App } from "./app";
import { actorOf } from "./arbitration";
import { aCase } from "./cases";
import { euros, Q2, whenOf } from "./measurement";

/** One line of a business case that saves so much a quarter. */
export const saving = (amount: number, more: Partial<Line> = {}): Line[] =>
  [
    {
      ...{ id: "saved", side: "benefit", kind: "cost-avoided", label: { fr: "Économies" } },
      ...{ startsAfterQuarters: 0, rampQuarters: 0, quantityPerQuarter: certain(1), unitValue: certain(amount * 100) },
      ...{ adoption: certain(1), attribution: 1 },
      ...more,
    },
  ] as Line[];

export interface Lived {
  title: string;
  departmentId: number;
  authorId: number;
  promised: number;
  /** By quarter from 2026-Q2 on; null is a report that is missing. */
  came: readonly (number | null)[];
  lines?: Line[];
}

/** A live case whose approved promise starts in 2026-Q2, with one KPI worth money and these reports. */
export async function lived(app: App, { title, departmentId, authorId, promised, came, lines }: Lived) {
  const { id, reference } = await aCase(app, { title, departmentId, stage: "production", ownerId: authorId });
  const when = whenOf(app);
  const draft = { firstQuarter: Q2, horizonQuarters: 8, discountRate: 0.08, lines: lines ?? saving(promised) };
  const kpiId = await app.database.write(async (tx) => {
    const author = actorOf(authorId, "finance");
    await writeBusinessCase(tx, author, { useCaseId: id, draft, note: null }, when);
    await freezeBusinessCase(tx, permit(CASEBOOK, "decision.take", await caseById(tx, id)), id, when);
    const [kpi] = await tx
      .insert(kpis)
      .values({
        ...{ useCaseId: id, name: { fr: "Économies" }, unit: "€", direction: "up", baseline: 0, ownerId: authorId },
        ...{ valuePerUnitMinor: 100, overTime: "sum", firstQuarter: Q2 },
      })
      .returning({ id: kpis.id });
    return kpi?.id ?? 0;
  });
  for (const [at, amount] of came.entries())
    if (amount !== null) await reported(app, id, kpiId, addQuarters(Q2, at), amount, authorId);
  return { id, reference, kpiId };
}

/** Reports an amount as it is posted, without the page. */
export async function reported(
  app: App,
  useCaseId: number,
  kpiId: number,
  quarter: Quarter,
  amount: number,
  by: number,
) {
  await app.database.write(async (tx) => {
    await tx.insert(reports).values({
      ...{ kpiId, useCaseId, quarter, actual: amount, evidence: 2, realisedMinor: euros(amount), direction: "up" },
      ...{ baseline: 0, valuePerUnitMinor: 100, attribution: 1, reportedBy: by, reportedOn: whenOf(app).today },
    });
    await post(tx, useCaseId, quarter, { measuredMinor: euros(amount), reports: 1, valuedReports: 1 }, whenOf(app));
  });
}
