import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { actOfMove } from "../gates";
import type { Stage } from "../stages";
import { MOST_TAGS } from "../tags/tag-names";
import type { BulkChange, LeftReason, Seen } from "./bulk-input";

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

/** Why the act leaves a case as it is; null where it changes it. */
function whyLeft(actor: Actor, change: BulkChange, useCase: Planned): LeftReason | null {
  const { stage } = useCase;
  switch (change.kind) {
    case "assign":
      if (!permits(actor, "use-case.edit", useCase)) return "not-permitted";
      return useCase.ownerId === change.ownerId ? "already" : null;
    case "tag":
      if (!permits(actor, "use-case.tag", useCase)) return "not-permitted";
      if (useCase.tagged) return "already";
      return useCase.tags >= MOST_TAGS ? "too-many-tags" : null;
    case "untag":
      if (!permits(actor, "use-case.tag", useCase)) return "not-permitted";
      return useCase.tagged ? null : "already";
    case "screen":
      if (stage === "assessment") return "already";
      if (stage !== "submitted") return "wrong-stage";
      if (!permits(actor, actOfMove(stage, "assessment"), useCase)) return "not-permitted";
      return useCase.missing > 0 ? "gate" : null;
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
