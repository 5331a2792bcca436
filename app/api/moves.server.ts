import { casesHiddenFrom } from "#app/assessment/blind.server";
import { readGateFacts } from "#app/measurement/gate-facts.server";
import { openCase } from "#app/use-cases/cases.server";
import { movesOf } from "#app/use-cases/who-moves";
import * as contracts from "./moves";
import { reads } from "./operation.server";

export const listMoves = reads(contracts.listMoves, async (db, { parameters, actor, when }) => {
  const useCase = await openCase(db, actor, parameters.reference);
  const hidden = await casesHiddenFrom(db, actor, [useCase.id]);
  const moves = movesOf(actor, useCase, await readGateFacts(db, useCase, when.today, hidden));
  // What comes with the move itself is not missing before it; nor is it told whether scores that are hidden pass.
  const untold = ["learning", ...(hidden.has(useCase.id) ? ["filters"] : [])];
  return {
    stage: useCase.stage,
    moves: moves
      .filter(({ offered }) => offered)
      .map(({ to, checks }) => ({
        to,
        missing: checks.flatMap(({ met, requirement }) => (met || untold.includes(requirement) ? [] : [requirement])),
      })),
  };
});
