import { and, eq, inArray } from "drizzle-orm";
import { idsHolding } from "#app/people/holders.server";
import { relationsOf } from "#app/people/permissions";
import { among } from "#db/among.server";
import type { Reader } from "#db/client.server";
import { assessments, useCases } from "#db/schema.server";
import { assessmentsNeededOf } from "./needed";

/**
 * How many assessments each of these cases needs.
 * @param asked what the organisation asks for
 * @returns only those that a conflict of interest concerns; all others need what is asked
 */
export async function neededBy(db: Reader, asked: number, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const declared = await db
    .select({ useCaseId: assessments.useCaseId, assessorId: assessments.assessorId })
    .from(assessments)
    .where(
      and(among(db, assessments.useCaseId, ids), eq(assessments.conflicted, true), eq(assessments.superseded, false)),
    );
  if (declared.length === 0) return new Map();
  const concerned = [...new Set(declared.map(({ useCaseId }) => useCaseId))];
  const members = await idsHolding(db, "committee", "chair");
  const cases = await db.select().from(useCases).where(inArray(useCases.id, concerned));
  return new Map(
    cases.map((useCase) => {
      const free = members.filter((personId) => !isParty(personId, useCase));
      const conflicted = declared.filter(
        ({ useCaseId, assessorId }) => useCaseId === useCase.id && free.includes(assessorId),
      );
      return [useCase.id, assessmentsNeededOf({ asked, members: free.length, conflicted: conflicted.length })];
    }),
  );
}

/** Whether somebody wrote the case or answers for it, and so does not score it. */
export function isParty(personId: number, useCase: Parameters<typeof relationsOf>[1]): boolean {
  const me = { personId, name: "", roles: [], departmentIds: [] };
  const relations = relationsOf(me, useCase);
  return (["author", "co-author", "business-owner", "technical-owner"] as const).some((one) => relations.has(one));
}
