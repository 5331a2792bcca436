import { eq } from "drizzle-orm";
import type { Permitted } from "#app/people/permit";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { standings } from "#db/schema.server";
import { standingsOfScores } from "./round.server";
import type { Result } from "./score";

/** What the ranking keeps of the scores of a case. */
export const keptOf = ({
  value,
  complexity,
  risk,
  contested,
  assessments,
}: Pick<Result, "value" | "complexity" | "risk" | "contested"> & { assessments: number }) => ({
  ...{ value, complexity, risk, contested, assessments },
});

/** Keeps a case's row of the ranking in step with its scores, for the command that changed them and records it. */
export async function standByScores(tx: Writer, may: Permitted<Permitted["act"], UseCase>): Promise<void> {
  const useCaseId = may.subject.id;
  const standing = (await standingsOfScores(tx, [useCaseId])).get(useCaseId);
  if (standing) await tx.update(standings).set(keptOf(standing)).where(eq(standings.useCaseId, useCaseId));
}
