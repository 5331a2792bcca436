import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { LIVE_STAGES } from "#app/use-cases/stages";

/** The stages of live cases, as a list of SQL. */
export const LIVE = sql.raw(LIVE_STAGES.map((stage) => `'${stage}'`).join(", "));

/**
 * Where a case stood at the end of the day before `end`: where its last change before then left it, or where its first
 * one after it found it, or put it in. Told so, a past account does not change with the case.
 * @param id the case's id, as the query around names it
 */
export const stoodBefore = (id: SQL, end: Day): SQL => sql`coalesce(
    (select s.to_stage from stage_changes s where s.use_case_id = ${id} and s.on_day < ${end}
      order by s.on_day desc, s.id desc limit 1),
    (select coalesce(s.from_stage, s.to_stage) from stage_changes s where s.use_case_id = ${id} and s.on_day >= ${end}
      order by s.on_day, s.id limit 1),
    (select here.stage from use_cases here where here.id = ${id}))`;
