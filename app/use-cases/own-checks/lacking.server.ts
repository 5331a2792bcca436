import { count, eq, inArray, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Reader } from "#db/client.server";
import { gateAnswers, trustCards, useCases } from "#db/schema.server";
import type { SignOffKind } from "../signatures/signature";
import { isStage, type Stage } from "../stages";
import { type Lacking, lackingOf, type Tally } from "./lacking";
import { concerns, type OwnCheck, type Scoped } from "./own-check";

/** Cases by what says whether a check concerns them. One query. */
async function casesByScope(db: Reader): Promise<(Tally & Scoped)[]> {
  const rows = await db
    .select({
      stage: useCases.stage,
      departmentId: useCases.departmentId,
      aiType: useCases.aiType,
      customerFacing: trustCards.customerFacing,
      cases: count(),
    })
    .from(useCases)
    .leftJoin(trustCards, eq(trustCards.useCaseId, useCases.id))
    .groupBy(useCases.stage, useCases.departmentId, useCases.aiType, trustCards.customerFacing);
  return rows.map(({ stage, ...row }) => ({ ...row, stage: isStage(stage) ? stage : null }));
}

/** Cases that meet each check, by their stage. Two queries. */
async function casesThatMeet(db: Reader, checks: readonly OwnCheck[], today: Day) {
  const newest = sql`${gateAnswers.id} = (select max(n.id) from gate_answers n where n.check_id = ${gateAnswers.checkId}
    and n.use_case_id = ${gateAnswers.useCaseId})`;
  const answered = checks.length
    ? await db
        .select({
          checkId: gateAnswers.checkId,
          stage: useCases.stage,
          departmentId: useCases.departmentId,
          aiType: useCases.aiType,
          customerFacing: trustCards.customerFacing,
          // A red line that is crossed passes with the committee's exception, as at the gate itself.
          cases: sql<number>`sum(case when ${gateAnswers.passes} = 1 or ${trustCards.redLineException} is not null
            then 1 else 0 end)`,
        })
        .from(gateAnswers)
        .innerJoin(useCases, eq(useCases.id, gateAnswers.useCaseId))
        .leftJoin(trustCards, eq(trustCards.useCaseId, useCases.id))
        .where(
          sql`${newest} and ${inArray(
            gateAnswers.checkId,
            checks.map(({ id }) => id),
          )}`,
        )
        .groupBy(gateAnswers.checkId, useCases.stage, useCases.departmentId, useCases.aiType, trustCards.customerFacing)
    : [];
  const signed = checks.some(({ kind }) => kind === "sign-off") ? await casesThatAreSigned(db, today) : [];
  return checks.map((check) => {
    const own =
      check.kind === "sign-off"
        ? signed.filter(({ kind }) => kind === check.role)
        : answered.filter(({ checkId }) => checkId === check.id);
    return own
      .map(({ stage, ...row }) => ({ ...row, cases: Number(row.cases), stage: isStage(stage) ? stage : null }))
      .filter((row) => concerns(check, row));
  });
}

/** Cases with a signature that holds, by role and by what says whether a check concerns them. One query. */
async function casesThatAreSigned(db: Reader, today: Day) {
  const rows = await db.rows<{
    kind: SignOffKind;
    stage: Stage | null;
    departmentId: number | null;
    aiType: string | null;
    customerFacing: number | null;
    cases: number;
  }>(sql`select s.kind as "kind", u.stage as "stage", u.department_id as "departmentId", u.ai_type as "aiType",
      t.customer_facing as "customerFacing", count(*) as "cases"
    from sign_offs s join use_cases u on u.id = s.use_case_id left join trust_cards t on t.use_case_id = u.id
    where s.verdict = 'yes' and s.stale_on is null and (s.expires_on is null or s.expires_on > ${today})
      and s.id = (select max(n.id) from sign_offs n where n.use_case_id = s.use_case_id and n.kind = s.kind
        and n.verdict is not null)
    group by s.kind, u.stage, u.department_id, u.ai_type, t.customer_facing`);
  return rows.map(({ customerFacing, ...row }) => ({
    ...row,
    customerFacing: customerFacing === null ? null : Boolean(customerFacing),
  }));
}

/** For each of these checks, how many cases lack it: before its gate, and past it. Four queries at most. */
export async function lackingOfChecks(db: Reader, checks: readonly OwnCheck[], today: Day): Promise<Lacking[]> {
  if (checks.length === 0) return [];
  const cases = await casesByScope(db);
  const met = await casesThatMeet(db, checks, today);
  return checks.map((check, index) =>
    lackingOf(
      check.gate,
      cases.filter((row) => concerns(check, row)),
      met[index] ?? [],
    ),
  );
}

/** How many cases would lack a check that is not there yet. Two queries at most. */
export async function previewCheck(
  db: Reader,
  check: Pick<OwnCheck, "gate" | "kind" | "role" | "departmentIds" | "aiTypes" | "customerFacing">,
  today: Day,
): Promise<Lacking> {
  const cases = (await casesByScope(db)).filter((row) => concerns(check, row));
  const signed = check.kind === "sign-off" ? await casesThatAreSigned(db, today) : [];
  return lackingOf(
    check.gate,
    cases,
    signed.filter((row) => row.kind === check.role && concerns(check, row)),
  );
}
