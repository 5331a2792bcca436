import { and, eq } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { kpis, people } from "#db/schema.server";
import { kpiById } from "./kpi.server";
import type { OverTime } from "./over-time";
import type { Direction } from "./realised";
import { revalue } from "./revalue.server";

export interface KpiDefinition {
  name: Told;
  unit: string;
  direction: Direction;
  baseline: number;
  baselinePeriod: string | null;
  baselineMethod: Told | null;
  target: number | null;
  ownerId: number;
  /** Minor units for one unit of the KPI in one quarter; null: not turned into money. */
  valuePerUnitMinor: number | null;
  /** 0-1 */
  attribution: number;
  overTime: OverTime;
  isGuardrail: boolean;
  limit: number | null;
  firstQuarter: Quarter;
  lastQuarter: Quarter | null;
}

async function mustExist(tx: Writer, ownerId: number): Promise<void> {
  const [owner] = await tx.select({ active: people.active }).from(people).where(eq(people.id, ownerId));
  if (!owner?.active) throw new Refusal(409, "measurement.refusal.no-owner");
}

/** Defines what a use case must move, or must not make worse. @returns its id */
export async function defineKpi(
  tx: Writer,
  actor: Actor,
  input: KpiDefinition & { useCaseId: number },
  when: When,
): Promise<number> {
  const { useCaseId, ...definition } = input;
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "kpi.define", useCase);
  if (useCase.stage === "merged") throw new Refusal(409, "measurement.refusal.merged");
  await mustExist(tx, definition.ownerId);
  const [made] = await tx
    .insert(kpis)
    .values({ useCaseId, ...definition })
    .returning({ id: kpis.id });
  if (!made) throw new Error("The KPI was not inserted");
  await record(tx, may, { subject: "kpi", subjectId: made.id, useCaseId, after: definition }, when);
  return made.id;
}

/**
 * Changes a KPI. Reports of quarters that are not closed are valued anew, and wait for finance again where that moves
 * their figure; those of closed quarters keep the terms that they were closed with.
 * @returns how many reports were valued anew
 * @throws Refusal 409 when somebody else changed it since version `version`
 */
export async function editKpi(
  tx: Writer,
  actor: Actor,
  input: KpiDefinition & { kpiId: number; version: number },
  when: When,
): Promise<{ revalued: number }> {
  const { kpiId, version, ...definition } = input;
  const found = await kpiById(tx, kpiId);
  const may = permit(actor, "kpi.define", found);
  if (definition.ownerId !== found.kpi.ownerId) await mustExist(tx, definition.ownerId);
  const [kpi] = await tx
    .update(kpis)
    .set({ ...definition, version: version + 1 })
    .where(and(eq(kpis.id, kpiId), eq(kpis.version, version)))
    .returning();
  if (!kpi) throw new Refusal(409, "desk.refusal.stale");
  const { length: revalued } = await revalue(tx, kpi, ({ share }) => share, when);
  const { id: _, useCaseId, version: __, ...before } = found.kpi;
  await record(
    tx,
    may,
    { subject: "kpi", subjectId: kpiId, useCaseId, before, after: { ...definition, revalued } },
    when,
  );
  return { revalued };
}
