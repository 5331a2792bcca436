import { inArray } from "drizzle-orm";
import type { Parties } from "#app/people/permissions";
import type { Reader } from "#db/client.server";
import { coSponsors, pocs } from "#db/schema.server";

/** Who shares the need of a case, and who is on its team: with its parties, those who never sign it. */
export type Involved = Required<Pick<Parties, "sponsorIds" | "teamNames">>;

/** Those involved in each of these cases. Two queries. */
export async function involvedIn(db: Reader, ids: readonly number[]): Promise<Map<number, Involved>> {
  if (ids.length === 0) return new Map();
  const sponsors = await db
    .select({ useCaseId: coSponsors.useCaseId, personId: coSponsors.personId })
    .from(coSponsors)
    .where(inArray(coSponsors.useCaseId, [...ids]));
  const teams = await db
    .select({ useCaseId: pocs.useCaseId, team: pocs.team })
    .from(pocs)
    .where(inArray(pocs.useCaseId, [...ids]));
  return new Map(
    ids.map((id) => [
      id,
      {
        sponsorIds: sponsors.flatMap(({ useCaseId, personId }) =>
          useCaseId === id && personId !== null ? [personId] : [],
        ),
        teamNames: teams.flatMap(({ useCaseId, team }) => (useCaseId === id ? team.map(({ name }) => name) : [])),
      },
    ]),
  );
}

/** A case with all who are involved in it: what a signature is permitted on. */
export async function withInvolved<Case extends { id: number }>(db: Reader, useCase: Case): Promise<Case & Involved> {
  const involved = (await involvedIn(db, [useCase.id])).get(useCase.id);
  return { ...useCase, ...(involved ?? { sponsorIds: [], teamNames: [] }) };
}
