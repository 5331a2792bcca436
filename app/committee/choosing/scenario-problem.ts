import type { Problem } from "./problem";
import { candidateOf, type ScenarioInputs } from "./scenario";

/** What a scenario puts to the solver: those with a business case, and whoever a constraint speaks of. */
export function problemOf({ cases, constraints }: ScenarioInputs): Problem {
  const spoken = new Set([
    ...constraints.include,
    ...constraints.exclude,
    ...constraints.exclusive.flat(),
    ...constraints.requires.flatMap(({ candidate, needs }) => [candidate, needs]),
  ]);
  return {
    candidates: cases.filter((one) => one.npvP50Minor !== null || spoken.has(one.reference)).map(candidateOf),
    constraints,
  };
}
