/** The committee's last scenario: what it would take on under next year's budget, worked out by the product itself. */
import { UNCONSTRAINED } from "#app/committee/choosing/problem";
import type { ScenarioInput } from "#app/committee/choosing/scenario";
import { createScenario, workOut } from "#app/committee/choosing/scenarios.server";
import { minor } from "#app/kernel/money";
import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Database } from "#db/client.server";

const NEXT_YEAR: ScenarioInput = {
  name: "Budget 2027",
  constraints: { ...UNCONSTRAINED, budget: minor(60_000_000), people: 20 },
  assumedPeople: 3,
  written: { include: "", exclude: "", exclusive: "" },
};

export async function chooseForNextYear(database: Database, chair: Actor, when: When): Promise<void> {
  const { id } = await database.write((tx) => createScenario(tx, chair, NEXT_YEAR, when));
  await workOut(database, id);
}
