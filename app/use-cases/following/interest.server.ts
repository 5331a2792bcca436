import { eq, sql } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { followers, useCases } from "#db/schema.server";
import type { UseCase } from "../cases.server";

const votesOn = prepared((db) =>
  db
    .select({
      votes: sql<number>`(select count(*) from votes where votes.use_case_id = ${useCases.id})`.mapWith(Number),
      mine: sql<number>`(select count(*) from votes where votes.use_case_id = ${useCases.id} and votes.person_id = ${sql.placeholder("personId")})`.mapWith(
        Number,
      ),
    })
    .from(useCases)
    .where(eq(useCases.id, sql.placeholder("useCaseId"))),
);

const choicesOn = prepared((db) =>
  db
    .select({ personId: followers.personId, follows: followers.follows })
    .from(followers)
    .where(eq(followers.useCaseId, sql.placeholder("useCaseId"))),
);

export interface Interest {
  votes: number;
  voted: boolean;
  followers: number;
  follows: boolean;
}

type Concerning = Pick<UseCase, "id" | "authorId" | "coAuthorId" | "ownerId" | "technicalOwnerId">;

/** How many have the same need and how many follow, and whether the reader is among them. Two queries. */
export async function readInterest(db: Reader, actor: Actor, useCase: Concerning): Promise<Interest> {
  const { id: useCaseId, authorId, coAuthorId, ownerId, technicalOwnerId } = useCase;
  const personId = actor.personId ?? 0;
  const [counted] = await votesOn(db, { useCaseId, personId });
  const following = new Set([authorId, coAuthorId, ownerId, technicalOwnerId].filter((id) => id !== null));
  for (const one of await choicesOn(db, { useCaseId })) {
    if (one.follows) following.add(one.personId);
    else following.delete(one.personId);
  }
  return {
    votes: counted?.votes ?? 0,
    voted: (counted?.mine ?? 0) > 0,
    followers: following.size,
    follows: following.has(personId),
  };
}
