import { eq } from "drizzle-orm";
import { newestScores } from "#app/assessment/newest-scores.server";
import { countedRound } from "#app/assessment/page.server";
import { newestBusinessCase } from "#app/business-cases/write.server";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { standings } from "#db/schema.server";
import { figuresOf } from "./figures.server";
import { filtersOfCase, readPlaced, readRules } from "./ranking.server";
import { seatsOf } from "./seats.server";
import type { CommitteeSession } from "./sessions.server";
import type { Figures } from "./shortlist";
import type { KeptInputs, KeptPlace, Snapshot } from "./snapshot";
import { readVotes } from "./vote.server";

/** What the figures of a case come of at this moment: kept with them, so that they open to it whatever becomes of the case. */
export async function inputsOf(tx: Reader, useCase: UseCase): Promise<KeptInputs> {
  const [standing] = await tx.select().from(standings).where(eq(standings.useCaseId, useCase.id));
  const checks = await filtersOfCase(tx, useCase.id);
  const written = await newestBusinessCase(tx, useCase.id);
  const placed = (await readPlaced(tx, await readRules(tx), NOTHING_HIDDEN, [useCase.id])).get(useCase.id);
  return {
    standing: standing ?? null,
    filters: checks.map(({ filter: { name, field, operator, threshold }, state, actual, why }) => ({
      ...{ name, field, operator, threshold, state, actual, why },
    })),
    criteria: await criteriaOf(tx, useCase.id),
    ...(await countedRound(tx, useCase)),
    place: placed && !("missing" in placed) ? placeIn(placed) : null,
    businessCase: written && {
      number: written.number,
      firstQuarter: written.firstQuarter,
      horizonQuarters: written.horizonQuarters,
      discountRate: written.discountRate,
      lines: written.lines,
      scenarios: written.scenarios ?? [],
    },
  };
}

const placeIn = ({ quadrant, probability, riskAdjustedNpv, perCost }: KeptPlace): KeptPlace => ({
  ...{ quadrant, probability, riskAdjustedNpv, perCost },
});

/** The figures of these cases as of now, with what they come of. */
export async function figuresToKeep(
  tx: Reader,
  ids: readonly number[],
): Promise<Map<number, { figures: Figures; inputs: KeptInputs }>> {
  const kept = new Map<number, { figures: Figures; inputs: KeptInputs }>();
  for (const [id, figures] of await figuresOf(tx, ids)) {
    kept.set(id, { figures, inputs: await inputsOf(tx, await caseById(tx, id)) });
  }
  return kept;
}

/**
 * The record as the committee sees it at this moment, kept with its decision: whatever becomes of the case later.
 * @param place what its rank was made of, where that is older than this moment
 */
export async function snapshotOf(
  tx: Reader,
  session: CommitteeSession,
  useCase: UseCase,
  place: KeptPlace | null = null,
): Promise<Record<string, unknown> & Snapshot> {
  const { extra: _, ...record } = useCase;
  const inputs = await inputsOf(tx, useCase);
  const seats = await seatsOf(tx, session.id);
  const votes = await readVotes(tx, session.id);
  return {
    ...record,
    ...inputs,
    place: place ?? inputs.place,
    present: seats.filter((seat) => seat.present).map(({ name }) => name),
    inWriting: seats.filter((seat) => seat.wrote).map(({ name }) => name),
    votes: votes.filter((vote) => vote.useCaseId === useCase.id).map(({ useCaseId: _, personId: __, ...vote }) => vote),
  };
}

/** As the newest round has it: what was scored before a case was scored again counts no more. */
async function criteriaOf(tx: Reader, useCaseId: number): Promise<KeptInputs["criteria"]> {
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
