import { eq } from "drizzle-orm";
import { newestScores } from "#app/assessment/newest-scores.server";
import { newestBusinessCase } from "#app/business-cases/write.server";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { standings } from "#db/schema.server";
import { filtersOfCase } from "./ranking.server";
import { seatsOf } from "./seats.server";
import type { CommitteeSession } from "./sessions.server";
import type { Snapshot } from "./snapshot";
import { readVotes } from "./vote.server";

/** The record as the committee sees it at this moment, kept with its decision: whatever becomes of the case later. */
export async function snapshotOf(
  tx: Reader,
  session: CommitteeSession,
  useCase: UseCase,
): Promise<Record<string, unknown> & Snapshot> {
  const { extra: _, ...record } = useCase;
  const [standing] = await tx.select().from(standings).where(eq(standings.useCaseId, useCase.id));
  const checks = await filtersOfCase(tx, useCase.id);
  const written = await newestBusinessCase(tx, useCase.id);
  const seats = await seatsOf(tx, session.id);
  const votes = await readVotes(tx, session.id);
  return {
    ...record,
    standing: standing ?? null,
    filters: checks.map(({ filter: { name, field, operator, threshold }, state }) => ({
      ...{ name, field, operator, threshold, state },
    })),
    criteria: await criteriaOf(tx, useCase.id),
    businessCase: written && {
      number: written.number,
      firstQuarter: written.firstQuarter,
      horizonQuarters: written.horizonQuarters,
      discountRate: written.discountRate,
      lines: written.lines,
      scenarios: written.scenarios ?? [],
    },
    present: seats.filter((seat) => seat.present).map(({ name }) => name),
    inWriting: seats.filter((seat) => seat.wrote).map(({ name }) => name),
    votes: votes.filter((vote) => vote.useCaseId === useCase.id).map(({ name, vote, why }) => ({ name, vote, why })),
  };
}

/** As the newest round has it: what was scored before a case was scored again counts no more. */
async function criteriaOf(tx: Reader, useCaseId: number): Promise<NonNullable<Snapshot["criteria"]>> {
  const rows = (await newestScores(tx, [useCaseId])).get(useCaseId) ?? [];
  const ids = [...new Set(rows.map(({ criterionId }) => criterionId))];
  return ids.flatMap((id) => {
    const given = rows.filter(({ criterionId }) => criterionId === id);
    const [first] = given;
    if (!first) return [];
    const scores = given.map(({ score }) => score);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const { name, axis, weight } = first;
    return [{ name, axis, weight, mean, low: Math.min(...scores), high: Math.max(...scores), scores: scores.length }];
  });
}
