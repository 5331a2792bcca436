import { desc } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { choiceScenarios } from "#db/schema.server";
import { type Limits, NO_LIMITS } from "./line";

export interface UsualLimits extends Limits {
  /** The scenario that they are taken from; null where there is none yet. */
  scenario: { id: number; name: string } | null;
}

/** The money and the people that the newest scenario of portfolio choice was worked out with. */
export async function usualLimits(db: Reader): Promise<UsualLimits> {
  const [newest] = await db
    .select({ id: choiceScenarios.id, name: choiceScenarios.name, inputs: choiceScenarios.inputs })
    .from(choiceScenarios)
    .orderBy(desc(choiceScenarios.id))
    .limit(1);
  if (!newest) return { ...NO_LIMITS, scenario: null };
  const { constraints, assumedPeople } = newest.inputs;
  const { id, name } = newest;
  return { budget: constraints.budget, people: constraints.people, assumed: assumedPeople, scenario: { id, name } };
}
