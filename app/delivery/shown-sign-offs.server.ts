import { and, asc, eq, inArray } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { withInvolved } from "#app/use-cases/signatures/involved.server";
import { type SignatureState, stateOf } from "#app/use-cases/signatures/signature";
import type { Reader } from "#db/client.server";
import { people } from "#db/schema.server";
import { ableAmong, colleaguesOf, mayAnswer } from "./sign-off-reviewers.server";
import { type CaseSignOff, signOffsOfCase } from "./sign-offs.server";

export interface ShownSignOff extends CaseSignOff {
  state: SignatureState;
  /** Of its kind, the answer that counts today. */
  counts: boolean;
  mayAnswer: boolean;
  mayGiveTo: { id: number; name: string }[];
  mayMeet: number[];
}

/** The sign-offs of a case as a reader sees them: what each is worth on a day, and what they may do. */
export async function shownSignOffs(db: Reader, actor: Actor, useCase: UseCase, today: Day): Promise<ShownSignOff[]> {
  const rows = await signOffsOfCase(db, useCase.id);
  if (rows.length === 0) return [];
  const parties = await withInvolved(db, useCase);
  const colleagues = await colleaguesOf(db, actor);
  return rows.map((one) => {
    const may = one.verdict === null && mayAnswer(actor, one.kind, parties, one.requestedBy);
    const newest = rows.find(({ kind, verdict }) => kind === one.kind && verdict !== null);
    return {
      ...one,
      state: stateOf(one, today),
      counts: newest === one,
      mayAnswer: may,
      mayGiveTo: may ? ableAmong(colleagues[one.kind], one, parties) : [],
      mayMeet: one.asked
        .filter(
          ({ metOn, ownerId }) =>
            metOn === null && permits(actor, "sign-off.condition", { ...useCase, accountOf: ownerId }),
        )
        .map(({ id }) => id),
    };
  });
}

type OfCase = Pick<UseCase, "authorId" | "coAuthorId" | "ownerId" | "technicalOwnerId">;

export function partyIds({ authorId, coAuthorId, ownerId, technicalOwnerId }: OfCase): number[] {
  return [ownerId, technicalOwnerId, authorId, coAuthorId].filter((id) => id !== null);
}

/** The people of these cases with an open account: whom a reviewer asks to meet a condition. One query. */
export function partiesToAsk(db: Reader, cases: readonly OfCase[]): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.active, true), inArray(people.id, [0, ...new Set(cases.flatMap(partyIds))])))
    .orderBy(asc(people.nameFolded), asc(people.id));
}
