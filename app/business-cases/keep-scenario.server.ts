import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { type KeptScenario, MOST_SCENARIOS } from "./kept-scenarios";
import { draftOf } from "./page.server";
import { newestBusinessCase, type StartedFrom, type Written, writeBusinessCase } from "./write.server";

interface Keeping {
  useCaseId: number;
  startedFrom: StartedFrom;
  name: string;
  /** Null takes the one of that name away; one of the same name is replaced. */
  scenario: KeptScenario | null;
}

/**
 * Keeps a scenario with the newest business case, under its name.
 * @throws Refusal 404 without a business case; 409 when it is frozen, when there are as many as can be told apart, or when
 * somebody else wrote it since
 */
export async function keepScenario(
  tx: Writer,
  actor: Actor,
  { useCaseId, startedFrom, name, scenario }: Keeping,
  when: When,
): Promise<Written> {
  permit(actor, "business-case.write", await caseById(tx, useCaseId));
  const newest = await newestBusinessCase(tx, useCaseId);
  if (!newest) throw new Refusal(404, "desk.refusal.not-found");
  if (newest.frozenAt) throw new Refusal(409, "business-cases.refusal.frozen-scenarios");
  const others = (newest.scenarios ?? []).filter((each) => each.name.toLowerCase() !== name.toLowerCase());
  const scenarios = scenario ? [...others, scenario] : others;
  if (scenarios.length > MOST_SCENARIOS) throw new Refusal(409, "business-cases.error.too-many-scenarios");
  const { note } = newest;
  return writeBusinessCase(tx, actor, { useCaseId, draft: draftOf(newest), note, scenarios, startedFrom }, when);
}
