import { and, asc, count, desc, eq, gte, isNull, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Reader } from "#db/client.server";
import { departments, people, risks, useCases } from "#db/schema.server";
import { OF_ORGANISATION, type RiskQuery } from "./register";
import { scoresOf } from "./risk";

const PAGE = 50;
/** A file asks in such parts. */
const AT_ONCE = 1_000;
/** As many as a file holds. */
export const MOST_RISKS = 100_000;

// What is still a draft is its author's alone.
const shown = or(isNull(useCases.stage), ne(useCases.stage, "draft"));

/** What the register is asked for, its page and its cell of the matrix aside. */
function asked(query: RiskQuery, today: Day): SQL | undefined {
  const { department, owner, category, level, review, state } = query;
  const bounds = level && scoresOf(level);
  return and(
    state === "all" ? undefined : eq(risks.state, state),
    department === OF_ORGANISATION
      ? isNull(risks.useCaseId)
      : department === null
        ? undefined
        : eq(useCases.departmentId, department),
    owner === null ? undefined : eq(risks.ownerId, owner),
    category === null ? undefined : eq(risks.category, category),
    bounds ? and(gte(risks.score, bounds.from), lte(risks.score, bounds.to)) : undefined,
    review === "overdue" ? and(eq(risks.state, "open"), lt(risks.reviewOn, today)) : undefined,
  );
}

function inCell({ likelihood, impact, matrix }: RiskQuery): SQL | undefined {
  const [across, up] =
    matrix === "residual" ? [risks.residualLikelihood, risks.residualImpact] : [risks.likelihood, risks.impact];
  return and(likelihood === null ? undefined : eq(across, likelihood), impact === null ? undefined : eq(up, impact));
}

const risksWith = (db: Reader) => {
  const owner = db.select({ id: people.id, name: people.name }).from(people).as("risk_owner");
  return db
    .select({
      id: risks.id,
      reference: useCases.reference,
      useCaseTitle: useCases.title,
      department: departments.name,
      title: risks.title,
      category: risks.category,
      owner: owner.name,
      likelihood: risks.likelihood,
      impact: risks.impact,
      residualLikelihood: risks.residualLikelihood,
      residualImpact: risks.residualImpact,
      mitigation: risks.mitigation,
      mitigationDueOn: risks.mitigationDueOn,
      mitigationDoneOn: risks.mitigationDoneOn,
      score: risks.score,
      reviewOn: risks.reviewOn,
      state: risks.state,
    })
    .from(risks)
    .leftJoin(useCases, eq(useCases.id, risks.useCaseId))
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .innerJoin(owner, eq(owner.id, risks.ownerId));
};

async function rowsOf(db: Reader, query: RiskQuery, limit: number, today: Day) {
  const [score, id] = query.after?.split(".").map(Number) ?? [];
  const beyond =
    score === undefined || id === undefined
      ? undefined
      : or(lt(risks.score, score), and(eq(risks.score, score), lt(risks.id, id)));
  const rows = await risksWith(db)
    .where(and(shown, asked(query, today), inCell(query), beyond))
    .orderBy(desc(risks.score), desc(risks.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, overdue: row.state === "open" && row.reviewOn < today }));
}

export type RegisteredRisk = Awaited<ReturnType<typeof rowsOf>>[number];

const cursorOf = (row: RegisteredRisk | undefined) => (row ? `${row.score}.${row.id}` : null);

/** A page of the register, the gravest first. One query. */
export async function riskPage(db: Reader, query: RiskQuery, today: Day, limit = PAGE) {
  const rows = await rowsOf(db, query, limit + 1, today);
  return { rows: rows.slice(0, limit), next: rows.length > limit ? cursorOf(rows[limit - 1]) : null };
}

/** Every risk that is asked for, for a file; at most so many. */
export async function wholeRiskRegister(
  db: Reader,
  query: RiskQuery,
  today: Day,
  most: number,
): Promise<RegisteredRisk[]> {
  const all: RegisteredRisk[] = [];
  let after: string | null = null;
  while (all.length < most) {
    const part: RegisteredRisk[] = await rowsOf(db, { ...query, after }, AT_ONCE, today);
    all.push(...part);
    after = cursorOf(part.at(-1));
    if (part.length < AT_ONCE) break;
  }
  return all.slice(0, most);
}

export interface MatrixCell {
  likelihood: number;
  impact: number;
  risks: number;
}

/**
 * How many risks stand in each cell before their mitigation and after it, of those asked for; how many are overdue for
 * their look, and of how many nobody said what remains. One query, from an index where nothing is filtered.
 */
export async function riskMatrix(db: Reader, query: RiskQuery, today: Day) {
  const { likelihood, impact, residualLikelihood, residualImpact } = risks;
  // Without a filter on the case, drafts are the only reason to look at it: they have no risks (`risk.write` refuses).
  const counted = db
    .select({
      ...{ likelihood, impact, residualLikelihood, residualImpact, risks: count() },
      overdue:
        sql<number>`sum(case when ${risks.reviewOn} < ${today} and ${risks.state} = 'open' then 1 else 0 end)`.mapWith(
          Number,
        ),
    })
    .from(risks);
  const joined =
    typeof query.department === "number" ? counted.innerJoin(useCases, eq(useCases.id, risks.useCaseId)) : counted;
  const rows = await joined.where(asked(query, today)).groupBy(likelihood, impact, residualLikelihood, residualImpact);
  const inherent = new Map<string, MatrixCell>();
  const residual = new Map<string, MatrixCell>();
  const add = (cells: Map<string, MatrixCell>, across: number, up: number, more: number) => {
    const key = `${across}.${up}`;
    cells.set(key, { likelihood: across, impact: up, risks: (cells.get(key)?.risks ?? 0) + more });
  };
  for (const row of rows) {
    add(inherent, row.likelihood, row.impact, row.risks);
    if (row.residualLikelihood === null || row.residualImpact === null) continue;
    add(residual, row.residualLikelihood, row.residualImpact, row.risks);
  }
  const total = rows.reduce((sum, row) => sum + row.risks, 0);
  const told = [...residual.values()].reduce((sum, cell) => sum + cell.risks, 0);
  return {
    ...{ inherent: [...inherent.values()], residual: [...residual.values()] },
    ...{ total, untold: total - told, overdue: rows.reduce((sum, row) => sum + row.overdue, 0) },
  };
}

/** What the register can be narrowed to: departments, and those who answer for a risk. Two queries. */
export async function riskFilters(db: Reader) {
  return {
    departments: await db
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .orderBy(asc(departments.code)),
    owners: await db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(sql`${people.id} in (select ${risks.ownerId} from ${risks} where ${risks.state} = 'open')`)
      .orderBy(asc(people.nameFolded), asc(people.id))
      .limit(500),
  };
}

/** What a person answers for: open risks, and those whose look is overdue. One query. */
export async function countRisks(db: Reader, personId: number, today: Day): Promise<{ open: number; overdue: number }> {
  const [all] = await db
    .select({
      open: count(),
      overdue: sql<number>`coalesce(sum(case when ${risks.reviewOn} < ${today} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(risks)
    .where(and(eq(risks.ownerId, personId), eq(risks.state, "open")));
  return { open: Number(all?.open ?? 0), overdue: all?.overdue ?? 0 };
}
