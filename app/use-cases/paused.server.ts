import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { incidentPauses, incidents, stageChanges, useCases } from "#db/schema.server";
import { isStage, type Stage } from "./stages";

/**
 * That a pause has not ended: its case has not left the hold since. There is only the stage and its changes, and no
 * second place that could say otherwise; a merge takes the case along as it is, and its undo brings it back so. To be
 * joined with `incident_pauses`.
 */
const goesOn: SQL = sql`not exists (select 1 from ${stageChanges} later where later.use_case_id = ${incidentPauses.useCaseId}
  and later.id > ${incidentPauses.changeId} and later.to_stage not in ('on-hold', 'merged'))`;

/** That a case is on hold because of an incident. To be asked of `use_cases`. */
export const pausedByIncident: SQL = sql`(${useCases.stage} = 'on-hold' and exists (
  select 1 from ${incidentPauses} where ${incidentPauses.useCaseId} = ${useCases.id} and ${goesOn}))`;

/** That a case was live until an incident stopped it in this quarter or later: some of the quarter it still worked. */
export const pausedWhileLiveIn = (quarter: Quarter): SQL => sql`(${useCases.stage} = 'on-hold' and exists (
  select 1 from ${incidentPauses} join ${stageChanges} begun on begun.id = ${incidentPauses.changeId}
  where ${incidentPauses.useCaseId} = ${useCases.id} and ${incidentPauses.quarter} >= ${quarter}
    and begun.from_stage in ('pilot', 'production') and ${goesOn}))`;

export interface Pause {
  incidentId: number;
  /** What it is: in the words of whoever logged it. */
  incident: Told;
  /** Where it stood, and where it goes on. */
  from: Stage | null;
  on: Day;
  reason: Told | null;
}

/** Of these cases, those on hold because of an incident. One query; none for no case. */
export async function pausesOf(db: Reader, useCaseIds: readonly number[]): Promise<Map<number, Pause>> {
  if (useCaseIds.length === 0) return new Map();
  const rows = await db
    .select({
      useCaseId: incidentPauses.useCaseId,
      incidentId: incidentPauses.incidentId,
      incident: incidents.title,
      from: stageChanges.from,
      on: stageChanges.on,
      reason: stageChanges.reason,
    })
    .from(incidentPauses)
    .innerJoin(useCases, and(eq(useCases.id, incidentPauses.useCaseId), eq(useCases.stage, "on-hold")))
    .innerJoin(stageChanges, eq(stageChanges.id, incidentPauses.changeId))
    .innerJoin(incidents, eq(incidents.id, incidentPauses.incidentId))
    .where(and(inArray(incidentPauses.useCaseId, [...useCaseIds]), goesOn));
  return new Map(
    rows.map(({ useCaseId, from, ...pause }) => [useCaseId, { ...pause, from: isStage(from) ? from : null }]),
  );
}

export interface PauseSpan {
  on: Day;
  from: string | null;
  reason: Told | null;
  /** Null while it goes on. */
  until: Day | null;
  to: string | null;
  untilReason: Told | null;
}

/** Every pause that an incident caused, with its end as the next change of stage says it. Two queries. */
export async function pauseSpans(db: Reader, incidentId: number): Promise<PauseSpan[]> {
  const begun = await db
    .select({
      id: incidentPauses.changeId,
      useCaseId: incidentPauses.useCaseId,
      on: stageChanges.on,
      from: stageChanges.from,
      reason: stageChanges.reason,
    })
    .from(incidentPauses)
    .innerJoin(stageChanges, eq(stageChanges.id, incidentPauses.changeId))
    .where(eq(incidentPauses.incidentId, incidentId))
    .orderBy(incidentPauses.changeId);
  const [first] = begun;
  if (!first) return [];
  const ended = await db
    .select({ id: stageChanges.id, on: stageChanges.on, to: stageChanges.to, reason: stageChanges.reason })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.useCaseId, first.useCaseId),
        sql`${stageChanges.id} > ${first.id} and ${stageChanges.to} not in ('on-hold', 'merged')`,
      ),
    )
    .orderBy(stageChanges.id);
  return begun.map(({ id, on, from, reason }) => {
    const end = ended.find((change) => change.id > id) ?? null;
    return { on, from, reason, until: end?.on ?? null, to: end?.to ?? null, untilReason: end?.reason ?? null };
  });
}
