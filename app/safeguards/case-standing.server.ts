import { sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { incidents, risks, useCases } from "#db/schema.server";

const standing = prepared<
  { useCaseId: number; today: string },
  { open: number; worst: number | null; overdue: number; incidents: number; openIncidents: number }
>((db) =>
  db
    .select({
      open: sql<number>`(select count(*) from ${risks} where ${risks.useCaseId} = ${useCases.id} and ${risks.state} = 'open')`,
      worst: sql<
        number | null
      >`(select max(${risks.score}) from ${risks} where ${risks.useCaseId} = ${useCases.id} and ${risks.state} = 'open')`,
      overdue: sql<number>`(select count(*) from ${risks} where ${risks.useCaseId} = ${useCases.id} and ${risks.state} = 'open'
        and ${risks.reviewOn} < ${sql.placeholder("today")})`,
      incidents: sql<number>`(select count(*) from ${incidents} where ${incidents.useCaseId} = ${useCases.id})`,
      openIncidents: sql<number>`(select count(*) from ${incidents} where ${incidents.useCaseId} = ${useCases.id}
        and ${incidents.state} = 'open')`,
    })
    .from(useCases)
    .where(sql`${useCases.id} = ${sql.placeholder("useCaseId")}`),
);

/** What of a case's risks and incidents stands on its card. One query. */
export async function caseStanding(db: Reader, useCaseId: number, today: Day) {
  const [row] = await standing(db, { useCaseId, today });
  return {
    open: Number(row?.open ?? 0),
    worst: row?.worst == null ? null : Number(row.worst),
    overdue: Number(row?.overdue ?? 0),
    incidents: Number(row?.incidents ?? 0),
    openIncidents: Number(row?.openIncidents ?? 0),
  };
}

export type CaseStanding = Awaited<ReturnType<typeof caseStanding>>;
