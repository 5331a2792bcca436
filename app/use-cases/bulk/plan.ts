import { type Act, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Stage } from "../stages";
import { MOST_TAGS } from "../tags/tag-names";
import { actOfMove } from "../who-moves";
import { BULK_KINDS, type BulkChange, type BulkKind, type LeftReason, type Seen } from "./bulk-input";

/** What a plan must know of a case. */
export interface Planned extends Seen {
  reference: string;
  stage: Stage | null;
  authorId: number | null;
  coAuthorId: number | null;
  ownerId: number | null;
  technicalOwnerId: number | null;
  departmentId: number | null;
  /** Whether it has the tag in question, and how many it has in all. */
  tagged: boolean;
  tags: number;
  /** How many requirements the gate of its screening finds missing. */
  missing: number;
}

export interface Plan<Case extends Planned> {
  change: Case[];
  left: { reason: LeftReason; cases: Case[] }[];
}

/** The row of the permission table that an act asks of each case. */
export function actOf(change: BulkChange, { stage }: Pick<Planned, "stage">): Act {
  if (change.kind === "screen") return actOfMove(stage, "assessment");
  return change.kind === "assign" ? "use-case.edit" : "use-case.tag";
}

/** What is offered to do to many cases: nobody who screens none is asked to. What hangs on each case is told by the preview. */
export const kindsOffered = (actor: Actor): BulkKind[] =>
  BULK_KINDS.filter((kind) => kind !== "screen" || permits(actor, "use-case.screen"));

/** Why the act leaves a case as it is; null where it changes it. */
function whyLeft(actor: Actor, change: BulkChange, useCase: Planned): LeftReason | null {
  const { stage, tagged, tags, ownerId, missing } = useCase;
  const may = permits(actor, actOf(change, useCase), useCase);
  // What was merged is read as it was.
  if (stage === "merged") return "merged";
  switch (change.kind) {
    case "assign":
      return !may ? "not-permitted" : ownerId === change.ownerId ? "already" : null;
    case "tag":
      return !may ? "not-permitted" : tagged ? "already" : tags >= MOST_TAGS ? "too-many-tags" : null;
    case "untag":
      return !may ? "not-permitted" : tagged ? null : "already";
    case "screen":
      if (stage !== "submitted") return stage === "assessment" ? "already" : "wrong-stage";
      return !may ? "not-permitted" : missing > 0 ? "gate" : null;
  }
}

/**
 * What an act on many cases changes and what it leaves, and why.
 * @param seen the versions that were previewed: a case that changed since is left
 */
export function planOf<Case extends Planned>(
  actor: Actor,
  change: BulkChange,
  cases: readonly Case[],
  seen: ReadonlyMap<number, number> | null = null,
): Plan<Case> {
  const plan: Plan<Case> = { change: [], left: [] };
  for (const useCase of cases) {
    const stale = seen !== null && seen.get(useCase.id) !== useCase.version;
    const reason = stale ? "changed" : whyLeft(actor, change, useCase);
    if (reason === null) plan.change.push(useCase);
    else {
      const same = plan.left.find((one) => one.reason === reason);
      if (same) same.cases.push(useCase);
      else plan.left.push({ reason, cases: [useCase] });
    }
  }
  return plan;
}
