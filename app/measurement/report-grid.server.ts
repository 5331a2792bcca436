import { and, asc, eq, inArray, lte, or, sql } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Actor } from "#app/people/roles";
import { pausesOf } from "#app/use-cases/paused.server";
import type { Reader } from "#db/client.server";
import { kpis, people, reports, useCases } from "#db/schema.server";
import { dueIn } from "./due.server";
import { quarterToReport } from "./quarter-life";
import { knownQuarters } from "./quarters.server";
import type { GridScope } from "./report-grid-input";

const PAGE = 500;
/** How far back sparklines look. */
const HISTORY = 8;

function scoped(actor: Actor, scope: GridScope) {
  const me = actor.personId ?? 0;
  const departments = actor.roles.includes("champion") ? [...actor.departmentIds] : [];
  // Each part by its own index, which an OR over two tables would not take.
  const own = sql`select id from kpis where owner_id = ${me}
    union select k.id from kpis k join use_cases u on u.id = k.use_case_id where u.owner_id = ${me}`;
  if (scope === "mine" || departments.length === 0) return sql`${kpis.id} in (${own})`;
  return or(sql`${kpis.id} in (${own})`, inArray(useCases.departmentId, departments));
}

/** The KPIs whose value a person is asked for, with what is known of each. Five queries. */
export async function readReportGrid(
  db: Reader,
  actor: Actor,
  asked: { quarter: Quarter | null; scope: GridScope; after: string | null },
  current: Quarter,
) {
  const known = await knownQuarters(db);
  const quarter = asked.quarter ?? quarterToReport(known, current);
  const status = known.find((row) => row.quarter === quarter)?.status ?? "open";
  const [afterCase, afterKpi] = (asked.after ?? "").split("-").map(Number);
  const beyond =
    afterCase && afterKpi
      ? sql`(${useCases.id} > ${afterCase} or (${useCases.id} = ${afterCase} and ${kpis.id} > ${afterKpi}))`
      : undefined;
  const found = await db
    .select({
      id: kpis.id,
      useCaseId: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      name: kpis.name,
      unit: kpis.unit,
      baseline: kpis.baseline,
      target: kpis.target,
      direction: kpis.direction,
      isGuardrail: kpis.isGuardrail,
      limit: kpis.limit,
      ownerId: kpis.ownerId,
      owner: people.name,
    })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .where(and(dueIn(quarter), scoped(actor, asked.scope), beyond))
    .orderBy(asc(useCases.id), asc(kpis.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const written = rows.length
    ? await db
        .select()
        .from(reports)
        .where(
          and(
            inArray(
              reports.kpiId,
              rows.map(({ id }) => id),
            ),
            lte(reports.quarter, quarter),
          ),
        )
        .orderBy(asc(reports.quarter))
    : [];
  const last = rows.at(-1);
  const pauses = await pausesOf(db, [...new Set(rows.map(({ useCaseId }) => useCaseId))]);
  return {
    quarter,
    status,
    scope: asked.scope,
    mayChooseScope: actor.roles.includes("champion") && actor.departmentIds.length > 0,
    next: found.length > PAGE && last ? `${last.useCaseId}-${last.id}` : null,
    rows: rows.map((kpi) => {
      const own = written.filter((report) => report.kpiId === kpi.id);
      const now = own.find((report) => report.quarter === quarter) ?? null;
      const before = own.filter((report) => report.quarter < quarter && report.actual !== null);
      const newest = before.at(-1) ?? null;
      return {
        ...kpi,
        /** Since when its case is on hold because of an incident. */
        pausedOn: pauses.get(kpi.useCaseId)?.on ?? null,
        history: before.slice(-HISTORY).map(({ actual }) => actual),
        last: newest && { quarter: newest.quarter, actual: newest.actual },
        report: now && {
          id: now.id,
          actual: now.actual,
          unavailableBecause: now.unavailableBecause,
          evidence: now.evidence,
          source: now.source,
          note: now.note,
          review: now.review,
          reviewNote: now.reviewNote,
          version: now.version,
        },
        // A new row starts from how the last one was measured, never from its value.
        usual: newest && { evidence: newest.evidence, source: newest.source },
      };
    }),
  };
}

export type ReportGrid = Awaited<ReturnType<typeof readReportGrid>>;
export type GridKpi = ReportGrid["rows"][number];
