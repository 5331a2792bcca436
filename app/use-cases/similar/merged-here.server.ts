import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { merges, people, useCases } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import type { CoSponsor } from "./co-sponsors.server";

/** A case that went up in the one that is read. */
export interface MergedHere {
  reference: string;
  by: string;
  at: number;
  /** The case with which it came, where it did not go up in this one itself. */
  through: string | null;
  mayUndo: boolean;
}

/**
 * The cases that stand in this one by a curator's merge, also by way of others. Each brought its volumes, so that a case
 * without volumes from elsewhere costs no query; others cost one.
 */
export async function readMergedHere(
  db: Reader,
  actor: Actor,
  useCase: Parties & Pick<UseCase, "reference" | "stage">,
  coSponsors: readonly Pick<CoSponsor, "mergedFrom">[],
): Promise<MergedHere[]> {
  const brought = coSponsors.flatMap(({ mergedFrom }) => mergedFrom ?? []);
  if (brought.length === 0) return [];
  const into = db.select({ id: useCases.id, reference: useCases.reference }).from(useCases).as("into_case");
  const rows = await db
    .select({ reference: useCases.reference, by: people.name, at: merges.at, into: into.reference })
    .from(merges)
    .innerJoin(useCases, eq(useCases.id, merges.fromId))
    .innerJoin(into, eq(into.id, merges.intoId))
    .innerJoin(people, eq(people.id, merges.byId))
    .where(
      and(
        inArray(useCases.reference, brought),
        isNull(merges.undoneAt),
        // A draft that joined says so itself, among those who share the need.
        or(isNull(merges.stageBefore), ne(merges.stageBefore, "draft")),
      ),
    )
    .orderBy(asc(merges.id));
  const undoes = useCase.stage !== "merged" && permits(actor, "use-case.merge", useCase);
  return rows.map(({ reference, by, at, into: other }) => {
    const through = other === useCase.reference ? null : other;
    return { reference, by, at: at.getTime(), through, mayUndo: undoes && through === null };
  });
}
