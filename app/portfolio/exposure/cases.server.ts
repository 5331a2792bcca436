import { type SQL, sql } from "drizzle-orm";
import { type Minor, minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isLive, isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { atStake, COUNTED, ofQuarter, SUMMED, type SummedRow } from "./at-stake.server";
import type { AtStake, BehindQuery, BehindSort } from "./exposure";
import { lastClosed, linksTo, thingOf } from "./exposure.server";
import { type Thing, thingNamed } from "./what-if.server";

/** One case with what exposure adds up of it; null where that is not known, or not counted at its stage. */
export interface CaseBehind {
  reference: string;
  title: Told;
  stage: Stage | null;
  realised: Minor | null;
  proven: Minor | null;
  promised: Minor | null;
  runCost: Minor | null;
}

export interface Behind {
  quarter: Quarter;
  thing: Thing | null;
  sum: AtStake;
  rows: CaseBehind[];
  next: number | null;
}

const PAGE = 50;
const WORTH: Record<BehindSort, SQL> = {
  realised: sql.raw("case when q.valued_reports > 0 then q.realised_minor end"),
  proven: sql.raw("case when q.valued_reports > 0 then q.measured_minor + q.validated_minor end"),
  promised: sql.raw("f.benefit_minor"),
  runCost: sql.raw("case when q.cost_entries > 0 then q.run_cost_minor end"),
};

/** The cases behind a figure of exposure, the largest first, with the sum of all of them. Four queries. */
export async function readBehind(db: Reader, query: BehindQuery, current: Quarter): Promise<Behind> {
  const { by, id, stage, linked, sort, from } = query;
  const quarter = await lastClosed(db, current);
  const thing = id === null ? null : await thingNamed(db, by, id);
  const link = sql`exists (select 1 from ${linksTo(by)}
    where l.use_case_id = u.id ${id === null ? sql`` : sql`and ${thingOf(by)} = ${id}`})`;
  const meant = sql`${COUNTED} ${stage === null ? sql`` : sql`and u.stage = ${stage}`}
    and ${id === null && linked === "no" ? sql`not ${link}` : link}`;
  const [sums = {}] = await db.rows<SummedRow>(
    sql`select ${SUMMED} from use_cases u ${ofQuarter(quarter)} where ${meant}`,
  );
  const rows = await db.rows<SummedRow>(sql`select u.reference, u.title, u.stage, ${WORTH.realised} as realised,
      ${WORTH.proven} as proven, ${WORTH.promised} as promised, ${WORTH.runCost} as run_cost
    from use_cases u ${ofQuarter(quarter)} where ${meant}
    order by case when ${WORTH[sort]} is null then 1 else 0 end, ${WORTH[sort]} desc, u.id
    limit ${PAGE + 1} offset ${from}`);
  return {
    ...{ quarter, thing, sum: atStake(sums) },
    rows: rows.slice(0, PAGE).map(caseBehind),
    next: rows.length > PAGE ? from + PAGE : null,
  };
}

function caseBehind(row: SummedRow): CaseBehind {
  const stage = typeof row.stage === "string" && isStage(row.stage) ? row.stage : null;
  const money = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : minor(Number(value));
  const ofLive = (value: string | number | null | undefined) => (isLive(stage) ? money(value) : null);
  return {
    ...{ reference: String(row.reference), stage },
    title: (typeof row.title === "string" ? JSON.parse(row.title) : {}) as Told,
    ...{ realised: ofLive(row.realised), proven: ofLive(row.proven), runCost: ofLive(row.run_cost) },
    promised: money(row.promised),
  };
}
