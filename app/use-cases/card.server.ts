import { eq, getTableColumns, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { people, standings, useCases } from "#db/schema.server";
import { caseByReference } from "./cases.server";
import { hoursAYear } from "./content";
import { type HiddenScores, hiddenColumn, veiled } from "./hidden-scores.server";

const nameOf = prepared<{ id: number }, { name: string }>((db) =>
  db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, sql.placeholder("id"))),
);

/** A case's own page: what it is, and its figures. @throws Refusal 404 */
export async function readCard(db: Reader, reference: string | undefined, hidden: HiddenScores) {
  const useCase = await caseByReference(db, reference);
  const [author] = await nameOf(db, { id: useCase.authorId ?? 0 });
  const [standing] = await db
    .select({ ...getTableColumns(standings), scoresHidden: hiddenColumn(hidden) })
    .from(standings)
    .innerJoin(useCases, eq(useCases.id, standings.useCaseId))
    .where(eq(standings.useCaseId, useCase.id));
  const { createdAt, updatedAt, ...rest } = useCase;
  return {
    useCase: { ...rest, createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime() },
    author: author?.name ?? null,
    hours: hoursAYear(useCase),
    standing: standing ? standingOf(standing) : null,
  };
}

/** What of a standing its card shows. */
function standingOf(row: typeof standings.$inferSelect & { scoresHidden: boolean }) {
  const { value, complexity, scoresHidden, assessments, npvMinor, roi, realisedMinor, provenMinor, costMinor } =
    veiled(row);
  return { value, complexity, scoresHidden, assessments, npvMinor, roi, realisedMinor, provenMinor, costMinor };
}

export type Card = Awaited<ReturnType<typeof readCard>>;
