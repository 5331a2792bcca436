import { inArray, sql } from "drizzle-orm";
import { draftOf } from "#app/business-cases/page.server";
import { MODELS, storedEntry, VENDORS } from "#app/delivery/registers/stores.server";
import { costPerQuarter } from "#app/delivery/trying/component";
import { type Minor, minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isLive, isStage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { businessCases } from "#db/schema.server";
import { COUNTED, ofQuarter } from "./at-stake.server";
import type { By } from "./exposure";
import { lastClosed, linksTo, thingOf } from "./exposure.server";
import { byWorth, type Dependent, licencesAndUsage, lossOf, paidFor, repriced } from "./what-if";

export interface Thing {
  by: By;
  id: number;
  name: string;
}

/** @throws Refusal 404 */
export async function thingNamed(db: Reader, by: By, id: number): Promise<Thing> {
  if (by === "vendor") return { by, id, name: (await storedEntry(db, VENDORS, id)).entry.name };
  const { name, release } = (await storedEntry(db, MODELS, id)).entry;
  return { by, id, name: [name, release].filter(Boolean).join(" ") };
}

type Row = Record<string, string | number | null>;

/** Attempts that showed a result and are made without the thing. */
const without = ({ by, id }: Thing) =>
  by === "model"
    ? sql`(a.model_id is null or a.model_id <> ${id})
        and not exists (select 1 from attempt_components c where c.attempt_id = a.id and c.model_id = ${id})
        and (a.model_id is not null or exists (select 1 from attempt_components c where c.attempt_id = a.id))`
    : sql`not exists (select 1 from models m where m.id = a.model_id and m.vendor_id = ${id})
        and not exists (select 1 from attempt_components c where c.attempt_id = a.id and c.vendor_id = ${id})
        and (a.model_id is not null or exists (select 1 from attempt_components c where c.attempt_id = a.id))`;

/** Everything a case works with beside the thing: as long as there is nothing, what was bought was bought for it. */
const alone = ({ by }: Thing) =>
  by === "model"
    ? sql.raw(`(select count(*) from use_case_models o where o.use_case_id = u.id) = 1
        and (select count(*) from use_case_vendors o where o.use_case_id = u.id) <= 1`)
    : sql.raw("(select count(*) from use_case_vendors o where o.use_case_id = u.id) = 1");

/** The cases that work with a thing, each with what is known of it in the quarter. Three queries, however many cases. */
async function dependents(db: Reader, thing: Thing, quarter: Quarter): Promise<Dependent[]> {
  const { by, id } = thing;
  const kept = by === "model" ? sql`and k.model_id = ${id}` : sql`and m.vendor_id = ${id}`;
  const rows = await db.rows<Row>(sql`select u.id, u.reference, u.title, u.stage, q.run_cost_minor, q.cost_entries,
      q.valued_reports, q.realised_minor, q.measured_minor + q.validated_minor as proven,
      f.benefit_minor as promised, s.npv_minor,
      case when exists (select 1 from attempts a join pocs p on p.id = a.poc_id
        where p.use_case_id = u.id and a.result is not null and ${without(thing)}) then 1 else 0 end as alternative,
      case when ${alone(thing)} then 1 else 0 end as alone,
      (select sum(c.amount_minor) from costs c where c.use_case_id = u.id and c.quarter = ${quarter}
        and c.kind in ('licence', 'usage')) as bought,
      (select max(k.cost_per_unit) from attempts k join pocs p on p.id = k.poc_id left join models m on m.id = k.model_id
        where p.use_case_id = u.id and k.chosen = 1 ${kept}
        and not exists (select 1 from attempt_components c where c.attempt_id = k.id
          and c.model_id is not null and c.model_id <> k.model_id)) as unit_cost,
      (select max(k.volume_per_quarter) from attempts k join pocs p on p.id = k.poc_id left join models m on m.id = k.model_id
        where p.use_case_id = u.id and k.chosen = 1 ${kept}) as volume
    from ${linksTo(by)} join use_cases u on u.id = l.use_case_id ${ofQuarter(quarter)}
    left join standings s on s.use_case_id = u.id
    where ${thingOf(by)} = ${id} and ${COUNTED}`);
  const sole = rows.filter((row) => Number(row.alone) === 1).map((row) => Number(row.id));
  const bought = await boughtBy(db, sole);
  return rows.map((row) => dependentOf(row, bought));
}

const AT_ONCE = 500;

/** What licences and usage cost by the newest business case of each of these cases, discounted. */
async function boughtBy(db: Reader, useCaseIds: readonly number[]): Promise<Map<number, Minor>> {
  const found = new Map<number, { number: number; amount: Minor }>();
  for (let from = 0; from < useCaseIds.length; from += AT_ONCE) {
    const drafts = await db
      .select()
      .from(businessCases)
      .where(inArray(businessCases.useCaseId, useCaseIds.slice(from, from + AT_ONCE)));
    for (const row of drafts) {
      if ((found.get(row.useCaseId)?.number ?? 0) >= row.number) continue;
      found.set(row.useCaseId, { number: row.number, amount: licencesAndUsage(draftOf(row)) });
    }
  }
  return new Map([...found].map(([id, { amount }]) => [id, amount]));
}

const known = (value: string | number | null | undefined): Minor | null =>
  value === null || value === undefined ? null : minor(Number(value));

function dependentOf(row: Row, bought: Map<number, Minor>): Dependent {
  const stage = typeof row.stage === "string" && isStage(row.stage) ? row.stage : null;
  const live = isLive(stage);
  const runCost = live && Number(row.cost_entries ?? 0) > 0 ? known(row.run_cost_minor) : null;
  const valued = live && Number(row.valued_reports ?? 0) > 0;
  const costs = Number(row.alone) === 1 && runCost !== null ? known(row.bought ?? 0) : null;
  const perUnit = row.unit_cost === null ? null : Number(row.unit_cost);
  const attempt = runCost === null ? null : costPerQuarter(perUnit, row.volume === null ? null : Number(row.volume));
  return {
    ...{ id: Number(row.id), reference: String(row.reference), stage, live },
    title: (typeof row.title === "string" ? JSON.parse(row.title) : {}) as Told,
    runCost,
    realised: valued ? known(row.realised_minor) : null,
    proven: valued ? known(row.proven) : null,
    promised: known(row.promised),
    alternative: Number(row.alternative) === 1,
    part:
      costs !== null
        ? { amount: costs, from: "costs" }
        : attempt !== null
          ? { amount: attempt, from: "attempt" }
          : null,
    npv: known(row.npv_minor),
    licencesAndUsage: bought.get(Number(row.id)) ?? null,
  };
}

/** What would become of the portfolio without a thing, or at another price of it. */
export async function readWhatIf(db: Reader, thing: Thing, factor: number, current: Quarter) {
  const quarter = await lastClosed(db, current);
  const cases = byWorth(await dependents(db, thing, quarter)).map((one) => repriced(one, factor));
  const live = cases.filter((one) => one.live);
  return {
    ...{ thing, quarter, factor, cases },
    gone: {
      all: lossOf(cases),
      live: live.length,
      withAlternative: lossOf(cases.filter(({ alternative }) => alternative)),
      withoutAlternative: lossOf(cases.filter(({ alternative }) => !alternative)),
    },
    price: {
      roiFalls: cases.filter(({ roiFalls }) => roiFalls).length,
      npvFalls: cases.filter(({ npvFalls }) => npvFalls).length,
      unknown: cases.filter(({ unknown }) => unknown).length,
      ...paidFor(cases),
    },
  };
}
export type WhatIf = Awaited<ReturnType<typeof readWhatIf>>;
