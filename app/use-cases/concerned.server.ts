import { eq, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { coSponsors, followers } from "#db/schema.server";
import type { UseCase } from "./cases.server";

const choicesOn = prepared((db) =>
  db
    .select({ personId: followers.personId, follows: followers.follows })
    .from(followers)
    .where(eq(followers.useCaseId, sql.placeholder("useCaseId"))),
);

const joinedTo = prepared((db) =>
  db
    .select({ personId: coSponsors.personId })
    .from(coSponsors)
    .where(eq(coSponsors.useCaseId, sql.placeholder("useCaseId"))),
);

export type Concerning = Pick<UseCase, "id" | "authorId" | "coAuthorId" | "ownerId" | "technicalOwnerId">;

/** Whom a case concerns: those who wrote it, answer for it, joined or follow it, save those who chose not to be told. */
export async function concernedBy(db: Reader, useCase: Concerning): Promise<number[]> {
  const { id: useCaseId, authorId, coAuthorId, ownerId, technicalOwnerId } = useCase;
  const chose = await choicesOn(db, { useCaseId });
  const joined = await joinedTo(db, { useCaseId });
  const not = new Set(chose.filter(({ follows }) => !follows).map(({ personId }) => personId));
  const following = chose.filter(({ follows }) => follows).map(({ personId }) => personId);
  const parties = [authorId, coAuthorId, ownerId, technicalOwnerId, ...joined.map(({ personId }) => personId)];
  const all = [...parties, ...following].filter((party) => party !== null);
  return [...new Set(all)].filter((party) => !not.has(party));
}
