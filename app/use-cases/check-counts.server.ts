import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";

export interface MiscountedKind {
  stage: string;
  departmentId: number;
  aiType: string;
  source: string;
  campaignId: number;
  kept: number;
  counted: number;
}

const AT_MOST = 20;

/** Kinds of cases of which the kept count is not the number of cases. An empty list proves the counts of the list's filters. */
export async function checkCounts(db: Reader): Promise<MiscountedKind[]> {
  const rows = await db.rows<MiscountedKind & Record<string, unknown>>(sql`
    SELECT stage, department_id AS "departmentId", ai_type AS "aiType", source,
      campaign_id AS "campaignId", sum(kept) AS kept, sum(counted) AS counted
    FROM (
      SELECT stage, department_id, ai_type, source, campaign_id, cases AS kept, 0 AS counted FROM case_counts
      UNION ALL
      SELECT coalesce(stage, ''), coalesce(department_id, 0), coalesce(ai_type, ''),
        coalesce(external_source, source, ''), coalesce(campaign_id, 0), 0, 1 FROM use_cases
    ) AS both_sides
    GROUP BY stage, department_id, ai_type, source, campaign_id
    HAVING sum(kept) <> sum(counted)
    ORDER BY stage, department_id, ai_type, source, campaign_id LIMIT ${AT_MOST}`);
  // PostgreSQL answers sums as text.
  return rows.map((row) => ({ ...row, kept: Number(row.kept), counted: Number(row.counted) }));
}
