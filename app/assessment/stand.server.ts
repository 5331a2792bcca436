import { eq } from "drizzle-orm";
import type { Permitted } from "#app/people/permit";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { standings } from "#db/schema.server";
import { standingOfScores } from "./round.server";

/** Keeps a case's row of the ranking in step with its scores, for the command that changed them and records it. */
export async function standByScores(tx: Writer, may: Permitted<Permitted["act"], UseCase>): Promise<void> {
  const useCaseId = may.subject.id;
  const { value, complexity, risk, contested, assessments } = await standingOfScores(tx, useCaseId);
  await tx
    .update(standings)
    .set({ value, complexity, risk, contested, assessments })
    .where(eq(standings.useCaseId, useCaseId));
}
