import { and, asc, eq, inArray, isNotNull, lte, min } from "drizzle-orm";
import { addQuarters, type Quarter, quarterRange } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { overlapKpis, overlaps, reports } from "#db/schema.server";
import type { OverlapVerdict } from "./overlap";
import { knownQuarters } from "./quarters.server";
import type { Sharing } from "./shares";

/** The shares of these KPIs in a quarter; one that counts in full is not in it. One query. */
export async function sharesAt(db: Reader, kpiIds: readonly number[], quarter: Quarter): Promise<Map<number, number>> {
  if (kpiIds.length === 0) return new Map();
  const rows = await db
    .select({ kpiId: overlapKpis.kpiId, share: overlapKpis.share })
    .from(overlapKpis)
    .innerJoin(overlaps, eq(overlaps.id, overlapKpis.overlapId))
    .where(
      and(inArray(overlapKpis.kpiId, [...kpiIds]), isNotNull(overlapKpis.share), lte(overlaps.fromQuarter, quarter)),
    )
    .orderBy(asc(overlaps.id));
  return new Map(rows.flatMap(({ kpiId, share }) => (share === null ? [] : [[kpiId, share] as const])));
}

/** All that was said of overlaps, in the order in which it was said. Two queries. */
export async function readSaid(db: Reader) {
  const said = await db.select().from(overlaps).orderBy(asc(overlaps.id));
  const members = await db.select().from(overlapKpis).orderBy(asc(overlapKpis.overlapId), asc(overlapKpis.kpiId));
  const byOverlap = new Map<number, { kpiId: number; share: number | null }[]>();
  for (const { overlapId, ...member } of members) {
    const own = byOverlap.get(overlapId);
    if (own) own.push(member);
    else byOverlap.set(overlapId, [member]);
  }
  return said.map((row) => {
    const own = byOverlap.get(row.id) ?? [];
    return { ...row, members: own, kpiIds: own.map(({ kpiId }) => kpiId) };
  });
}

export type SaidOverlap = Awaited<ReturnType<typeof readSaid>>[number];

/** What of it changed shares. */
export function sharingsOf(
  said: readonly {
    id: number;
    verdict: OverlapVerdict;
    fromQuarter: Quarter | null;
    members: readonly { kpiId: number; share: number | null }[];
  }[],
): Sharing[] {
  return said.flatMap(({ id, verdict, fromQuarter, members }) => {
    if (fromQuarter === null) return [];
    const shares = new Map(members.flatMap(({ kpiId, share }) => (share === null ? [] : [[kpiId, share] as const])));
    return [{ id, shared: verdict === "shared", from: fromQuarter, shares }];
  });
}

/** The quarters from which shares may apply: those after the last closed one, up to the current one, newest first. */
export async function quartersToShare(db: Reader, current: Quarter): Promise<Quarter[]> {
  const known = await knownQuarters(db);
  const closed = known.find(({ status }) => status === "closed");
  const [reported] = await db.select({ first: min(reports.quarter) }).from(reports);
  const first = closed ? addQuarters(closed.quarter, 1) : (reported?.first ?? addQuarters(current, -1));
  return first > current ? [] : quarterRange(first, current).reverse();
}
