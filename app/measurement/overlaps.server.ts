import { and, asc, eq, gte, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import { TOO_NEAR } from "#app/use-cases/similar/likeness";
import { LIVE_STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { caseLinks, departments, kpis, likePairs, people, useCases } from "#db/schema.server";
import { type CasePair, findOverlaps, unresolved } from "./overlap";
import { covers } from "./quarter-life";
import { holdingIn, WHOLE_SHARE } from "./shares";
import { readSaid, type SaidOverlap, sharingsOf } from "./shares.server";

const inMoney = isNotNull(kpis.valuePerUnitMinor);
const live = inArray(useCases.stage, [...LIVE_STAGES]);

/** Where overlaps are looked for: the rule finds none between departments, and those declared by hand name their KPIs. */
interface Near {
  departmentIds: readonly number[];
  kpiIds: readonly number[];
  /** Whether cases without a department are looked at too. */
  placeless: boolean;
}

/** KPIs in money of live cases that are reported from this quarter on. */
async function readCounting(db: Reader, from: Quarter, near: Near | null) {
  const placeless = near?.placeless ? isNull(useCases.departmentId) : undefined;
  const there =
    near && or(placeless, inArray(useCases.departmentId, [...near.departmentIds]), inArray(kpis.id, [...near.kpiIds]));
  return db
    .select({
      kpiId: kpis.id,
      useCaseId: kpis.useCaseId,
      departmentId: useCases.departmentId,
      name: kpis.name,
      unit: kpis.unit,
      firstQuarter: kpis.firstQuarter,
      lastQuarter: kpis.lastQuarter,
    })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .where(and(inMoney, live, there ?? undefined, or(isNull(kpis.lastQuarter), gte(kpis.lastQuarter, from))))
    .orderBy(asc(kpis.id));
}

/** Cases that are linked, or that are about the same need and nobody said otherwise. */
async function readPairs(db: Reader): Promise<CasePair[]> {
  const linked = await db.select({ oneId: caseLinks.fromId, otherId: caseLinks.toId }).from(caseLinks);
  const measured = db.select({ id: kpis.useCaseId }).from(kpis).where(inMoney);
  const alike = await db
    .select({ oneId: likePairs.oneId, otherId: likePairs.otherId })
    .from(likePairs)
    .where(and(isNull(likePairs.apartAt), gte(likePairs.likeness, TOO_NEAR), inArray(likePairs.oneId, measured)));
  return [
    ...linked.map((pair) => ({ ...pair, sign: "linked" as const })),
    ...alike.map((pair) => ({ ...pair, sign: "alike" as const })),
  ];
}

/** The overlaps that nobody has decided, of KPIs that are reported from this quarter on. Five queries. */
export async function readUnresolved(
  db: Reader,
  from: Quarter,
  known?: readonly SaidOverlap[],
  near: Near | null = null,
) {
  const counting = await readCounting(db, from, near);
  const byId = new Map(counting.map((kpi) => [kpi.kpiId, kpi]));
  const found = findOverlaps(counting, await readPairs(db));
  return unresolved(found, known ?? (await readSaid(db))).flatMap((overlap) => {
    const [one, other] = [byId.get(overlap.one), byId.get(overlap.other)];
    return one && other ? [{ ...overlap, kpis: [one, other] as const }] : [];
  });
}

/**
 * The same of one quarter: both KPIs are reported in it.
 * @param of only what concerns these KPIs: their departments are looked at, however many others there are
 */
export async function unresolvedIn(
  db: Reader,
  quarter: Quarter,
  of: readonly { kpiId: number; departmentId: number | null }[] | null = null,
) {
  const said = await readSaid(db);
  const declared = said.filter(({ verdict }) => verdict === "declared").flatMap(({ kpiIds }) => kpiIds);
  const departmentIds = [...new Set(of?.flatMap(({ departmentId }) => departmentId ?? []))];
  const placeless = of?.some(({ departmentId }) => departmentId === null) ?? false;
  const near = of && { departmentIds, placeless, kpiIds: [...of.map(({ kpiId }) => kpiId), ...declared] };
  const open = await readUnresolved(db, quarter, said, near);
  return open.filter(({ kpis: [one, other] }) => covers(one, quarter) && covers(other, quarter));
}

/** The KPIs that are in one of them. */
export const kpisInDoubt = (open: readonly { one: number; other: number }[]): Set<number> =>
  new Set(open.flatMap(({ one, other }) => [one, other]));

/** KPIs with what a reader knows them by. */
export async function readNamed(db: Reader, kpiIds: readonly number[]) {
  if (kpiIds.length === 0) return new Map<number, NamedKpi>();
  const rows = await namedWhere(db, [...new Set(kpiIds)]);
  return new Map(rows.map((row) => [row.kpiId, row]));
}

const namedWhere = (db: Reader, kpiIds: readonly number[]) =>
  db
    .select({
      kpiId: kpis.id,
      kpi: kpis.name,
      unit: kpis.unit,
      owner: people.name,
      reference: useCases.reference,
      title: useCases.title,
      department: departments.name,
    })
    .from(kpis)
    .innerJoin(useCases, eq(useCases.id, kpis.useCaseId))
    .innerJoin(people, eq(people.id, kpis.ownerId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .where(inArray(kpis.id, [...kpiIds]));

export type NamedKpi = Awaited<ReturnType<typeof namedWhere>>[number];

/** So many overlaps are listed; what is decided makes room for the rest. */
export const MOST_LISTED = 100;

/** The page of overlaps: what is to be decided, and what was. Seven queries. */
export async function readOverlaps(db: Reader, from: Quarter, current: Quarter) {
  const said = await readSaid(db);
  const open = await readUnresolved(db, from, said);
  const listed = open.slice(0, MOST_LISTED);
  const holding = holdingIn(sharingsOf(said), current);
  const held = said.filter(({ id }) => [...holding.values()].some((sharing) => sharing.id === id && sharing.shared));
  const apart = said.filter(({ verdict }) => verdict === "different").slice(-MOST_LISTED);
  const all = [...held, ...apart];
  const known = await readNamed(db, [
    ...listed.flatMap(({ one, other }) => [one, other]),
    ...all.flatMap((o) => o.kpiIds),
  ]);
  const saidBy = await namesOf(db, all);
  const told = (word: SaidOverlap) => ({
    ...{ id: word.id, fromQuarter: word.fromQuarter, reason: word.reason, on: word.on },
    by: word.byId === null ? null : (saidBy.get(word.byId) ?? null),
    kpis: word.members.flatMap(({ kpiId, share }) => {
      const kpi = known.get(kpiId);
      return kpi ? [{ ...kpi, share: share ?? WHOLE_SHARE }] : [];
    }),
  });
  return {
    unresolved: listed.flatMap(({ one, other, signs, declared }) => {
      const [first, second] = [known.get(one), known.get(other)];
      return first && second ? [{ one: first, other: second, signs, declared }] : [];
    }),
    count: open.length,
    shared: held.map(told),
    different: apart.map(told).reverse(),
  };
}

export type Overlaps = Awaited<ReturnType<typeof readOverlaps>>;

async function namesOf(db: Reader, said: readonly SaidOverlap[]): Promise<Map<number, string>> {
  const ids = [...new Set(said.flatMap(({ byId }) => byId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
