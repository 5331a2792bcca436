import { sql } from "drizzle-orm";
import { type Day, dayIn } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { TIMES_PER } from "../content";
import { isStage, type Stage } from "../stages";
import type { CampaignCase } from "./figures";

interface Row extends Record<string, unknown> {
  id: number;
  reference: string;
  title: string;
  departmentId: number | null;
  stage: string | null;
  createdAt: number;
  submittedOn: Day | null;
  authorId: number | null;
  coAuthorId: number | null;
  author: string | null;
  capturedBy: string | null;
  peopleAffected: number | null;
  timesPer: string | null;
  times: number | null;
  minutesPerTime: number | null;
}

export interface CaseOfCampaign extends CampaignCase {
  id: number;
  reference: string;
  title: Told;
  authorId: number | null;
  coAuthorId: number | null;
  /** Milliseconds. */
  createdAt: number;
}

/** All that was put in for a campaign, the latest first, with what its figures are made of. Two queries. */
export async function casesOf(db: Reader, campaignId: number, timeZone: string): Promise<CaseOfCampaign[]> {
  const rows = await db.rows<Row>(
    sql`SELECT u.id, u.reference, u.title, u.department_id AS "departmentId", u.stage, u.created_at AS "createdAt",
          (SELECT min(c.on_day) FROM stage_changes c WHERE c.use_case_id = u.id AND c.to_stage <> 'draft') AS "submittedOn",
          u.author_id AS "authorId", u.co_author_id AS "coAuthorId", p.name AS author, u.captured_by AS "capturedBy", u.people_affected AS "peopleAffected",
          u.times_per AS "timesPer", u.times, u.minutes_per_time AS "minutesPerTime"
        FROM use_cases u LEFT JOIN people p ON p.id = u.author_id
        WHERE u.campaign_id = ${campaignId} ORDER BY u.id DESC`,
  );
  const steps = await db.rows<{ id: number; stage: string }>(
    sql`SELECT DISTINCT c.use_case_id AS id, c.to_stage AS stage FROM stage_changes c
        WHERE c.use_case_id IN (SELECT id FROM use_cases WHERE campaign_id = ${campaignId})`,
  );
  const reached = new Map<number, Stage[]>();
  for (const { id, stage } of steps) {
    if (isStage(stage)) reached.set(id, [...(reached.get(id) ?? []), stage]);
  }
  return rows.map(({ title, stage, createdAt, timesPer, ...row }) => ({
    ...row,
    title: JSON.parse(title) as Told,
    stage: isStage(stage) ? stage : null,
    timesPer: TIMES_PER.find((per) => per === timesPer) ?? null,
    createdAt: Number(createdAt),
    capturedOn: dayIn(new Date(Number(createdAt)), timeZone),
    reached: reached.get(row.id) ?? [],
  }));
}
