/** What the gates that a case never went through would have asked of it: shown as a debt, never in its way. */
import { GATES, type GateFacts, missingAt, type Requirement } from "./gates";
import { isLive, type Stage, WAY_THROUGH } from "./stages";

/** A step of a case, as its record tells it. */
export interface Step {
  from: Stage | null;
  to: Stage | null;
  /** What its gate found missing when a chair let it pass. */
  overridden: readonly string[] | null;
  /** Told by a register, which no gate looked at. */
  imported: boolean;
}

/** What a case that has gone on cannot make up for: it was to be looked at, or tried, before. */
const BYGONE: readonly Requirement[] = [
  "similar-looked-at",
  "poc",
  "poc-team",
  "poc-kpi",
  "verdict",
  "reason",
  "learning",
];
/** Stages whose gates lie behind a case that stands there. */
const OWING: readonly Stage[] = ["submitted", "assessment", "approved", "poc", "pilot", "production"];

/** The stages up to this one, whose gates a case that stands here has behind it. */
function behind(stage: Stage): readonly Stage[] {
  const at = WAY_THROUGH.indexOf(stage as (typeof WAY_THROUGH)[number]);
  return WAY_THROUGH.slice(1, at + 1);
}

/** What a gate asked when the case went through it, less what a chair let pass. Its form asks who submits by it. */
function askedOnTheWay(steps: readonly Step[]): Set<Requirement> {
  const asked = steps.filter(({ from, to, imported }) => !imported && (from !== null || to === "submitted"));
  const passed = new Set(asked.flatMap(({ to }) => (to && GATES[to]) ?? []));
  for (const { overridden } of steps) for (const one of overridden ?? []) passed.delete(one as Requirement);
  return passed;
}

/**
 * What nobody has asked of a case yet, in the order of the gates: what it may owe.
 * @param steps every stage that it had, the first one first
 */
export function neverAsked(stage: Stage | null, steps: readonly Step[]): Requirement[] {
  if (stage === null || !OWING.includes(stage)) return [];
  const asked = askedOnTheWay(steps);
  const due = (one: Requirement) =>
    !asked.has(one) && !(BYGONE.includes(one) && (isLive(stage) || one === "similar-looked-at"));
  return [...new Set(behind(stage).flatMap((to) => GATES[to] ?? []))].filter(due);
}

/** Of what was never asked, what is still missing. */
export function debtsOf(stage: Stage | null, steps: readonly Step[], facts: GateFacts): Requirement[] {
  if (stage === null) return [];
  const missing = new Set(behind(stage).flatMap((to) => missingAt(to, facts)));
  return neverAsked(stage, steps).filter((one) => missing.has(one));
}
