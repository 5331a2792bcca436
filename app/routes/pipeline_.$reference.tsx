import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { casesHiddenFrom } from "#app/assessment/blind.server";
import { readLimits } from "#app/delivery/limits.server";
import { boardOf, LIMITED_STAGES } from "#app/delivery/pipeline";
import { act, ask, go, parse } from "#app/desk.server";
import { readGateFacts } from "#app/measurement/gate-facts.server";
import { moveInput, toldMove } from "#app/measurement/move-case";
import { moveThroughGate } from "#app/measurement/move-case.server";
import { writeOnce } from "#app/once.server";
import { governancePage } from "#app/safeguards/governance-page.server";
import { MovePage } from "#app/safeguards/move-page";
import { openCase } from "#app/use-cases/cases.server";
import { stageTotals } from "#app/use-cases/list/kept-totals.server";

export const handle = { title: "delivery.pipeline.move" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when, url }) => {
    const useCase = await openCase(database, actor, params.reference);
    const hidden = await casesHiddenFrom(database, actor, [useCase.id]);
    const known = {
      facts: await readGateFacts(database, useCase, when.today, hidden),
      scoresHidden: hidden.has(useCase.id),
    };
    const limits = await readLimits(database);
    const totals = await stageTotals(database, null);
    const full = LIMITED_STAGES.flatMap((stage) => {
      const limit = limits[stage];
      const cases = totals.find((total) => total.stage === stage)?.cases ?? 0;
      return limit !== undefined && cases >= limit ? [{ stage, cases, limit }] : [];
    });
    return {
      page: await governancePage(database, actor, useCase, known, when.today),
      ...{ title: useCase.title, full, board: boardOf(url.searchParams).query },
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url, speech, params } = desk;
    const useCase = await openCase(database, actor, params.reference);
    const move = toldMove(parse(moveInput, form), locale);
    await writeOnce(desk, form, (tx) => moveThroughGate(tx, actor, { useCaseId: useCase.id, ...move }, when));
    const { query } = boardOf(url.searchParams);
    const board = `/pipeline${query && `?${query}`}#card-${useCase.reference}`;
    const values = { reference: useCase.reference, stage: speech.t(`use-cases.stage.${move.to}`) };
    return go(desk, board, "delivery.pipeline.moved-to", values);
  })(args);

export default function Move() {
  return <MovePage {...useAnswer<typeof loader>()} />;
}
