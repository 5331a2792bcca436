import { casesHiddenFrom } from "#app/assessment/blind.server";
import { activeUsers } from "#app/delivery/roll-out/totals.server";
import { readGateFacts } from "#app/measurement/gate-facts.server";
import { openCase } from "#app/use-cases/cases.server";
import type { GateCheck } from "#app/use-cases/gates";
import { needsReason, type Stage } from "#app/use-cases/stages";
import { movesOf } from "#app/use-cases/who-moves";
import * as contracts from "./moves";
import { reads } from "./operation.server";

export const listMoves = reads(contracts.listMoves, async (db, { parameters, actor, when }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  const hidden = await casesHiddenFrom(db, actor, [useCase.id]);
  const moves = movesOf(actor, useCase, await readGateFacts(db, useCase, when.today, hidden));
  // What comes with the move itself is not missing before it; nor is it told whether scores that are hidden pass.
  const untold = ["learning", ...(hidden.has(useCase.id) ? ["filters"] : [])];
  const active = await activeUsers(db, useCase.id);
  const brings = (to: Stage, checks: readonly GateCheck[]) => {
    const due: Record<(typeof contracts.BROUGHT)[number], boolean> = {
      reason: needsReason(useCase.stage, to),
      learning: checks.some(({ requirement, met }) => requirement === "learning" && !met),
      relookOn: to === "on-hold",
      wentTo: to === "retired" && Boolean(active),
    };
    return contracts.BROUGHT.filter((one) => due[one]);
  };
  return {
    stage: useCase.stage,
    moves: moves
      .filter(({ offered }) => offered)
      .map(({ to, checks }) => ({
        to,
        brings: brings(to, checks),
        missing: checks.flatMap(({ met, requirement }) => (met || untold.includes(requirement) ? [] : [requirement])),
      })),
  };
});
