import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { kpis, reports } from "#db/schema.server";
import { kpisById } from "./kpi.server";
import type { OverlapVerdict } from "./overlap";
import { readNamed } from "./overlaps.server";
import { realisedValue } from "./realised";
import { newestWord } from "./resolve-overlap.server";
import { sharesIn, sharingWith, WHOLE_SHARE } from "./shares";
import { quartersToShare, readSaid, sharingsOf } from "./shares.server";

/** The KPIs of an address with those that share with them, what each counts, and what the reader may say of them. */
export async function readOverlapPage(
  db: Reader,
  actor: Actor & { personId: number },
  asked: { kpiIds: readonly number[]; other: string | null },
  current: Quarter,
) {
  const said = await readSaid(db);
  const decided = sharingsOf(said);
  const quarters = await quartersToShare(db, current);
  const bound = quarters.flatMap((quarter) => [...sharingWith(decided, asked.kpiIds, quarter)]);
  const kpiIds = [...new Set([...asked.kpiIds, ...bound])].sort((a, b) => a - b);
  const found = await kpisById(db, kpiIds);
  if (found.size < kpiIds.length || found.size === 0) throw new Refusal(404, "measurement.refusal.no-kpi");
  const parties = [...found.values()];
  const shares = sharesIn(decided, current);
  const known = await readNamed(db, kpiIds);
  const last = await lastReports(db, kpiIds);
  const verdicts: OverlapVerdict[] = [];
  if (parties.every((party) => permits(actor, "overlap.resolve", party))) verdicts.push("shared", "different");
  if (parties.some((party) => permits(actor, "overlap.declare", party))) verdicts.push("declared");
  const words = said.filter((word) => word.kpiIds.some((kpiId) => kpiIds.includes(kpiId)));
  return {
    kpis: kpiIds.flatMap((kpiId) => {
      const [kpi, own] = [known.get(kpiId), last.get(kpiId) ?? null];
      if (!kpi) return [];
      const full = own && realisedValue(own.actual, { ...own, share: WHOLE_SHARE });
      const share = shares.get(kpiId) ?? null;
      return [{ ...kpi, share, last: own && { id: own.id, quarter: own.quarter, full, counted: own.realisedMinor } }];
    }),
    quarters,
    seen: newestWord(said, kpiIds),
    words: words
      .map(({ id, verdict, fromQuarter, reason, on }) => ({ id, verdict, fromQuarter, reason, on }))
      .reverse(),
    verdicts,
    others: asked.other === null ? null : await kpisOf(db, actor, asked.other, kpiIds),
  };
}

export type OverlapPage = Awaited<ReturnType<typeof readOverlapPage>>;

/** The newest report of each that has a value. */
async function lastReports(db: Reader, kpiIds: readonly number[]) {
  const rows = await db
    .select()
    .from(reports)
    .where(and(inArray(reports.kpiId, [...kpiIds]), isNotNull(reports.actual)))
    .orderBy(asc(reports.quarter), asc(reports.id));
  return new Map(rows.map((row) => [row.kpiId, row]));
}

/** The KPIs in money of another case, to be set beside these; null where there is no such case. */
async function kpisOf(db: Reader, actor: Actor & { personId: number }, reference: string, kpiIds: readonly number[]) {
  const useCase = await openCase(db, actor, reference.toUpperCase()).catch((problem: unknown) => {
    if (problem instanceof Refusal) return null;
    throw problem;
  });
  const rows = useCase
    ? await db
        .select({ id: kpis.id, name: kpis.name, unit: kpis.unit })
        .from(kpis)
        .where(and(eq(kpis.useCaseId, useCase.id), isNotNull(kpis.valuePerUnitMinor)))
        .orderBy(desc(kpis.id))
    : [];
  return { reference, title: useCase?.title ?? null, kpis: rows.filter(({ id }) => !kpiIds.includes(id)) };
}
