import { and, desc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { addQuarters, firstDayOf, type Quarter } from "#app/kernel/quarter";
import { quarterToRead } from "#app/measurement/quarter-life";
import { knownQuarters } from "#app/measurement/quarters.server";
import { WHOLE } from "#app/use-cases/quarter-totals.server";
import { isStage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { departments, kpis, reports, stageChanges, useCases } from "#db/schema.server";
import { dashboardOf } from "../dashboard";
import { readTotals } from "../dashboard.server";
import { PAGE } from "../filtered.server";
import { type CaseChange, type ChangeKind, sentencesOf, stepsOf, type ValuedReport, whyOf } from "./changes";
import { type Moved, readMoved, readRestated, type Scope } from "./moved-cases.server";

export interface ChangesAsked {
  /** Null: the last quarter that is closed. */
  quarter: Quarter | null;
  /** 0: cases without a department; null: all. */
  departmentId: number | null;
  /** Null: every kind. */
  kind: ChangeKind | null;
  /** Where the page of cases begins. */
  after: string | null;
}

async function reportsOf(db: Reader, ids: readonly number[], { quarter, before }: Scope) {
  const found = await db
    .select({
      reportId: reports.id,
      kpiId: reports.kpiId,
      kpi: kpis.name,
      unit: kpis.unit,
      useCaseId: reports.useCaseId,
      quarter: reports.quarter,
      actual: reports.actual,
      realised: reports.realisedMinor,
      direction: reports.direction,
      baseline: reports.baseline,
      valuePerUnit: reports.valuePerUnitMinor,
      attribution: reports.attribution,
      share: reports.share,
      note: reports.note,
    })
    .from(reports)
    .innerJoin(kpis, eq(kpis.id, reports.kpiId))
    .where(
      and(
        inArray(reports.useCaseId, [...ids]),
        inArray(reports.quarter, [before, quarter]),
        isNotNull(reports.realisedMinor),
      ),
    );
  return found.flatMap(({ actual, realised, ...row }): (ValuedReport & { useCaseId: number })[] =>
    actual === null || realised === null ? [] : [{ ...row, actual, realised }],
  );
}

/** The cases as they are told: named, and with what their own records say of the move. Three queries. */
async function explained(db: Reader, moved: readonly Moved[], scope: Scope): Promise<Map<number, CaseChange>> {
  const ids = [...new Set(moved.map(({ id }) => id))];
  if (!ids.length) return new Map();
  const end = firstDayOf(addQuarters(scope.quarter, 1), scope.fiscalFirstMonth);
  const named = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title, stage: useCases.stage })
    .from(useCases)
    .where(inArray(useCases.id, ids));
  const valued = await reportsOf(db, ids, scope);
  const stopped = [...new Set(moved.filter(({ kind }) => kind === "stopped").map(({ id }) => id))];
  const ways = stopped.length
    ? await db
        .select({ id: stageChanges.useCaseId, to: stageChanges.to, reason: stageChanges.reason })
        .from(stageChanges)
        .where(and(inArray(stageChanges.useCaseId, stopped), lt(stageChanges.on, end)))
        .orderBy(desc(stageChanges.on), desc(stageChanges.id))
    : [];
  return new Map(
    named.map(({ stage, ...one }) => {
      const change = moved.find(({ id }) => id === one.id);
      if (!change) throw new Error(`Case ${one.id} did not move`);
      const way = ways.find(({ id }) => id === one.id);
      const left = way?.to ?? stage;
      return [
        one.id,
        {
          ...one,
          ...change,
          why: whyOf(
            valued.filter((row) => row.useCaseId === one.id),
            scope.quarter,
          ),
          left: change.kind === "stopped" && isStage(left) ? { stage: left, reason: way?.reason ?? null } : null,
        },
      ];
    }),
  );
}

/**
 * What changed from the quarter before to the quarter, and why: the steps from one whole to the other, the account in
 * sentences, and the cases that moved, largest first, a page at a time. Eight queries.
 */
export async function readChanges(
  db: Reader,
  { quarter: asked, departmentId, kind, after }: ChangesAsked,
  { current, fiscalFirstMonth }: { current: Quarter; fiscalFirstMonth: number },
) {
  const known = await knownQuarters(db);
  const quarter = asked ?? quarterToRead(known, current);
  const before = addQuarters(quarter, -1);
  const scope = { quarter, before, departmentId, fiscalFirstMonth };
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(departments.code);
  const rows = await readTotals(db, sql`department_id = ${departmentId ?? WHOLE}`);
  const { now } = dashboardOf({ quarters: rows, parts: [], quarter, departments: [] });
  const { now: past } = dashboardOf({ quarters: rows, parts: [], quarter: before, departments: [] });
  const restated = await readRestated(db, scope);
  const { sums, named, page } = await readMoved(db, scope, { kind, after });
  const shown = page.slice(0, PAGE);
  const told = await explained(db, [...named, ...shown], scope);
  const tellOf = (list: readonly Moved[]) => list.flatMap(({ id }) => told.get(id) ?? []);
  const last = shown.at(-1);
  return {
    quarter,
    before,
    departmentId,
    kind,
    departments: offered,
    quarters: [...new Set([...known.map((row) => row.quarter), ...rows.map((row) => row.quarter), quarter])]
      .filter((of) => of <= current)
      .sort()
      .reverse(),
    steps: stepsOf(past.realised, now.realised, sums, restated),
    sentences: sentencesOf({ now, before: past, sums, restated, largest: tellOf(named) }),
    sums,
    restated,
    cases: tellOf(shown),
    next: page.length > PAGE && last ? `${Math.abs(last.difference)}~${last.id}` : null,
  };
}

export type ChangesAnswer = Awaited<ReturnType<typeof readChanges>>;
