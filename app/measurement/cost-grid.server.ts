import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { type Minor, sumKnown } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { LIVE_STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { costs, departments, useCases } from "#db/schema.server";
import { COST_KINDS, type CostKind } from "./postings";

const PAGE = 25;

/** Live cases and those in a POC, with what each cost in the quarter, kind by kind: one page. Three queries. */
export async function readCostGrid(
  db: Reader,
  actor: Actor,
  asked: { quarter: Quarter; departmentId: number | null; after: number | null },
) {
  const { quarter, departmentId, after } = asked;
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(asc(departments.code));
  const found = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      departmentId: useCases.departmentId,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
    })
    .from(useCases)
    .where(
      and(
        inArray(useCases.stage, ["poc", ...LIVE_STAGES]),
        departmentId === null ? undefined : eq(useCases.departmentId, departmentId),
        after === null ? undefined : gt(useCases.id, after),
      ),
    )
    .orderBy(asc(useCases.id))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const spent = page.length
    ? await db
        .select()
        .from(costs)
        .where(
          and(
            eq(costs.quarter, quarter),
            inArray(
              costs.useCaseId,
              page.map(({ id }) => id),
            ),
          ),
        )
    : [];
  return {
    departments: offered,
    departmentId,
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    rows: page.map((row) => {
      const own = spent.filter(({ useCaseId }) => useCaseId === row.id);
      const amounts = Object.fromEntries(
        COST_KINDS.map((kind) => [kind, own.find((cost) => cost.kind === kind)?.amountMinor ?? null]),
      ) as Record<CostKind, Minor | null>;
      const versions = Object.fromEntries(
        COST_KINDS.map((kind) => [kind, own.find((cost) => cost.kind === kind)?.version ?? 0]),
      ) as Record<CostKind, number>;
      return {
        id: row.id,
        reference: row.reference,
        title: row.title,
        amounts,
        versions,
        /** Null where nothing was entered. */
        total: sumKnown(own.map(({ amountMinor }) => amountMinor)),
        mayWrite: permits(actor, "cost.write", row),
      };
    }),
  };
}

export type CostGrid = Awaited<ReturnType<typeof readCostGrid>>;
