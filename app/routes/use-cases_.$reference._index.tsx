import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { act, ask, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { readNextStep } from "#app/measurement/next-step.server";
import { NextStepPanel } from "#app/measurement/next-step-panel";
import { Card } from "#app/use-cases/card";
import { type Card as CardModel, readCard } from "#app/use-cases/card.server";
import { commentInput } from "#app/use-cases/case-input";
import { openCase, refuseHidden } from "#app/use-cases/cases.server";
import { comment } from "#app/use-cases/comment.server";

export const handle = {
  title: ({ useCase }: CardModel, { tell }: Speech) => `${useCase.reference} ${tell(useCase.title)}`,
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, actor }) => {
    const card = await readCard(database, params.reference, scoresHiddenFrom(actor));
    refuseHidden(actor, card.useCase);
    // A draft has no card yet: its author goes on writing.
    if (card.useCase.stage === "draft") throw redirect(`/use-cases/${card.useCase.reference}/edit`);
    const hidden = new Set(card.standing?.scoresHidden ? [card.useCase.id] : []);
    return { ...card, next: await readNextStep(database, actor, card.useCase, hidden) };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, params, actor, locale, when } = desk;
    const { body } = parse(commentInput, form);
    const useCase = await openCase(database, actor, params.reference);
    await database.write((tx) => comment(tx, actor, useCase, { [locale]: body }, when));
    return go(desk, `/use-cases/${useCase.reference}#comments`, "use-cases.notice.commented");
  })(args);

export default function UseCasePage() {
  const { next, ...card } = useAnswer<typeof loader>();
  return (
    <>
      <NextStepPanel step={next} reference={card.useCase.reference} />
      <Card card={card} />
    </>
  );
}
