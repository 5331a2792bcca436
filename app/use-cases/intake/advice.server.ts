import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { currencyDigits, type Minor } from "#app/kernel/money";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { departments, useCases } from "#db/schema.server";
import type { CaseContent } from "../content";
import { type Estimate, estimate } from "./estimate";
import { type Example, exampleFor } from "./examples";
import { answeredQuestions } from "./questions";
import { toolInsteadOfNeed } from "./tool-first";

export interface Advice {
  /** How a good answer looks: of the department's own case furthest on its way, or of its trade. */
  example: Example & { reference: string | null; department: CaseContent["title"] | null };
  estimate: Estimate;
  hourlyCost: Minor | null;
  /** The tool that was named instead of a need. */
  tool: string | null;
  answered: number;
  people: number | null;
}

// The furthest first: a case that lives shows best how it once began.
const SHOWN_FROM = ["production", "pilot", "poc", "approved", "assessment"] as const;
const FURTHEST = sql`CASE ${useCases.stage} WHEN 'production' THEN 5 WHEN 'pilot' THEN 4 WHEN 'poc' THEN 3 WHEN 'approved' THEN 2 ELSE 1 END`;

const departmentOf = prepared<{ id: number }, typeof departments.$inferSelect>((db) =>
  db
    .select()
    .from(departments)
    .where(eq(departments.id, sql.placeholder("id"))),
);

const ownExample = prepared((db) =>
  db
    .select({
      reference: useCases.reference,
      title: useCases.title,
      need: useCases.need,
      affected: useCases.affected,
      expectedBenefit: useCases.expectedBenefit,
      dataInvolved: useCases.dataInvolved,
      peopleAffected: useCases.peopleAffected,
      times: useCases.times,
      timesPer: useCases.timesPer,
      minutesPerTime: useCases.minutesPerTime,
    })
    .from(useCases)
    .where(
      and(
        eq(useCases.departmentId, sql.placeholder("departmentId")),
        inArray(useCases.stage, [...SHOWN_FROM]),
        isNotNull(useCases.need),
        isNotNull(useCases.affected),
        isNotNull(useCases.expectedBenefit),
      ),
    )
    .orderBy(desc(FURTHEST), desc(useCases.id))
    .limit(1),
);

/** What stands beside the form while it is filled in. Two queries. @param content what has been said so far */
export async function adviseOn(db: Reader, content: CaseContent, currency: string): Promise<Advice> {
  const [department = null] = content.departmentId === null ? [] : await departmentOf(db, { id: content.departmentId });
  const [own] = department ? await ownExample(db, { departmentId: department.id }) : [];
  const trade = exampleFor(department);
  const { need, affected, expectedBenefit } = own ?? {};
  const example = own && need && affected && expectedBenefit ? { ...own, need, affected, expectedBenefit } : trade;
  return {
    example: {
      ...example,
      reference: own && example !== trade ? own.reference : null,
      department: department?.name ?? null,
    },
    estimate: estimate(content, department?.hourlyCostMinor ?? null, currencyDigits(currency)),
    hourlyCost: department?.hourlyCostMinor ?? null,
    tool: toolInsteadOfNeed(content.title, content.need),
    answered: answeredQuestions(content),
    people: content.peopleAffected,
  };
}
