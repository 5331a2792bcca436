import { and, asc, eq } from "drizzle-orm";
import { isStage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, decisions, sessionPlaces, useCases } from "#db/schema.server";
import { readWaiting } from "./order.server";
import { goesAgainstRank, KEPT_PLACES, NAMED_CASES, passedOver, type SetAgainst, type Weighed } from "./passed-over";
import { readRules } from "./ranking.server";
import { isOutcome, type Outcome } from "./sessions";

/** Keeps the order of this moment with a session, in the place of what it kept before. */
export async function keepPlaces(tx: Writer, sessionId: number): Promise<void> {
  await tx.delete(sessionPlaces).where(eq(sessionPlaces.sessionId, sessionId));
  const places = await readWaiting(tx, await readRules(tx), KEPT_PLACES);
  if (places.length === 0) return;
  await tx.insertMany(
    sessionPlaces,
    places.map((place) => ({ sessionId, ...place })),
  );
}

/** A decision that goes against the rank, with all that it passed over, the best placed first. */
export interface Against {
  id: number;
  reference: string;
  outcome: Outcome;
  found: SetAgainst;
  over: Weighed[];
}

/**
 * Sets all that a session decided against the order of its day, once more with each decision: the order in which a chair
 * takes them makes no difference, and closing the session settles it.
 * @returns what goes against the rank
 */
export async function weighDecisions(tx: Writer, sessionId: number): Promise<Against[]> {
  const taken = (await readTaken(tx, sessionId)).flatMap(({ outcome, setAgainst, ...row }) =>
    setAgainst && isOutcome(outcome) ? [{ ...row, outcome, setAgainst }] : [],
  );
  const field: Weighed[] = [
    ...taken.map(({ setAgainst: { rank, passes }, stage, ...row }) => ({
      ...{ ...row, rank, passes, waits: stage === "assessment", onTable: true },
    })),
    ...(await readUndecided(tx, sessionId, new Set(taken.map(({ useCaseId }) => useCaseId)))),
  ];
  const against: Against[] = [];
  for (const { id, useCaseId, reference, outcome, againstRank, setAgainst } of taken) {
    const over = passedOver({ ...setAgainst, useCaseId, outcome }, field);
    const named = over.slice(0, NAMED_CASES).map(({ useCaseId, reference, title, rank, outcome }) => ({
      ...{ useCaseId, reference, title, rank, outcome },
    }));
    const found = { ...setAgainst, cases: named, count: over.length };
    const goes = goesAgainstRank(outcome, found);
    if (goes) against.push({ id, reference, outcome, found, over });
    if (goes === againstRank && JSON.stringify(found) === JSON.stringify(setAgainst)) continue;
    await tx.update(decisions).set({ againstRank: goes, setAgainst: found }).where(eq(decisions.id, id));
  }
  return against;
}

const readTaken = (db: Reader, sessionId: number) =>
  db
    .select({
      id: decisions.id,
      useCaseId: useCases.id,
      reference: useCases.reference,
      title: useCases.title,
      stage: useCases.stage,
      outcome: decisions.outcome,
      againstRank: decisions.againstRank,
      setAgainst: decisions.setAgainst,
    })
    .from(decisions)
    .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
    .where(eq(decisions.sessionId, sessionId))
    .orderBy(asc(decisions.id));

/** What waits still: in the order that was kept, and what came to the agenda after it with figures of its own moment. */
async function readUndecided(db: Reader, sessionId: number, decided: ReadonlySet<number>): Promise<Weighed[]> {
  const named = { useCaseId: useCases.id, reference: useCases.reference, title: useCases.title, stage: useCases.stage };
  const placed = await db
    .select({ ...named, rank: sessionPlaces.rank })
    .from(sessionPlaces)
    .innerJoin(useCases, eq(useCases.id, sessionPlaces.useCaseId))
    .where(and(eq(sessionPlaces.sessionId, sessionId), eq(useCases.stage, "assessment")));
  const known = new Set([...decided, ...placed.map(({ useCaseId }) => useCaseId)]);
  const table = await db
    .select({ ...named, figures: agendaItems.figures })
    .from(agendaItems)
    .innerJoin(useCases, eq(useCases.id, agendaItems.useCaseId))
    .where(and(eq(agendaItems.sessionId, sessionId), eq(useCases.stage, "assessment")));
  const onTable = new Set(table.map(({ useCaseId }) => useCaseId));
  const late = table.filter(({ useCaseId }) => !known.has(useCaseId));
  const waiting = { outcome: null, waits: true };
  return [
    ...placed
      .filter(({ useCaseId }) => !decided.has(useCaseId))
      .map(({ stage: _, ...one }) => ({ ...one, ...waiting, passes: true, onTable: onTable.has(one.useCaseId) })),
    ...late.map(({ stage: _, figures, ...one }) => ({
      ...{ ...one, ...waiting, onTable: true, rank: figures?.rank ?? null, passes: figures?.filtersFailed === 0 },
    })),
  ];
}

/** What is known of a case as its decision is written: `weighDecisions` finds what it passed over. */
export function notYetWeighed(stage: string | null, rank: number | null, passes: boolean, said: boolean) {
  return { said, stage: isStage(stage) ? stage : null, rank, passes, cases: [], count: 0 };
}
