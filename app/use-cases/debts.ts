/** What the gates that a case never went through would have asked of it: shown as a debt, never in its way. */
import { type BuiltIn, GATES, type GateFacts, isOwn, missingAt, ownRequirement, type Requirement } from "./gates";
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
const BYGONE: readonly BuiltIn[] = [
  ...(["similar-looked-at", "poc", "poc-team", "poc-kpi", "poc-sealed"] as const),
  ...(["verdict", "reason", "learning"] as const),
];
/** Stages whose gates lie behind a case that stands there. */
const OWING: readonly Stage[] = ["submitted", "assessment", "approved", "poc", "pilot", "production"];

/** The stages at which a case has this gate behind it, and may owe what it asks. */
export function pastGate(gate: Stage): readonly Stage[] {
  return OWING.includes(gate) ? OWING.slice(OWING.indexOf(gate)) : [];
}

/** The stages up to this one, whose gates a case that stands here has behind it. */
function behind(stage: Stage): readonly Stage[] {
  const at = WAY_THROUGH.indexOf(stage as (typeof WAY_THROUGH)[number]);
  return WAY_THROUGH.slice(1, at + 1);
}

/** What a gate asked when the case went through it, less what a chair let pass. Its form asks who submits by it. */
function askedOnTheWay(steps: readonly Step[]): Set<string> {
  const asked = steps.filter(({ from, to, imported }) => !imported && (from !== null || to === "submitted"));
  const passed = new Set<string>(asked.flatMap(({ to }) => (to && GATES[to]) ?? []));
  for (const { overridden } of steps) for (const one of overridden ?? []) passed.delete(one);
  return passed;
}

/**
 * What nobody has asked of a case yet, in the order of the gates: what it may owe.
 * @param steps every stage that it had, the first one first
 */
export function neverAsked(stage: Stage | null, steps: readonly Step[]): BuiltIn[] {
  if (stage === null || !OWING.includes(stage)) return [];
  const asked = askedOnTheWay(steps);
  const due = (one: BuiltIn) =>
    !asked.has(one) && !(BYGONE.includes(one) && (isLive(stage) || one === "similar-looked-at"));
  return [...new Set(behind(stage).flatMap((to) => GATES[to] ?? []))].filter(due);
}

/** What of the signatures may come to be owed long after its gate was passed. */
const SIGNATURES = ["security-sign-off", "legal-sign-off", "sign-off-conditions"] as const satisfies readonly BuiltIn[];

/** What a case may owe on a day that its gates did not tell: signatures that end, and checks that are added. */
export function mayLapse(stage: Stage | null): readonly BuiltIn[] {
  return isLive(stage) ? SIGNATURES : [];
}

/** Signatures that a live case had and has no more, and conditions of theirs that are past their day. */
function lapsedOf(stage: Stage, { lapsed, conditionsOverdue }: GateFacts): BuiltIn[] {
  if (!isLive(stage)) return [];
  const signed = (["security", "legal"] as const).filter((kind) => lapsed.includes(kind));
  return [...signed.map((kind) => `${kind}-sign-off` as const), ...(conditionsOverdue > 0 ? [SIGNATURES[2]] : [])];
}

/** Checks of the organisation's own at the gates behind a case, which it does not meet and no chair let pass. */
function ownOf(stage: Stage, steps: readonly Step[], { own }: GateFacts): Requirement[] {
  if (!OWING.includes(stage)) return [];
  const letPass = new Set(steps.flatMap(({ overridden }) => overridden ?? []).filter(isOwn));
  const gates = behind(stage);
  return own
    .filter(({ gate, met, id }) => !met && gates.includes(gate) && !letPass.has(ownRequirement(id)))
    .map(({ id }) => ownRequirement(id));
}

/** Of what was never asked, what is still missing; what lapsed since; and what the organisation asks by now. */
export function debtsOf(stage: Stage | null, steps: readonly Step[], facts: GateFacts): Requirement[] {
  if (stage === null) return [];
  const missing = new Set(behind(stage).flatMap((to) => missingAt(to, facts)));
  const never = neverAsked(stage, steps).filter((one) => missing.has(one));
  return [...new Set([...never, ...lapsedOf(stage, facts), ...ownOf(stage, steps, facts)])];
}
