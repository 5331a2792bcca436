import { eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { coSponsors, followers } from "#db/schema.server";
import type { UseCase } from "./cases.server";

type Concerning = Pick<UseCase, "id" | "authorId" | "coAuthorId" | "ownerId" | "technicalOwnerId">;

/** Whom a case concerns: those who wrote it, answer for it, joined or follow it, save those who chose not to be told. */
export async function concernedBy(db: Reader, useCase: Concerning): Promise<number[]> {
  const { id, authorId, coAuthorId, ownerId, technicalOwnerId } = useCase;
  const chose = await db
    .select({ personId: followers.personId, follows: followers.follows })
    .from(followers)
    .where(eq(followers.useCaseId, id));
  const joined = await db
    .select({ personId: coSponsors.personId })
    .from(coSponsors)
    .where(eq(coSponsors.useCaseId, id));
  const not = new Set(chose.filter(({ follows }) => !follows).map(({ personId }) => personId));
  const following = chose.filter(({ follows }) => follows).map(({ personId }) => personId);
  const parties = [authorId, coAuthorId, ownerId, technicalOwnerId, ...joined.map(({ personId }) => personId)];
  const all = [...parties, ...following].filter((party) => party !== null);
  return [...new Set(all)].filter((party) => !not.has(party));
}
