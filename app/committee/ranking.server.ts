import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { filterExceptions, filters, standings, useCases } from "#db/schema.server";
import { type CaseFigures, checkFilters, type Filter, type FilterException, isField } from "./filters";
import { RANKED_STAGES, type Ranking, rank } from "./ranking";

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

export function readExceptions(db: Reader): Promise<FilterException[]> {
  return db
    .select({ useCaseId: filterExceptions.useCaseId, filterId: filterExceptions.filterId })
    .from(filterExceptions);
}

/** Every case of the ranked stages, put in order. Three queries, however many cases. */
export async function readRanking(db: Reader): Promise<Ranking> {
  const cases = await db
    .select({ stage: useCases.stage, ...FIGURES })
    .from(useCases)
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .where(inArray(useCases.stage, [...RANKED_STAGES]));
  return rank(cases, await readFilters(db), await readExceptions(db));
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
  paybackQuarters: null,
};
