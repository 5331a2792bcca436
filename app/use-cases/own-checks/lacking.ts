/** How many cases lack what a gate asks. */
import { type Stage, WAY_THROUGH } from "../stages";

/** So many cases at a stage; null is not known. */
export interface Tally {
  stage: Stage | null;
  cases: number;
}

export interface Lacking {
  /** They stand right before the gate, and it will not let them through. */
  waiting: number;
  /** They have further gates before this one. */
  later: number;
  /** They went through before it was asked: shown as a debt, and never in their way. */
  owing: number;
}

const place = (stage: Stage | null) => (WAY_THROUGH as readonly (Stage | null)[]).indexOf(stage);

/** From where cases come to a way out; for the rest, the stage before it on the way through. */
function comesFrom(gate: Stage, stage: Stage | null): "waiting" | "later" | "owing" | null {
  const at = place(stage);
  // A draft is its author's business, and what is retired or out has its gates behind it for good.
  if (at < 1 || stage === "retired") return null;
  if (gate === "stopped") return stage === "poc" ? "waiting" : null;
  const to = place(gate);
  if (to < 0) return null;
  if (at >= to) return "owing";
  return at === to - 1 ? "waiting" : "later";
}

/** @param cases those that the check concerns @param met of them, those that meet it */
export function lackingOf(gate: Stage, cases: readonly Tally[], met: readonly Tally[]): Lacking {
  const lacking: Lacking = { waiting: 0, later: 0, owing: 0 };
  for (const { stage, cases: of } of cases) {
    const where = comesFrom(gate, stage);
    if (where) lacking[where] += of;
  }
  for (const { stage, cases: of } of met) {
    const where = comesFrom(gate, stage);
    if (where) lacking[where] -= of;
  }
  return lacking;
}
