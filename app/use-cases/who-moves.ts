/** Who may take a case from a stage to another: what menus offer and what commands ask are the same rows. */
import { type Act, type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { type GateCheck, type GateFacts, gateBetween } from "./gates";
import { isWayOut, nextStages, type Stage } from "./stages";

/**
 * The act by which a case goes from a stage to another. What waits for its first answer is the screeners' alone, and so is
 * whatever undoes their «no» or «not now»: who put it in has a way of their own, which is to take it back.
 */
export function actOfMove(from: Stage | null, to: Stage): Act {
  if (from === "withdrawn" || to === "withdrawn") return "use-case.withdraw";
  if (from === "submitted" || to === "rejected") return "use-case.screen";
  if (to === "submitted") return "use-case.move";
  return from === "rejected" || (from === "on-hold" && to === "assessment") ? "use-case.screen" : "use-case.move";
}

type Moved = Parties & { stage: Stage | null };

/** What only a session decides: a «no», a «not now», the end of what the committee has approved. */
export type ForSession = "refuse" | "putOff" | "takeBack";

const UNDECIDED: readonly (Stage | null)[] = ["submitted", "assessment"];

/**
 * What keeps a move for the committee: from the assessment on nobody says no alone, be it by a way round. Those whose case
 * it is may put it off, and take it back until it is approved; no gate opens this, and so no override either.
 */
export function forSession(
  actor: Actor,
  useCase: Moved,
  to: Stage,
  { judged, stoodAt }: Partial<Pick<GateFacts, "judged" | "stoodAt">>,
): ForSession | null {
  if (!judged || ![useCase.stage, ...nextStages(useCase.stage)].includes(to)) return null;
  const stands = isWayOut(useCase.stage) ? (stoodAt ?? null) : useCase.stage;
  const undecided = UNDECIDED.includes(stands);
  if (to === "rejected" || (to === "retired" && undecided)) return "refuse";
  if (to === "on-hold" && undecided && !permits(actor, "use-case.put-off", useCase)) return "putOff";
  return to === "withdrawn" && stands !== null && !undecided ? "takeBack" : null;
}

/** Whether somebody may let a case go up in another: one that waits for its answer is answered by that. */
export function mayMergeAway(actor: Actor, useCase: Moved): boolean {
  return actsOfMerge(useCase.stage).every((act) => permits(actor, act, useCase));
}

export function actsOfMerge(stage: Stage | null): readonly Act[] {
  return stage === "submitted" ? ["use-case.merge", "use-case.screen"] : ["use-case.merge"];
}

const ACTS_FROM = new Map<Stage | null, readonly Act[]>();

/** Whether somebody may take a case anywhere at all, its gates aside. */
export function mayMoveSomewhere(actor: Actor, useCase: Moved): boolean {
  const { stage } = useCase;
  const acts = ACTS_FROM.get(stage) ?? [...new Set(nextStages(stage).map((to) => actOfMove(stage, to)))];
  ACTS_FROM.set(stage, acts);
  return acts.some((act) => permits(actor, act, useCase));
}

/** Where a move may take a case that an incident paused: out, and not on, which is the incident's own act. */
export const endsPause = (to: Stage): boolean => isWayOut(to) || to === "retired";

export interface OfferedMove {
  to: Stage;
  checks: GateCheck[];
  /** How many requirements are not met, but for what comes with the move itself. */
  missing: number;
  /** Whether this person may take the case there, once the gate lets it. */
  offered: boolean;
}

/** Every stage that can follow, with what its gate asks, and whether this person may take the case there at all. */
export function movesOf(actor: Actor, useCase: Moved, facts: Partial<GateFacts>): OfferedMove[] {
  const mayOverride = permits(actor, "gate.override", useCase);
  const open = nextStages(useCase.stage).filter((to) => !facts.paused || endsPause(to));
  return open.map((to) => {
    // The reason and the learning come with the move itself: they are not missing before it.
    const checks = gateBetween(useCase.stage, to, facts).filter(({ requirement }) => requirement !== "reason");
    const missing = checks.filter(({ met, requirement }) => !met && requirement !== "learning").length;
    // What only the committee gives is not offered as a move, unless a chair may go past it.
    const reachable = to !== "approved" || facts.decidedWithQuorum || mayOverride;
    return {
      to,
      checks,
      missing,
      offered:
        Boolean(reachable) &&
        permits(actor, actOfMove(useCase.stage, to), useCase) &&
        forSession(actor, useCase, to, facts) === null,
    };
  });
}
