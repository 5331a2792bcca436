import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";

export interface StageContradiction {
  reference: string;
  stage: string;
  lastMove: string;
}

const AT_MOST = 20;

/** Cases whose stage is not the one that their last move led to. An empty list is the proof that none contradicts itself. */
export async function checkStages(db: Reader): Promise<StageContradiction[]> {
  const rows = await db.rows<{ reference: string; stage: string | null; last_move: string | null }>(sql`
    select use_cases.reference, use_cases.stage, stage_changes.to_stage as last_move
    from use_cases
    join (select use_case_id, max(id) as id from stage_changes group by use_case_id) as newest
      on newest.use_case_id = use_cases.id
    join stage_changes on stage_changes.id = newest.id
    where coalesce(use_cases.stage, '') <> coalesce(stage_changes.to_stage, '')
    order by use_cases.id limit ${AT_MOST}`);
  return rows.map(({ reference, stage, last_move }) => ({
    reference,
    stage: stage ?? "unknown",
    lastMove: last_move ?? "unknown",
  }));
}
