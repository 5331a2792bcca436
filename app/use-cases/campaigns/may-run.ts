import { type Parties, permits } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";

/** What running a campaign depends on: who answers for it, and whom it calls on. */
export interface Run {
  hostId?: number | null;
  /** None is all of them. */
  invited: readonly number[];
}

// A champion runs one that calls on departments of theirs alone: each of them is asked for.
const partiesOf = ({ hostId = null, invited }: Run): Parties[] =>
  invited.length === 0 ? [{ hostId }] : invited.map((departmentId) => ({ hostId, departmentId }));

/** @throws Refusal 403 unless the actor may run it for every department that it invites. */
export function permitRun(actor: Actor, run: Run): Permitted<"campaign.run"> {
  const [first = {}, ...others] = partiesOf(run);
  const may = permit(actor, "campaign.run", first);
  for (const parties of others) permit(actor, "campaign.run", parties);
  return may;
}

export const mayRun = (actor: Actor, run: Run): boolean =>
  partiesOf(run).every((parties) => permits(actor, "campaign.run", parties));

/** The departments for which the actor may run campaigns: null is any, and none at all is nobody. */
export function runsFor(actor: Actor): readonly number[] | null {
  if (permits(actor, "campaign.run")) return null;
  return actor.departmentIds.filter((departmentId) => permits(actor, "campaign.run", { departmentId }));
}
