import { eq, sql } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { useCases } from "#db/schema.server";
import { type Concerning, concernedBy } from "../concerned.server";

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

export interface Interest {
  votes: number;
  voted: boolean;
  followers: number;
  follows: boolean;
}

/** How many have the same need and how many follow, and whether the reader is among them. Three queries. */
export async function readInterest(db: Reader, actor: Actor, useCase: Concerning): Promise<Interest> {
  const personId = actor.personId ?? 0;
  const [counted] = await votesOn(db, { useCaseId: useCase.id, personId });
  const following = await concernedBy(db, useCase);
  return {
    votes: counted?.votes ?? 0,
    voted: (counted?.mine ?? 0) > 0,
    followers: following.length,
    follows: following.includes(personId),
  };
}
