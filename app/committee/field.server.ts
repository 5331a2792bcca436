import { and, eq, inArray, sql } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { type HiddenScores, hiddenColumn, veiled } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { filterExceptions, standings, trustCards, useCases } from "#db/schema.server";
import type { FieldCase } from "./field";
import type { FilterException } from "./filters";
import type { Rules } from "./order.server";
import { isRanked, RANKED_STAGES } from "./ranking";
import { readRules } from "./ranking.server";

/** Every case that takes part, with what all are put in order by, drawn and added up by. */
export interface Field {
  cases: FieldCase[];
  rules: Rules;
  exceptions: FilterException[];
}

/** The newest POC's, as the choice of a portfolio takes it. */
const PEOPLE = sql<number | null>`(select people_cap from pocs where pocs.use_case_id = ${useCases.id}
  order by pocs.id desc limit 1)`.mapWith((people) => (people === null ? null : Number(people)));

const COLUMNS = {
  useCaseId: useCases.id,
  stage: useCases.stage,
  departmentId: useCases.departmentId,
  riskClass: trustCards.aiActClass,
  people: PEOPLE,
  value: standings.value,
  complexity: standings.complexity,
  risk: standings.risk,
  assessments: standings.assessments,
  npvMinor: standings.npvMinor,
  npvP50Minor: standings.npvP50Minor,
  totalBenefitMinor: standings.totalBenefitMinor,
  totalCostMinor: standings.totalCostMinor,
  roi: standings.roi,
  paybackQuarters: standings.paybackQuarters,
  peopleAffected: useCases.peopleAffected,
};

/** Four queries, however many cases there are. */
export async function readField(db: Reader, hidden: HiddenScores): Promise<Field> {
  return {
    rules: await readRules(db),
    cases: await readCases(db, hidden),
    exceptions: await readExceptions(db),
  };
}

/** Those that take part, of these cases alone or of all. One query. */
export async function readCases(db: Reader, hidden: HiddenScores, ids?: readonly number[]): Promise<FieldCase[]> {
  const rows = await db
    .select({ ...COLUMNS, scoresHidden: hiddenColumn(hidden) })
    .from(useCases)
    .innerJoin(standings, eq(standings.useCaseId, useCases.id))
    .leftJoin(trustCards, eq(trustCards.useCaseId, useCases.id))
    .where(and(inArray(useCases.stage, [...RANKED_STAGES]), ids && inArray(useCases.id, [...ids, 0])));
  return rows.flatMap((row): FieldCase[] => {
    const { stage, riskClass } = row;
    if (!isRanked(stage)) return [];
    const seen = veiled(row);
    return [{ ...seen, risk: row.scoresHidden ? null : row.risk, stage, riskClass: riskClass ?? "unclassified" }];
  });
}

export const readExceptions = (db: Reader): Promise<FilterException[]> =>
  db.select({ useCaseId: filterExceptions.useCaseId, filterId: filterExceptions.filterId }).from(filterExceptions);

export interface CaseName {
  reference: string;
  title: Told;
}

/** What those cases are called that a page shows. One query. */
export async function namesOf(db: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, CaseName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: useCases.id, reference: useCases.reference, title: useCases.title })
    .from(useCases)
    .where(inArray(useCases.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
