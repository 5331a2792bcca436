import { and, asc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { neededBy } from "#app/assessment/needed.server";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { assessments, pocs, standings, useCases } from "#db/schema.server";

/** Cases that a session is offered: those that wait longest. */
const CANDIDATES = 100;

export interface Candidate {
  id: number;
  reference: string;
  title: Told;
  /** Assessed, due for another look, or a POC with its verdict. */
  why: "assessed" | "re-look" | "verdict";
}

/**
 * Each reason by its own way through the index, which stops at the last one shown; together they are put in order.
 * @param asked how many assessments the organisation asks for; conflicts of interest lower it for their case
 */
export async function candidatesFor(
  db: Reader,
  which: { without: readonly number[] } | { among: readonly number[] },
  heldOn: Day,
  asked: number,
): Promise<Candidate[]> {
  // A list of nothing is no list in SQL: 0 is no case.
  const free =
    "among" in which ? inArray(useCases.id, [0, ...which.among]) : notInArray(useCases.id, [0, ...which.without]);
  const oldest = (stage: Stage, due: SQL) =>
    sql`select * from (select ${useCases.id} as id from ${useCases}
      where ${and(eq(useCases.stage, stage), due, free)}
      order by ${useCases.stageSince}, ${useCases.id} limit ${CANDIDATES}) as oldest`;
  const declared = sql`exists (select 1 from ${assessments} where ${assessments.useCaseId} = ${useCases.id}
    and ${assessments.conflicted} = 1 and ${assessments.superseded} = 0)`;
  const assessed = sql`exists (select 1 from ${standings} where ${standings.useCaseId} = ${useCases.id}
    and (${standings.assessments} >= ${asked} or (${standings.assessments} > 0 and ${declared})))`;
  const found = await db.rows<{ id: number }>(
    sql.join(
      [
        oldest("assessment", assessed),
        oldest("on-hold", sql`${useCases.relookOn} <= ${heldOn}`),
        oldest(
          "poc",
          sql`exists (select 1 from ${pocs} where ${pocs.useCaseId} = ${useCases.id} and ${pocs.verdict} is not null)`,
        ),
      ],
      sql` union all `,
    ),
  );
  const ids = found.map(({ id }) => Number(id));
  const rows = ids.length
    ? await db
        .select({
          id: useCases.id,
          reference: useCases.reference,
          title: useCases.title,
          stage: useCases.stage,
          assessments: standings.assessments,
        })
        .from(useCases)
        .leftJoin(standings, eq(standings.useCaseId, useCases.id))
        .where(inArray(useCases.id, ids))
        .orderBy(asc(useCases.stageSince), asc(useCases.id))
        .limit(CANDIDATES)
    : [];
  const needed = await neededBy(db, asked, ids);
  const enough = ({ id, stage, assessments }: (typeof rows)[number]) =>
    stage !== "assessment" || (assessments ?? 0) >= (needed.get(id) ?? asked);
  return rows.filter(enough).map(({ stage, assessments: _, ...row }) => ({
    ...row,
    why: stage === "assessment" ? ("assessed" as const) : stage === "poc" ? ("verdict" as const) : ("re-look" as const),
  }));
}
