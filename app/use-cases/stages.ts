/** Where a use case stands. The way through, in order, then the ways out. There is no status beside the stage. */
export const WAY_THROUGH = [
  "draft",
  "submitted",
  "assessment",
  "approved",
  "poc",
  "pilot",
  "production",
  "retired",
] as const;
export const WAYS_OUT = ["on-hold", "rejected", "merged", "stopped", "withdrawn"] as const;
export const STAGES = [...WAY_THROUGH, ...WAYS_OUT] as const;

export type Stage = (typeof STAGES)[number];

/** Stages in which a case is live: people work with it and it is reported on. */
export const LIVE_STAGES = ["pilot", "production"] as const satisfies readonly Stage[];

export function isStage(text: string | null | undefined): text is Stage {
  return (STAGES as readonly (string | null | undefined)[]).includes(text);
}

export function isWayOut(stage: Stage | null): stage is (typeof WAYS_OUT)[number] {
  return (WAYS_OUT as readonly (Stage | null)[]).includes(stage);
}

/** Stages from which whoever put a case in may take it back: nothing has been decided yet, or only to wait. */
export const WITHDRAWABLE_STAGES = ["submitted", "assessment", "on-hold"] as const satisfies readonly Stage[];

/** Stages from which a case may be refused: what runs or ran is stopped, or retired. */
const REFUSABLE_STAGES = ["submitted", "assessment", "approved", "on-hold"] as const satisfies readonly Stage[];

/** Stages that a case reaches once it was approved. */
export const APPROVED_STAGES = [
  "approved",
  "poc",
  "pilot",
  "production",
  "retired",
  "stopped",
] as const satisfies readonly Stage[];

/** Stages that a case reaches once it was let into its assessment: from then on, the committee judges it. */
export const JUDGED_STAGES = ["assessment", ...APPROVED_STAGES] as const satisfies readonly Stage[];

const mayWithdraw = (from: Stage | null) => (WITHDRAWABLE_STAGES as readonly (Stage | null)[]).includes(from);

/**
 * The stages that can follow a stage. Real portfolios also move backwards and come back from retirement: both are
 * allowed, with a reason. `merged` is final, and reached only by merging; null is an imported case of unknown stage.
 * What its author withdrew comes back the way it came in.
 */
export function nextStages(from: Stage | null): readonly Stage[] {
  if (from === "merged") return [];
  if (from === "draft" || from === "withdrawn") return ["submitted"];
  const reachable = STAGES.filter(
    (stage) => ![from, "draft", "merged"].includes(stage) && (stage !== "withdrawn" || mayWithdraw(from)),
  );
  // What was approved is stopped or retired, and refused no more: it has a result.
  const refusable = from === null || (REFUSABLE_STAGES as readonly Stage[]).includes(from);
  // A POC is what can be stopped: it taught something. Before it there is nothing to learn from.
  const stoppable = from === "poc" || from === "pilot" || from === null;
  return reachable.filter((stage) => (stage !== "stopped" || stoppable) && (stage !== "rejected" || refusable));
}

/** Why a stage cannot follow another one: what ran has a result, what did not run has nothing to stop. */
export function whyNot(from: Stage | null, to: Stage): "has-a-result" | "nothing-to-stop" | "cannot-follow" {
  const approved = (APPROVED_STAGES as readonly (Stage | null)[]).includes(from);
  if (to === "rejected" && approved) return "has-a-result";
  return to === "stopped" && from !== "stopped" && !["merged", "draft", "withdrawn"].includes(from ?? "")
    ? "nothing-to-stop"
    : "cannot-follow";
}

/** Whether a move goes back on the way through, or comes back from a way out: then it needs a reason. */
export function goesBack(from: Stage | null, to: Stage): boolean {
  const order = WAY_THROUGH as readonly Stage[];
  if (from === null) return false;
  if (!order.includes(from)) return true;
  return order.includes(to) && order.indexOf(to) < order.indexOf(from);
}

/**
 * Whether a move takes back what was reached: no gate asks for more than its reason, since the case had passed further
 * ones. An approval is the committee's alone, so that «approved» is never reached backwards; nor are ways out a step back.
 */
export function stepsBack(from: Stage | null, to: Stage): boolean {
  const order = WAY_THROUGH as readonly (Stage | null)[];
  return order.includes(from) && from !== "retired" && to !== "approved" && goesBack(from, to);
}

/** The stages between two of the way through, neither of them among these; `stoodAt` stands for a way out. */
export function leaptOver(from: Stage | null, to: Stage, stoodAt: Stage | null): readonly Stage[] {
  const order = WAY_THROUGH as readonly (Stage | null)[];
  const begun = order.indexOf(order.includes(from) ? from : stoodAt);
  return begun < 0 ? [] : WAY_THROUGH.slice(begun + 1, Math.max(begun + 1, order.indexOf(to)));
}

/** Whether a move needs a sentence of reason: all ways out, retirement, and every move backwards. */
export function needsReason(from: Stage | null, to: Stage): boolean {
  return to === "retired" || isWayOut(to) || goesBack(from, to);
}

export function isLive(stage: Stage | null): stage is (typeof LIVE_STAGES)[number] {
  return (LIVE_STAGES as readonly (Stage | null)[]).includes(stage);
}
