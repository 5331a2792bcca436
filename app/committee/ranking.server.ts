import { asc, eq, inArray } from "drizzle-orm";
import { type HiddenScores, hiddenColumn, veiled } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { filterExceptions, filters, settings, standings, useCases } from "#db/schema.server";
import { type CaseFigures, checkFilters, type Filter, type FilterException, isField } from "./filters";
import type { Rules } from "./order.server";
import { isRanked, type Placed, place, type RankedStage, SUCCESS_BY_STAGE, type Unplaced } from "./ranking";

/** The setting that holds the probabilities of success that an administrator chose. */
export const PROBABILITIES = "committee.success-by-stage";

const FIGURES = {
  useCaseId: standings.useCaseId,
  value: standings.value,
  complexity: standings.complexity,
  npvMinor: standings.npvMinor,
  npvP50Minor: standings.npvP50Minor,
  totalBenefitMinor: standings.totalBenefitMinor,
  totalCostMinor: standings.totalCostMinor,
  roi: standings.roi,
  paybackQuarters: standings.paybackQuarters,
  peopleAffected: useCases.peopleAffected,
};

/** The filters in force, in their order. */
export async function readFilters(db: Reader): Promise<Filter[]> {
  const rows = await db
    .select()
    .from(filters)
    .where(eq(filters.active, true))
    .orderBy(asc(filters.position), asc(filters.id));
  return rows.flatMap(({ id, name, field, operator, threshold }) =>
    isField(field) ? [{ id, name, field, operator, threshold }] : [],
  );
}

async function readExceptions(db: Reader, ids: readonly number[]): Promise<FilterException[]> {
  return ids.length === 0
    ? []
    : db
        .select({ useCaseId: filterExceptions.useCaseId, filterId: filterExceptions.filterId })
        .from(filterExceptions)
        .where(inArray(filterExceptions.useCaseId, [...ids]));
}

/** The probability of success of each ranked stage: what an administrator set, or the house's own. */
export async function readProbabilities(db: Reader): Promise<Record<RankedStage, number>> {
  return (await storedProbabilities(db)).probabilities;
}

/** The same with their version: 0 while they are the house's own. */
export async function storedProbabilities(
  db: Reader,
): Promise<{ probabilities: Record<RankedStage, number>; version: number }> {
  const [set] = await db.select().from(settings).where(eq(settings.name, PROBABILITIES));
  const said = set ? (JSON.parse(set.value) as Partial<Record<RankedStage, number>>) : {};
  return { probabilities: { ...SUCCESS_BY_STAGE, ...said }, version: set?.version ?? 0 };
}

/** A case with what the screens choose it by. */
export interface CandidateFigures extends CaseFigures {
  stage: RankedStage;
  departmentId: number | null;
}

/** What cases are put in order by. Two queries. */
export async function readRules(db: Reader): Promise<Rules> {
  return { filters: await readFilters(db), probabilities: await readProbabilities(db) };
}

/** These cases with their checks, each placed as the ranking places it. Two queries. */
export async function readPlaced(db: Reader, rules: Rules, hidden: HiddenScores, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Placed<CandidateFigures> | Unplaced<CandidateFigures>>();
  const rows = await db
    .select({
      stage: useCases.stage,
      departmentId: useCases.departmentId,
      scoresHidden: hiddenColumn(hidden),
      ...FIGURES,
    })
    .from(useCases)
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .where(inArray(useCases.id, [...ids]));
  const exceptions = await readExceptions(db, ids);
  return new Map(
    rows.flatMap((row) => {
      if (!isRanked(row.stage)) return [];
      const figures: CandidateFigures = { ...veiled(row), stage: row.stage };
      const excepted = exceptions.filter(({ useCaseId }) => useCaseId === row.useCaseId);
      const checks = checkFilters(rules.filters, figures, new Set(excepted.map(({ filterId }) => filterId)));
      return [[row.useCaseId, place(figures, checks, rules.probabilities)]];
    }),
  );
}

/** Every filter in force on one case, exceptions counted in: what the gate to `approved` asks. */
export async function filtersOfCase(db: Reader, useCaseId: number) {
  const [figures] = await db
    .select({ stage: useCases.stage, ...FIGURES })
    .from(useCases)
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .where(eq(useCases.id, useCaseId));
  const excepted = await db
    .select({ filterId: filterExceptions.filterId })
    .from(filterExceptions)
    .where(eq(filterExceptions.useCaseId, useCaseId));
  const known: CaseFigures = figures ?? { ...NO_FIGURES, useCaseId };
  return checkFilters(await readFilters(db), known, new Set(excepted.map(({ filterId }) => filterId)));
}

const NO_FIGURES: Omit<CaseFigures, "useCaseId"> = {
  stage: null,
  value: null,
  complexity: null,
  npvMinor: null,
  npvP50Minor: null,
  totalBenefitMinor: null,
  totalCostMinor: null,
  roi: null,
  peopleAffected: null,
  paybackQuarters: null,
};
