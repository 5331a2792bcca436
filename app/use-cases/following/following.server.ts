import { and, asc, eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { followers, people, votes } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { concernedBy } from "../concerned.server";
import { refuseMerged } from "../similar/standing-in.server";

/** Only people vote and follow: the installation has no needs. @throws Refusal 403 */
function personOf(actor: Actor, act: string): number {
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted", { act });
  return actor.personId;
}

/** Follows a case from now on, or no longer: said again, it stays as it is. */
export async function follow(tx: Writer, actor: Actor, useCase: UseCase, follows: boolean, when: When): Promise<void> {
  const may = permit(actor, "use-case.follow", useCase);
  await refuseMerged(tx, useCase);
  const personId = personOf(actor, may.act);
  const following = await concernedBy(tx, useCase);
  if (following.includes(personId) === follows) return;
  await tx
    .insert(followers)
    .values({ useCaseId: useCase.id, personId, at: when.now, follows })
    .onConflictDoUpdate({ target: [followers.useCaseId, followers.personId], set: { follows, at: when.now } });
  const change = { subject: "follower", subjectId: personId, useCaseId: useCase.id };
  await record(tx, may, { ...change, before: { follows: !follows }, after: { follows } }, when);
}

/** «We have this need too»: one person, one vote; said again, it stays as it is. */
export async function vote(tx: Writer, actor: Actor, useCase: UseCase, voted: boolean, when: When): Promise<void> {
  const may = permit(actor, "use-case.vote", useCase);
  await refuseMerged(tx, useCase);
  const personId = personOf(actor, may.act);
  const changed = voted
    ? await tx
        .insert(votes)
        .values({ useCaseId: useCase.id, personId, at: when.now })
        .onConflictDoNothing()
        .returning({ personId: votes.personId })
    : await tx
        .delete(votes)
        .where(and(eq(votes.useCaseId, useCase.id), eq(votes.personId, personId)))
        .returning({ personId: votes.personId });
  if (changed.length === 0) return;
  const change = { subject: "vote", subjectId: personId, useCaseId: useCase.id };
  await record(tx, may, { ...change, before: { voted: !voted }, after: { voted } }, when);
}

const MOST_NAMES = 500;

/** Who has the same need, the first to say so first. */
export async function readVoters(db: Reader, useCaseId: number) {
  const rows = await db
    .select({ id: people.id, name: people.name, at: votes.at })
    .from(votes)
    .innerJoin(people, eq(people.id, votes.personId))
    .where(eq(votes.useCaseId, useCaseId))
    .orderBy(asc(votes.at), asc(people.id))
    .limit(MOST_NAMES);
  return rows.map(({ at, ...who }) => ({ ...who, at: at.getTime() }));
}

/** Who is told of what happens to a case, by name. Two queries. */
export async function readFollowers(db: Reader, useCase: UseCase) {
  const ids = await concernedBy(db, useCase);
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.active, true), inArray(people.id, ids)))
    .orderBy(asc(people.nameFolded), asc(people.id))
    .limit(MOST_NAMES);
}
