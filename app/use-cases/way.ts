import { type Stage, WAY_THROUGH } from "./stages";

export const SHOWN_STEPS = WAY_THROUGH.filter((stage) => stage !== "draft" && stage !== "retired");

/** Where a step of the way stands; `left` is the one at which the case left it. */
export interface WayStep {
  step: (typeof SHOWN_STEPS)[number];
  state: "done" | "current" | "left" | "ahead" | "skipped";
}

/**
 * The way of a case, as far as it has come. What left it (held, refused, taken back, merged, stopped, retired) got as far
 * as where it left; what lies beyond may still come only for what is held.
 * @param cameFrom the last stage on the way from which it was moved; null where it was entered where it stands
 */
export function wayOf(stage: Stage, cameFrom: Stage | null): WayStep[] {
  const place = (one: Stage | null) => (SHOWN_STEPS as readonly (Stage | null)[]).indexOf(one);
  const at = place(stage);
  // What was retired before anybody wrote its history down was used: it has been all the way.
  const left = stage === "retired" && cameFrom === null ? SHOWN_STEPS.length - 1 : place(cameFrom);
  const beyond = stage === "on-hold" ? "ahead" : "skipped";
  return SHOWN_STEPS.map((step, index) => {
    if (at >= 0) return { step, state: index < at ? "done" : index === at ? "current" : "ahead" };
    return { step, state: index < left ? "done" : index === left ? "left" : beyond };
  });
}
