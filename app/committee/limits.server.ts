import { desc, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { choiceScenarios } from "#db/schema.server";
import { type Limits, NO_LIMITS } from "./line";

export interface UsualLimits extends Limits {
  /** The scenario that they are taken from; null where there is none yet. */
  scenario: { id: number; name: string } | null;
}

/** As far back as a scenario with limits is looked for. */
const LOOKED_AT = 20;

/** The money and the people of the newest scenario of portfolio choice that has some, and in which a choice was found. */
export async function usualLimits(db: Reader): Promise<UsualLimits> {
  const newest = await db
    .select({ id: choiceScenarios.id, name: choiceScenarios.name, inputs: choiceScenarios.inputs })
    .from(choiceScenarios)
    .where(inArray(choiceScenarios.outcome, ["optimal", "feasible"]))
    .orderBy(desc(choiceScenarios.id))
    .limit(LOOKED_AT);
  const limited = newest.find(
    ({ inputs: { constraints } }) => constraints.budget !== null || constraints.people !== null,
  );
  if (!limited) return { ...NO_LIMITS, scenario: null };
  const { id, name, inputs } = limited;
  const { constraints, assumedPeople } = inputs;
  return { budget: constraints.budget, people: constraints.people, assumed: assumedPeople, scenario: { id, name } };
}
